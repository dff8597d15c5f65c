import Foundation
import VerbundCore

/// Facts of the machine and the program, for the manifest alone: no result depends on them.
enum MachineFacts {
  /// SHA-256 of the running program's file, read once; empty where it cannot be read.
  static let binary: String = {
    guard let bytes = Disk.read("/proc/self/exe") else { return "" }
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize().description
  }()

  static func collect(jobs: Int) -> Manifest.Machine {
    Manifest.Machine(
      binary: binary, cpu: field("model name", of: "/proc/cpuinfo") ?? "unknown",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString, jobs: jobs,
      peakMemory: peakMemory)
  }

  /// Bytes.
  static var peakMemory: Int64 {
    let text = field("VmHWM", of: "/proc/self/status") ?? ""
    return (Int64(text.prefix { $0.isNumber }) ?? 0) * 1_024
  }

  /// The first `name: value` of a file of the kernel's.
  private static func field(_ name: String, of path: String) -> String? {
    guard let text = Disk.read(path).map({ String(decoding: $0, as: UTF8.self) }) else {
      return nil
    }
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return nil
  }
}
