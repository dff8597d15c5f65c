import VerbundCore
import VerbundModel

/// The keys of a service: how it is used and what serves it.
public enum WorkloadTables {
  static let hour = 3_600e9
  static let payload = Kind.quantity(.data, 0...1e9)
  static let count = Kind.integer(1...1_000_000_000)

  public static let visit = KeyTable(
    "How a person uses the service.",
    [
      Key("pages", .quantity(.bare, 1...1_000), .required, "Mean page views of a visit."),
      Key(
        "think", .quantity(.time, 1e6...DemandTables.day), .standard("20 s", .A, ""),
        "Mean pause between an answer and the next page view."),
      Key(
        "timeout", .quantity(.time, 1e6...hour), .standard("8 s", .A, ""),
        "The client gives up waiting after it."),
      Key(
        "on-timeout", .choice(TimeoutRule.allCases.map(\.rawValue)),
        .standard("continue", .A, ""), "Whether work for a client that gave up is still done."),
      Key(
        "leaves", .quantity(.share, 0...1),
        .standard("40 %", .A, "complement of an assumed share of reloads of 60 %"),
        "After a page view that failed."),
    ])

  public static let page = KeyTable(
    "What a page view consists of.",
    [
      Key("hits", .quantity(.bare, 1...10_000), .standard("20", .A, ""), "Requests at the door."),
      Key("request", payload, .standard("20 kB", .A, ""), "Of a whole page view."),
      Key("response", payload, .standard("400 kB", .A, ""), "Of a whole page view."),
    ])

  public static let door = KeyTable(
    "Load balancer and web application firewall.",
    [
      Key("connections", count, .required, "Held at once."),
      Key(
        "new-connections", .wholeQuantity(.connectionRate, 1...1e9), .required, "Per second."),
      Key("hits", .wholeQuantity(.hitRate, 1...1e9), .required, "Per second."),
      Key(
        "keep-alive", .quantity(.time, 0...hour), .standard("15 s", .A, ""),
        "A connection is held this long after the last response."),
    ])

  static let scaling = KeyTable(
    "Replicas at home, and who decides how many of them run.",
    [
      Key(
        "policy", .choice(ScalingKind.allCases.map(\.rawValue)),
        .standard("horizontal", .A, ""), "Who decides how many run."),
      Key(
        "min", .integer(1...100_000), .standard("1", .V, "Kubernetes documentation of the HPA"),
        "Always running."),
      Key("set-aside", .replicas(1...100_000), .required, "Kept by the home site."),
      Key(
        "target", .quantity(.share, 0.01...1), .standard("70 %", .A, ""),
        "Wanted CPU utilisation of ready replicas."),
      Key("calendar", .timeMap(.integer(1...100_000)), .optional, "At least so many from then on."),
    ])

  public static let component = KeyTable(
    "A part of a service that scales by itself.",
    [
      Key("name", .localized, .optional, "What reports call it."),
      Key("workers", .integer(1...1_024), .required, "Of one replica, one vCPU each."),
      Key("work", .quantity(.time, 1e3...hour), .required, "Mean of a call at speed 1."),
      Key(
        "law", .law(LawTables.laws), .standard("exponential", .A, ""),
        "How the work of a call spreads about its mean."),
      Key(
        "queue", .integer(0...1_000_000), .standard("200", .A, ""),
        "Waiting places of one replica."),
      Key(
        "routing", .choice(RoutingRule.allCases.map(\.rawValue)),
        .standard("two-choices", .A, ""), "How a request finds its replica."),
      Key(
        "discipline", .choice(Discipline.allCases.map(\.rawValue)),
        .standard("first-come", .A, ""), "How a replica serves the requests with it."),
      Key("state", .choice(["stateless", "stateful"]), .required, "Stateful ones stay at home."),
      Key("image", .quantity(.data, 0...1e12), .standard("300 MB", .A, ""), "To be pulled."),
      Key(
        "start-up", .quantity(.time, 0...hour),
        .standard("14 s", .D, "start budget of a 300 MB image, without the pull"),
        "Without the pull."),
      Key("scaling", .table(scaling), .required, "How many run."),
    ])

  static let call = KeyTable(
    "One component calls another.",
    [
      Key("from", .text(.id), .required, "The caller."),
      Key("to", .text(.id), .required, "The called."),
      Key(
        "probability", .quantity(.share, 0...1), .standard("100 %", .A, "every page view"),
        "Per page view."),
      Key("request", payload, .standard("2 kB", .A, ""), "Payload to the called."),
      Key("response", payload, .standard("20 kB", .A, ""), "Payload to the caller."),
      Key(
        "holds", .flag, .standard("false", .A, ""),
        "Whether the caller's worker waits for the response."),
    ])

  static let slo = KeyTable(
    "The promise.",
    [
      Key("threshold", .quantity(.time, 1e6...hour), .required, "Answered within."),
      Key(
        "share", .quantity(.share, 0...1), .standard("99 %", .A, ""), "Of the page views offered."),
    ])

  public static let workload = KeyTable(
    "A service that people use.",
    [
      Key("name", .localized, .optional, "What reports call it."),
      Key("home", .text(.id), .required, "The site of its front door and its set-aside."),
      Key("demand", .table(DemandTables.demand), .required, "Who comes when."),
      Key("visit", .table(visit), .required, "How it is used."),
      Key("page", .table(page), .required, "What a page view consists of."),
      Key("door", .preset("doors", door), .required, "Its front door."),
      Key("components", .map(.table(component)), .required, "What serves it."),
      Key("entry", .text(.id), .optional, "The component called first; the first one if missing."),
      Key("calls", .list(.table(call), count: 0...1_000), .optional, "Between components."),
      Key("slo", .table(slo), .required, "What is promised."),
    ])
}
