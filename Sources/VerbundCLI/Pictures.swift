import Foundation

/// Programs of the system that turn a drawing into pixels and a page into paper.
enum Pictures {
  /// Seconds after which a program is taken to hang.
  private static let patience = 120.0
  private static let browsers = ["chromium", "chromium-browser", "google-chrome"]

  static var browser: String? { browsers.lazy.compactMap(program).first }
  static var rasteriser: String? { program("rsvg-convert") }

  /// Twice the drawing's natural size.
  /// - Returns: nil if no program is there that can, or it failed.
  static func png(of svg: String) -> Data? {
    if let rasteriser {
      return made("figure.png") { folder in
        run(rasteriser, ["--zoom=2", "--output=\(folder)/figure.png", svg])
      }
    }
    guard let browser, let size = size(of: svg) else { return nil }
    return made("figure.png") { folder in
      run(
        browser,
        options(folder) + [
          "--force-device-scale-factor=2", "--hide-scrollbars", "--window-size=\(size)",
          "--screenshot=\(folder)/figure.png", url(svg),
        ])
    }
  }

  /// - Returns: nil if there is no browser, or it failed.
  static func pdf(of page: String) -> Data? {
    guard let browser else { return nil }
    return made("page.pdf") { folder in
      run(
        browser,
        options(folder) + [
          "--no-pdf-header-footer", "--print-to-pdf=\(folder)/page.pdf", url(page),
        ])
    }
  }

  private static func options(_ folder: String) -> [String] {
    // The browser's own sandbox does not start for the superuser.
    ["--headless", "--disable-gpu", "--user-data-dir=\(folder)/profile"]
      + (getuid() == 0 ? ["--no-sandbox"] : [])
  }

  private static func url(_ path: String) -> String {
    URL(fileURLWithPath: path).absoluteString
  }

  /// `800,600`, as the drawing's first lines say.
  private static func size(of svg: String) -> String? {
    guard let text = try? String(contentsOfFile: svg, encoding: .utf8),
      let match = text.firstMatch(of: /width="(\d{1,5})" height="(\d{1,5})"/)
    else { return nil }
    return "\(match.1),\(match.2)"
  }

  /// What a program makes in a folder of its own, which goes afterwards.
  private static func made(_ name: String, by work: (String) -> Bool) -> Data? {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("verbund-\(UUID().uuidString)")
    guard (try? files.createDirectory(at: folder, withIntermediateDirectories: true)) != nil else {
      return nil
    }
    defer { try? files.removeItem(at: folder) }
    guard work(folder.path) else { return nil }
    return files.contents(atPath: folder.appendingPathComponent(name).path)
  }

  private static func program(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether it ended well; its talk goes nowhere.
  ///
  /// Not Foundation's process: that one waits for ever where the machine has no loopback.
  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
    let (words, variables) = (strings([program] + arguments), strings(environment))
    defer { for text in words + variables { free(text) } }
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, nil, words, variables) == 0 else { return false }
    let end = Date().addingTimeInterval(patience)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      if Date() > end { kill(child, SIGKILL) }
      usleep(10_000)
    }
    return status == 0
  }

  /// As C takes them, with the end mark; to be freed.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
