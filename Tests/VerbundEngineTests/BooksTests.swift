import Testing
import VerbundCore
import VerbundModel
import VerbundPlan

@testable import VerbundEngine

/// The books must see a cooked account: each case falsifies one and expects its name.
@Suite struct BooksTests {
  private func halfway(_ cook: (inout Federation) -> Void) throws -> String? {
    var federation = busyFederation()
    federation.lending.order = .automatic
    let plan = try Plan.compile(federation.scenario)
    var kernel = Kernel(Federation(plan, demand: plainDemand(plan), seed: 1, night: 0))
    kernel.model.begin(&kernel.agenda)
    let end = 15 * Nanoseconds.minute
    let finished = kernel.run(until: end)
    #expect(finished)
    kernel.model.synchronise(end)
    cook(&kernel.model)
    do {
      try kernel.model.closeBooks(slot: 14, kernel.agenda)
    } catch .booksDoNotBalance(let text) {
      return text
    }
    return nil
  }

  @Test func honestBooksClose() throws { #expect(try halfway { _ in } == nil) }

  @Test func aLostPageViewIsFound() throws {
    let text = try halfway { $0.counters[0].completed -= 1 }
    #expect(text?.contains("page views of portal") == true)
  }

  @Test func aShortenedWaitIsFound() throws {
    let text = try halfway { $0.counters[0].finishedTime -= 1 }
    #expect(text?.contains("Little's law") == true)
  }

  @Test func aLostVisitIsFound() throws {
    let text = try halfway { $0.counters[0].visitsServed += 1 }
    #expect(text?.contains("visits of portal") == true)
  }

  @Test func aForgottenConnectionIsFound() throws {
    let text = try halfway { $0.doors[0].held += 1 }
    #expect(text?.contains("connections of portal") == true)
  }

  @Test func unbookedWorkIsFound() throws {
    let text = try halfway { $0.meter.work.at(0).row += 1 }
    #expect(text?.contains("work of host 0") == true)
  }

  @Test func unbookedEnergyIsFound() throws {
    let text = try halfway { $0.meter.hosts.at(0).row.energy += 1 }
    #expect(text?.contains("energy of home") == true)
  }

  @Test func energyThatIsUsedTwiceIsFound() throws {
    let text = try halfway { $0.meter.sites.at(0).row.energy += 1 }
    #expect(text?.contains("energy of home") == true)
  }

  @Test func aLostByteIsFound() throws {
    let text = try halfway { $0.messages.delivered -= 1 }
    #expect(text?.contains("bytes") == true)
  }

  @Test func anUnbookedReplicaIsFound() throws {
    let text = try halfway { $0.scalers[0].home.removeLast() }
    #expect(text?.contains("capacity of host") == true)
  }

  @Test func aForgottenRequestIsFound() throws {
    let text = try halfway { $0.replicas[0].bound += 1 }
    #expect(text?.contains("replica 0") == true)
  }

  @Test func aForgottenLoanIsFound() throws {
    let text = try halfway { federation in
      federation.loans.take(1, host: 2, site: 1, workload: 0, at: 0)
    }
    #expect(text?.contains("loan of lender to portal") == true)
  }
}
