/// A sentence that stays readable: parts are added while it has no more words than that.
struct Sentence: Sendable {
  /// Words of a sentence that is read once and understood.
  static let most = 48

  private(set) var text: String

  init(_ start: String) { text = start }

  /// Words between ordinary spaces: a figure with its unit and interval is one.
  var words: Int { text.split(separator: " ").count }

  /// Adds a part that must be said.
  mutating func add(_ part: String) { text += part }

  /// Adds a part if the sentence stays short enough, else the shorter one, if any.
  mutating func addIfShort(_ part: String?, or shorter: String? = nil) {
    for candidate in [part, shorter].compactMap(\.self) {
      let longer = Sentence(text + candidate)
      guard longer.words <= Self.most else { continue }
      text = longer.text
      return
    }
  }
}
