/// The style sheet of the page: light, dark, print and narrow screens; contrasts of at least 4.5:1
/// for text and 3:1 for lines.
enum PageStyle {
  static let sheet: Markup = """

    :root{--bg:#fff;--fg:#1b2026;--soft:#4a545f;--line:#c3cad2;--panel:#f3f5f8;--link:#0b4f94;
    --better:#0b6340;--worse:#a11d18;--open:#6a4c00;--same:#3f4852;
    --c0:#0b5cad;--c1:#b3420b;--c2:#00705a;--c3:#7a3e9d;--c4:#6b5d00;--c5:#a0245e;--c6:#3d4a5c;
    --c7:#7d4a10}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e8ecf0;--soft:#b3bdc8;
    --line:#46505b;--panel:#1e242b;--link:#8cc2ff;--better:#74dcab;--worse:#ff9f97;--open:#f0cf70;
    --same:#c3ccd6;--c0:#7ab8ff;--c1:#ff9d66;--c2:#4fd1ae;--c3:#d0a2f0;--c4:#d8c840;--c5:#ff8fc0;
    --c6:#b8c4d4;--c7:#e8b070}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--fg);
    font:1rem/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
    font-variant-numeric:tabular-nums}
    main{max-width:64rem;margin:0 auto;padding:1rem 1.25rem 4rem}
    h1{font-size:1.9rem;line-height:1.2;margin:1.2rem 0 .3rem}
    h2{font-size:1.3rem;margin:2.4rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line)}
    h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
    h1,h2,h3,p,li,dd,td,th,summary,figcaption{overflow-wrap:anywhere}
    p,li,dd,figcaption{max-width:46rem}
    .meta,figcaption,small{color:var(--soft)}
    .lead{font-size:1.15rem}
    .answer{padding:1rem 1.25rem 1rem 2.5rem;background:var(--panel);border-radius:.4rem}
    .answer li{margin:.5rem 0;font-size:1.05rem}
    input[type=radio]{margin:0 .35rem 0 0;accent-color:var(--link)}
    label{margin-right:1.25rem}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    #language-de:checked~.en,#language-en:checked~.de{display:none}
    .scroll{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;font-size:.95rem}
    caption{text-align:left;color:var(--soft);padding:.3rem 0}
    th,td{padding:.45rem .7rem;text-align:right;vertical-align:top;
    border-bottom:1px solid var(--line)}
    th{font-weight:600}
    th[scope=row],th[scope=rowgroup],thead th:first-child{text-align:left}
    th[scope=row]{font-weight:400}
    .comparison{width:100%;min-width:34rem}
    .comparison td{min-width:7rem;line-height:1.4;overflow-wrap:normal}
    .comparison th[scope=row]{min-width:8.5rem;overflow-wrap:break-word}
    .comparison thead th{border-bottom:2px solid var(--fg);overflow-wrap:break-word}
    .comparison b{white-space:nowrap}
    .group th{background:var(--panel)}
    .list{width:100%}
    .list td,.list th{text-align:left}
    .data{font-size:.88rem}
    .data th,.data td{padding:.2rem .6rem;white-space:nowrap}
    .data th[scope=colgroup]{text-align:center}
    .path{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.86em}
    .list .path{min-width:12rem}
    .verdict{white-space:normal;font-weight:600;font-size:.9em}
    .better{color:var(--better)}.worse{color:var(--worse)}
    .open{color:var(--open)}.same{color:var(--same)}
    dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.25rem 1rem}
    dt{font-weight:600}dd{margin:0}
    details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0;color:var(--link)}
    figure{margin:0}
    .sprite{position:absolute;width:0;height:0;overflow:hidden}
    .chart{display:block;width:100%;min-width:44rem;height:auto}
    .chart text{fill:var(--fg);font-size:13px}.chart .soft{fill:var(--soft)}
    .chart .halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px}
    .chart .head{font-weight:600}
    .grid{stroke:var(--line);stroke-width:1}.axis{stroke:var(--soft);stroke-width:1}
    .target{stroke:var(--soft);stroke-width:1.5;stroke-dasharray:1 4;stroke-linecap:round}
    .lead-line{stroke:var(--line);fill:none}
    .curve{fill:none;stroke-width:2;stroke-linejoin:round}.band{stroke:none;fill-opacity:.16}
    .s0{stroke:var(--c0)}.s1{stroke:var(--c1);stroke-dasharray:9 4}
    .s2{stroke:var(--c2);stroke-dasharray:3 3}.s3{stroke:var(--c3);stroke-dasharray:11 3 2 3}
    .s4{stroke:var(--c4);stroke-dasharray:6 2}.s5{stroke:var(--c5);stroke-dasharray:2 5}
    .s6{stroke:var(--c6);stroke-dasharray:14 5}.s7{stroke:var(--c7);stroke-dasharray:9 2 2 2 2 2}
    .f0{fill:var(--c0)}.f1{fill:var(--c1)}.f2{fill:var(--c2)}.f3{fill:var(--c3)}
    .f4{fill:var(--c4)}.f5{fill:var(--c5)}.f6{fill:var(--c6)}.f7{fill:var(--c7)}
    @media (max-width:40rem){main{padding:.75rem .9rem 3rem}h1{font-size:1.5rem}
    .answer{padding-left:1.9rem}dl{grid-template-columns:1fr}dd{margin:0 0 .5rem}
    .comparison th[scope=row]{position:sticky;left:0;background:var(--bg);max-width:9.5rem}}
    @media print{input,label{display:none}main{max-width:none;padding:0}body{font-size:10pt}
    .scroll{overflow:visible}.chart,.comparison{min-width:0}table{font-size:8.5pt}
    .comparison td,.comparison th[scope=row]{min-width:0}
    tr,figure,.answer{break-inside:avoid}h2,h3{break-after:avoid}
    .answer{border:1px solid var(--line)}
    details::details-content{content-visibility:visible;block-size:auto}}

    """
}
