import Foundation
import VerbundCore
import VerbundMeasure

extension NightBody {
  /// The bytes that the general encoder would write.
  static func encode(_ record: NightRecord) throws -> Data {
    if let body = try encodeFast(record) { return body }
    return try StudyJSON.encoder(pretty: false).encode(record)
  }

  /// The same with the values put in here; nil for other ones than finite numbers.
  static func encodeFast(_ record: NightRecord) throws -> Data? {
    var bare = record
    for index in bare.series.indices { bare.series[index].values = [] }
    let rest = try StudyJSON.encoder(pretty: false).encode(bare)
    return fill(rest, record.series.map(\.values))
  }

  /// Puts values between the brackets of empty ones.
  private static func fill(_ rest: Data, _ rows: [[Double?]]) -> Data? {
    let places = openings(rest)
    guard places.count == rows.count else { return nil }
    var body = Data()
    // Mostly small whole numbers.
    body.reserveCapacity(rest.count + rows.reduce(0) { $0 + 8 * $1.count })
    var kept = rest.startIndex
    for (place, row) in zip(places, rows) {
      guard let text = text(row) else { return nil }
      body.append(rest[kept..<place])
      body.append(contentsOf: text)
      kept = place
    }
    body.append(rest[kept...])
    return body
  }

  /// Behind the opening bracket of each series' values.
  private static func openings(_ bytes: Data) -> [Int] {
    bytes.withUnsafeBytes { buffer in
      buffer.indices.lazy.filter { isKey(buffer, $0) }.map { bytes.startIndex + $0 + key.count }
    }
  }

  private static func text(_ row: [Double?]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(8 * row.count)
    for (place, value) in row.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      guard let value else {
        text.append(contentsOf: "null".utf8)
        continue
      }
      guard value.isFinite else { return nil }
      text.append(contentsOf: value.shortest.utf8)
    }
    return text
  }
}
