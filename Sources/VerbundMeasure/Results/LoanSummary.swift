/// What one site lent to one service, over the nights of a cell; a night without a loan counts 0.
public struct LoanSummary: Sendable, Hashable, Codable {
  public var lender: String
  /// The home site of the service.
  public var borrower: String
  public var workload: String
  public var isExternal: Bool
  /// vCPU-hours reserved.
  public var vCPUHours: Interval
  /// Bytes that left the lender for it, in GB (1e9 bytes).
  public var gigabytes: Interval
  /// EUR owed for it.
  public var cost: Interval

  /// Every pair of lender and service of the nights, in the order of their first occurrence.
  /// - Complexity: O(nights x loans).
  public static func summarise(_ records: [NightRecord]) -> [LoanSummary] {
    var firsts: [LoanRecord] = []
    for loan in records.flatMap(\.loans) where !firsts.contains(where: { $0.isLike(loan) }) {
      firsts.append(loan)
    }
    return firsts.map { first in
      func interval(_ amount: (LoanRecord) -> Double) -> Interval {
        Interval.mean(
          of: records.map { $0.loans.first(where: first.isLike).map(amount) ?? 0 },
          within: 0...Double.infinity)
      }
      return LoanSummary(
        lender: first.lender, borrower: first.borrower, workload: first.workload,
        isExternal: first.isExternal, vCPUHours: interval { $0.reserved.coreHours },
        gigabytes: interval { Double($0.bytes) / 1e9 }, cost: interval { Double($0.owed) / 1e8 })
    }
  }
}

extension LoanRecord {
  fileprivate func isLike(_ other: LoanRecord) -> Bool {
    lender == other.lender && workload == other.workload
  }
}
