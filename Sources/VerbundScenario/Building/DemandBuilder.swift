import VerbundCore
import VerbundModel

extension CellBuilder {
  mutating func buildDemand(_ record: Record) -> Demand {
    let noise = record.record("noise")
    let window = buildWindow(record.record("window"))
    let profile = buildProfile(record.record("profile"))
    let regions = buildRegions(record)
    let bursts = record.records("bursts").map { buildBurst($0.record) }
    if let window, !profile.isEmpty, !isPositive(profile, over: window) {
      issues.append(record.issue("profile", "is zero all over the window"))
    }
    return Demand(
      regions: regions, hitsPerThousand: record.number("hits-per-thousand") ?? 0,
      profile: profile, window: window ?? 0..<frame.horizon.length, bursts: bursts,
      noise: Noise(
        deviation: noise.number("deviation") ?? 0, correlation: noise.number("correlation") ?? 0))
  }

  private mutating func buildRegions(_ record: Record) -> [RegionShare] {
    if record.tree["regions"]?.isMapping == true, record.tree["regions"]?.entries.isEmpty == true {
      issues.append(record.issue("regions", "there must be a region"))
    }
    return record.amounts("regions").compactMap { entry, value in
      var tree = entry.value
      tree.position = entry.keyPosition
      guard case .number(let share) = value,
        use(\.regions, "regions", entry.key, NetworkTables.region, at: tree) != nil
      else { return nil }
      return RegionShare(region: entry.key, share: share)
    }
  }

  private mutating func buildWindow(_ record: Record) -> Range<Nanoseconds>? {
    guard let from = instant(record, "from"), let to = instant(record, "to", after: from) else {
      return nil
    }
    return from..<to
  }

  private mutating func buildProfile(_ record: Record) -> [ProfilePoint] {
    if let points = record.tree["points"], points.isMapping, points.entries.isEmpty {
      issues.append(record.issue("points", "there must be a point"))
    }
    return times(record, "points").map { ProfilePoint(at: $0.at, value: $0.value) }
  }

  private mutating func buildBurst(_ record: Record) -> Burst {
    let at = instant(record, "at")
    let rise = record.time("rise")
    let fall = record.time("fall")
    if rise == 0, fall == 0 {
      issues.append(record.issue("fall", "a burst must last", hint: "rise and fall are both 0"))
    }
    return Burst(
      at: at ?? 0, rise: rise ?? 0, fall: fall ?? 0, height: record.number("height") ?? 0)
  }

  /// Values by time of day, sorted by their time in the horizon.
  mutating func times(
    _ record: Record, _ key: String
  ) -> [(at: Nanoseconds, value: Double, tree: Tree)] {
    guard case .timeMap(let inner) = record.table.key(key)?.kind else { return [] }
    var points: [(at: Nanoseconds, value: Double, tree: Tree)] = []
    for entry in record.tree[key]?.entries ?? [] {
      guard case .minuteOfDay(let minute) = try? Kind.time.value(of: entry.key),
        let value = try? inner.value(of: entry.value)
      else { continue }
      guard let at = frame.instant(minuteOfDay: minute) else {
        issues.append(
          Issue(
            at: entry.keyPosition, path: entry.value.path, "the time lies outside the horizon"))
        continue
      }
      switch value {
      case .number(let number): points.append((at, number, entry.value))
      case .whole(let whole): points.append((at, Double(whole), entry.value))
      default: break
      }
    }
    return points.sorted { $0.at < $1.at }
  }

  /// Whether the piecewise linear profile is above zero somewhere in the window.
  private func isPositive(_ profile: [ProfilePoint], over window: Range<Nanoseconds>) -> Bool {
    let before = profile.last { $0.at <= window.lowerBound } ?? profile[0]
    let after = profile.first { $0.at >= window.upperBound } ?? profile[profile.count - 1]
    return before.value > 0 && before.at < window.upperBound
      || after.value > 0 && after.at > window.lowerBound
      || profile.contains { $0.value > 0 && window.contains($0.at) }
  }
}
