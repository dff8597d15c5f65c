import VerbundCore
import VerbundMeasure

/// What `manifest.json` says of a run: its inputs, the digests of its results, and how it was made.
///
/// Everything but `machine` and `clock` is the same on every machine.
public struct Manifest: Sendable, Hashable, Codable {
  /// Version of this format.
  public var verbund = 1
  public var scenario: String
  /// Digest of the inputs, 64 hexadecimal digits.
  public var run: String
  public var seed: UInt64
  public var nights: Int
  /// In the order of the cells, without doubles; so are the cases.
  public var variants: [String]
  public var cases: [String]
  public var fidelity: Fidelity
  public var modelVersion: Int
  /// SHA-256 over the digests of the cells.
  public var digest: String
  public var cells: [CellEntry]
  public var machine: Machine
  public var clock: Clock

  private enum CodingKeys: String, CodingKey {
    case verbund, scenario, run, seed, nights, variants, cases, fidelity, digest, cells, machine
    case clock
    case modelVersion = "model-version"
  }

  /// One cell: its results as a digest, and the digests of its nights.
  public struct CellEntry: Sendable, Hashable, Codable {
    public var variant: String
    public var `case`: String
    public var fidelity: Fidelity
    public var digest: String
    /// Digest of who came when; equal in cells that saw the same people.
    public var arrivals: String
    public var nights: [NightEntry]
  }

  /// One night: digests of its event sequence, of its arrivals and of its results.
  public struct NightEntry: Sendable, Hashable, Codable {
    public var night: Int
    public var trace: String
    public var arrivals: String
    public var events: Int64
    public var results: String

    /// - Parameter digest: of the record's results.
    init(_ record: NightRecord, _ digest: Digest) {
      night = record.night
      trace = record.trace
      arrivals = record.arrivals
      events = record.events
      results = digest.description
    }
  }

  /// What the run was made with; differs between machines.
  public struct Machine: Sendable, Hashable, Codable {
    /// SHA-256 of the program file.
    public var binary: String
    public var cpu: String
    public var cores: Int
    public var system: String
    /// Threads used.
    public var jobs: Int
    /// Largest resident memory, bytes.
    public var peakMemory: Int64

    private enum CodingKeys: String, CodingKey {
      case binary, cpu, cores, system, jobs
      case peakMemory = "peak-memory-bytes"
    }
  }

  /// Wall-clock times; a resumed run counts its last part.
  public struct Clock: Sendable, Hashable, Codable {
    public var started: String
    public var ended: String
    public var seconds: Double
  }
}
