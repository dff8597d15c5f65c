/// The federation under one variant and one case: everything that a simulation needs, validated.
public struct Scenario: Sendable, Hashable {
  public var horizon: Horizon
  public var regions: [Region]
  public var hostClasses: [HostClass]
  public var linkClasses: [LinkClass]
  public var hubs: [Hub]
  public var sites: [Site]
  public var links: [Link]
  public var workloads: [Workload]
  public var uncertain: Uncertainty
  public var lending: Lending
  public var overflow: Overflow
  public var faults: [Fault]
  /// Control period of scaling and lending, nanoseconds.
  public var controlPeriod: Int64

  public init(
    horizon: Horizon, regions: [Region], hostClasses: [HostClass], linkClasses: [LinkClass],
    hubs: [Hub], sites: [Site], links: [Link], workloads: [Workload], uncertain: Uncertainty,
    lending: Lending, overflow: Overflow, faults: [Fault] = [], controlPeriod: Int64
  ) {
    self.horizon = horizon
    self.regions = regions
    self.hostClasses = hostClasses
    self.linkClasses = linkClasses
    self.hubs = hubs
    self.sites = sites
    self.links = links
    self.workloads = workloads
    self.uncertain = uncertain
    self.lending = lending
    self.overflow = overflow
    self.faults = faults
    self.controlPeriod = controlPeriod
  }
}

/// One cell of an experiment: a variant, a case, and the scenario that they make.
public struct Cell: Sendable, Hashable {
  public var variant: String
  /// Empty where the experiment has no cases.
  public var `case`: String
  public var variantName: LocalizedText
  public var caseName: LocalizedText
  public var scenario: Scenario

  public init(
    variant: String, case: String, variantName: LocalizedText, caseName: LocalizedText,
    scenario: Scenario
  ) {
    self.variant = variant
    self.case = `case`
    self.variantName = variantName
    self.caseName = caseName
    self.scenario = scenario
  }
}

/// What a scenario file says: cells to compare, and how.
public struct Experiment: Sendable {
  /// `[a-z0-9-]{1,64}`: names the results folder.
  public var name: String
  public var title: LocalizedText
  /// What is to be decided.
  public var question: LocalizedText
  public var seed: UInt64
  public var nights: Int
  /// Cases outermost, variants in the order of the file.
  public var cells: [Cell]
  /// The variant against which the others are held, if any.
  public var compareTo: String?
  /// The workload whose service is decided on.
  public var focus: String
  /// The election that the evening is about, if it names one: for reports, without any effect.
  public var election: Election?
  /// Smallest relevant differences by metric id, where they are not the catalogue's.
  public var margins: [String: Double]
  /// Every figure of the files and every default used, in the order of the frozen file.
  public var assumptions: [Assumption]
  /// The resolved scenario as YAML: no includes, no local times; reads back to the same experiment.
  public var frozen: String
  /// Where figures of the cells are written, in the order of the cells: paths of `assumptions` by
  /// path in the cell. Without those that all cells take from that very path.
  public var origins: [String: [String]]

  public init(
    name: String, title: LocalizedText, question: LocalizedText, seed: UInt64, nights: Int,
    cells: [Cell], compareTo: String?, focus: String, margins: [String: Double],
    assumptions: [Assumption], frozen: String, election: Election? = nil,
    origins: [String: [String]] = [:]
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.seed = seed
    self.nights = nights
    self.cells = cells
    self.compareTo = compareTo
    self.focus = focus
    self.election = election
    self.margins = margins
    self.assumptions = assumptions
    self.frozen = frozen
    self.origins = origins
  }
}
