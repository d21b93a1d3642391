import { caseType, channel } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { SEARCH_ORDERS } from '#shared/domain/search/relevance.ts';
import { SEARCH_STATES } from '#shared/domain/search/search-entry.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import { caseTable } from '../shell/cases-table.ts';
import { consolePage } from '../shell/console-page.ts';
import { foreignLine, foreignText } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { channelLabel, typeLabel } from '../shell/text/labels.ts';
import type { View } from '../shell/view.ts';
import { PERIODS, type SearchForm } from './search-form.ts';
import { searchText } from './search-text.ts';

interface SearchResults {
  readonly cases: readonly Case[];
  /** The number of all hits. */
  readonly count: number;
  readonly isPartial: boolean;
  readonly hasNext: boolean;
}

type Choice = readonly [value: string, label: string];

const select = (
  name: keyof SearchForm,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
): Html =>
  html`<label><span>${label}</span><select name="${name}">${choices.map(
    ([value, text]) =>
      html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${text}</option>`,
  )}</select></label>`;

function filters(form: SearchForm, { language, rules }: View): Html {
  const w = searchText[language];
  const departments = [...rules.departments.values()].map(({ id, name }): Choice => [id, name[language]]);
  const labelled = <K extends string>(values: readonly K[], labels: Readonly<Record<K, string>>): Choice[] =>
    values.map((value) => [value, labels[value]]);
  const inLanguage = <K extends string>(
    values: readonly K[],
    labels: Readonly<Record<K, Readonly<Record<typeof language, string>>>>,
  ): Choice[] => values.map((value) => [value, labels[value][language]]);
  return html`<form class="filters" method="get" action="/search">
<input type="hidden" name="q" value="${form.q}">
${select('order', w.order, labelled(SEARCH_ORDERS, w.orders), form.order)}
${select('state', w.state, [['', w.allStates], ...labelled(SEARCH_STATES, w.states)], form.state)}
${select('type', w.type, [['', w.allTypes], ...inLanguage(caseType.options, typeLabel)], form.type)}
${select('department', w.department, [['', w.allDepartments], ...departments], form.department)}
${select('channel', w.channel, [['', w.allChannels], ...inLanguage(channel.options, channelLabel)], form.channel)}
${select('period', w.period, [['', w.anyTime], ...labelled(PERIODS, w.periods)], form.period)}
<button type="submit">${w.button}</button>
</form>`;
}

/** Return the address of the search with another page. */
function pageAddress(form: SearchForm, page: number): string {
  const pairs = Object.entries({ ...form, page }).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return `/search?${new URLSearchParams(pairs)}`;
}

const isFiltered = ({ state, type, department, channel, period }: SearchForm): boolean =>
  [state, type, department, channel, period].some((one) => one !== undefined);

function nothing(form: SearchForm, { language, agent }: View): Html {
  const w = searchText[language];
  const isMasked = hiddenFrom(agent.roles).size > 0;
  if (form.q.trim() === '') return html`<div class="card empty"><p>${w.ask}</p></div>`;
  const everything = `/search?${new URLSearchParams({ q: form.q })}`;
  return html`<div class="card empty"><p>${isFiltered(form) ? w.noneWithFilter : w.none}</p>${
    isFiltered(form) && html`<p><a class="button quiet" href="${everything}">${w.withoutFilter}</a></p>`
  }<p class="faint">${isMasked ? w.hintMasked : foreignText(w.hint)}</p></div>`;
}

/** Return the results of a search, with its filters. */
export function searchPage(view: View, form: SearchForm, results: SearchResults): Html {
  const w = searchText[view.language];
  const { cases, count, isPartial, hasNext } = results;
  const { page, q } = form;
  return consolePage(view, {
    title: w.title,
    query: q,
    body: html`<div class="head"><h1>${w.title}</h1></div>
${q.trim() !== '' && html`<p class="faint">${w.searchedFor}: ${foreignLine(q)}</p>`}
${filters(form, view)}
${
  cases.length === 0
    ? nothing(form, view)
    : html`<p class="faint" role="status">${w.found(count, isPartial)}${page > 1 && html` · ${w.page(page)}`}</p>
${isPartial && html`<p class="notice">${w.partial}</p>`}
<div class="card flush">${caseTable(cases, view)}</div>`
}
<p class="paging">${
      page > 1 &&
      html`<a class="button quiet" rel="prev" href="${pageAddress(form, page - 1)}">${w.previous}</a>`
    }${hasNext && html`<a class="button" rel="next" href="${pageAddress(form, page + 1)}">${w.next}</a>`}</p>`,
  });
}
