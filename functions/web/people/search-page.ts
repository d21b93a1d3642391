import type { Case } from '#shared/domain/cases/case.ts';
import { caseTable } from '../shell/cases-table.ts';
import { consolePage } from '../shell/console-page.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { searchText } from './search-text.ts';

/** Return the results of a search. */
export function searchPage(view: View, query: string, cases: readonly Case[]): Html {
  const w = searchText[view.language];
  return consolePage(view, {
    title: w.title,
    query,
    body: html`<div class="head"><h1>${w.title}</h1></div>
<p class="faint">${w.searchedFor}: ${foreignLine(query)}</p>
${
  cases.length === 0
    ? html`<div class="card empty"><p>${w.none}</p><p class="faint">${w.hint}</p></div>`
    : html`<div class="card flush">${caseTable(cases, view)}</div>`
}`,
  });
}
