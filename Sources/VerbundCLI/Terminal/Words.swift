import ArgumentParser
import Foundation
import VerbundModel

/// The few words that the command itself says, in the reader's language.
struct Words: Sendable {
  let language: Language

  var nights: String { pick("Nächte", "nights") }
  var night: String { pick("Nacht", "night") }
  var reused: String {
    pick("schon vorhanden, wiederverwendet", "already there; reused")
  }
  var results: String { pick("Ergebnis", "Results") }
  var report: String { pick("Bericht", "Report") }
  var identical: String { pick("identisch", "identical") }
  var resume: String {
    pick(
      "derselbe Aufruf setzt den Lauf fort", "the same command goes on where this one stopped")
  }

  func left(_ time: String) -> String { pick("noch \(time)", "\(time) left") }

  /// One digit after the point or comma.
  func number(_ value: Double) -> String {
    let text = "\(value)"
    return language == .de ? text.replacing(".", with: ",") : text
  }

  func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }
}

/// The language of tables and words: chosen, or that of the environment.
struct LanguageOptions: ParsableArguments {
  enum Choice: String, ExpressibleByArgument, CaseIterable { case de, en }

  @Option(help: "Language of the output; by default that of the environment.")
  var lang: Choice?

  var language: Language {
    if let lang { return lang == .de ? .de : .en }
    let environment = ProcessInfo.processInfo.environment
    // The first one that is set decides (POSIX).
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return (locale ?? "").lowercased().hasPrefix("de") ? .de : .en
  }

  var words: Words { Words(language: language) }
}
