import VerbundModel

/// A Land as a population of users, placed in its capital.
///
/// The figures are those of `scenarios/catalogue/regions.yaml` and `places.yaml`; a test compares.
struct Land: Sendable {
  /// As in ISO 3166-2.
  let code: String
  let name: String
  /// Entitled to vote, Bundestagswahl 2025.
  let people: Int
  /// Id of the capital among the catalogue's places.
  let place: String
  let capital: String
  let latitude: String
  let longitude: String
  /// Of the capital's coordinates.
  let confidence: Confidence

  private init(
    _ code: String, _ name: String, _ people: Int, _ place: String, _ capital: String,
    _ latitude: String, _ longitude: String, _ confidence: Confidence
  ) {
    self.code = code
    self.name = name
    self.people = people
    self.place = place
    self.capital = capital
    self.latitude = latitude
    self.longitude = longitude
    self.confidence = confidence
  }

  /// The Land of a code or a name, whatever the case of its letters.
  static func named(_ text: String) -> Land? {
    let wanted = text.lowercased()
    return all.first { $0.code.lowercased() == wanted || $0.name.lowercased() == wanted }
  }

  static let all = [
    Land("BB", "Brandenburg", 2_034_083, "potsdam", "Potsdam", "52.40", "13.06", .V),
    Land("BE", "Berlin", 2_442_031, "berlin", "Berlin", "52.52", "13.40", .V),
    Land("BW", "Baden-Württemberg", 7_653_940, "stuttgart", "Stuttgart", "48.78", "9.18", .V),
    Land("BY", "Bayern", 9_464_900, "muenchen", "München", "48.14", "11.58", .V),
    Land("HB", "Bremen", 450_509, "bremen", "Bremen", "53.08", "8.80", .M),
    Land("HE", "Hessen", 4_343_264, "wiesbaden", "Wiesbaden", "50.08", "8.24", .V),
    Land("HH", "Hamburg", 1_299_260, "hamburg", "Hamburg", "53.55", "9.99", .V),
    Land("MV", "Mecklenburg-Vorpommern", 1_293_732, "schwerin", "Schwerin", "53.63", "11.41", .V),
    Land("NI", "Niedersachsen", 6_042_951, "hannover", "Hannover", "52.37", "9.74", .V),
    Land("NW", "Nordrhein-Westfalen", 12_883_912, "duesseldorf", "Düsseldorf", "51.23", "6.78", .V),
    Land("RP", "Rheinland-Pfalz", 3_013_681, "mainz", "Mainz", "50.00", "8.27", .V),
    Land("SH", "Schleswig-Holstein", 2_262_785, "kiel", "Kiel", "54.32", "10.14", .M),
    Land("SL", "Saarland", 734_253, "saarbruecken", "Saarbrücken", "49.23", "7.00", .V),
    Land("SN", "Sachsen", 3_184_219, "dresden", "Dresden", "51.05", "13.74", .V),
    Land("ST", "Sachsen-Anhalt", 1_734_716, "magdeburg", "Magdeburg", "52.13", "11.63", .M),
    Land("TH", "Thüringen", 1_652_367, "erfurt", "Erfurt", "50.98", "11.03", .V),
  ]
}
