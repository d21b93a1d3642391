import { caseType, type Language, priority } from '#events/vocabulary.ts';
import { caseTable } from '../shell/cases-table.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { priorityLabel, typeLabel } from '../shell/text/labels.ts';
import { languageNames } from '../shell/text/language-name.ts';
import type { View } from '../shell/view.ts';
import { type CaseList, type Counts, type ListQuery, statesOf } from './list-cases.ts';
import { listPageText } from './text/list-text.ts';

function tiles(counts: Counts, language: Language): Html {
  const { counts: w } = listPageText[language];
  const tile = (name: 'shown' | 'overdue' | 'near' | 'unassigned') =>
    html`<li class="tile tile-${name}${
      counts[name] === 0 ? ' tile-zero' : ''
    }"><strong>${counts[name]}${counts.more ? '+' : ''}</strong> <span>${w[name]}</span></li>`;
  return html`<ul class="tiles">${(['shown', 'overdue', 'near', 'unassigned'] as const).map(tile)}</ul>`;
}

const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`;

function filters(query: ListQuery, view: View): Html {
  const { language, rules } = view;
  const w = listPageText[language];
  return html`<form class="filters" method="get" action="/cases">
<input type="hidden" name="state" value="${query.state}">
<label><span>${w.department}</span><select name="department">${option('', w.allDepartments, query.department)}${[
    ...rules.departments.values(),
  ].map(({ id, name }) => option(id, name[language], query.department))}</select></label>
<label><span>${w.type}</span><select name="type">${option('', w.allTypes, query.type)}${caseType.options.map(
    (one) => option(one, typeLabel[one][language], query.type),
  )}</select></label>
<label><span>${w.priority}</span><select
  name="priority">${option('', w.allPriorities, query.priority)}${priority.options.map((one) =>
    option(one, priorityLabel[one][language], query.priority),
  )}</select></label>
<label><span>${w.language}</span><select name="language">${option('', w.allLanguages, query.language)}${languageNames(
    language,
  ).map(([code, name]) => option(code, name, query.language))}</select></label>
<label class="check"><input type="checkbox" name="mine" value="1"${
    query.mine === undefined ? '' : html` checked`
  }><span>${w.mine}</span></label>
<button type="submit">${w.filter}</button>
</form>`;
}

/** Return the address of the list with a part of its query changed. */
function listAddress(query: ListQuery, change: Partial<ListQuery>): string {
  const { from: _, ...kept } = query;
  const pairs = Object.entries({ ...kept, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  return `/cases?${new URLSearchParams(pairs)}`;
}

/** Return the first steps in an empty centre on one computer. */
function firstSteps({ language }: View): Html {
  const w = listPageText[language].firstSteps;
  const step = (path: string, { name, text }: { name: string; text: string }): Html =>
    html`<li><a href="${path}">${name}</a> <span class="faint">${text}</span></li>`;
  return html`<section class="card" aria-labelledby="first-title"><h2 id="first-title">${w.title}</h2>
<ul class="steps">${step('/phone', w.phone)}${step('/mailbox', w.mailbox)}${step('/clock', w.clock)}</ul>
<p>${w.example} <code dir="ltr">npm start -- --example day --data .example</code></p></section>`;
}

/** Return the list of cases by urgency. */
export function casesPage(view: View, query: ListQuery, list: CaseList, isTrial = false): Html {
  const { language } = view;
  const w = listPageText[language];
  const filtered = [query.department, query.type, query.priority, query.language, query.mine].some(Boolean);
  const tabs = statesOf(view.agent).map(
    (state) =>
      html`<a href="${listAddress(query, { state })}"${
        state === query.state ? html` aria-current="page"` : ''
      }>${w.states[state]}</a>`,
  );
  return consolePage(view, {
    title: w.title,
    here: 'cases',
    body: html`<div class="head"><h1>${w.title}</h1>${list.counts && tiles(list.counts, language)}</div>
<nav class="tabs" aria-label="${w.stateLabel}">${tabs}</nav>
${filters(query, view)}
${
  list.rows.length === 0
    ? html`<p class="card empty">${filtered ? w.empty : w.emptyCalm}</p>${
        isTrial && !filtered && query.state === 'active' && firstSteps(view)
      }`
    : html`<div class="card flush">${caseTable(list.rows, view)}</div>`
}
<p class="paging">${
      query.from !== undefined &&
      html`<a class="button quiet" href="${listAddress(query, {})}">${w.first}</a>`
    }${
      list.next !== undefined &&
      html`<a class="button" rel="next" href="${listAddress(query, { from: list.next })}">${w.next}</a>`
    }</p>`,
  });
}
