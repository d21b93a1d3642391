/** Styles of the frame of the console and its list of cases. */
export const consoleStyle = `
.top{background:var(--green-dark);color:#fff}
.top-inner{max-width:1240px;margin:auto;padding:.6rem 1rem;display:flex;flex-wrap:wrap;align-items:center;
gap:.6rem 1rem}
.top a{color:#fff}
.top :focus-visible{outline-color:#fff}
.brand{display:flex;align-items:center;gap:.6rem;font-weight:700;text-decoration:none}
.brand img{display:block}
.menu{display:flex;flex-wrap:wrap;gap:.2rem}
.menu a{text-decoration:none;white-space:nowrap;padding:.4rem .6rem;border-radius:8px}
.menu a:hover{background:rgb(255 255 255/.12)}
.menu [aria-current]{background:rgb(255 255 255/.2);font-weight:600}
.search{display:flex;flex:1 1 9rem;max-width:26rem;margin-inline-start:auto;background:#fff;border-radius:8px}
.search input{border:0;background:none;min-width:0}
.search button{border:0;padding:.45rem .8rem}
.search :focus-visible{outline-color:var(--green);outline-offset:-3px}
.me{display:flex;flex-wrap:wrap;align-items:center;gap:.9rem;font-size:.94rem}
.who{line-height:1.3}.who small{display:block;opacity:.85}
.me button{background:none;border-color:rgb(255 255 255/.5);color:#fff;min-height:38px;padding:.2rem .8rem}
.me button:hover{background:rgb(255 255 255/.14)}
main{max-width:1240px;margin:auto;padding:1.4rem 1rem 3rem}
.head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.4rem 2rem;margin-bottom:.8rem}
.head h1{margin:0}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem}
.tile{background:#fff;border:1px solid var(--line);border-radius:10px;padding:.35rem .9rem;display:flex;
align-items:baseline;gap:.45rem}
.tile strong{font-size:1.25rem}
.tile span{color:var(--soft);font-size:.9rem}
.tile-overdue:not(.tile-zero){border-color:#eab3ae;background:var(--red-soft)}
.tile-overdue:not(.tile-zero) *{color:var(--red)}
.tile-near:not(.tile-zero){border-color:#e6c48b;background:var(--amber-soft)}
.tile-near:not(.tile-zero) *{color:var(--amber)}
.tabs{display:flex;flex-wrap:wrap;gap:.3rem;border-bottom:1px solid var(--line);margin-bottom:1rem}
.tabs a{padding:.55rem 1rem;text-decoration:none;color:var(--soft);border-bottom:3px solid transparent;
margin-bottom:-1px}
.tabs a:hover{color:var(--ink)}
.tabs [aria-current]{color:var(--green-dark);border-color:var(--green);font-weight:700}
.filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin-bottom:1rem}
.filters label{flex:1 1 10rem;max-width:17rem}
.filters label>span{display:block;font-size:.84rem;color:var(--soft)}
.check{display:flex;align-items:center;gap:.5rem;flex:0 0 auto;min-height:44px}
.check>span{color:inherit;font-size:1rem}
.flush{padding:0;overflow:hidden}
table{width:100%;border-collapse:collapse}
th,td{text-align:start;vertical-align:top;padding:.7rem .9rem}
.cases thead th{background:#f8faf9;color:var(--soft);font-size:.84rem;font-weight:600;
border-bottom:1px solid var(--line)}
.cases tbody tr+tr{border-top:1px solid var(--line)}
.cases tbody tr:hover{background:#fafcfb}
.cases tbody td:first-child{border-inline-start:4px solid transparent;width:15rem}
.cases .row-overdue td:first-child{border-color:var(--red)}
.cases .row-near td:first-child{border-color:#d68a1a}
.what>a{font-weight:600;text-decoration:none}
.what>a:hover{text-decoration:underline}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.15rem .7rem;color:var(--soft);font-size:.88rem;
margin-top:.15rem}
.due{display:inline-flex;gap:.45rem;align-items:flex-start;margin:0}
.due .icon{margin-top:.25em}
.due strong{font-weight:600;display:block;line-height:1.45}
.due small{display:block;color:var(--soft);line-height:1.3}
.due-overdue{color:var(--red)}.due-near{color:var(--amber)}
.due-calm,.due-good,.due-finished{color:var(--green-dark)}.due-paused,.due-open{color:var(--soft)}
.status{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:.08rem .75rem;
font-size:.86rem;background:#f8faf9;white-space:nowrap}
.status-new{border-color:#a9c4e4;background:#eef4fb;color:#17457a}
.status-open,.status-resolved{border-color:#a9d3bd;background:var(--green-soft);color:var(--green-dark)}
.status-pending-beneficiary,.status-pending-department{border-color:#e6c48b;background:var(--amber-soft);color:#6b3d07}
.priority{display:inline-flex;align-items:center;gap:.2rem;font-weight:700}
.priority-urgent{color:var(--red)}.priority-high{color:var(--amber)}
.paging{display:flex;gap:.6rem;justify-content:center}
.empty,.plain{text-align:center;padding:3rem 1rem}
@media (max-width:760px){
.search{order:3;max-width:none;flex-basis:100%}
.cases thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.cases,.cases tbody,.cases tr,.cases td{display:block;width:auto}
.cases td{padding:.2rem .9rem}
.cases tbody tr{padding:.7rem 0}
.cases tbody td:first-child{width:auto}
.cases td:nth-child(n+3){display:flex;gap:.6rem}
.cases td:nth-child(n+3)::before{content:attr(data-label);color:var(--soft);min-width:5.5rem;font-size:.88rem}
.filters label{max-width:none}
}
@media print{.top,.tabs,.filters,.actions{display:none}body{background:#fff}}
.workspace main{text-align:center}
.workspace [lang]{display:block}
.workspace .with-call,.workspace[data-call] .without-call{display:none}
.workspace[data-call] .with-call{display:block}
`;
