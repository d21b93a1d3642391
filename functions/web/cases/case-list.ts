import { createHash } from 'node:crypto';
import { caseStatus, caseType, type Language, priority } from '#events/vocabulary.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { WORK_KINDS } from '#shared/domain/work-list/work-entry.ts';
import type { WorkCounts } from '#shared/domain/work-list/work-query.ts';
import type { SavedList } from '#shared/ports/desk-store.ts';
import { can } from '../shell/access.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Flash, flashNotice } from '../shell/flash.ts';
import { type Html, html } from '../shell/http/html.ts';
import { priorityLabel, statusLabel, typeLabel } from '../shell/text/labels.ts';
import { languageNames } from '../shell/text/language-name.ts';
import { staffName, type View } from '../shell/view.ts';
import type { CaseList } from './list-cases.ts';
import { isFiltered, type ListQuery, listAddress, ROWS, rowsOf, statesOf } from './list-query.ts';
import { type ManyOutcome, manyForms, manyOutcome, type TypedMany } from './many-forms.ts';
import { savedLists, type TypedList } from './saved-lists.ts';
import { listPageText } from './text/list-text.ts';
import { newCaseText } from './text/new-case-text.ts';
import { workText } from './text/work-text.ts';
import { workTable } from './work-table.ts';

/** How often an open list asks for changes. A change is shown within ten seconds. */
const POLL_SECONDS = 8;

const wide = (n: number, { language }: View): string =>
  n.toLocaleString(language === 'ar' ? 'ar-u-nu-latn' : 'en');

function tiles(counts: WorkCounts, query: ListQuery, view: View): Html {
  const { counts: w } = listPageText[view.language];
  const changes = {
    shown: {},
    overdue: { due: 'overdue' },
    today: { due: 'today' },
    unassigned: { assignee: '-', mine: undefined },
  } as const;
  const tile = (name: keyof typeof changes) =>
    html`<li class="tile tile-${name}${counts[name] === 0 ? ' tile-zero' : ''}"><a
  href="${listAddress(query, changes[name])}"><strong>${wide(counts[name], view)}</strong>
  <span>${w[name]}</span></a></li>`;
  return html`<ul class="tiles">${(['shown', 'overdue', 'today', 'unassigned'] as const).map(tile)}</ul>`;
}

const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`;

const field = (name: string, label: string, options: readonly Html[]): Html =>
  html`<label><span>${label}</span><select name="${name}">${options}</select></label>`;

/** Return the ids and names of entries of the settings, in the order of their names. */
const byName = (
  entries: ReadonlyMap<string, { readonly name: Bilingual }>,
  language: Language,
): readonly (readonly [string, string])[] =>
  [...entries]
    .map(([id, { name }]) => [id, name[language]] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, language));

function filters(query: ListQuery, view: View): Html {
  const { language, rules } = view;
  const w = { ...listPageText[language], ...workText[language] };
  const staff = [...rules.staff.keys()];
  const others = query.assignee === undefined || query.assignee === '-' ? [] : [query.assignee];
  const users = [...new Set([...staff, ...others])];
  const isMore = [
    query.kind,
    query.category,
    query.district,
    query.service,
    query.language,
    query.status,
    query.rows,
  ].some(Boolean);
  return html`<form class="filters" method="get" action="/cases">
${query.state !== 'all' && html`<input type="hidden" name="state" value="${query.state}">`}
${(['sort', 'desc'] as const).map(
  (name) => query[name] !== undefined && html`<input type="hidden" name="${name}" value="${query[name]}">`,
)}
${field('department', w.department, [
  option('', w.allDepartments, query.department),
  ...[...rules.departments.values()].map(({ id, name }) => option(id, name[language], query.department)),
])}
${field('type', w.type, [
  option('', w.allTypes, query.type),
  ...caseType.options.map((one) => option(one, typeLabel[one][language], query.type)),
])}
${field('priority', w.priority, [
  option('', w.allPriorities, query.priority),
  ...priority.options.map((one) => option(one, priorityLabel[one][language], query.priority)),
])}
${field('assignee', w.assignee, [
  option('', w.allAssignees, query.assignee),
  option('-', w.unassigned, query.assignee),
  ...users.map((user) => option(user, staffName(view, user), query.assignee)),
])}
${field('due', w.due, [
  option('', w.allDue, query.due),
  ...(['overdue', 'today'] as const).map((one) => option(one, w.dues[one], query.due)),
])}
<label class="check"><input type="checkbox" name="mine" value="1"${
    query.mine === undefined ? '' : html` checked`
  }><span>${w.mine}</span></label>
<button type="submit">${w.filter}</button>
${
  isFiltered(query) &&
  html`<a class="button quiet" href="${listAddress({ ...empty, state: query.state })}">${w.clear}</a>`
}
<details class="more"${isMore ? html` open` : ''}><summary>${w.more}</summary><div class="filters">
${field('kind', w.kind, [
  option('', w.allKinds, query.kind),
  ...WORK_KINDS.map((one) => option(one, w.kinds[one], query.kind)),
])}
${field('category', w.category, [
  option('', w.allCategories, query.category),
  ...[...rules.categories.values()].map(({ id, name }) => option(id, name[language], query.category)),
])}
${field('district', w.district, [
  option('', w.allDistricts, query.district),
  ...byName(rules.districts, language).map(([id, name]) => option(id, name, query.district)),
])}
${field('service', w.service, [
  option('', w.allServices, query.service),
  ...byName(rules.services, language).map(([id, name]) => option(id, name, query.service)),
])}
${field('status', w.columns.status, [
  option('', w.allStates, query.status),
  ...caseStatus.options.filter(isActive).map((one) => option(one, statusLabel[one][language], query.status)),
])}
${field('language', w.language, [
  option('', w.allLanguages, query.language),
  ...languageNames(language).map(([code, name]) => option(code, name, query.language)),
])}
${field('rows', w.rows, [
  option('', String(ROWS[0]), query.rows),
  ...(['50', '100'] as const).map((one) => option(one, one, query.rows)),
])}
</div></details>
</form>`;
}

const empty: ListQuery = { state: 'all', department: '' };

/** Return the first steps in an empty centre on one computer. */
function firstSteps({ language }: View): Html {
  const w = listPageText[language].firstSteps;
  const step = (path: string, { name, text }: { name: string; text: string }): Html =>
    html`<li><a href="${path}">${name}</a> <span class="faint">${text}</span></li>`;
  return html`<section class="card" aria-labelledby="first-title"><h2 id="first-title">${w.title}</h2>
<ul class="steps">${step('/phone', w.phone)}${step('/mailbox', w.mailbox)}${step('/clock', w.clock)}</ul>
<p>${w.example} <code dir="ltr">npm start -- --example day --data .example</code></p></section>`;
}

/** Return the links to the other pages of a long list. */
function paging({ counts: { shown }, from, rows }: CaseList, query: ListQuery, view: View): Html {
  const w = workText[view.language];
  const size = rowsOf(query);
  const last = Math.max(0, Math.ceil(shown / size) - 1) * size;
  const link = (to: number, label: string, rel?: 'next' | 'prev') =>
    html`<a class="button quiet" ${rel !== undefined && html`rel="${rel}"`}
  href="${pageAddress(query, to)}">${label}</a>`;
  if (shown <= size && from === 0) return html``;
  const range = rows.length === 0 ? '' : w.range(from + 1, from + rows.length, wide(shown, view));
  return html`<nav class="paging" aria-label="${w.pages}">${from > 0 && link(0, w.first)}${
    from > 0 && link(Math.max(0, Math.min(from - size, last)), w.previous, 'prev')
  }<span>${range}</span>${from + size < shown && link(from + size, w.next, 'next')}${
    from + size < shown && link(last, w.last)
  }</nav>`;
}

function pageAddress(query: ListQuery, from: number): string {
  const address = listAddress(query);
  if (from === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}from=${from}`;
}

/** Everything that the page of the list shows. */
export interface ShownList {
  readonly query: ListQuery;
  readonly list: CaseList;
  readonly saved: readonly SavedList[];
  readonly picked: ReadonlySet<string>;
  readonly isTrial?: boolean;
  readonly flash?: Flash | undefined;
  /** The outcome of an act on many cases of which not every one was carried out. */
  readonly many?: ManyOutcome | undefined;
  /** The fields of a refused form on many cases, and of a list that was not saved. */
  readonly typedMany?: TypedMany | undefined;
  readonly typedList?: TypedList | undefined;
}

/**
 * Return the part of the page that changes when somebody works: counts, rows, pages. The open page asks for it again
 * and again, and gets it when it differs from the version that it shows.
 */
export function liveList(
  view: View,
  { query, list, picked, isTrial }: ShownList,
): { version: string; part: Html } {
  const w = listPageText[view.language];
  const filtered = isFiltered(query);
  const body = html`${tiles(list.counts, query, view)}
${list.isPartial === true && html`<p class="notice notice-warn" role="status">${workText[view.language].partial}</p>`}
${
  list.rows.length === 0
    ? html`<p class="card empty">${filtered ? w.empty : w.emptyCalm}</p>${
        isTrial && !filtered && (query.state === 'all' || query.state === 'active') && firstSteps(view)
      }`
    : html`<div class="card flush">${workTable(list.rows, view, { query, picked })}</div>`
}
${paging(list, query, view)}`;
  const version = createHash('sha256').update(body.toString()).digest('hex').slice(0, 16);
  const address = pageAddress(query, list.from);
  // The selection stays when the rows are shown again.
  const picks = can(view, 'cases.work') && list.rows.some(({ is }) => is === 'case');
  const asks = `${address}${address.includes('?') ? '&' : '?'}have=${version}`;
  return {
    version,
    part: html`<div id="work" hx-get="${asks}" hx-trigger="every ${POLL_SECONDS}s" hx-swap="outerHTML"
  ${picks && html`hx-include="[name=pick]"`}>
${body}
</div>`,
  };
}

/** Return the list of work, the most urgent first. */
export function casesPage(view: View, shown: ShownList): Html {
  const { query, saved, many, typedMany, typedList, flash } = shown;
  const { language, agent } = view;
  const w = listPageText[language];
  const tabs = statesOf(agent).map(
    (state) =>
      html`<a href="${listAddress(query, { state })}"${
        state === query.state ? html` aria-current="page"` : ''
      }>${w.states[state]}</a>`,
  );
  return consolePage(view, {
    title: w.title,
    here: 'cases',
    isLive: true,
    body: html`<div class="head"><h1>${w.title}</h1><div class="buttons">${savedLists(view, query, saved, typedList)}${
      can(view, 'cases.work') && html`<a class="button" href="/cases/new">${newCaseText[language].title}</a>`
    }</div></div>
${flashNotice(flash)}
${many && manyOutcome(many, view)}
<nav class="tabs" aria-label="${w.stateLabel}">${tabs}</nav>
${filters(query, view)}
${liveList(view, shown).part}
${can(view, 'cases.work') && manyForms(view, query, typedMany)}`,
  });
}
