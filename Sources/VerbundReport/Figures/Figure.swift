import VerbundCore

/// One picture of a report as plain values in one language. It is drawn as SVG and as Vega-Lite,
/// told as a table, and written as CSV, all from here.
public struct Figure: Sendable, Hashable {
  /// Letters, digits and hyphens, unique among the figures of a page in one language.
  public var id: String
  public var title: String
  /// One sentence made from the figures.
  public var finding: String
  /// How it is to be read; may be empty.
  public var note: String
  public var shape: Shape

  /// What is drawn.
  public enum Shape: Sendable, Hashable {
    case evening(Evening)
    case bars(Bars)
  }

  public init(id: String, title: String, finding: String, note: String = "", shape: Shape) {
    self.id = id
    self.title = title
    self.finding = finding
    self.note = note
    self.shape = shape
  }
}

extension Figure {
  /// Panels one below the other over one axis of time.
  public struct Evening: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00Z.
    public var start: Int64
    /// Offset of the local clock from UTC, seconds.
    public var utcOffset: Int
    /// Length of a step.
    public var step: Nanoseconds
    public var panels: [Panel]

    public init(start: Int64, utcOffset: Int, step: Nanoseconds, panels: [Panel]) {
      self.start = start
      self.utcOffset = utcOffset
      self.step = step
      self.panels = panels
    }
  }

  /// One axis of values with its curves, one per variant.
  public struct Panel: Sendable, Hashable {
    public var title: String
    /// As it stands behind a figure, `%` for shares; values are in it already.
    public var unit: String
    /// The value at the top of the axis; nil for a round number above all curves.
    public var top: Double?
    public var mark: Mark?
    public var curves: [Curve]

    public init(
      title: String, unit: String, top: Double? = nil, mark: Mark? = nil, curves: [Curve]
    ) {
      self.title = title
      self.unit = unit
      self.top = top
      self.mark = mark
      self.curves = curves
    }
  }

  /// A value that others are held against, such as a target.
  public struct Mark: Sendable, Hashable {
    public var value: Double
    public var title: String

    public init(value: Double, title: String) {
      self.value = value
      self.title = title
    }
  }

  /// One variant's course: a value per step, nil where a step has none.
  public struct Curve: Sendable, Hashable {
    public var title: String
    /// Colour and dashes of the variant, 0 to 7: the same in all figures of a page.
    public var style: Int
    public var mean: [Double?]
    /// The 95 % interval; empty where there is none.
    public var low: [Double?]
    public var high: [Double?]

    public init(
      title: String, style: Int, mean: [Double?], low: [Double?] = [], high: [Double?] = []
    ) {
      self.title = title
      self.style = style
      self.mean = mean
      self.low = low
      self.high = high
    }
  }

  /// Groups of horizontal bars over one axis of values.
  public struct Bars: Sendable, Hashable {
    public var title: String
    public var unit: String
    public var top: Double?
    public var mark: Mark?
    public var bars: [Bar]

    public init(
      title: String, unit: String, top: Double? = nil, mark: Mark? = nil, bars: [Bar]
    ) {
      self.title = title
      self.unit = unit
      self.top = top
      self.mark = mark
      self.bars = bars
    }
  }

  /// One bar: a variant in a group, such as a case.
  public struct Bar: Sendable, Hashable {
    public var group: String
    public var title: String
    public var style: Int
    public var value: Double?
    public var low: Double?
    public var high: Double?

    public init(
      group: String, title: String, style: Int, value: Double?, low: Double? = nil,
      high: Double? = nil
    ) {
      self.group = group
      self.title = title
      self.style = style
      self.value = value
      self.low = low
      self.high = high
    }
  }
}
