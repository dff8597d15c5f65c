extension Draws {
  /// Exponential variates of mean 1 for consecutive visits from `first` on (page, node and attempt
  /// zero): the bits of `Distribution.exponential.quantile(uniform(…))`, in half of the time.
  ///
  /// Parts stay in the nearest cache, and both loops are plain enough for the compiler to take
  /// several visits at once.
  public func fillExponential(
    _ out: inout MutableSpan<Double>, _ purpose: Purpose, stream: UInt32, visitsFrom first: UInt32
  ) {
    out.withUnsafeMutableBufferPointer { out in
      inParts(of: out.count) { part in
        for index in part {
          out[index] = Self.unit(block(purpose, stream, first, index))
        }
        for index in part { out[index] = -Elementary.log(out[index]) }
      }
    }
  }

  /// The same, and the third word of each visit's block for a small draw of its own.
  ///
  /// - Parameter words: as many as variates.
  public func fillExponential(
    _ out: inout MutableSpan<Double>, words: inout MutableSpan<UInt32>, _ purpose: Purpose,
    stream: UInt32, visitsFrom first: UInt32
  ) {
    precondition(words.count == out.count, "a word for each variate")
    words.withUnsafeMutableBufferPointer { words in
      out.withUnsafeMutableBufferPointer { out in
        inParts(of: out.count) { part in
          for index in part {
            let block = block(purpose, stream, first, index)
            out[index] = Self.unit(block)
            words[index] = block.z
          }
          for index in part { out[index] = -Elementary.log(out[index]) }
        }
      }
    }
  }

  @inline(__always)
  private func inParts(of count: Int, _ body: (Range<Int>) -> Void) {
    for start in stride(from: 0, to: count, by: 256) { body(start..<min(start + 256, count)) }
  }

  @inline(__always)
  private func block(
    _ purpose: Purpose, _ stream: UInt32, _ first: UInt32, _ index: Int
  ) -> SIMD4<UInt32> {
    let subject = Subject(visit: first &+ UInt32(truncatingIfNeeded: index))
    return block(purpose, stream: stream, subject)
  }
}
