import { Hono } from 'hono';
import { html } from 'hono/html';
import { languageFor } from '#functions/web/shell/http/language-choice.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import { localPage } from './local-page.ts';
import { phoneText } from './phone-text.ts';

const KEYS = ['1', '2 ABC', '3 DEF', '4 GHI', '5 JKL', '6 MNO', '7 PQRS', '8 TUV', '9 WXYZ', '*', '0', '#'];

const key = (text: string) => {
  const [sign, letters] = text.split(' ');
  return html`<button type="button" data-key="${sign}">${sign}${letters ? html`<small>${letters}</small>` : ''}</button>`;
};

/** The page of callers and of called beneficiaries. */
export const phonePages = new Hono().get('/phone', (c) => {
  const language = languageFor(c);
  const w = phoneText[language];
  return localPage(c, {
    title: w.title,
    here: '/phone',
    script: '/local/phone.js',
    body: html`<h1>${w.title}</h1><p>${w.text} <a href="/phone/agents">${w.agentsLink}</a></p>
<noscript><div class="notice notice-warn"><p>${w.needsScript}</p></div></noscript>
<div class="columns" id="phone" data-language="${language}" data-words="${JSON.stringify(w)}">
<section class="card">
<form id="dial">
<label class="field"><span>${w.calledLine}</span><select id="line">${CALL_LINES.map((line) => html`<option value="${line}">${w.lines[line]}</option>`)}</select></label>
<label class="field"><span>${w.number}</span><input id="caller" inputmode="tel" dir="ltr" value="+966501234567" pattern="\\+[1-9][0-9]{6,14}"></label>
<div class="row-actions"><button class="primary" type="submit" id="call">${w.call}</button></div></form>
<div class="keypad" role="group" aria-label="${w.keypad}">${KEYS.map(key)}</div>
<label class="row-actions tick"><input type="checkbox" id="voice" checked> ${w.voice}</label>
<label class="row-actions tick"><input type="checkbox" id="microphone"> ${w.microphone}</label>
<p class="faint" id="microphone-says" role="status"></p>
</section>
<section class="card"><h2>${w.yourCalls}</h2><ul class="calls" id="calls"></ul></section>
<section class="card"><h2>${w.transcript}</h2><p class="faint" id="state" role="status">${w.choose}</p>
<div class="row-actions" id="acts"></div>
<ol class="transcript" id="transcript" aria-live="polite"></ol>
<form id="say" class="row-actions" hidden><label class="field wide"><span>${w.say}</span><input id="words" maxlength="1000" dir="auto" autocomplete="off"></label><button type="submit">${w.saySend}</button></form></section>
</div>`,
  });
});
