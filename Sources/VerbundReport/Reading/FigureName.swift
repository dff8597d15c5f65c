/// What the keys of a scenario mean, in German; in English they speak for themselves.
enum FigureName {
  /// By the last two parts of a figure's path, else by its last, else by the mapping around it; nil
  /// where none is known.
  static func german(of path: String) -> String? { key(of: path).flatMap { words[$0] } }

  /// The part of the path that says what the figure is: `offers` for `lending.offers.sued`, whose
  /// last part is an id.
  static func stem(of path: String) -> String {
    key(of: path) ?? path.split(separator: ".").last.map(String.init) ?? path
  }

  private static func key(of path: String) -> String? {
    let parts = path.split(separator: ".").suffix(2)
    guard let last = parts.last, let first = parts.first else { return nil }
    return [parts.joined(separator: "."), String(last), String(first)].first { words[$0] != nil }
  }

  /// The name of a part of the scenario, such as `sites`.
  static func german(part: String) -> String? { part == "regions" ? "Regionen" : words[part] }

  private static let words: [String: String] = [
    "access": "Anschlüsse", "arrival": "Bereit ab", "at": "Uhrzeit", "backbone": "Kernnetz",
    "bandwidth": "Bandbreite", "base-load": "Grundlast", "burst": "Höhe der Stöße",
    "bursts": "Stoß", "calendar": "Größe nach Uhrzeit", "capacity": "Preis je vCPU-Stunde",
    "carbon": "CO2 des Stroms", "cases": "Fälle", "connections": "offene Verbindungen, höchstens",
    "control-period": "Takt der Regelung", "correlation": "Anteil gemeinsamer Schwankung",
    "count": "Anzahl", "deviation": "Schwankung je Minute", "discipline": "Abfertigung",
    "door": "Eingang", "door.hits": "Zugriffe, höchstens", "doors": "Eingänge",
    "fall": "Abklingzeit", "faults": "Ausfälle", "forecast": "Prognosefehler", "from": "von",
    "height": "Höhe", "hits": "Zugriffe", "hits-per-thousand": "Zugriffe je 1\u{202F}000 Menschen",
    "holds": "wartet auf die Antwort", "hops": "Zwischenstationen", "horizon": "Zeitraum",
    "host-classes": "Host-Klassen", "hours": "Verlauf über den Tag", "hubs": "Netzknoten",
    "image": "Größe des Abbilds", "keep-alive": "Verbindung bleibt offen",
    "keep-free": "bleibt beim Verleiher frei", "latitude": "Breite",
    "law": "Verteilung der Arbeit", "lead-time": "Vorlauf", "leaves": "gehen nach einem Fehlschlag",
    "lending": "Ausleihe", "length": "Dauer", "level": "g CO2 je kWh",
    "link-classes": "Leitungsklassen", "links": "Leitungen", "longitude": "Länge",
    "min": "Repliken, mindestens", "new-connections": "neue Verbindungen, höchstens",
    "noise": "Schwankung", "offers": "Angebot", "on-timeout": "nach Ablauf der Wartezeit",
    "overflow": "Überlauf",
    "page": "Seite", "page.hits": "Zugriffe je Seite", "pages": "Seiten je Besuch",
    "pages-per-visit": "Seiten je Besuch", "people": "Menschen", "placed": "bestellt",
    "places": "Orte", "points": "Verlauf", "power": "Leistung bei 0 bis 100 % Last",
    "probability": "Anteil der Aufrufe", "profiles": "Verläufe", "pue": "PUE",
    "queue": "Warteschlange", "regions": "Anteil der Region", "request": "Größe der Anfrage",
    "reserved": "für andere reserviert", "response": "Größe der Antwort", "rise": "Anstiegszeit",
    "routing": "Wahl der Replik", "services": "Arten von Diensten",
    "scaling": "Skalierung", "set-aside": "Vorhaltung, Repliken", "share": "Zielanteil",
    "sites": "Standorte",
    "slot": "Zeitschritt", "slo": "Dienstziel", "speed": "Tempo je vCPU",
    "start-up": "Start einer Replik",
    "target": "Ziel der Auslastung", "tariffs": "Tarife",
    "tenants": "Mandanten", "think": "Pause zwischen Seiten", "threshold": "Frist der Antwort",
    "timeout": "Geduld", "to": "bis", "traffic": "Preis abgehender Daten",
    "uncertain": "Ungewisses", "until": "Ende", "utilisation": "Auslastung",
    "variants": "Varianten", "vcpu": "vCPU je Host", "visit": "Besuch", "volume": "Andrang",
    "window": "Zeitfenster",
    "work": "Arbeit", "workers": "vCPU je Replik", "workloads": "Dienste",
  ]
}
