import Foundation
import Testing

/// One seed, one digest: whatever kernel OpenBLAS picks, and however the program was built.
@Suite struct DeterminismTests {
  private func digest(_ program: String, _ environment: [String: String] = [:]) throws -> String {
    let scratch = try Scratch()
    let outcome = try Tool.start(
      program,
      ["run", Tool.smoke, "--nights", "2", "--results", scratch.path, "--format", "json"],
      environment: environment
    ).outcome()
    #expect(outcome.code == 0, "\(outcome.error)")
    return try Answer(outcome.out).digest
  }

  /// Kernels without SIMD to speak of, with AVX, with FMA, with AVX-512 where the CPU has it.
  @Test func sameDigestForEveryBLASKernel() throws {
    let expected = try digest(Tool.path)
    var kernels = ["Prescott", "Nehalem", "Sandybridge", "Haswell"]
    let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    if !cpu.contains(" avx2 ") { kernels.removeLast() }
    if cpu.contains(" avx512dq ") { kernels.append("SkylakeX") }
    for kernel in kernels {
      #expect(try digest(Tool.path, ["OPENBLAS_CORETYPE": kernel]) == expected, "\(kernel)")
    }
  }

  /// The C library picks its code by the CPU's features as well: nothing of ours may hang on it.
  @Test func sameDigestWithoutFusedArithmeticInTheCLibrary() throws {
    let plain = ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA"]
    #expect(try digest(Tool.path, plain) == digest(Tool.path))
  }

  /// `./dev test` builds the release binary first and names it.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"] != nil))
  func debugAndReleaseAgree() throws {
    let release = try #require(ProcessInfo.processInfo.environment["VERBUND_RELEASE_BINARY"])
    #expect(try digest(release) == digest(Tool.path))
  }
}
