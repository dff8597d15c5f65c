import Foundation
import VerbundCore

/// The scripts of a page and what allows them: nothing but these two, by their digests.
struct ReportScript: Sendable {
  /// Nil makes a page without any script.
  let bundle: ChartBundle?

  /// The line that forbids every load.
  var policy: Markup {
    let scripts: Markup
    if let bundle {
      scripts = "script-src \(Self.source(bundle.text)) \(Self.source(ChartScript.text)); "
    } else {
      scripts = ""
    }
    return """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; \(scripts)base-uri 'none'; form-action 'none'">
      """
  }

  /// The last elements of the body.
  var elements: Markup {
    guard let bundle else { return "" }
    return Markup(
      stringLiteral: """
        <!--
        \(ChartLicences.text)
        -->
        <script>\(bundle.text)</script>
        <script>\(ChartScript.text)</script>

        """)
  }

  /// Which variants the charts show: for the whole page, hidden without script.
  func controls(_ styles: [VariantStyle], _ voice: Voice) -> Markup {
    guard bundle != nil, styles.count > 1 else { return "" }
    let code = voice.language.rawValue
    let boxes = styles.enumerated().map { index, style -> Markup in
      let id = "shown-\(index)-\(code)"
      return """
        <span><input type="checkbox" id="\(id)" data-style="\(style.style)" checked> \
        <label for="\(id)">\(voice.say(style.title))</label></span>
        """
    }
    let legend = voice.say(
      "Welche Varianten zeigen die Diagramme?", "Which variants do the charts show?")
    return """
      <fieldset class="controls" hidden>
      <legend>\(legend)</legend>
      \(Markup.join(boxes))
      </fieldset>
      """
  }

  /// What the page's method says about its charts.
  func method(_ voice: Voice) -> String {
    guard let bundle else {
      return voice.say(
        """
        Diagramme: eigene Zeichnungen ohne Programm. Interaktive Diagramme kommen hinzu, wenn \
        „./dev setup“ einmal mit Netz gelaufen ist und der Bericht mit „verbund report“ neu \
        geschrieben wird.
        """,
        """
        Charts: drawings of our own, without a program. Interactive charts are added once \
        “./dev setup” has run with a network and “verbund report” writes the report anew.
        """)
    }
    return voice.say(
      "Diagramme: \(bundle.name), Prüfsumme \(bundle.digest); ohne Script stehen Zeichnungen da.",
      "Charts: \(bundle.name), digest \(bundle.digest); without script there are drawings.")
  }

  private static func source(_ script: String) -> Markup {
    let bytes = SHA256.digest(script).words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    return Markup(stringLiteral: "'sha256-\(Data(bytes).base64EncodedString())'")
  }
}
