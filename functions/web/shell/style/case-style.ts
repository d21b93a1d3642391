/** Styles of the page of a case. */
export const caseStyle = `
.case-head{margin-bottom:1rem}
.case-head h1{margin:.2rem 0 .5rem}
.case-status{display:flex;flex-wrap:wrap;gap:.5rem 1.2rem;align-items:center}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 21rem;gap:1rem;align-items:start}
@media (max-width:960px){.columns{grid-template-columns:minmax(0,1fr)}}
.clock{border-inline-start:4px solid var(--line);padding:.1rem .9rem;margin-bottom:.9rem}
.clock p{margin:0}
.clock .faint{font-size:.88rem}
.clock-name{font-size:.88rem;color:var(--soft)}
.clock-overdue{border-color:var(--red)}.clock-near{border-color:#d68a1a}
.clock-calm,.clock-good{border-color:var(--green)}
.name{font-size:1.1rem;font-weight:700;margin-bottom:.2rem}
.badge{display:flex;align-items:center;gap:.35rem;font-size:.9rem}
.badge-good{color:var(--green-dark)}.badge-warn{color:var(--amber)}
.facts{margin:0}
.facts>div{display:flex;gap:.8rem;padding:.35rem 0;border-top:1px solid #eef2f0}
.facts>div:first-child{border:0}
.facts dt{color:var(--soft);flex:0 0 6rem;font-size:.92rem}
.facts dd{margin:0;min-width:0}
.facts.stacked>div{flex-direction:column;gap:.1rem}
.facts.stacked dt{flex:none}
.facts.stacked small{display:block}
.card h3{margin-top:.9rem}
.others li{padding:.35rem 0;border-top:1px solid #eef2f0;display:flex;justify-content:space-between;gap:.6rem;
align-items:baseline}
.others li>a.listen,.others bdi[dir=ltr]{white-space:nowrap}
.score{font-size:1.1rem;color:var(--green-dark)}
.score-1,.score-2{color:var(--red)}.score-3{color:var(--amber)}
blockquote{margin:.4rem 0 0;padding:.5rem .9rem;border-inline-start:4px solid var(--line);white-space:pre-line;
background:#f8faf9}
.actions details.action{border-top:1px solid var(--line);padding:.45rem 0}
.actions summary{font-weight:600;min-height:36px}
.actions form{padding:.3rem 0 .5rem}
.actions .reply{margin-bottom:.9rem}
.timeline{position:relative;padding-inline-start:2.6rem}
.timeline::before{content:"";position:absolute;inset-block:.6rem;inset-inline-start:1.05rem;
border-inline-start:2px solid var(--line)}
.entry{position:relative;padding-bottom:1.15rem}
.dot{position:absolute;inset-inline-start:-2.6rem;width:2.15rem;height:2.15rem;border-radius:50%;background:#fff;
border:2px solid var(--line);color:var(--soft);display:grid;place-items:center}
.entry-good .dot{border-color:var(--green);color:var(--green-dark)}
.entry-warn .dot{border-color:#d68a1a;color:var(--amber)}
.entry-bad .dot{border-color:var(--red);color:var(--red)}
.entry-quiet .said,.entry-quiet .when{font-size:.92rem;color:var(--soft)}
.entry-quiet strong{font-weight:600}
.said{margin:0;padding-top:.2rem}
.detail{color:var(--soft)}
.when{margin:0;font-size:.88rem;color:var(--soft)}
.arrow::before{content:"←"}
[dir=ltr] .arrow::before{content:"→"}
.message{margin-top:.5rem;border:1px solid var(--line);border-radius:10px;padding:.8rem 1rem;background:#fff}
.message-out{background:var(--green-soft);border-color:#cbe4d7}
.message-note{background:#fffaf0;border-color:#eadfc4}
.message>:last-child{margin-bottom:0}
.from{font-weight:600;margin-bottom:.3rem}
.from .faint{font-weight:400;font-size:.9rem}
.why{margin-top:.5rem;font-size:.88rem}
.tag{color:var(--soft);font-size:.88rem}
.prose p{margin:0 0 .7rem;white-space:pre-line}
.files{display:flex;flex-direction:column;gap:.3rem;margin-bottom:.5rem}
.files a{display:inline-flex;align-items:center;gap:.35rem}
.template{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end}
.template .field{flex:1 1 14rem;margin:0}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:0 1rem}
.company{border-top:1px solid #eef2f0;padding-top:.3rem}
.company:first-of-type{border:0}
.company small{display:flex;gap:.3rem;align-items:center}
.small{flex:none}
.small form{padding:0}
.small button{min-height:36px;padding:.15rem .8rem;font-size:.9rem}
.small .notice{font-size:.88rem}
iframe{width:100%;height:22rem;border:1px solid var(--line);border-radius:8px;background:#fff}
`;
