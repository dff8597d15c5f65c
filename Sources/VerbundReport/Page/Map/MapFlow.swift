import VerbundMeasure

/// What one lender gave to the services of one tile in one variant, taken together: one arrow.
struct MapFlow {
  /// Number of the variant's column.
  var variant: Int
  var from: MapLayout.Place
  /// The site of the first of the services.
  var to: MapLayout.Place
  /// vCPU-hours a night, mean over the nights.
  var hours: Double

  /// In the order of the loans; without those of nothing.
  static func all(_ loans: [(variant: Int, loan: LoanSummary)], _ layout: MapLayout) -> [MapFlow] {
    var flows: [MapFlow] = []
    for (variant, loan) in loans {
      guard let from = layout.place(loan.lender), let to = layout.place(loan.borrower),
        let hours = loan.vCPUHours.mean, hours > 0
      else { continue }
      let place = flows.firstIndex {
        $0.variant == variant && $0.from.site.id == loan.lender && $0.to.tile == to.tile
      }
      if let place {
        flows[place].hours += hours
      } else {
        flows.append(MapFlow(variant: variant, from: from, to: to, hours: hours))
      }
    }
    return flows
  }
}
