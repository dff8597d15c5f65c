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
/// FMA. So the inputs are quantised: the left one to 20 bits, each column of the right one to as
/// many as leave every partial sum below 2^53. Then every product and every sum is an integer that
/// a double holds exactly, and no order of summation can change a bit.
public enum ExactProduct {
  static let leftBits = 20

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
    rescale(&product, a.scales[0], b.scales)
    return product
  }

  /// Integers in doubles, and the power of two that brings each column back.
  struct Quantised {
    var matrix: Matrix
    var scales: [Double]
  }

  static func quantise(_ left: Matrix, _ right: Matrix) -> (Quantised, Quantised) {
    precondition(left.columns == right.rows, "inner dimensions differ")
    let sumBits = Int.bitWidth - left.columns.leadingZeroBitCount
    let rightBits = min(24, 53 - leftBits - sumBits)
    precondition(rightBits >= 12, "too many basis functions for an exact product")
    var a = Quantised(matrix: left, scales: [])
    let step = scale(of: left.values, bits: leftBits)
    a.scales = [1 / step]
    for i in a.matrix.values.indices { a.matrix.values[i] = (left.values[i] * step).rounded() }
    var b = Quantised(matrix: right, scales: [])
    for column in 0..<right.columns {
      let range = column * right.rows..<(column + 1) * right.rows
      let step = scale(of: right.values[range], bits: rightBits)
      b.scales.append(1 / step)
      for i in range { b.matrix.values[i] = (right.values[i] * step).rounded() }
    }
    return (a, b)
  }

  /// The power of two that makes the largest magnitude an integer of `bits` bits.
  private static func scale(of values: some Sequence<Double>, bits: Int) -> Double {
    let top = values.reduce(0) { max($0, $1.magnitude) }
    guard top > 0 else { return 1 }
    return Double(sign: .plus, exponent: bits - 1 - Int(top.exponent), significand: 1)
  }

  static func rescale(_ product: inout Matrix, _ left: Double, _ right: [Double]) {
    for column in 0..<product.columns {
      let scale = left * right[column]
      for i in column * product.rows..<(column + 1) * product.rows { product.values[i] *= scale }
    }
  }
}
