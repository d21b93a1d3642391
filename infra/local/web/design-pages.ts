import { Hono } from 'hono';
import { caseStatus, type Language } from '#events/vocabulary.ts';
import { designAddress } from '#functions/web/design/design-files.ts';
import { channelMark, dueBadge, ltr, priorityBadge, statusBadge } from '#functions/web/shell/badges.ts';
import type { DueTone } from '#functions/web/shell/due.ts';
import { filePicker } from '#functions/web/shell/file-picker.ts';
import { foreignLine } from '#functions/web/shell/foreign-text.ts';
import { type Html, html } from '#functions/web/shell/http/html.ts';
import { icon } from '#functions/web/shell/icons.ts';
import { timeMark } from '#functions/web/shell/time-mark.ts';
import { designText } from './design-text.ts';

/** A fixed present, so that the page is always the same: Sunday 4 January 2026, 14:00 in Riyadh. */
const NOW = Date.UTC(2026, 0, 4, 11);
const HOUR = 3_600_000;

const COLOURS = [
  ...['ground', 'surface', 'surface-sunken', 'line', 'text', 'text-soft', 'brand', 'brand-soft'],
  ...['danger', 'danger-soft', 'warning', 'warning-soft', 'info', 'info-soft'],
];

/** The words of other people that have broken pages: long, reordered, stacked. */
const HARD_WORDS = [
  'رقمي 055 123 4567 أو ٠٥٥ ١٢٣ ٤٥٦٧، من 8:00-14:30، خصم 15%',
  'https://maps.app.goo.gl/aVeryLongLinkThatNoLineOfAnyTableCanHoldWithoutBreaking',
  'كلمة'.repeat(16),
  `م${'\u0651'.repeat(300)}`,
];

type Words = (typeof designText)['ar'];

const part = (title: string, body: Html): Html =>
  html`<section class="card design-part"><h3>${title}</h3>${body}</section>`;

const colours = (): Html =>
  html`<ul class="design-colours">${COLOURS.map(
    (name) => html`<li><span class="design-colour colour-${name}"></span>${ltr(name)}</li>`,
  )}</ul>`;

const buttons = (w: Words): Html =>
  html`<p class="buttons"><button type="button" class="primary">${w.primary}</button><button
  type="button">${w.plain}</button><button type="button" class="quiet">${w.quiet}</button><button type="button"
  class="danger">${w.danger}</button><button type="button" disabled>${w.disabled}</button><a class="button"
  href="#content">${icon('search')}${w.link}</a></p>`;

function fields(w: Words, language: Language): Html {
  const field = (label: string, more: Html) =>
    html`<label class="field"><span>${label}</span>${more}</label>`;
  return html`<div class="pair">
${field(w.empty, html`<input placeholder="${w.placeholder}">`)}
${field(w.filled, html`<input value="${w.value}">`)}
${field(w.wrong, html`<input aria-invalid="true" value="${w.value}"><small class="wrong-field">${w.reason}</small>`)}
${field(w.disabled, html`<input disabled value="${w.value}">`)}
${field(w.choice, html`<select><option>${w.value}</option></select>`)}
${field(w.date, html`<input type="datetime-local" value="2026-01-04T14:00">`)}
${field(w.file, filePicker(language, { name: 'file' }))}
${field(w.files, filePicker(language, { name: 'files', isMany: true, more: html` aria-invalid="true"` }))}
${field(w.long, html`<textarea rows="2">${w.value}</textarea>`)}
</div>
<label class="check"><input type="checkbox" checked><span>${w.checked}</span></label>
<label class="check"><input type="checkbox"><span>${w.unchecked}</span></label>
<fieldset aria-invalid="true"><legend>${w.wrongGroup}</legend><label class="check"><input type="radio"
  name="${language}-group"><span>${w.checked}</span></label></fieldset>`;
}

const notices = (w: Words): Html =>
  html`<p class="notice">${icon('note')}${w.plainNotice}</p><p class="notice notice-good">${icon('done')}${
    w.good
  }</p><p class="notice notice-warn">${icon('alarm')}${w.warning}</p><div class="notice notice-bad">${icon(
    'alarm',
  )}<div><p>${w.bad}</p><ul><li>${w.reason}</li></ul></div></div>`;

const TONES: readonly DueTone[] = ['overdue', 'near', 'calm', 'paused', 'finished', 'open'];

const badges = (language: Language): Html =>
  html`<p class="buttons">${caseStatus.options.map((status) => statusBadge(status, language))}</p>
<p class="buttons">${priorityBadge('urgent', language)}${priorityBadge('high', language)}${channelMark(
    'mail',
    language,
  )}${channelMark('phone', language)}</p>
<p class="buttons">${TONES.map((tone) =>
    dueBadge(
      tone === 'overdue' || tone === 'near' || tone === 'calm'
        ? { tone, clock: 'resolution', dueAt: NOW + (tone === 'overdue' ? -2 : 26) * HOUR }
        : { tone },
      NOW,
      language,
    ),
  )}</p>`;

const dates = (language: Language): Html =>
  html`<p class="buttons">${[-0.1, -2, -30, -80, -2000, 3, 25].map((hours) =>
    timeMark(NOW + hours * HOUR, { language, now: NOW }),
  )}</p>`;

const tabs = (w: Words): Html =>
  html`<nav class="tabs" aria-label="${w.tabs}"><a href="#content" aria-current="page">${w.current}</a><a
  href="#content">${w.other}</a></nav>
<ul class="tiles"><li class="tile"><strong>12</strong> <span>${w.tile}</span></li><li
  class="tile tile-overdue"><strong>3</strong> <span>${w.tile}</span></li><li class="tile tile-near"><strong>2</strong>
  <span>${w.tile}</span></li></ul>`;

const table = (w: Words): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${w.table}"><table class="numbers">
<thead><tr><th scope="col">${w.column}</th><th scope="col">${w.count}</th></tr></thead>
<tbody>${[12, 1204].map((count) => html`<tr><th scope="row">${w.value}</th><td>${ltr(String(count))}</td></tr>`)}</tbody>
</table></div>`;

const words = (): Html =>
  html`<ul class="others">${HARD_WORDS.map((text) => html`<li>${foreignLine(text)}</li>`)}</ul>`;

/** All components in all states, in one language and its direction. */
function components(language: Language): Html {
  const w = designText[language];
  return html`<section lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" aria-label="${w.direction}">
<h2>${w.direction}</h2>
${part(w.colours, colours())}${part(w.buttons, buttons(w))}${part(w.fields, fields(w, language))}
${part(w.notices, notices(w))}${part(w.badges, badges(language))}${part(w.dates, dates(language))}
${part(w.tabs, tabs(w))}${part(w.table, table(w))}${part(w.words, words())}
</section>`;
}

/** The page with every component of the pages, in both directions. */
export const designPages = new Hono().get('/design', (c) =>
  c.html(html`<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${designText.ar.title} · Rida</title>
<link rel="icon" href="/assets/rida.svg" type="image/svg+xml">
<link rel="stylesheet" href="${designAddress('console.css')}">
<link rel="stylesheet" href="/local/local.css">
</head>
<body><main id="content"><h1>${designText.ar.title} <span lang="en" dir="ltr">${designText.en.title}</span></h1>
<div class="design">${components('ar')}${components('en')}</div></main></body>
</html>`),
);
