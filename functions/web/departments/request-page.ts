import type { Language } from '#events/vocabulary.ts';
import type { Case, DepartmentRequest } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { filePicker } from '../shell/file-picker.ts';
import { foreignText } from '../shell/foreign-text.ts';
import { sentenceAbout } from '../shell/form-fields.ts';
import { type Html, html } from '../shell/http/html.ts';
import { MOST_FILE_BYTES } from '../shell/http/sent-form.ts';
import { icon } from '../shell/icons.ts';
import { categoryName, departmentName, districtName, serviceName } from '../shell/view.ts';
import { departmentsFrame } from './departments-frame.ts';
import { departmentsText } from './departments-text.ts';

type Words = (typeof departmentsText)['ar'];
export type WrongRequest = Exclude<keyof Words['wrong'], 'title'>;
export type DoneRequest = keyof Words['done'];
export type RequestAct = 'answer' | 'time' | 'pass';

/** The typed values of a form that was not carried out. */
export interface TypedRequest {
  readonly act: RequestAct;
  readonly wrong: readonly WrongRequest[];
  readonly text: string;
  readonly name: string;
  readonly until: string;
  readonly to: string;
  /** The names of attached files without content. */
  readonly emptyFiles: readonly string[];
}

export interface RequestView {
  readonly rules: Rules;
  readonly language: Language;
  readonly now: number;
  /** The path of this page, to which its forms are sent. */
  readonly path: string;
  readonly nonce: string;
  readonly supportCase: Case;
  readonly request: DepartmentRequest;
  /** The texts of the case that concern the department. Contact data is masked. */
  readonly question?: string | undefined;
  readonly beneficiaryText?: string | undefined;
  readonly answer?: string | undefined;
  readonly passed?: { readonly from: string; readonly reason: string } | undefined;
  /** Words about the place, masked. */
  readonly placeWords?: string | undefined;
  readonly done?: DoneRequest | undefined;
  readonly typed?: TypedRequest | undefined;
}

const instantText = (at: number, { language, rules }: RequestView): string =>
  formatInstant(at, language, rules.desk.calendar.calendar.zone);

const words = (text: string): Html =>
  html`<div class="request-words" dir="auto">${text
    .split(/\n{2,}/u)
    .map((one) => html`<p>${foreignText(one)}</p>`)}</div>`;

function placeRow({ supportCase: { place }, rules, language, placeWords }: RequestView, w: Words): Html {
  const district =
    place?.district === undefined ? undefined : districtName({ rules, language }, place.district);
  const position = place?.position;
  const parts = [district, placeWords].filter((one) => one !== undefined);
  if (parts.length === 0 && !position) return html``;
  return html`<dt>${w.place}</dt><dd>${parts.map((one, at) => html`${at > 0 && ' · '}<bdi>${one}</bdi>`)}${
    position &&
    html` <a href="https://www.google.com/maps?q=${position.latitude},${position.longitude}"
  rel="noreferrer">${w.onMap}</a>`
  }</dd>`;
}

function facts(view: RequestView, w: Words): Html {
  const { supportCase, request, now } = view;
  const service = supportCase.service === undefined ? undefined : serviceName(view, supportCase.service);
  const isLate = !request.ended && request.dueAt < now;
  return html`<dl><dt>${w.reference}</dt><dd><bdi dir="ltr">${supportCase.id}</bdi></dd>
<dt>${w.category}</dt><dd>${categoryName(view, supportCase.category)}</dd>
${service && html`<dt>${w.service}</dt><dd>${service}</dd>`}${placeRow(view, w)}
<dt>${w.askedOn}</dt><dd>${instantText(request.askedAt, view)}</dd>
${
  !request.ended &&
  html`<dt>${w.dueAt}</dt><dd>${instantText(request.dueAt, view)}${
    isLate && html` <span class="badge badge-bad">${w.late}</span>`
  }</dd>`
}</dl>`;
}

function asked(view: RequestView, w: Words): Html {
  const { question, beneficiaryText, passed } = view;
  return html`${passed && html`<h2>${w.passed(passed.from)}</h2>${words(passed.reason)}`}
<h2>${w.question}</h2>${question === undefined ? html`<p>${w.itself}</p>` : words(question)}
${
  beneficiaryText !== undefined &&
  beneficiaryText !== '' &&
  html`<h2>${w.said}</h2>${words(beneficiaryText)}<p class="faint">${w.masked}</p>`
}`;
}

/** The attributes of a form by which the script keeps its words. A form that was sent has them already. */
function keptAs(view: RequestView, act: RequestAct): Html {
  const [address = ''] = view.path.split('?');
  return html` data-place="${address}" data-draft="${act}"${typedIn(view, act) && html` data-kept`}`;
}

/** Return words that were sent too late, so that they can be copied. */
function lateWords(text: string, { language }: Pick<RequestView, 'language'>): Html {
  if (text.trim() === '') return html``;
  return html`<label class="field"><span>${departmentsText[language].typed}</span><textarea rows="6" dir="auto"
  data-typed readonly>${text}</textarea></label>`;
}

/** The first button of each form is out of sight: programs that send forms press it, and Enter does. */
const hidden = (act: RequestAct, { nonce }: RequestView): Html =>
  html`<div class="honey" aria-hidden="true"><button type="submit" name="act" value="none"
  tabindex="-1">·</button></div><input type="hidden" name="nonce" value="${nonce}"><input type="hidden" name="form"
  value="${act}">`;

const typedIn = ({ typed }: RequestView, act: RequestAct): TypedRequest | undefined =>
  typed?.act === act ? typed : undefined;

/** Return the label of the field that a sentence is about, as the form shows it. */
function labelOf(
  { request }: RequestView,
  act: RequestAct,
  wrong: WrongRequest,
  w: Words,
): string | undefined {
  if (wrong.startsWith('files.')) return w.files;
  if (wrong === 'until') return w.until;
  if (wrong === 'to') return w.passTo;
  if (wrong !== 'text') return undefined;
  if (act !== 'answer') return w.reason;
  return request.ended === undefined ? w.answer : w.more;
}

function notice(view: RequestView, act: RequestAct, w: Words): Html {
  const { wrong = [], emptyFiles = [] } = typedIn(view, act) ?? {};
  if (wrong.length === 0) return html``;
  const names = emptyFiles.map((name) => html` <bdi>${name}</bdi>`);
  const reason = (one: WrongRequest): Html =>
    html`${sentenceAbout(labelOf(view, act, one, w), w.wrong[one])}${one === 'files.empty' && names}`;
  return html`<div class="notice notice-bad" role="alert" id="wrong">${icon('alarm')}<div>
<p><strong>${w.wrong.title}</strong></p><ul>${wrong.map((one) => html`<li>${reason(one)}</li>`)}</ul></div></div>`;
}

const flag = (view: RequestView, act: RequestAct, name: WrongRequest): Html | false =>
  (typedIn(view, act)?.wrong.some((one) => one === name || one.startsWith(`${name}.`)) ?? false) &&
  html` aria-invalid="true"`;

function area(view: RequestView, act: RequestAct, label: string): Html {
  return html`<label class="field"><span>${label}</span><textarea name="text" rows="4" dir="auto" required
  maxlength="20000"${flag(view, act, 'text')}>${typedIn(view, act)?.text ?? ''}</textarea></label>`;
}

function answerForm(view: RequestView, w: Words): Html {
  const { path, request } = view;
  const isMore = request.ended !== undefined;
  const large = w.wrong['files.large'];
  return html`<form method="post" action="${path}#wrong" enctype="multipart/form-data"${keptAs(
    view,
    'answer',
  )}>${hidden('answer', view)}
${notice(view, 'answer', w)}${area(view, 'answer', isMore ? w.more : w.answer)}
<label class="field"><span>${w.files}</span><small>${w.filesHint}</small>${filePicker(view.language, {
    name: 'files',
    isMany: true,
    more: html` data-most="${MOST_FILE_BYTES}" data-large="${large}" data-empty="${w.wrong['files.empty']}"`,
  })}</label>
<label class="field"><span>${w.name}</span><input name="name" maxlength="60" autocomplete="name" dir="auto"
  value="${typedIn(view, 'answer')?.name ?? ''}"></label>
<button class="primary" type="submit" name="act" value="answer">${isMore ? w.sendMore : w.send}</button></form>`;
}

function timeState(view: RequestView, w: Words): Html {
  const { time } = view.request;
  if (!time) return html``;
  if (time.state === 'granted')
    return html`<p class="notice notice-good">${icon('done')}${w.timeGranted}</p>`;
  const until = html`<strong>${instantText(time.until, view)}</strong>`;
  return time.state === 'asked'
    ? html`<p class="notice notice-warn">${icon('clock')}<span>${w.timeAsked} ${until}. ${w.timeWaits}</span></p>`
    : html`<p class="notice notice-warn">${icon('alarm')}<span>${w.timeRefused} ${until}.</span></p>`;
}

function folded(view: RequestView, act: RequestAct, title: string, form: Html): Html {
  return html`<details class="second"${typedIn(view, act) && html` open`}><summary>${title}</summary>${form}</details>`;
}

function timeForm(view: RequestView, w: Words): Html {
  const typed = typedIn(view, 'time');
  return folded(
    view,
    'time',
    w.timeTitle,
    html`<form method="post" action="${view.path}#wrong"${keptAs(view, 'time')}>${hidden(
      'time',
      view,
    )}${notice(view, 'time', w)}
<label class="field"><span>${w.until}</span><small>${w.untilHint}</small><input type="datetime-local" name="until"
  required value="${typed?.until ?? ''}"${flag(view, 'time', 'until')}></label>
${area(view, 'time', w.reason)}
<button type="submit" name="act" value="time">${w.askTime}</button></form>`,
  );
}

function passForm(view: RequestView, w: Words): Html {
  const { rules, language, request } = view;
  const typed = typedIn(view, 'pass');
  const others = [...rules.departments.values()].filter(({ id }) => id !== request.department);
  if (others.length === 0) return html``;
  return folded(
    view,
    'pass',
    w.passTitle,
    html`<form method="post" action="${view.path}#wrong"${keptAs(view, 'pass')}>${hidden(
      'pass',
      view,
    )}${notice(view, 'pass', w)}
<label class="field"><span>${w.passTo}</span><select name="to" required${flag(view, 'pass', 'to')}><option
  value="">${w.choose}</option>${others.map(
    ({ id, name }) =>
      html`<option value="${id}"${typed?.to === id && html` selected`}>${name[language]}</option>`,
  )}</select></label>
${area(view, 'pass', w.reason)}
<button type="submit" name="act" value="pass">${w.pass}</button></form>`,
  );
}

function forms(view: RequestView, w: Words): Html {
  const { request, answer } = view;
  if (request.ended?.how === 'answered')
    return html`<h2>${w.yours}</h2>${answer === undefined ? html`<p>${w.byCentre}</p>` : words(answer)}
<div class="second">${view.typed && view.typed.act !== 'answer' && lateWords(view.typed.text, view)}${answerForm(
      view,
      w,
    )}</div>`;
  return html`${timeState(view, w)}${answerForm(view, w)}${timeForm(view, w)}${passForm(view, w)}`;
}

/**
 * Return the page on which a department answers a request that is open, or adds to its answer. Opening it records
 * nothing. It works without script.
 */
export function requestPage(view: RequestView): Html {
  const { rules, language, request, done } = view;
  const w = departmentsText[language];
  const department = departmentName(view, request.department);
  return departmentsFrame({
    ...{ rules, language, title: w.title, path: view.path, keepsWords: true },
    body: html`<section class="card"><h1>${w.title}</h1><p class="faint"><bdi>${department}</bdi></p>
${done && html`<p class="notice notice-good" role="status">${icon('done')}${w.done[done]}</p>`}
${facts(view, w)}${asked(view, w)}</section>
<section class="card">${forms(view, w)}</section>`,
  });
}

interface Over {
  readonly rules: Rules;
  readonly language: Language;
  readonly path: string;
  readonly text: string;
  readonly done?: DoneRequest | undefined;
  /** Words that were sent too late. */
  readonly late?: string | undefined;
  /** Whether the link opened a page of forms before. Unsent words are shown again. */
  readonly keepsWords?: boolean;
}

/** Return the page of a link behind which nothing can be answered any more. It shows nothing of the case. */
export function requestOverPage({ rules, language, path, text, done, late = '', keepsWords }: Over): Html {
  const w = departmentsText[language];
  return departmentsFrame({
    ...{ rules, language, title: w.title, path, keepsWords: keepsWords ?? false },
    body: html`<section class="card thanks">${icon(done ? 'done' : 'none')}<h1>${w.title}</h1>
${done && html`<p role="status">${w.done[done]}</p>`}<p>${text}</p></section>${lateWords(late, { language })}`,
  });
}
