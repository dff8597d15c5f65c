import VerbundCore
import VerbundModel

/// Takes the entries out of a tree of sections.
enum CatalogueEntries {
  /// Those of a scenario: its sites with all that they are like, and its accesses among the links.
  static func ofScenario(_ tree: Tree, file: String) -> [Catalogue.Entry] {
    var presets = Presets(root: tree)
    var tree = tree
    var accesses: [Catalogue.Entry] = []
    if let index = tree.entries.firstIndex(where: { $0.key == "sites" }) {
      tree.entries[index].value.entries = tree.entries[index].value.entries.map { site in
        var site = site
        site.value = presets.merged(site.value, section: "providers")
        for access in site.value["access"]?.entries ?? [] {
          var link = access
          link.key = "\(site.key)-\(access.key)"
          link.value.entries += ends(of: access.value, from: site.key)
          accesses.append(entry(link, in: "links", file: file))
        }
        return site
      }
    }
    return all(in: tree, file: file) + accesses
  }

  private static func ends(of access: Tree, from site: String) -> [Tree.Entry] {
    guard let to = access["to"] else { return [] }
    var from = to
    from.content = .scalar(site, quoted: false)
    var ends = to
    ends.content = .list([from, to])
    return [
      Tree.Entry(key: "ends", keyIsQuoted: false, keyPosition: to.position, value: ends)
    ]
  }

  /// In the order of the tree; what is no section of entries is passed over.
  static func all(in tree: Tree, file: String) -> [Catalogue.Entry] {
    tree.entries.flatMap { section -> [Catalogue.Entry] in
      guard RootTable.sections.contains(section.key), section.value.isMapping,
        case .map = RootTable.root.key(section.key)?.kind
      else { return [] }
      return section.value.entries.map { entry($0, in: section.key, file: file) }
    }
  }

  private static func entry(
    _ entry: Tree.Entry, in section: String, file: String
  ) -> Catalogue.Entry {
    var name: LocalizedText?
    if let stated = entry.value["name"],
      case .localized(let text) = try? Kind.localized.value(of: stated)
    {
      name = text
    }
    var figures: [Catalogue.Figure] = []
    add(entry.value.removing(["name"]), at: "", to: &figures)
    return Catalogue.Entry(
      section: section, id: entry.key, file: file, name: name, figures: figures)
  }

  private static func add(_ tree: Tree, at key: String, to figures: inout [Catalogue.Figure]) {
    if tree.isMapping, !isRow(tree) {
      for entry in tree.entries { add(entry.value, at: dotted(key, entry.key), to: &figures) }
      return
    }
    let cover = tree.isMapping ? tree.entries.first?.value.cover ?? tree.cover : tree.cover
    figures.append(
      Catalogue.Figure(
        key: key, value: text(tree), confidence: cover.confidence, source: cover.source))
  }

  /// Points by time of day, and one text in several languages, are one value.
  private static func isRow(_ tree: Tree) -> Bool {
    !tree.entries.isEmpty
      && tree.entries.allSatisfy {
        ($0.keyIsQuoted || ["de", "en"].contains($0.key)) && $0.value.text != nil
      }
  }

  private static func text(_ tree: Tree) -> String {
    switch tree.content {
    case .scalar(let text, _): text
    case .list(let items):
      items.map { $0.isMapping ? "{ \(text($0)) }" : text($0) }.joined(separator: ", ")
    case .mapping(let entries):
      entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
    }
  }
}
