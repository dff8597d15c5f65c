import VerbundModel

/// One variant with its colour and dashes on a page.
struct VariantStyle: Hashable {
  var variant: String
  var title: LocalizedText
  /// 0 to 7; more variants than styles begin again.
  var style: Int
}

extension VariantStyle {
  /// Of a curve that stands for all variants.
  static let common = 8
}

extension ReportInput {
  /// All variants in the order of the tables: the same style in every figure of a page.
  var variantStyles: [VariantStyle] {
    var styles: [VariantStyle] = []
    for table in tables where !styles.contains(where: { $0.variant == table.variant }) {
      let cell = experiment.cells.first { $0.variant == table.variant }
      styles.append(
        VariantStyle(
          variant: table.variant, title: cell?.variantName ?? LocalizedText(table.variant),
          style: styles.count % 8))
    }
    return styles
  }

  func style(of variant: String) -> Int {
    variantStyles.first { $0.variant == variant }?.style ?? 0
  }
}
