/** Styles of the page of figures. */
export const figuresStyle = `
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem}
.grid .card{margin:0}
.grid .wide{grid-column:1/-1}
@media (max-width:860px){.grid{grid-template-columns:minmax(0,1fr)}}
.scroll{overflow-x:auto}
.legend{display:flex;align-items:center;gap:.4rem;color:var(--soft);font-size:.92rem}
.key{width:.9rem;height:.9rem;border-radius:3px;border:2px solid var(--green)}
.key-first{background:var(--green)}.key-second{background:#fff;margin-inline-start:1rem}
.day-chart{display:block;width:100%;min-width:34rem;height:auto}
.day-chart .first{fill:var(--green)}
.day-chart .second{fill:#fff;stroke:var(--green);stroke-width:1.2}
.day-chart line{stroke:var(--line)}
.day-chart text{font-size:10.5px;fill:var(--soft)}
.bars li{display:grid;grid-template-columns:minmax(7rem,13rem) 1fr 3rem;gap:.7rem;align-items:center;padding:.22rem 0}
.bar{width:100%;height:.95rem;transform-origin:center}
[dir=rtl] .bar{transform:scaleX(-1)}
.bar rect{fill:var(--green)}.bar-blue rect{fill:var(--blue)}
.bar .bar-back{fill:#eef2f0}
.bar-value{font-weight:600;font-variant-numeric:tabular-nums}
.share{font-size:1.35rem}
.share-few{color:var(--soft)}
.few{color:var(--amber)}
.numbers th,.numbers td{padding:.4rem .7rem;border-top:1px solid #eef2f0;font-variant-numeric:tabular-nums}
.numbers thead th{color:var(--soft);font-size:.84rem;border:0}
.numbers tbody th{font-weight:400}
.numbers caption{text-align:start;font-weight:600;padding:.4rem 0}
.matrix .moved{font-weight:700;color:var(--amber);background:#fffaf0}
.matrix .same{color:var(--soft)}
.notes{margin-top:1rem;font-size:.9rem}
@media (max-width:560px){.bars li{grid-template-columns:1fr 3rem}.bar-label{grid-column:1/-1;margin-bottom:-.3rem}}
`;
