import VerbundModel

/// Cases that differ in the size of what is set aside, and in nothing else, the smallest first.
struct SizeLadder: Sendable {
  struct Step: Sendable {
    var view: CaseView
    /// vCPU set aside for the services of the ladder.
    var vCPU: Int
  }

  var steps: [Step]
  /// The services whose set-aside changes from step to step; the one in question always.
  var services: [String]

  var smallest: Step { steps[0] }
  var largest: Step { steps[steps.count - 1] }
  /// The middle size; the smaller one of two.
  var middle: Step { steps[(steps.count - 1) / 2] }

  /// In the order of the cases. Every case stands in one ladder; a ladder has at least one step.
  static func all(of views: [CaseView]) -> [SizeLadder] {
    var groups: [(key: Scenario, views: [CaseView])] = []
    for view in views {
      guard let scenario = view.scenario else { continue }
      let key = scenario.withoutSizes
      let sizes = scenario.sizes
      let place = groups.firstIndex { group in
        group.key == key && !group.views.contains { $0.scenario?.sizes == sizes }
      }
      if let place {
        groups[place].views.append(view)
      } else {
        groups.append((key, [view]))
      }
    }
    return groups.map { SizeLadder($0.views) }
  }

  private init(_ views: [CaseView]) {
    let focus = views[0].focus
    let ids = views[0].scenario?.workloads.map(\.id) ?? []
    let changing = ids.filter { id in
      id == focus || Set(views.map { $0.workload(id)?.setAsideVCPU }).count > 1
    }
    services = changing
    steps = views.map { view in
      Step(view: view, vCPU: changing.reduce(0) { $0 &+ (view.workload($1)?.setAsideVCPU ?? 0) })
    }.enumerated().sorted {
      ($0.element.vCPU, $0.offset) < ($1.element.vCPU, $1.offset)
    }.map(\.element)
  }

  /// What the names of its cases have in common, or all of them; empty for a case without a name.
  func title(_ voice: Voice) -> String {
    let names = steps.map { voice.say($0.view.title) }
    guard var common = names.first, steps.count > 1 else { return names.first ?? "" }
    for name in names { common = name.commonPrefix(with: common) }
    let words = common.split(separator: " ", omittingEmptySubsequences: true)
    let whole = common.hasSuffix(" ") ? words : Array(words.dropLast())
    let text = whole.joined(separator: " ").trimmingEnd(of: ",;:–-·(")
    return text.count >= 3 ? text : voice.list(names)
  }
}

extension Workload {
  /// vCPU that the home site keeps for the service.
  var setAsideVCPU: Int {
    components.reduce(0) { sum, part in
      sum &+ part.scaling.setAside.multipliedReportingOverflow(by: part.workers).partialValue
    }
  }
}

extension Scenario {
  /// Without the number of replicas of any service: equal for cases that differ in size alone.
  fileprivate var withoutSizes: Scenario {
    var copy = self
    for index in copy.workloads.indices {
      for part in copy.workloads[index].components.indices {
        var scaling = copy.workloads[index].components[part].scaling
        scaling.min = 0
        scaling.setAside = 0
        for entry in scaling.calendar.indices { scaling.calendar[entry].min = 0 }
        copy.workloads[index].components[part].scaling = scaling
      }
    }
    return copy
  }

  fileprivate var sizes: [Int] { workloads.map(\.setAsideVCPU) }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0.0 == $0.1 }.map(\.0))
  }

  fileprivate func trimmingEnd(of marks: String) -> String {
    var text = self
    while let last = text.last, marks.contains(last) || last == " " { text.removeLast() }
    return text
  }
}
