/// Style of drawings and figures: in the page with the page's colours, in a file with its own.
enum FigureStyle {
  static let sheet: Markup = """

    figure{margin:1.2rem 0 2rem}
    .spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    figure>h3,figure>h4{margin:1.4rem 0 .2rem}
    .note{color:var(--soft);font-size:.9em}
    .chart{display:block;width:100%;max-width:60rem;min-width:40rem;height:auto}
    .sprite{position:absolute;width:0;height:0;overflow:hidden}
    \(drawing)
    .vega{width:100%;max-width:60rem;min-width:0}
    .vega .vega-embed{display:block;width:100%;padding:0}
    .vega svg{max-width:100%;height:auto}
    .vega-embed summary{display:none}
    .controls{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;
    padding:.5rem 1rem}
    .controls span{display:inline-block;margin:.2rem 1.25rem .2rem 0}.controls label{margin:0}
    .controls input{accent-color:var(--link);width:1.1rem;height:1.1rem;vertical-align:-.15rem}
    #vg-tooltip-element{position:fixed;visibility:hidden;z-index:1000;padding:.4rem .6rem;
    background:var(--panel);color:var(--fg);border:1px solid var(--line);border-radius:.3rem;
    font:.85rem/1.4 system-ui,"DejaVu Sans",sans-serif;pointer-events:none}
    #vg-tooltip-element.visible{visibility:visible}
    #vg-tooltip-element td{padding:.1rem .4rem;border:0;text-align:left}
    #vg-tooltip-element td.key{color:var(--soft)}
    @media screen{.drawn>.chart{display:none}}
    @media print{.vega,.controls{display:none}figure{break-inside:avoid;margin:3mm 0 5mm}
    .chart{min-width:0;width:74%}figure>h3,figure>h4{margin:2mm 0 1mm}}

    """

  /// The light colours as they are, since not every program knows variables.
  static let standalone: Markup = {
    let family: Markup =
      ".chart{font-family:\"DejaVu Sans\",system-ui,\"Segoe UI\",Roboto,sans-serif}"
    let rules = light.reduce((family + drawing).text) { text, colour in
      text.replacing("var(--\(colour.name))", with: colour.value)
    }
    return Markup(stringLiteral: rules)
  }()

  /// As in the page's style sheet.
  static let light: [(name: String, value: String)] = [
    ("fg", "#1b2026"), ("bg", "#fff"), ("soft", "#4a545f"), ("line", "#c3cad2"),
    ("c0", "#0b5cad"), ("c1", "#b3420b"), ("c2", "#00705a"), ("c3", "#7a3e9d"),
    ("c4", "#6b5d00"), ("c5", "#a0245e"), ("c6", "#3d4a5c"), ("c7", "#7d4a10"),
  ]

  /// The light colour of a variant's style.
  static func light(style: Int) -> String {
    let name = style == VariantStyle.common ? "fg" : "c\(style)"
    return light.first { $0.name == name }?.value ?? "#000"
  }

  private static let drawing: Markup = """
    .chart text{fill:var(--fg);font-size:26px}.chart .soft{fill:var(--soft)}
    .chart .halo{paint-order:stroke;stroke:var(--bg);stroke-width:8px}
    .chart .head,.chart .group{font-weight:600}
    .grid{stroke:var(--line);stroke-width:1.5;fill:none}
    .target{stroke:var(--soft);stroke-width:3;stroke-dasharray:2 8;stroke-linecap:round}
    .lead-line{stroke:var(--soft);stroke-width:1.5;fill:none}
    .curve{fill:none;stroke-width:4;stroke-linejoin:round}.band{stroke:none;fill-opacity:.16}
    .whisker{fill:none;stroke:var(--fg);stroke-width:3}
    .s0{stroke:var(--c0)}.s1{stroke:var(--c1);stroke-dasharray:18 8}
    .s2{stroke:var(--c2);stroke-dasharray:6 6}.s3{stroke:var(--c3);stroke-dasharray:22 6 4 6}
    .s4{stroke:var(--c4);stroke-dasharray:12 4}.s5{stroke:var(--c5);stroke-dasharray:4 10}
    .s6{stroke:var(--c6);stroke-dasharray:28 10}
    .s7{stroke:var(--c7);stroke-dasharray:18 4 4 4 4 4}.s8{stroke:var(--fg)}
    .f0{fill:var(--c0)}.f1{fill:var(--c1)}.f2{fill:var(--c2)}.f3{fill:var(--c3)}
    .f4{fill:var(--c4)}.f5{fill:var(--c5)}.f6{fill:var(--c6)}.f7{fill:var(--c7)}
    .f8{fill:var(--fg)}
    """
}
