/** Styles of the survey and tracking pages: one column, calm, large enough for touch. */
export const publicStyle = `
.public{max-width:38rem;margin:auto;padding:1.6rem 1rem 3rem}
.public-brand{display:flex;align-items:center;gap:.7rem;font-weight:700;color:var(--green-dark);margin-bottom:1.2rem}
.public .card{padding:1.5rem 1.4rem;border-top:4px solid var(--green)}
fieldset{border:0;padding:0;margin:0 0 1.3rem;min-width:0}
legend{font-weight:700;padding:0;margin-bottom:.5rem}
.beside{display:block;color:var(--soft);font-weight:400;font-size:.92rem;line-height:1.5}
html[dir=rtl] .beside{text-align:right}
html[dir=ltr] .beside{text-align:left}
.public .thanks .beside{text-align:center}
button.primary .beside{color:#e8f4ee}
.choices{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem}
.choices label{display:flex;align-items:center;gap:.6rem;border:1px solid #8a9a95;border-radius:10px;
padding:.6rem .9rem;min-height:52px;cursor:pointer}
.choices label:has(:checked){border-color:var(--green);background:var(--green-soft)}
.choices input{flex:none}
.scores{display:grid;gap:.5rem}
.scores button{justify-content:flex-start;text-align:start;gap:.9rem;min-height:56px;width:100%;
border-color:#8a9a95;color:var(--ink);font-weight:600}
.scores button>span{flex:1}
.scores button:hover{border-color:var(--green)}
.scores .face{width:2rem;height:2rem;flex:none;stroke-width:1.7}
.scores .chosen{border:2px solid var(--green);background:var(--green-soft)}
.scores bdi{margin-inline-start:auto;color:var(--soft);font-weight:400}
.face-1,.face-2{color:var(--red)}.face-3{color:var(--amber)}.face-4,.face-5{color:var(--green-dark)}
.honey{position:absolute;inset-inline-start:-9999px;inset-block-start:auto;width:1px;height:1px;overflow:hidden}
.second{margin-top:1.4rem;padding-top:1.2rem;border-top:1px solid var(--line)}
.thanks{text-align:center;padding-block:2.4rem}
.thanks>.icon{width:3.2rem;height:3.2rem;color:var(--green)}
dl{margin:0 0 .8rem}
dt{color:var(--soft);font-size:.92rem}
dd{margin:0 0 .6rem;font-weight:600}
.foot{color:var(--soft);font-size:.9rem;text-align:center}
`;
