import Foundation
import VerbundCore
import VerbundMeasure

/// A finished night on disk: a header that says whose it is, and the record with its checksum.
enum NightFile {
  /// Whose night this is. A file with another header is foreign and is not read.
  struct Header: Codable, Equatable {
    var verbund = 1
    var run: String
    var binary: String
    var variant: String
    var `case`: String
    var night: Int
    var checksum = ""
  }

  /// `<variant>--<case>--<night>.json`, unique and safe whatever the names hold.
  static func name(variant: String, case: String, night: Int) -> String {
    let parts = [variant, `case`].filter { !$0.isEmpty }.map(escaped)
    return (parts + [String(night)]).joined(separator: "--") + ".json"
  }

  private static func escaped(_ name: String) -> String {
    var text = ""
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "-") where !text.isEmpty && !text.hasSuffix("-"):
        text += "-"
      default:
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return text
  }

  /// One JSON object; the record stands last, so that its bytes can be cut out and checked.
  static func encode(_ record: NightRecord, header: Header) throws(StudyError) -> Data {
    do {
      let body = try NightBody.encode(record)
      var signed = header
      signed.checksum = checksum(body)
      var bytes = try StudyJSON.encoder(pretty: false).encode(signed)
      bytes.removeLast()
      bytes.append(seam)
      bytes.append(body)
      bytes.append(end)
      return bytes
    } catch {
      throw .inputOutput(path: "night \(header.night)", reason: "\(error)")
    }
  }

  /// The record, or nil if the file is missing, foreign or damaged.
  static func decode(_ bytes: Data, header: Header) -> NightRecord? {
    guard let cut = bytes.range(of: seam), bytes.suffix(end.count) == end,
      cut.upperBound <= bytes.endIndex - end.count
    else { return nil }
    let body = bytes[cut.upperBound..<(bytes.endIndex - end.count)]
    let decoder = StudyJSON.decoder
    var head = Data(bytes[..<cut.lowerBound])
    head.append(UInt8(ascii: "}"))
    guard let found = try? decoder.decode(Header.self, from: head) else { return nil }
    var expected = header
    expected.checksum = checksum(body)
    guard found == expected,
      let record = NightBody.decode(body), record.night == header.night
    else { return nil }
    return record
  }

  private static let seam = Data(",\"record\":".utf8)
  private static let end = Data("}\n".utf8)

  private static func checksum(_ bytes: Data) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize().description
  }
}

/// JSON with sorted keys: the same value, the same bytes.
enum StudyJSON {
  static func encoder(pretty: Bool) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}
