import VerbundCore
import VerbundModel

/// The keys of planned outages.
public enum FaultTables {
  static let host = KeyTable(
    "One host.",
    [
      Key("site", .text(.id), .required, "Where it stands."),
      Key(
        "index", .integer(1...1_000_000), .required, "Which one, counted from 1 as in `hosts`."),
    ])

  static let component = KeyTable(
    "Replicas of a component.",
    [
      Key("workload", .text(.id), .required, "Whose component."),
      Key("id", .text(.id), .required, "Which component."),
      Key("replicas", .integer(1...100_000), .required, "How many of those that run."),
    ])

  public static let fault = KeyTable(
    "A planned outage of a site, a host or some replicas.",
    [
      Key("site", .text(.id), .optional, "All its hosts, and the front doors there."),
      Key("host", .table(host), .optional, "One host."),
      Key("component", .table(component), .optional, "Some replicas of a component."),
      Key("at", .time, .required, "From then on it is lost."),
      Key("until", .time, .optional, "Usable again; at the horizon's end if missing."),
    ])
}
