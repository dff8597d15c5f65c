extension Figure {
  /// A curve's name and style, as a legend has it.
  struct Name: Hashable {
    var title: String
    var style: Int
    /// As it is written: two curves of one title are told apart.
    var source: String

    func isOf(_ curve: Curve) -> Bool { source == curve.title && style == curve.style }
  }

  /// Different titles for different curves.
  static func names(_ all: [(title: String, style: Int)]) -> [Name] {
    var names: [Name] = []
    for (title, style) in all
    where !names.contains(where: { $0.source == title && $0.style == style }) {
      let twins = names.filter { $0.source == title }.count
      names.append(
        Name(title: twins == 0 ? title : "\(title) (\(twins + 1))", style: style, source: title))
    }
    return names
  }
}

extension Figure.Evening {
  /// The curves of all panels, each once.
  var names: [Figure.Name] {
    Figure.names(panels.flatMap(\.curves).map { ($0.title, $0.style) })
  }
}
