/// The style sheet: black on white, one blue for what the plan makes, grey for what was, orange hatching for
/// overload (blue and orange stay apart for every common kind of colour blindness).
enum HTMLStyle {
  static let sheet: HTML = """
    :root{--ink:#15191e;--soft:#525b66;--line:#d9dee4;--wash:#f5f7f9;--blue:#1d5a9e;--band:#dbe9f6;--orange:#c2510c}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
    body{margin:0;background:#fff;color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;\
    font-variant-numeric:tabular-nums;overflow-wrap:break-word}
    main{max-width:66rem;margin:0 auto;padding:3rem 1.5rem 5rem}
    h1{font-size:2.1rem;line-height:1.2;letter-spacing:-.015em;margin:.2rem 0 .8rem;text-wrap:balance}
    h2{font-size:1.45rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .3rem}
    h3{font-size:1.05rem;margin:2.2rem 0 .6rem}
    h4{font-size:1rem;margin:0}
    p{margin:0 0 .6rem;max-width:46rem}
    section{margin-top:4rem}
    small,.quiet,.lead,.eyebrow,caption,.note{color:var(--soft)}
    small{font-size:.82em;font-weight:400}
    .lead{margin-bottom:1.3rem}
    .eyebrow{font-size:.85rem;letter-spacing:.04em;margin:0}
    .quiet{font-size:.88rem;margin:.3rem 0}
    .was{color:var(--soft);font-weight:400}
    .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    a{color:var(--blue)}
    :focus-visible{outline:2px solid var(--blue);outline-offset:2px}
    .figures{display:grid;grid-template-columns:1fr 1fr 1.5fr 1fr;gap:1.6rem 2rem;margin:2rem 0}
    .figures>div,.chart li>*,.card .top>*,.run>div,.bars li>*{min-width:0;overflow-wrap:anywhere}
    .figures dt{font-size:.85rem;color:var(--soft)}
    .figures dd{margin:0}
    .figures .value{font-size:1.55rem;font-weight:650;line-height:1.3}
    .was,.now{white-space:nowrap}
    .figures .note{font-size:.85rem;line-height:1.4}
    .proof{border-left:4px solid var(--blue);background:var(--wash);padding:1.2rem 1.4rem;margin:0 0 1.5rem}
    .statement{font-size:1.2rem;font-weight:650;line-height:1.35;margin:0 0 .8rem;text-wrap:balance}
    .bars{list-style:none;margin:0 0 .8rem;padding:0;font-size:.92rem}
    .bars li{display:grid;grid-template-columns:9rem 1fr 6rem;gap:1rem;align-items:center;padding:.12rem 0}
    .bars b{text-align:right}
    .gaps{display:flex;flex-wrap:wrap;gap:.4rem 2.6rem;margin:0 0 1rem}
    .gaps dt{font-size:.85rem;color:var(--soft)}
    .gaps dd{display:inline;margin:0 .5rem 0 0}
    .gaps .value{font-size:1.55rem;font-weight:650;line-height:1.3}
    .gaps .claim .value{font-size:1.05rem;font-weight:400;color:var(--soft)}
    dl.inline{display:flex;flex-wrap:wrap;gap:.5rem 2.2rem;margin:0 0 .6rem}
    dl.inline dt{font-size:.8rem;color:var(--soft)}
    dl.inline dd{margin:0;font-weight:600}
    dl.dates dd{font-weight:400}
    nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;padding:.8rem 0;margin:2rem 0 0;\
    border-block:1px solid var(--line);font-size:.92rem}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;margin:0 0 1rem;padding:0;font-size:.85rem;\
    color:var(--soft)}
    .legend li{display:flex;align-items:center;gap:.45rem}
    .key{display:inline-block;width:1.5rem;height:1.1rem;border:1px solid var(--line);font-size:.7rem;\
    text-align:center;line-height:1.05rem}
    .chart{list-style:none;margin:0;padding:0}
    .chart li{display:grid;grid-template-columns:13rem 1fr 9.5rem;gap:1rem;align-items:center;padding:.35rem 0;\
    border-top:1px solid var(--line)}
    .chart .axis{border:0;padding:0}
    .chart .axis text{font-size:12px;fill:var(--soft)}
    .chart svg{display:block}
    .who{font-weight:600;line-height:1.3}
    .who small{display:block}
    .num{text-align:right;white-space:nowrap;line-height:1.3}
    .num small{display:block}
    .f-before{fill:#b9c1ca;stroke:#77818c;stroke-width:1}
    .f-after{fill:var(--blue)}
    .f-band{fill:var(--band)}
    .f-over{fill:#f6c9a4}.f-overhatch{fill:var(--orange)}
    .over{stroke:var(--orange);stroke-width:1}
    .f-bound{fill:#123f72}
    .f-claim{fill:#fff;stroke:#123f72;stroke-dasharray:4 3}
    .charts{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2.2rem}
    .charts figure{margin:0;min-width:0}
    figcaption{font-weight:600;font-size:.92rem;margin-bottom:.5rem}
    .plot{display:block;overflow:visible}
    .plot text{font-size:12px;fill:var(--soft);paint-order:stroke;stroke:#fff;stroke-width:3px}
    .plot path{fill:none;vector-effect:non-scaling-stroke}
    .grid{stroke:var(--line)}
    .s-certified{stroke:#123f72;stroke-width:2.5}
    .s-claimed{stroke:#123f72;stroke-width:1.5;stroke-dasharray:4 3}
    .s-plan{stroke:#3d85d1;stroke-width:2.5}
    table.milestones{max-width:30rem}
    .l-soft{stroke:#7b8794;stroke-dasharray:3 3}
    .l-full{stroke:var(--ink);stroke-width:1.5}
    .scroll{position:relative;overflow-x:auto;margin:.6rem 0 1rem;max-width:100%}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);\
    font-weight:400}
    tbody th{font-weight:600;min-width:9rem}
    thead th{color:var(--soft);font-size:.82rem;white-space:nowrap;vertical-align:bottom}
    .n{text-align:right;white-space:nowrap}
    .w,time{white-space:nowrap}
    .total th,.total td{border-bottom:0;border-top:2px solid var(--ink);font-weight:650}
    .barcell{width:38%;min-width:8rem;vertical-align:middle}
    .books th small,.heat th small,.calendar th small{display:block}
    .heat td{text-align:right;white-space:nowrap;padding:.45rem .8rem;border:1px solid #fff}
    .heat thead th:not(:first-child){text-align:right;padding-right:.8rem}
    .heat td small{display:block;line-height:1.2}
    .b0{background:#fff;box-shadow:inset 0 0 0 1px var(--line)}
    .b1{background:#dbe9f6}.b2{background:#a9cbea}.b3{background:#6ea6d9}
    .b4{background:#123f72;color:#fff;font-weight:650}
    .b4 small{color:#e3ecf5}.b2 small,.b3 small{color:#22303d}
    .b5{color:var(--soft)}
    .calendar td{min-width:14rem}
    .calendar td>div{display:grid;grid-template-columns:.9rem 3.4rem 1fr}
    .calendar .sign{font-weight:700}
    .calendar .day{color:var(--soft);white-space:nowrap}
    td.change{min-width:13rem}
    .sides>*,.calendar td>div>*{min-width:0}
    .card{overflow-wrap:anywhere;border-top:1px solid var(--line);padding:1.1rem 0 1rem}
    .card .top{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}
    .card h3{margin:0}
    .card p{margin-bottom:.3rem}
    .gain{font-weight:650;white-space:nowrap;font-size:1.05rem}
    .gain.forced{font-weight:400;font-size:.88rem;color:var(--soft)}
    .facts{font-size:.88rem;color:var(--soft)}
    .why{margin-top:.5rem}
    .minor{font-size:.82rem;color:var(--soft);margin:.9rem 0 .2rem}
    .badge.in,.badge.out,.badge.risk{white-space:nowrap}
    .badge{display:inline-block;max-width:100%;border:1px solid var(--line);border-radius:99px;padding:0 .6em;font-size:.78rem;\
    line-height:1.7;color:var(--ink);background:#fff;text-decoration:none}
    .badge.risk{border-color:var(--orange);color:#8f3a06}
    .badge.moment{background:var(--wash)}
    .badge.in{border-color:var(--blue);color:var(--blue)}
    details{margin-top:.5rem}
    summary{cursor:pointer;color:var(--blue);font-size:.92rem}
    details[open]>summary{margin-bottom:.7rem}
    .more{border-left:3px solid var(--line);padding-left:1.1rem;font-size:.94rem}
    .more table{max-width:46rem}
    .more .n{width:6rem}
    .sides{display:grid;grid-template-columns:1.6fr 1fr;gap:0 2rem;max-width:46rem}
    .sides p:first-child{margin-top:0}
    .courses{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:1.4rem 1.8rem;margin:0 0 1rem}
    .courses figure{margin:0;min-width:0}
    .courses svg{display:block;border-bottom:1px solid var(--line)}
    .ends{display:flex;justify-content:space-between;font-size:.78rem;color:var(--soft);margin:.15rem 0 0}
    .l-was{stroke:#5b6570;stroke-width:2;stroke-dasharray:5 2}
    .l-edge{stroke:#fff;stroke-width:4}
    .weeks th,.weeks td{padding:.35rem .3rem;text-align:center;vertical-align:middle;min-width:2.3rem;border-left:1px solid var(--line);white-space:nowrap}
    .weeks th:first-child,.weeks td:first-child{text-align:left;border-left:0}
    .weeks .in,.weeks .out{display:block;line-height:1.35;font-weight:650}
    .in{color:var(--blue)}
    .weeks .out,.weeks-key.out{color:var(--soft)}
    .weeks-key{font-weight:650}
    .transition{max-width:46rem}
    dl.pairs{margin:0;font-size:.92rem}
    dl.pairs>div{display:grid;grid-template-columns:9rem 1fr;gap:.8rem}
    dl.pairs dt{color:var(--soft)}
    dl.pairs dd{margin:0;min-width:0;overflow-wrap:anywhere}
    .letters{display:grid;grid-template-columns:1fr 1fr;gap:0 1.4rem}
    blockquote{margin:.8rem 0 0;padding:.2rem 1rem .6rem;background:var(--wash);font-size:.94rem;min-width:0}
    .list h4{margin-top:.8rem}
    details.book{border-top:1px solid var(--line);margin:0;padding:.6rem 0}
    details.book summary{color:var(--ink);font-size:1rem}
    ul{padding-left:1.2rem;margin:.2rem 0 .8rem}
    ul.plain li{margin-bottom:.4rem;max-width:46rem}
    details ul{font-size:.92rem}
    .run{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.8rem 2rem;font-size:.9rem}
    .run dt{color:var(--soft);font-size:.8rem}
    .run dd{margin:0}
    .hash{font:.72rem/1.4 ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}
    @media(max-width:44rem){
    body{font-size:15px}
    main{padding:1.5rem 1rem 3rem}
    h1{font-size:1.55rem}
    section{margin-top:3rem}
    .figures{grid-template-columns:1fr 1fr;gap:1.2rem 1rem}
    .figures .value{font-size:1.25rem}
    .sides,.letters{grid-template-columns:1fr;gap:.8rem}
    .courses{grid-template-columns:1fr 1fr;gap:1rem}
    .bars li{grid-template-columns:1fr auto;gap:0 1rem}
    .bars svg{grid-row:2;grid-column:1/-1}
    .more{padding-left:.8rem}
    .chart li{grid-template-columns:1fr auto;gap:.1rem 1rem}
    .chart .bar{grid-row:2;grid-column:1/-1}
    .chart .axis .who,.chart .axis .num{display:none}
    .card .top{flex-wrap:wrap;gap:.1rem 1rem}
    .proof{padding:1rem}
    .charts{grid-template-columns:1fr}
    }
    @media print{
    @page{margin:16mm 14mm}
    body{font-size:9.5pt}
    main{max-width:none;padding:0}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    nav{display:none}
    section{margin-top:10mm}
    h1{font-size:19pt}.figures .value{font-size:14pt}h2{font-size:14pt}
    h2,h3,h4,summary,.lead,.legend,.card .top,.route,.facts{break-after:avoid}
    tr,li,.card,.proof,.figures>div,#load,#objective,#search{break-inside:avoid}
    thead{break-after:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    details:not(.book)::details-content,.printed::details-content{content-visibility:visible;display:block;height:auto}
    details.book:not(.printed):not([open]),.opened-only details:not([open]){display:none}
    .card{padding:3mm 0}
    .card p{margin-bottom:.5mm}
    .more,.more .quiet,.more ul{font-size:8.5pt}
    .more dl.inline{margin-bottom:1mm}
    .minor{margin-top:1mm}
    td.change{min-width:40mm}
    table{font-size:8.5pt}
    th,td{padding:1mm 2mm 1mm 0}
    table.calendar{table-layout:fixed}
    .calendar td{min-width:0}
    .book>.scroll:last-child{break-inside:avoid}
    .heat td{padding:1mm 2mm}
    #books{break-before:page}
    .card summary{display:none}
    details.book summary{list-style:none}
    a{color:inherit}
    }
    """
}
