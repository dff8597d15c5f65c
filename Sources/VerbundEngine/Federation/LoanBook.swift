import VerbundCore
import VerbundMeasure
import VerbundPlan

/// Who may still lend how much, and what was lent: each loan booked on both sides.
struct LoanBook {
  /// One lender for one workload.
  struct Account: BitwiseCopyable {
    /// The lender's side: an integral over what it has out.
    var vCPU: Int64 = 0
    var since: Nanoseconds = 0
    var lent: Int128 = 0
    /// The borrower's side: a sum over replicas given back.
    var returned: Int128 = 0
    var egress: Int64 = 0
  }

  /// vCPUs that each site still offers, and that each host still has for lending.
  var offerLeft: [Int]
  private(set) var free: [Int]
  /// What lost hosts would have for lending; nil where a host stands.
  private var withheld: [Int?]
  private(set) var accounts: [Account]
  /// Sites to ask, by workload: lenders, then external suppliers.
  let lenders: [[Int]]
  let suppliers: [[Int]]
  /// From when each component's image lies on each host; nil where it was never pulled.
  private var image: [Nanoseconds?]
  private let siteCount: Int
  private let componentCount: Int

  init(_ plan: Plan) {
    let lending = plan.scenario.lending
    siteCount = plan.sites.count
    componentCount = plan.components.count
    var offers = [Int](repeating: 0, count: plan.sites.count)
    func sites(_ names: [(String, Int)]) -> [Int] {
      names.compactMap { name, vCPU in
        guard let site = plan.sites.firstIndex(where: { $0.id == name }) else { return nil }
        offers[site] = vCPU
        return site
      }
    }
    let asked =
      lending.order == .none ? [] : sites(lending.offers.map { ($0.site, $0.vCPU) })
    let rented = sites(plan.scenario.overflow.offers.map { ($0.site, $0.vCPU) })
    lenders = plan.workloads.map { NearestFirst().order(asked, home: $0.home, plan: plan) }
    suppliers = plan.workloads.map { workload in rented.filter { $0 != workload.home } }
    offerLeft = offers
    var left = plan.hosts.map(\.free)
    for replica in plan.setAside {
      left[replica.host] -= plan.components[replica.component].component.workers
    }
    free = zip(plan.hosts, left).map { host, left in
      plan.sites[host.site].isExternal
        ? left : Int((Double(left) * (1 - lending.keepFree)).rounded(.down))
    }
    withheld = Array(repeating: nil, count: plan.hosts.count)
    accounts = Array(repeating: Account(), count: plan.workloads.count * plan.sites.count)
    image = Array(repeating: nil, count: plan.hosts.count * plan.components.count)
  }

  mutating func take(_ vCPU: Int, host: Int, site: Int, workload: Int, at now: Nanoseconds) {
    offerLeft[site] -= vCPU
    free[host] -= vCPU
    change(Int64(vCPU), site, workload, now)
  }

  mutating func giveBack(
    _ vCPU: Int, host: Int, site: Int, workload: Int, since: Nanoseconds, at now: Nanoseconds
  ) {
    offerLeft[site] += vCPU
    if let held = withheld[host] { withheld[host] = held + vCPU } else { free[host] += vCPU }
    change(-Int64(vCPU), site, workload, now)
    accounts[workload * siteCount + site].returned += Int128(vCPU) * Int128(now - since)
  }

  /// Nothing is lent on a lost host.
  mutating func lose(host: Int) { (withheld[host], free[host]) = (free[host], 0) }

  mutating func restore(host: Int) {
    free[host] = withheld[host] ?? free[host]
    withheld[host] = nil
  }

  private mutating func change(
    _ vCPU: Int64, _ site: Int, _ workload: Int, _ now: Nanoseconds
  ) {
    let index = workload * siteCount + site
    accounts[index].lent += Int128(accounts[index].vCPU) * Int128(now - accounts[index].since)
    accounts[index].since = now
    accounts[index].vCPU += vCPU
  }

  mutating func accrue(_ now: Nanoseconds) {
    for index in accounts.indices {
      change(0, index % siteCount, index / siteCount, now)
    }
  }

  /// Bytes that leave `site` for a workload whose home is elsewhere.
  @inline(__always)
  mutating func addEgress(_ bytes: Int64, site: Int, workload: Int) {
    accounts[workload * siteCount + site].egress += bytes
  }

  func imageReady(_ component: Int, host: Int) -> Nanoseconds? {
    image[host * componentCount + component]
  }

  mutating func setImage(_ component: Int, host: Int, at time: Nanoseconds) {
    image[host * componentCount + component] = time
  }
}
