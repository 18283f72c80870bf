/// What a review needs beyond the style sheet of all pages.
enum ReviewStyle {
  static let sheet: HTML = """
    .lists table{font-size:.88rem}
    .lists td.says{min-width:15rem}
    .lists td.do{min-width:12rem}
    .lists td small,.lists th small{display:block}
    .posture{display:grid;grid-template-columns:auto 1fr 1fr;gap:.5rem;max-width:46rem;margin:0 0 .6rem}
    .posture .cell{border:1px solid var(--line);padding:.7rem .9rem;min-width:0}
    .posture .cell p{margin:0;font-size:.9rem}
    .posture .cell h4{margin-bottom:.2rem}
    .posture .side{writing-mode:vertical-rl;transform:rotate(180deg);text-align:center}
    .posture .side,.posture .foot{font-size:.82rem;color:var(--soft)}
    .posture .foot{text-align:center}
    .posture .apart{grid-column:2/-1;border-style:dashed}
    .w1{background:#fff}.w2{background:#eef4fa}.w3{background:#dbe9f6}.w4{background:#c3daf0}
    .matrices{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.2rem 1.8rem}
    .matrices figure{margin:0;min-width:0;break-inside:avoid}
    .matrices figcaption{font-weight:600;font-size:.92rem;margin-bottom:.2rem}
    .mini{display:grid;grid-template-columns:1fr 1fr;gap:2px;font-size:.78rem}
    .mini>div{border:1px solid var(--line);padding:.25rem .45rem;min-width:0}
    .mini .apart{grid-column:1/-1;border-style:dashed}
    .mini b{font-size:.9rem}
    .months{list-style:none;padding:0;margin:0 0 1rem}
    .months li{display:grid;grid-template-columns:5rem 1fr 9rem;gap:1rem;align-items:start;padding:.4rem 0;\
    border-top:1px solid var(--line);break-inside:avoid}
    .months .num{font-size:.9rem}
    .months .what{font-size:.85rem;color:var(--soft);margin:.2rem 0 0;max-width:none}
    .barcell svg{display:block;margin:1px 0}
    .f-calm{fill:#cdd6df}
    .f-limit{stroke:var(--ink);stroke-width:1.5}
    .shares{list-style:none;padding:0;margin:0 0 1rem;font-size:.92rem}
    .shares li{display:grid;grid-template-columns:9.5rem 1fr 10.5rem;gap:1rem;align-items:center;padding:.15rem 0}
    .shares b{text-align:right;white-space:nowrap;font-weight:400}
    .two{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}
    .two>*{min-width:0}
    .months small span,.mini span{white-space:nowrap}
    .quarters .badge{margin-left:.2rem}
    .one section{margin-top:2.2rem}
    @media(max-width:44rem){
    .months li{grid-template-columns:4.2rem 1fr}
    .months .num{grid-column:2;text-align:left}
    .shares li{grid-template-columns:1fr auto;gap:.1rem 1rem}
    .shares svg{grid-row:2;grid-column:1/-1}
    .two{grid-template-columns:1fr}
    .lists .scroll{overflow:visible}
    .lists thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .lists table,.lists tbody{display:block}
    .lists tr{display:grid;grid-template-columns:1fr auto;gap:.1rem .8rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
    .lists tbody th,.lists td,.lists td.says,.lists td.do{display:block;border:0;padding:0;min-width:0}
    .lists td.n{grid-column:2}
    .lists td.says,.lists td.do,.lists td.w{grid-column:1/-1}
    .lists [data-title]::before{content:attr(data-title) " ";color:var(--soft);font-size:.85em}
    .posture{grid-template-columns:1fr 1fr}
    .posture .side{display:none}.posture .apart{grid-column:1/-1}
    .posture .cell{padding:.5rem .6rem}
    .barcell{display:none}
    .quarters{font-size:.8rem}.quarters th{white-space:normal}.quarters th,.quarters td{padding-right:.5rem}
    .quarters .badge{display:block;width:max-content;margin:0 0 0 auto}.quarters .badge+br{display:none}
    }
    @media print{
    .lists table{font-size:7.5pt}
    .lists td.says,.lists tbody th{min-width:0}
    .lists td.do{min-width:40mm}
    .shares li{grid-template-columns:26mm 1fr 26mm;gap:3mm;font-size:8pt}
    .months li{padding:.15rem 0}
    .lead{break-inside:avoid}
    .badge{font-size:.85em;line-height:1.25}
    table .quiet,.lists+.quiet,.scroll+.quiet{font-size:8pt}
    .two{gap:0 6mm}
    .one h1{font-size:15pt;margin:0}.one h2{font-size:10pt;margin:0}.one section{margin-top:1.8mm}.one header p{margin:0}
    .one th,.one td{padding:.4mm 2mm .4mm 0}.one .lists tbody small{display:inline;margin-left:1mm}
    .one .scroll{margin:0}.one thead th,.one .quiet,.one .badge{font-size:7pt}.one .badge{line-height:1.3}
    .one .quiet{margin:0}.one .lists td.do{min-width:46mm}
    .one .lists tbody th small{display:none}
    .matrices{grid-template-columns:repeat(3,1fr);gap:4mm}
    .posture,.proof{break-inside:avoid}
    }
    """
}
