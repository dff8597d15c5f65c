import VerbundMeasure
import VerbundModel
import VerbundStudy

// Who lent to whom: lender and service down, variants across; suppliers outside apart.
extension SectionContext {
  var loans: Markup {
    perCase { view in
      let pairs = LoanPair.all(view, input)
      guard !pairs.isEmpty else {
        return paragraph(
          voice.say(
            "In keiner Variante wurde geliehen oder gemietet.",
            "Nothing was lent or rented in any variant."))
      }
      return .join(
        [false, true].compactMap { isExternal in
          let some = pairs.filter { $0.isExternal == isExternal }
          return some.isEmpty ? nil : loanTable(some, view, isExternal: isExternal)
        })
    }
  }

  private func loanTable(_ pairs: [LoanPair], _ view: CaseView, isExternal: Bool) -> Markup {
    let columns = view.columns.filter { column in
      pairs.contains { $0.loan(column, input) != nil }
    }
    let heads: [Markup] = ["\(voice.say("Von, für", "From, for"))"] + columns.map(head)
    let rows = pairs.map { pair -> (head: Markup, cells: [Markup]) in
      let from = site(pair.lender, view)
      let service = voice.say("für ", "for ") + workload(pair.workload, view)
      return (
        "\(from)<br><small>\(service)</small>",
        columns.map { loanCell(pair.loan($0, input)) }
      )
    }
    let caption =
      isExternal
      ? voice.say(
        "Außen gemietet: \(spread)", "Rented outside: \(spread)")
      : voice.say(
        "Untereinander geliehen: \(spread)", "Lent between administrations: \(spread)")
    return table(caption, style: "comparison", heads: heads, rows: rows)
  }

  private var spread: String {
    input.nights == 1
      ? voice.say("in der einen Nacht", "on the one night")
      : voice.say("Mittel je Nacht, mit 95-%-Intervall", "mean per night, with its 95% interval")
  }

  private func loanCell(_ loan: LoanSummary?) -> Markup {
    guard let loan else { return "\(NumberStyle.none)" }
    let lines = [
      amount(loan.vCPUHours, "vCPU-h"), amount(loan.gigabytes, "GB"), amount(loan.cost, "EUR"),
    ]
    return .join(lines, "<br>")
  }

  private func amount(_ interval: Interval, _ unit: String) -> Markup {
    let value = MetricValue(
      id: "", scope: "", unit: unit, mean: interval.mean, low: interval.low, high: interval.high,
      n: interval.n, nights: [])
    let format = RowFormat([value], voice)
    let range = format.interval(value).map { " <small>\($0)</small>" as Markup } ?? ""
    return "<b>\(format.full(interval.mean))</b>\(range)"
  }
}

/// A lender and a service of one case, over all variants.
struct LoanPair: Hashable {
  var lender: String
  var borrower: String
  var workload: String
  var isExternal: Bool

  /// Every pair of a case, in the order of first occurrence.
  static func all(_ view: CaseView, _ input: ReportInput) -> [LoanPair] {
    var pairs: [LoanPair] = []
    for cell in input.loans where cell.case == view.id {
      for loan in cell.loans {
        let pair = LoanPair(
          lender: loan.lender, borrower: loan.borrower, workload: loan.workload,
          isExternal: loan.isExternal)
        if !pairs.contains(pair) { pairs.append(pair) }
      }
    }
    return pairs
  }

  func loan(_ column: Column, _ input: ReportInput) -> LoanSummary? {
    input.loans.first { $0.variant == column.variant && $0.case == column.case }?.loans
      .first { $0.lender == lender && $0.workload == workload }
  }
}
