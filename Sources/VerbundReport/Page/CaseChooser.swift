import VerbundModel

/// Chooses the case that all sections below show: radio buttons, and a style rule per case.
struct CaseChooser {
  let section: SectionContext

  private var voice: Voice { section.voice }

  /// Without `:has` in the browser all cases stay visible.
  static func style(cases: Int) -> Markup {
    guard cases > 1 else { return "" }
    return .join(
      (0..<cases).map { ".page:has(.choose-\($0):checked) .case:not(.case-\($0)){display:none}" })
  }

  /// Nothing with one case.
  var markup: Markup {
    guard section.hasChoice else { return "" }
    let items = section.views.enumerated().map { index, view -> Markup in
      let id = section.id("case-\(index)")
      let checked: Markup = index == section.cases.lead ? " checked" : ""
      let group = section.id("case")
      return """
        <div><input type="radio" class="choose-\(index)" name="\(group)" id="\(id)"\(checked)>\
        <label for="\(id)">\(section.caseName(view))</label></div>
        """
    }
    let legend = voice.say(
      "Welcher Fall wird unten gezeigt?", "Which case is shown below?")
    return """
      <fieldset class="chooser" id="\(section.id("cases"))">
      <legend>\(legend)</legend>
      \(Markup.join(items))
      </fieldset>
      """
  }
}
