/** Styles of the settings: a menu beside the forms. */
export const settingsStyle = `
.settings{display:grid;grid-template-columns:13.5rem minmax(0,1fr);gap:1.6rem;align-items:start}
.settings-menu{position:sticky;inset-block-start:1rem}
.settings-menu a{display:block;padding:.42rem .8rem;border-radius:8px;text-decoration:none;color:var(--ink);
border-inline-start:3px solid transparent}
.settings-menu a:hover{background:var(--green-soft)}
.settings-menu [aria-current]{background:var(--green-soft);color:var(--green-dark);font-weight:700;
border-color:var(--green)}
.settings-body{min-width:0}
.settings .head{margin-bottom:1rem}
.settings code{font-size:.84rem;color:var(--soft);font-weight:400}
.settings h2 a{text-decoration:none}
.settings h2 a:hover{text-decoration:underline}
.fields-beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:0 1rem;align-items:end}
.fields .field{max-width:34rem}
fieldset.set{border:0;padding:0;margin:0 0 1rem;min-width:0}
fieldset.set>legend{font-weight:600;padding:0;margin-bottom:.3rem}
.boxes{display:flex;flex-wrap:wrap;gap:.4rem}
.boxes label{display:flex;align-items:center;gap:.45rem;border:1px solid var(--line);border-radius:99px;
padding:.3rem .85rem;min-height:40px;cursor:pointer;background:#fff}
.boxes label:has(:checked){border-color:var(--green);background:var(--green-soft)}
.boxes input,.decree-kind input[type=radio]{flex:none}
.wrong-field{display:block;color:var(--red);font-size:.88rem;font-weight:600;margin-top:.2rem}
.wrong-field span{display:block}
.beside{display:block;color:var(--soft);margin-top:.2rem;line-height:1.4}
details.row{border:1px solid var(--line);border-radius:10px;padding:.7rem 1rem .2rem;margin:0 0 .8rem;min-width:0;
background:#fbfdfc}
details.row>summary{font-weight:600;padding:.1rem 0 .5rem}
details.row>summary small{font-weight:400;margin-inline-start:.6rem}
html[lang=ar] q{quotes:"«" "»"}
.remove{color:var(--red);min-height:36px;margin-bottom:.4rem;font-size:.92rem}
.week th{width:7rem;font-weight:600;padding:.35rem .5rem;vertical-align:middle}
.week td{padding:.35rem .5rem}
.week tr+tr{border-top:1px solid #eef2f0}
.intervals{display:flex;flex-wrap:wrap;gap:.4rem 1.3rem}
.interval{display:flex;align-items:center;gap:.35rem}
.interval input{width:5.6rem;text-align:center;min-height:40px;padding:.3rem}
.interval input::placeholder{color:#b9c4c0}
.targets th{white-space:nowrap;overflow-wrap:normal;font-weight:600;font-size:.92rem;padding:.35rem .5rem;
vertical-align:middle}
.targets td{padding:.35rem .5rem}
.targets input{min-width:5rem;text-align:center}
.buttons{display:flex;flex-wrap:wrap;gap:.7rem;margin:.2rem 0 .6rem}
button.danger{border-color:#eab3ae;color:var(--red);margin-inline-start:auto}
button.danger:hover{background:var(--red-soft)}
.button.small{min-height:38px;min-width:38px;padding:.2rem .6rem;justify-content:center}
.moves-by{display:flex;gap:.3rem}
.facts-line{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;color:var(--soft);margin-bottom:.4rem}
.call{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 1.5rem;
border-color:#a9d3bd;background:var(--green-soft)}
.call p{margin:0}
.versions .head{margin-bottom:.3rem}.versions .head h3{margin:0}
.entries .head{margin-bottom:.3rem}.entries .head h2{margin:0}
.entries .card>p:last-child{margin:0}
.entries-table tr+tr{border-top:1px solid #eef2f0}
.entries-table th{width:42%;font-weight:600}
.changes>li+li{margin-top:.9rem;padding-top:.9rem;border-top:1px solid #eef2f0}
.changes h3{margin-bottom:.3rem}
.change{display:flex;gap:.7rem;padding:.18rem 0;align-items:baseline}
.change .kind{flex:none;font-size:.82rem;border-radius:99px;padding:.05rem .65rem;background:#eef2f0;color:var(--soft)}
.change-added .kind{background:var(--green-soft);color:var(--green-dark)}
.change-removed .kind{background:var(--red-soft);color:var(--red)}
.change-changed .kind,.change-moved .kind{background:var(--amber-soft);color:#6b3d07}
.change del{color:var(--soft);margin-inline-end:.4rem}
.change ins{text-decoration:none;font-weight:600;color:var(--green-dark)}
.effect .says{font-size:1.25rem}
.effect .tiles{margin-bottom:1.1rem}
.effect .tile-near{border-color:#e6c48b;background:var(--amber-soft)}.effect .tile-near *{color:var(--amber)}
.moves thead th{color:var(--soft);font-size:.84rem;border-bottom:1px solid var(--line);padding:.4rem .7rem}
.moves td{padding:.5rem .7rem;font-size:.94rem}
.moves td:first-child{min-width:13rem}
.moves tr+tr td{border-top:1px solid #eef2f0}
.moves .late{color:var(--red);font-weight:600}
.agree{border-color:#a9d3bd}
.coming{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;align-items:start;padding:.75rem 0}
.coming+.coming{border-top:1px solid #eef2f0}
.coming>div{flex:1 1 18rem}.coming p{margin:.15rem 0 0;color:var(--soft)}
.coming form{flex:1 1 24rem}
.coming .fields-beside{grid-template-columns:1fr 1fr auto}
.coming .field{margin:0}
.coming button{margin:0}
.decree-kinds{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.6rem}
.decree-kind{border:1px solid var(--line);border-radius:10px;padding:.6rem .9rem}
.decree-kind:has(:checked){border-color:var(--green);background:var(--green-soft)}
.decree-kind>label:first-child{display:flex;gap:.55rem;align-items:center;min-height:36px;cursor:pointer;
font-weight:600}
.decree-kind .field{margin:.4rem 0 .2rem}
.decree-kind .fields-beside{grid-template-columns:1fr 1fr}
.decrees li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1rem;padding:.4rem 0}
.decrees li+li{border-top:1px solid #eef2f0}
.code{font:14px/1.55 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;text-align:left}
.empty{padding:2rem 1rem}
@media (max-width:860px){
.settings{grid-template-columns:minmax(0,1fr);gap:1rem}
.settings-menu{position:static;overflow-x:auto}
.settings-menu ul{display:flex;gap:.2rem}
.settings-menu a{white-space:nowrap;border-inline-start:0;border-block-end:3px solid transparent;
border-radius:8px 8px 0 0}
}
@media (max-width:560px){
.coming .fields-beside{grid-template-columns:1fr}
.week th{width:5rem}
.moves thead{display:none}
.moves tr,.moves td{display:block}
.moves td+td{border-top:0}
}
`;
