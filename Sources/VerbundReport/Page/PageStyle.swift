/// The style sheet of the page: light, dark, print and narrow screens; contrasts of at least 4.5:1
/// for text and 3:1 for lines.
enum PageStyle {
  static let sheet: Markup = colours + text + tables + parts + map + narrow + print

  private static let colours: Markup = """

    :root{--bg:#fff;--fg:#1b2026;--soft:#4a545f;--line:#c3cad2;--panel:#f3f5f8;--link:#0b4f94;
    --edge:#6f7a86;--better:#0b6340;--worse:#a11d18;--open:#6a4c00;--same:#3f4852;
    --c0:#0b5cad;--c1:#b3420b;--c2:#00705a;--c3:#7a3e9d;--c4:#6b5d00;--c5:#a0245e;--c6:#3d4a5c;
    --c7:#7d4a10}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e8ecf0;--soft:#b3bdc8;
    --line:#46505b;--panel:#1e242b;--link:#8cc2ff;--edge:#8a95a1;--better:#74dcab;--worse:#ff9f97;
    --open:#f0cf70;--same:#c3ccd6;--c0:#7ab8ff;--c1:#ff9d66;--c2:#4fd1ae;--c3:#d0a2f0;
    --c4:#d8c840;--c5:#ff8fc0;--c6:#b8c4d4;--c7:#e8b070}}

    """

  private static let text: Markup = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--fg);
    font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
    font-variant-numeric:tabular-nums}
    main{max-width:66rem;margin:0 auto;padding:1rem 1.5rem 4rem}
    h1{font-size:2rem;line-height:1.2;margin:1.4rem 0 .3rem}
    h2{font-size:1.4rem;line-height:1.25;margin:3rem 0 .8rem;padding-top:1rem;
    border-top:2px solid var(--fg)}
    h3{font-size:1.15rem;line-height:1.3;margin:2rem 0 .5rem}
    h4{font-size:1rem;line-height:1.35}
    h1,h2,h3,h4,p,li,dd,td,th,summary,figcaption,label,legend{overflow-wrap:anywhere}
    p,li,dd,figcaption{max-width:72ch}
    a{color:var(--link)}
    .meta,figcaption,small,.note{color:var(--soft)}
    .meta{margin:.2rem 0 0;max-width:none}
    .note{font-size:.9em}
    .lead{font-size:1.2rem;line-height:1.5}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;padding:.4rem .8rem;background:var(--bg);z-index:2}
    input[type=radio]{margin:0 .55rem 0 0;accent-color:var(--link);width:1.05rem;height:1.05rem;
    vertical-align:-.12rem}
    label{margin-right:1.6rem}
    #language-de:checked~.en,#language-en:checked~.de{display:none}

    """

  private static let tables: Markup = """
    .scroll{overflow-x:auto;margin:.9rem 0 1.4rem}
    table{border-collapse:collapse;font-size:.94rem;line-height:1.4}
    caption{text-align:left;font-weight:600;padding:.3rem 0 .5rem}
    caption:has(.spoken){padding:0}
    caption span{display:inline-block;position:sticky;left:0;
    max-width:min(60rem,calc(100vw - 2.5rem))}
    th,td{padding:.5rem .8rem;text-align:right;vertical-align:top;
    border-bottom:1px solid var(--line)}
    th:first-child,td:first-child{padding-left:.2rem}
    th{font-weight:600}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--edge);overflow-wrap:break-word}
    th[scope=row],th[scope=rowgroup],thead th:first-child{text-align:left}
    th[scope=row]{font-weight:400;overflow-wrap:break-word}
    .comparison{width:100%;min-width:36rem}
    .comparison td{min-width:7rem;overflow-wrap:normal}
    .comparison th[scope=row]{min-width:9rem;max-width:17rem}
    .comparison b{white-space:nowrap}
    .comparison small{white-space:nowrap}
    .comparison th small{white-space:normal}
    .group th{background:var(--panel);padding-left:.6rem}
    .turning td{text-align:left}.turning thead th{text-align:left}
    .list{width:100%}
    .list td,.list th{text-align:left}
    .codes{width:auto}.codes td:last-child{text-align:right}
    .data{font-size:.9rem}
    .data th,.data td{padding:.35rem .7rem}
    .data thead th{max-width:9rem}
    .data td{white-space:nowrap}
    .data th[scope=colgroup]{text-align:center}
    .path{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.86em}
    code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.86em}
    .assumptions th[scope=row]{width:44%;min-width:12rem;overflow-wrap:anywhere}
    .assumptions td:nth-child(2){min-width:7rem}.assumptions td:last-child{min-width:11rem}
    .assumptions td:nth-child(3){white-space:nowrap}.assumptions td b{font-weight:600}
    .assumptions td,.finance th,.finance td{overflow-wrap:break-word}
    .verdict{white-space:nowrap;font-weight:600;font-size:.92em}
    .better{color:var(--better)}.worse{color:var(--worse)}
    .open{color:var(--open)}.same,.apart{color:var(--same)}

    """

  private static let parts: Markup = """
    .answer{margin:0 0 1.2rem;padding:1.1rem 1.4rem 1.1rem 2.8rem;background:var(--panel);
    border-left:4px solid var(--link)}
    .answer li{margin:.9rem 0;font-size:1.12rem;line-height:1.5}
    .answer li:first-child{margin-top:0}.answer li:last-child{margin-bottom:0}
    .answer p{margin:0;max-width:none}
    .answer .remarks{margin:.3rem 0 0;font-size:.92rem;line-height:1.5;color:var(--soft)}
    .body{margin:1.4rem 0 .2rem;font-weight:600}
    .clauses{margin:.2rem 0;padding-left:1.6rem}.clauses li{margin:.35rem 0}
    .contents ol{margin:1.6rem 0 0;padding:0;list-style:none;columns:2 20rem;column-gap:2rem}
    .contents li{line-height:1.75}
    .chooser{margin:2rem 0 0;border:1px solid var(--edge);padding:.6rem 1rem .8rem;
    columns:2 20rem;column-gap:2rem}
    .chooser legend{font-weight:600;padding:0 .4rem}
    .chooser div{line-height:1.9;break-inside:avoid}
    .which{color:var(--soft);margin:.8rem 0 .2rem}
    .formula{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.88rem;
    margin:.3rem 0;max-width:none}
    dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.4rem 1.2rem}
    dt{font-weight:600;max-width:14rem}dd{margin:0}
    details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0;color:var(--link)}

    """

  private static let map: Markup = """
    .map{display:block;width:100%;max-width:44rem;min-width:30rem;height:auto}
    .map text{fill:var(--fg);font-size:13px}.map .land{fill:var(--soft);font-weight:600}
    .tile{fill:var(--bg);stroke:var(--line)}.tile.used{fill:var(--panel);stroke:var(--edge)}
    .key{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.2rem 0;padding:0;list-style:none}
    .wire{stroke:var(--edge);stroke-opacity:.55}.flow{fill:none}
    .site{fill:var(--bg);stroke:var(--fg);stroke-width:2}.site.home{fill:var(--fg)}
    .map .halo{paint-order:stroke;stroke:var(--panel);stroke-width:4px;stroke-linejoin:round}

    """

  /// Tables of the class `cards` stack: a row is a card, a cell says by `data-label` whose it is.
  /// Others say that they scroll.
  private static let narrow: Markup = """
    @media (max-width:42rem){main{padding:.75rem 1rem 3rem}h1{font-size:1.6rem}
    body{font-size:1rem}h2{font-size:1.25rem;margin-top:2.2rem}
    .answer{padding:.8rem 1rem .8rem 2rem}.answer li{font-size:1.05rem}
    .finance td{white-space:normal}
    dl{grid-template-columns:1fr}dd{margin:0 0 .5rem}
    .comparison th[scope=row],.finance th[scope=row]{position:sticky;left:0;background:var(--bg);
    min-width:7.5rem;max-width:8.5rem;border-right:1px solid var(--line)}}
    @media screen and (max-width:38rem){
    .cards,.cards tbody,.cards tr,.cards th,.cards td,.cards caption{display:block}
    .comparison.cards{min-width:0}
    .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .cards tr{margin:0 0 1rem;border:1px solid var(--edge)}
    .cards th[scope=row]{position:static;max-width:none;border-right:0;padding:.5rem .7rem;
    background:var(--panel);font-weight:600}
    .cards td,.cards td:first-child{display:flex;justify-content:space-between;gap:1rem;
    padding:.4rem .7rem;text-align:right}
    .cards td::before{content:attr(data-label);text-align:left;color:var(--soft)}
    .de .scroll:has(>.comparison:not(.cards),>.assumptions)::before{
    content:"Tabelle seitlich verschiebbar →"}
    .en .scroll:has(>.comparison:not(.cards),>.assumptions)::before{
    content:"Table scrolls sideways →"}
    .scroll::before{display:block;position:sticky;left:0;font-size:.85rem;color:var(--soft)}}

    """

  /// Paper shows the chosen case; what explains a table is opened, the values behind a chart are
  /// left to the screen. Two charts of the evening share a page, and no table is wider than it:
  /// a browser would print everything smaller.
  private static let print: Markup = """
    @page{size:A4;margin:14mm}
    @media print{input,label,.skip,.contents,.chooser{display:none}
    main{max-width:none;padding:0}body{font-size:9pt;line-height:1.35}
    h1{font-size:18pt;margin-top:0}h2{font-size:13pt;margin:6mm 0 2mm;padding-top:2mm}
    h3{font-size:11pt;margin:5mm 0 1mm}.lead{font-size:10pt}
    .answer{padding:2mm 4mm 2mm 8mm}.answer li{font-size:9.5pt;margin:1.5mm 0}
    .answer .remarks{font-size:8.5pt;line-height:1.35}
    p,li,dd,figcaption{max-width:none}
    a{color:inherit;text-decoration:none}
    .scroll{overflow:visible;margin:2mm 0 4mm}.chart,.map,.comparison,.assumptions td:nth-child(n),
    .assumptions th[scope=row]{min-width:0}
    .map{max-width:120mm}
    table,.data{font-size:7.5pt}th,td{padding:.7mm 1.2mm}
    .comparison td,.comparison th[scope=row]{min-width:0}
    .comparison small,.data td{white-space:normal}
    .finance{width:100%}
    .finance th,.finance td{padding:1mm;max-width:none}
    tr,figure,.answer li,.clauses li,.formula,.finance,.glance,.codes{break-inside:avoid}
    h2,h3,h4,caption,.which,summary,.group,thead tr{break-after:avoid}
    tbody:first-of-type tr:first-child{break-before:avoid}.group+tr{break-before:avoid}
    thead{display:table-header-group}summary{padding:1mm 0 0;font-size:10pt}
    .assumptions{font-size:7pt;line-height:1.25}.assumptions th[scope=row]{width:46%}
    .assumptions td,.assumptions th{padding:.4mm 1.2mm}
    details{display:none}
    details.paper,details[open]{display:block;margin:1mm 0}
    details.paper:has(>.scroll>table>caption>span:not(.spoken))>summary{display:none}
    details.paper::details-content{content-visibility:visible;block-size:auto}}

    """
}
