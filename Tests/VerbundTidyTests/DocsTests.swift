import Foundation
import Testing

@Suite("Documents")
struct DocsTests {
  @Test("docs/dependencies.md names every package with its version")
  func dependencies() throws {
    let package = try #require(Tree.file("Package.swift"))
    let page = try #require(Tree.file("docs/dependencies.md")).lines.joined(separator: "\n")
    let declared = package.lines.filter { $0.contains(".package(url:") }
    #expect(!declared.isEmpty)
    for line in declared {
      let words = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      try #require(words.count > 3, "Package.swift: one package per line, url and exact version")
      let name = words[1].split(separator: "/").last.map(String.init) ?? ""
      #expect(page.contains(name), "docs/dependencies.md: a line for \(name)")
      #expect(page.contains(words[3]), "docs/dependencies.md: \(name) is now \(words[3])")
    }
  }

  @Test("docs/dependencies.md names every Debian package that ./dev installs")
  func debianPackages() throws {
    let dev = try #require(Tree.file("dev")).lines
    let start = try #require(dev.firstIndex { $0.hasPrefix("packages=\"") })
    let end = try #require(dev[start...].firstIndex { $0.hasSuffix("\"") })
    let list = dev[start...end].joined(separator: " ")
      .replacing("packages=", with: "").replacing("\"", with: "").replacing("\\", with: "")
    let names = list.split(separator: " ").map(String.init)
    let page = try #require(Tree.file("docs/dependencies.md")).lines.joined(separator: "\n")
    #expect(names.count > 5)
    for name in names { #expect(page.contains("`\(name)`"), "docs/dependencies.md: \(name)") }
  }

  @Test("the glossary has a line for each term of the field")
  func glossary() throws {
    let lines = try #require(Tree.file("docs/glossary.md")).lines
    for term in terms {
      #expect(
        lines.contains { $0.hasPrefix("| \(term) |") },
        "docs/glossary.md: one line for \"\(term)\", with the German word")
    }
  }

  @Test("docs/architecture.md names every room")
  func architecture() throws {
    let page = try #require(Tree.file("docs/architecture.md")).lines.joined(separator: "\n")
    for room in House.rooms {
      #expect(page.contains("`\(room.name)`"), "docs/architecture.md: a line for \(room.name)")
    }
  }

  @Test("every decision has its losers")
  func decisions() {
    let pages = Tree.files("docs/decisions", endings: [".md"]).filter {
      !$0.path.hasSuffix("README.md")
    }
    #expect(!pages.isEmpty)
    for page in pages {
      for heading in ["## Decision", "## Losers"] {
        #expect(page.lines.contains(heading), "\(page.path): a section \"\(heading)\"")
      }
    }
  }

  @Test("links between the repository's own pages lead somewhere")
  func links() {
    for page in Tree.texts where page.path.hasSuffix(".md") {
      let folder = Tree.root.appending(path: page.path).deletingLastPathComponent()
      for (index, line) in page.lines.enumerated() {
        for target in relativeLinks(line) {
          let there = FileManager.default.fileExists(
            atPath: folder.appending(path: target).standardized.path)
          #expect(there, "\(page.path):\(index + 1): no file \(target)")
        }
      }
    }
  }

  @Test("the link scanner reads what it should")
  func linkScanner() {
    #expect(
      relativeLinks("[a](b.md) and ![c](d/e.svg#f), [g](https://h.de), [i](#j)")
        == ["b.md", "d/e.svg"])
  }

  @Test("the licence is the EUPL 1.2, and the change log has room for the next change")
  func licence() throws {
    let licence = try #require(Tree.file("LICENSE"))
    #expect(licence.lines.first == "EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    let changes = try #require(Tree.file("CHANGELOG.md"))
    #expect(changes.lines.contains("## [Unreleased]"))
  }
}

/// The words of the field that code, scenario keys, metrics and documents share.
private let terms = [
  "site", "operator", "member", "host", "host class", "vCPU", "replica", "worker", "replica set",
  "service", "component", "call graph", "front door", "region", "visit", "page view", "hit",
  "workload", "intensity", "peak", "burst", "set-aside", "offered load", "utilisation", "latency",
  "percentile", "service level objective (SLO)", "lending", "offer", "contract", "order",
  "lead time", "overflow", "settlement", "protection class", "link", "route", "flow", "PUE",
  "carbon intensity", "night", "warm-up", "common random numbers", "confidence interval", "digest",
  "manifest",
]

/// Targets of Markdown links within the repository, without their anchors.
private func relativeLinks(_ line: String) -> [String] {
  line.components(separatedBy: "](").dropFirst().compactMap { part in
    let target = part.prefix { $0 != ")" && $0 != "#" && $0 != " " }
    return target.isEmpty || target.contains("://") || target.hasPrefix("mailto:")
      ? nil : String(target)
  }
}
