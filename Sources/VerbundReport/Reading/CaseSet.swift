import VerbundMeasure
import VerbundModel

/// All cases of a result, the sizes among them, and the one that is shown first.
struct CaseSet: Sendable {
  let input: ReportInput
  let views: [CaseView]
  let ladders: [SizeLadder]
  /// Index into `views`: the middle size of the first ladder, or the nearest smaller one where
  /// not all variants serve alike.
  let lead: Int

  init(_ input: ReportInput) {
    self.input = input
    let views = CaseView.all(of: input)
    let ladders = SizeLadder.all(of: views)
    let telling = ladders.first.map { ladder in
      ladder.steps.prefix((ladder.steps.count + 1) / 2).last { !$0.view.isAlike } ?? ladder.middle
    }
    self.views = views
    self.ladders = ladders
    lead = views.firstIndex { $0.id == telling?.view.id } ?? 0
  }

  var leadView: CaseView? { views.indices.contains(lead) ? views[lead] : nil }

  /// The services in question of a case: the focus, and those sized together with it.
  func services(of view: CaseView) -> [String] {
    ladders.first { $0.steps.contains { $0.view.id == view.id } }?.services ?? [view.focus]
  }

  /// Services of others: they run on the hosts of those who are asked to lend.
  func others(in view: CaseView) -> [Workload] {
    let own = services(of: view)
    return view.otherWorkloads.filter { !own.contains($0.id) }
  }

  /// Ladders of two sizes or more: the ones that can tell about equal service.
  var equalService: [EqualService] {
    ladders.filter { $0.steps.count > 1 }.map(EqualService.init)
  }

  /// The largest stake of the cases.
  var stake: Stake? {
    views.compactMap { Stake($0, input) }.max { $0.hosts < $1.hosts }
  }
}

extension CaseView {
  /// Whether no variant differs relevantly from the reference in the ranking metric.
  fileprivate var isAlike: Bool {
    guard let row = row("slo.attainment", of: focus) else { return true }
    return columns.allSatisfy { $0.isReference || verdict(row, $0) == .noRelevantDifference }
  }
}
