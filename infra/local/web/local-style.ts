/** Styles for phone, mailbox, clock and queues, in addition to those of the console. */
export const localStyle = `
.narrow{max-width:34rem;margin-inline:auto}
.local-language{margin-inline-start:auto}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;align-items:start}
.row-actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem;margin:0 0 1rem}
.facts dt{color:var(--soft)}.facts dd{margin:0}
.big{font-size:1.25rem;font-weight:700}
.mail-frame{width:100%;height:32rem;border:1px solid var(--line);border-radius:10px;background:#fff}
.mail-list a{display:block;padding:.7rem 1rem;border-bottom:1px solid var(--line);text-decoration:none;color:inherit}
.mail-list a:hover{background:var(--green-soft)}
.mail-list small{display:block;color:var(--soft)}
.source{direction:ltr;text-align:left;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace;max-height:24rem;overflow:auto}
.keypad{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem;max-width:17rem;direction:ltr;margin:1rem 0}
.keypad button{min-height:58px;font-size:1.35rem;justify-content:center;flex-direction:column;gap:0;line-height:1.1}
.keypad small{font-size:.68rem;font-weight:400;color:var(--soft);letter-spacing:.05em}
.transcript{display:flex;flex-direction:column;gap:.5rem;max-height:30rem;overflow:auto;padding:.2rem}
.transcript li{max-width:85%;padding:.5rem .9rem;border-radius:12px;background:var(--green-soft)}
.transcript .caller{align-self:flex-end;background:#e7effa;font-variant-numeric:tabular-nums}
.transcript .event{align-self:center;background:none;color:var(--soft);font-size:.9rem}
.transcript .keys{align-self:flex-end;background:#e7effa;font-variant-numeric:tabular-nums;direction:ltr}
.transcript .agent{background:#f4eee0}
.calls{list-style:none;margin:0;padding:0;display:flex;flex-direction:column;gap:.5rem}
.calls li{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.calls .call-name{flex:1 1 12rem;flex-direction:column;align-items:flex-start;text-align:start;min-width:0}
.calls .call-name small{font-weight:400;color:var(--soft);white-space:normal}
.calls .call-name[aria-pressed=true]{border-color:var(--green);background:var(--green-soft)}
.calls .ringing{outline:2px solid var(--green);outline-offset:4px;border-radius:10px}
.calls .ended .call-name{opacity:.7}
.wide{flex:1 1 12rem}
#desk td,#desk th{white-space:normal;overflow-wrap:normal;word-break:normal;padding:.45rem .4rem}
.row-actions>input:not([type=checkbox]),.row-actions>select{flex:1 1 10rem;width:auto;min-width:0}
.tick{flex-wrap:nowrap;margin-block:.4rem}
.transcript{margin-top:.8rem}
.hang-up{border-color:var(--red);color:var(--red)}
[hidden]{display:none!important}
`;
