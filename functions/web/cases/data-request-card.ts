import type { Case } from '#shared/domain/cases/case.ts';
import { can } from '../shell/access.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { dataRequestText } from './text/data-request-text.ts';

/** Return what a request about personal data needs: the proof, the copy, the correction and the erasure. */
export function dataRequestCard({ id, type, erased, beneficiary, extension }: Case, view: View): Html {
  if (type !== 'data-request' || erased) return html``;
  const w = dataRequestText[view.language];
  const copies = html`<form method="post" action="/cases/${id}/personal-data" class="row-actions">
<button name="as" value="page" type="submit">${w.read}</button>
<button name="as" value="file" type="submit" class="quiet">${w.file}</button></form>`;
  return html`<section class="card" aria-labelledby="data-request-title">
<h2 id="data-request-title">${icon('shield')} ${w.title}</h2><p>${w.law}</p><p>${
    extension ? html`${w.extended} ${timeMark(extension.until, view)}` : w.mayExtend
  }</p>
<p>${w.proof}</p><p><a href="/people/${beneficiary.id}">${w.person}</a></p><p>${w.correct}</p>
${can(view, 'cases.supervise') ? copies : html`<p class="faint">${w.supervisor}</p>`}
</section>`;
}
