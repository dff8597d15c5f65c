/// A bent arrow from one point to another, as SVG paths.
struct MapArrow {
  let from: (x: Double, y: Double)
  let to: (x: Double, y: Double)
  /// Sideways bend, as a share of the distance.
  let bend: Double

  private var control: (x: Double, y: Double) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    return ((from.x + to.x) / 2 - dy * bend, (from.y + to.y) / 2 + dx * bend)
  }

  /// Ends a little before the mark of the borrower.
  private var tip: (x: Double, y: Double) {
    let (dx, dy) = (to.x - control.x, to.y - control.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 16 else { return to }
    return (to.x - dx / length * 8, to.y - dy / length * 8)
  }

  var path: String {
    "M\(tenth(from.x)) \(tenth(from.y))Q\(tenth(control.x)) \(tenth(control.y)) "
      + "\(tenth(tip.x)) \(tenth(tip.y))"
  }

  /// A triangle at the end.
  var head: String {
    let (dx, dy) = (tip.x - control.x, tip.y - control.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    let (ux, uy) = (dx / length, dy / length)
    let base = (x: tip.x - ux * 11, y: tip.y - uy * 11)
    return "M\(tenth(tip.x)) \(tenth(tip.y))"
      + "L\(tenth(base.x - uy * 5.5)) \(tenth(base.y + ux * 5.5))"
      + "L\(tenth(base.x + uy * 5.5)) \(tenth(base.y - ux * 5.5))Z"
  }
}
