import { can } from '../shell/access.ts';
import { ltr, statusBadge } from '../shell/badges.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { shownSubject } from '../shell/shown-subject.ts';
import { timeMark } from '../shell/time-mark.ts';
import { categoryName, districtName, type View } from '../shell/view.ts';
import { actionForm } from './actions/action-form.ts';
import type { CaseFile } from './load-case.ts';
import type { SimilarCase } from './similar-cases.ts';
import { caseText } from './text/case-text.ts';

/** Propose the cases about the same matter, each with the button that joins it under one parent. */
export function similarCard(file: CaseFile, view: View): Html {
  const { similar, supportCase } = file;
  if (similar.length === 0) return html``;
  const { language } = view;
  const w = caseText[language];
  const mayJoin = can(view, 'cases.work');
  const row = ({ found, link }: SimilarCase): Html => {
    const join =
      link &&
      mayJoin &&
      html`<div class="small">${actionForm('link', { file, view, refused: undefined }, html``, {
        ...{ fixed: link, quiet: true, silent: true, label: link.as === 'parent' ? w.joinTo : w.joinHere },
      })}</div>`;
    return html`<li><span><a href="/cases/${found.id}">${foreignLine(
      shownSubject(found, language),
    )}</a> <small class="faint">${ltr(found.id)} · ${timeMark(found.openedAt, view)}</small></span>${
      join ?? statusBadge(found.status, language)
    }</li>`;
  };
  return html`<section class="card" aria-labelledby="similar-title">
<h2 id="similar-title">${w.similar}</h2>
<p class="faint">${categoryName(view, supportCase.category)} · ${districtName(
    view,
    supportCase.place?.district ?? '',
  )} · ${w.similarSpan}</p>
<ul class="others">${similar.map(row)}</ul>
</section>`;
}
