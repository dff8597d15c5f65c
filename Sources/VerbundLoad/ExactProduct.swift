import COpenBLAS

/// A matrix of doubles, column-major: `values[column * rows + row]`.
public struct Matrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  public var values: [Double]

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = [Double](repeating: 0, count: rows * columns)
  }

  public subscript(row: Int, column: Int) -> Double {
    get { values[column * rows + row] }
    set { values[column * rows + row] = newValue }
  }
}

/// A product of matrices with the same bits on every CPU, kernel and number of threads.
///
/// OpenBLAS picks its kernel by the CPU, and kernels differ in the order of sums and in the use of
/// FMA. So the inputs are quantised to 20 bits each (every column of both by a power of two of its
/// own), and at most 8,192 terms are summed: every product and every partial sum is an integer
/// below
/// 2^53, which a double holds exactly, and no order of summation can change a bit.
public enum ExactProduct {
  static let bits = 20
  /// Most functions that a product can sum over.
  static let largestInner = 1 << (53 - 2 * bits)

  /// `left` (T x K) times `right` (K x S), both finite. - Complexity: O(T K S), one `dgemm`.
  public static func multiply(_ left: Matrix, _ right: Matrix) -> Matrix {
    let (a, b) = quantise(left, right)
    var product = Matrix(rows: left.rows, columns: right.columns)
    openblas_set_num_threads(1)
    a.matrix.values.withUnsafeBufferPointer { a in
      b.matrix.values.withUnsafeBufferPointer { b in
        product.values.withUnsafeMutableBufferPointer { c in
          cblas_dgemm(
            CblasColMajor, CblasNoTrans, CblasNoTrans,
            Int32(left.rows), Int32(right.columns), Int32(left.columns),
            1, a.baseAddress, Int32(left.rows), b.baseAddress, Int32(right.rows),
            0, c.baseAddress, Int32(left.rows))
        }
      }
    }
    rescale(&product, b.scales)
    return product
  }

  /// Integers in doubles, and the power of two that brings each column back.
  struct Quantised {
    var matrix: Matrix
    var scales: [Double]
  }

  static func quantise(_ left: Matrix, _ right: Matrix) -> (Quantised, Quantised) {
    precondition(left.columns == right.rows, "inner dimensions differ")
    precondition(left.columns <= largestInner, "too many functions for an exact product")
    var a = Quantised(matrix: left, scales: [])
    var b = Quantised(matrix: right, scales: [])
    // Each function has a scale of its own, taken back in the weights' rows: a tall function of one
    // service must not cost another's precision, or adding the one would change the other.
    for inner in 0..<left.columns {
      let range = inner * left.rows..<(inner + 1) * left.rows
      let step = scale(of: left.values[range], bits: bits)
      for i in range { a.matrix.values[i] = (left.values[i] * step).rounded() }
      for column in 0..<right.columns { b.matrix[inner, column] = right[inner, column] / step }
    }
    for column in 0..<right.columns {
      let range = column * right.rows..<(column + 1) * right.rows
      let step = scale(of: b.matrix.values[range], bits: bits)
      b.scales.append(1 / step)
      for i in range { b.matrix.values[i] = (b.matrix.values[i] * step).rounded() }
    }
    return (a, b)
  }

  /// The power of two that makes the largest magnitude an integer of `bits` bits.
  private static func scale(of values: some Sequence<Double>, bits: Int) -> Double {
    let top = values.reduce(0) { max($0, $1.magnitude) }
    // What is smaller than any figure of a scenario counts as nought.
    guard top > 1e-150 else { return 1 }
    return Double(sign: .plus, exponent: bits - 1 - Int(top.exponent), significand: 1)
  }

  static func rescale(_ product: inout Matrix, _ scales: [Double]) {
    for (column, scale) in scales.enumerated() {
      for i in column * product.rows..<(column + 1) * product.rows { product.values[i] *= scale }
    }
  }
}
