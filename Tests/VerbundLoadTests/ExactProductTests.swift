import Testing

@testable import VerbundLoad

/// The slow twin: three loops over the same quantised inputs.
func slowProduct(_ left: Matrix, _ right: Matrix) -> Matrix {
  let (a, b) = ExactProduct.quantise(left, right)
  var product = Matrix(rows: left.rows, columns: right.columns)
  for row in 0..<left.rows {
    for column in 0..<right.columns {
      var sum = 0.0
      for k in 0..<left.columns { sum += a.matrix[row, k] * b.matrix[k, column] }
      product[row, column] = sum
    }
  }
  ExactProduct.rescale(&product, b.scales)
  return product
}

func wave(_ rows: Int, _ columns: Int, _ step: Double) -> Matrix {
  var matrix = Matrix(rows: rows, columns: columns)
  for i in matrix.values.indices {
    let x = Double(i) * step
    matrix.values[i] = (x - x.rounded(.down) - 0.3) * Double(1 + i % 977)
  }
  return matrix
}

@Suite struct ExactProductTests {
  @Test(arguments: [(1, 1, 1), (600, 18, 7), (61, 130, 33), (1_440, 32, 64)])
  func sameBitsAsTheSlowTwin(rows: Int, inner: Int, columns: Int) {
    let a = wave(rows, inner, 0.618)
    let b = wave(inner, columns, 0.377)
    let fast = ExactProduct.multiply(a, b)
    let slow = slowProduct(a, b)
    #expect(fast.values.map(\.bitPattern) == slow.values.map(\.bitPattern))
  }

  /// Quantisation costs little: the plain product differs by less than 1e-5 of the largest term
  /// sum.
  @Test func quantisationIsFine() {
    let a = wave(50, 20, 0.618)
    let b = wave(20, 10, 0.377)
    let product = ExactProduct.multiply(a, b)
    for row in 0..<50 {
      for column in 0..<10 {
        var sum = 0.0
        var size = 0.0
        for k in 0..<20 {
          sum += a[row, k] * b[k, column]
          size += 977.0 * 977
        }
        #expect(abs(product[row, column] - sum) < 1e-5 * size)
      }
    }
  }

  @Test func zeroMatrices() {
    let zero = Matrix(rows: 3, columns: 3)
    #expect(ExactProduct.multiply(zero, zero) == zero)
  }

  /// A tall function of one service leaves the other's column as it was, bit by bit.
  @Test func aTallNeighbourChangesNothing() {
    func stacked(_ height: Double) -> Matrix {
      var a = Matrix(rows: 30, columns: 4)
      var b = Matrix(rows: 4, columns: 2)
      for row in 0..<30 {
        for inner in 0..<4 { a[row, inner] = 0.1 + Double((row * 7 + inner * 3) % 11) / 17 }
        a[row, 3] *= height
      }
      b[0, 0] = 0.3
      b[1, 0] = 0.7
      b[2, 1] = 0.2
      b[3, 1] = height
      return ExactProduct.multiply(a, b)
    }
    let low = stacked(1)
    let tall = stacked(900)
    #expect(low.values[..<30] == tall.values[..<30])
    #expect(low.values[30...] != tall.values[30...])
  }

  /// The order of the sums does not matter, which is the whole point.
  @Test func innerOrderDoesNotMatter() {
    let a = wave(40, 30, 0.618)
    let b = wave(30, 5, 0.377)
    var ra = a
    var rb = b
    for k in 0..<30 {
      for row in 0..<40 { ra[row, k] = a[row, 29 - k] }
      for column in 0..<5 { rb[k, column] = b[29 - k, column] }
    }
    #expect(ExactProduct.multiply(a, b) == ExactProduct.multiply(ra, rb))
  }
}
