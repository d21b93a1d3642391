/** Colours, type and the elements of all pages, console and public. */
export const baseStyle = `
:root{--green:#1b8354;--green-dark:#14573a;--green-soft:#e8f4ee;--ink:#1b2a2f;--soft:#55656b;--line:#dde5e2;
--paper:#fff;--ground:#f4f7f5;--red:#b42318;--red-soft:#fdecea;--amber:#93530a;--amber-soft:#fdf3e0;
--blue:#1d5fa8;--radius:12px;color-scheme:light}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
body{margin:0;background:var(--ground);color:var(--ink);
font:16px/1.65 "Segoe UI","IBM Plex Sans Arabic","Noto Sans Arabic","Noto Naskh Arabic",Tahoma,system-ui,sans-serif}
h1,h2,h3,h4{line-height:1.35;margin:0 0 .6rem;font-weight:700}
h1{font-size:1.6rem}h2{font-size:1.12rem}h3{font-size:1rem}h4{font-size:.9rem;color:var(--soft)}
p{margin:0 0 .6rem}
a{color:var(--green-dark);text-underline-offset:.2em}
small{font-size:.84rem}
ul,ol{margin:0;padding:0;list-style:none}
details>summary{cursor:pointer;color:var(--green-dark);padding:.3rem 0}
:focus-visible{outline:3px solid var(--green);outline-offset:2px;border-radius:4px}
main:focus{outline:none}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-4rem;background:#fff;padding:.6rem 1rem;z-index:9}
.skip:focus{inset-block-start:.5rem}
.faint{color:var(--soft)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:var(--radius);padding:1.1rem 1.25rem;
margin:0 0 1rem;box-shadow:0 1px 2px rgb(20 60 45/.05)}
button,.button{font:inherit;font-weight:600;min-height:44px;padding:.45rem 1.1rem;border-radius:8px;
border:1px solid var(--green);background:#fff;color:var(--green-dark);cursor:pointer;text-decoration:none;
display:inline-flex;align-items:center;gap:.4rem}
button:hover,.button:hover{background:var(--green-soft)}
button.primary{background:var(--green);color:#fff}
button.primary:hover{background:var(--green-dark)}
input,select,textarea{font:inherit;color:inherit;background:#fff;border:1px solid #8a9a95;border-radius:8px;
padding:.5rem .7rem;min-height:44px;width:100%;max-width:100%}
input[type=checkbox],input[type=radio]{width:1.2rem;height:1.2rem;min-height:0;accent-color:var(--green)}
textarea{line-height:1.7;resize:vertical}
[aria-invalid=true]{border:2px solid var(--red)}
.field{display:block;margin:0 0 .9rem}
.field>span{display:block;font-weight:600;margin-bottom:.2rem}
.field>small{display:block;color:var(--soft);margin-bottom:.25rem}
.icon{width:1.15em;height:1.15em;flex:none;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;
stroke-linejoin:round;vertical-align:-.2em}
.notice{display:flex;gap:.7rem;align-items:flex-start;border-radius:10px;padding:.8rem 1rem;margin:0 0 1rem;
border:1px solid}
.notice .icon{margin-top:.25em}
.notice p:last-child{margin:0}
.notice-good{background:var(--green-soft);border-color:#a9d3bd;color:var(--green-dark)}
.notice-warn{background:var(--amber-soft);border-color:#e6c48b;color:#6b3d07}
.notice-bad{background:var(--red-soft);border-color:#eab3ae;color:var(--red)}
@media (prefers-reduced-motion:no-preference){button,.button{transition:background .15s}}
`;
