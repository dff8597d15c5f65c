import Foundation
import VerbundMeasure

/// The record of a night as JSON. Nearly all of it are the values of the series, which a general
/// coder takes one by one: they are cut out, read or written here, and put back.
enum NightBody {
  static func decode(_ bytes: Data) -> NightRecord? {
    let decoder = StudyJSON.decoder
    // What is not as the encoder writes it goes the general way.
    guard let (rest, rows) = cut(bytes),
      var record = try? decoder.decode(NightRecord.self, from: rest),
      record.series.count == rows.count
    else { return try? decoder.decode(NightRecord.self, from: Data(bytes)) }
    for index in rows.indices { record.series[index].values = rows[index] }
    return record
  }

  /// As a key alone: in a text its quotes would be escaped.
  static let key = Array("\"values\":[".utf8)

  /// The JSON with empty values, and the values; nil for other ones than numbers and `null`.
  static func cut(_ bytes: Data) -> (rest: Data, rows: [[Double?]])? {
    bytes.withUnsafeBytes { buffer -> (rest: Data, rows: [[Double?]])? in
      var rest = Data()
      var rows: [[Double?]] = []
      var kept = 0
      var index = 0
      while index < buffer.count {
        guard isKey(buffer, index) else {
          index += 1
          continue
        }
        var reader = NumberReader(buffer: buffer, index: index + key.count)
        guard let row = reader.row(like: rows.last?.count ?? 0) else { return nil }
        rows.append(row)
        rest.append(contentsOf: buffer[kept..<(index + key.count)])
        // The closing bracket stays.
        (kept, index) = (reader.index - 1, reader.index)
      }
      rest.append(contentsOf: buffer[kept...])
      return (rest, rows)
    }
  }

  static func isKey(_ buffer: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    guard buffer[index] == key[0], index + key.count <= buffer.count else { return false }
    return buffer[index..<(index + key.count)].elementsEqual(key)
  }
}

/// Numbers and `null` with commas between, up to the closing bracket.
private struct NumberReader {
  let buffer: UnsafeRawBufferPointer
  /// Behind the opening bracket, and in the end behind the closing one.
  var index: Int

  private var byte: UInt8 { index < buffer.count ? buffer[index] : 0 }

  mutating func row(like count: Int) -> [Double?]? {
    var row: [Double?] = []
    row.reserveCapacity(count)
    if byte == UInt8(ascii: "]") {
      index += 1
      return row
    }
    while true {
      if byte == UInt8(ascii: "n") {
        guard buffer[index...].starts(with: "null".utf8) else { return nil }
        row.append(nil)
        index += 4
      } else {
        guard let number = number() else { return nil }
        row.append(number)
      }
      let separator = byte
      index += 1
      if separator == UInt8(ascii: "]") { return row }
      guard separator == UInt8(ascii: ",") else { return nil }
    }
  }

  private mutating func number() -> Double? {
    let start = index
    var whole: Int64 = 0
    var isWhole = true
    while true {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        whole = whole &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        isWhole = false
      default: return index > start && index < buffer.count ? value(start, isWhole, whole) : nil
      }
      index += 1
    }
  }

  /// Whole numbers of up to 15 digits are exact in a double.
  private func value(_ start: Int, _ isWhole: Bool, _ whole: Int64) -> Double? {
    if isWhole, index - start <= 15 { return Double(whole) }
    guard let base = buffer.baseAddress else { return nil }
    let text = base.advanced(by: start).assumingMemoryBound(to: CChar.self)
    var end: UnsafeMutablePointer<CChar>?
    // A byte that is part of no number follows, so it stops within the buffer.
    let value = strtod(text, &end)
    guard let end, UnsafePointer(end) == text + (index - start), value.isFinite else { return nil }
    return value
  }
}
