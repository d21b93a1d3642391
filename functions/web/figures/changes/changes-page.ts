import { CHANGE_KINDS, type NotedChange } from '#shared/domain/reports/noted-change.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { can } from '../../shell/access.ts';
import { consolePage } from '../../shell/console-page.ts';
import { type Flash, flashNotice } from '../../shell/flash.ts';
import { type Html, html } from '../../shell/http/html.ts';
import { departmentName, staffName, type View } from '../../shell/view.ts';
import { changesText } from './changes-text.ts';

/** The fields of the form as they were typed. */
type TypedChange = Readonly<Record<string, unknown>>;

export interface ShownChanges {
  /** All of them, the withdrawn ones too. */
  readonly changes: readonly NotedChange[];
  readonly flash?: Flash | undefined;
  readonly typed?: TypedChange | undefined;
}

/** Return the department that a change concerns, or that it concerns the whole centre. */
export const concernsText = ({ department }: NotedChange, view: View): string =>
  department === undefined ? changesText[view.language].wholeCentre : departmentName(view, department);

function noteForm(view: View, typed: TypedChange = {}): Html {
  const { language, rules } = view;
  const w = changesText[language];
  const given = (name: string): string => String(typed[name] ?? '');
  const option = (name: string, value: string, label: string): Html =>
    html`<option value="${value}"${given(name) === value && html` selected`}>${label}</option>`;
  return html`<section class="card"><h2>${w.note}</h2>
<form method="post" action="/figures/changes/note"><div class="pair">
<label class="field"><span>${w.day}</span><input type="date" name="day" required value="${given('day')}"></label>
<label class="field"><span>${w.kind}</span><small>${w.targetsHint}</small><select name="kind">${CHANGE_KINDS.map(
    (kind) => option('kind', kind, w.kinds[kind]),
  )}</select></label>
<label class="field"><span>${w.nameAr}</span><input name="nameAr" required maxlength="80" dir="rtl" lang="ar"
  value="${given('nameAr')}"></label>
<label class="field"><span>${w.nameEn}</span><input name="nameEn" required maxlength="80" dir="ltr" lang="en"
  value="${given('nameEn')}"></label>
<label class="field"><span>${w.concerns}</span><select name="department"><option
  value="">${w.wholeCentre}</option>${[...rules.departments.keys()].map((id) =>
    option('department', id, departmentName(view, id)),
  )}</select></label>
</div><button type="submit" class="primary">${w.save}</button></form></section>`;
}

function line(change: NotedChange, view: View): Html {
  const { language } = view;
  const w = changesText[language];
  const { id, day, name, kind, by, at, withdrawn } = change;
  const act = withdrawn
    ? html`<span class="faint">${w.withdrawn}: <bdi>${staffName(view, withdrawn.by)}</bdi></span>`
    : can(view, 'figures.note') &&
      html`<form method="post" action="/figures/changes/${id}/withdraw"><button class="quiet small"
  type="submit" aria-label="${w.withdraw}: ${name[language]}">${w.withdraw}</button></form>`;
  const shown = withdrawn
    ? html`<s><bdi>${name[language]}</bdi></s>`
    : html`<a href="/figures/changes/${id}"><bdi>${name[language]}</bdi></a>`;
  return html`<li><span>${shown} <small class="faint"><bdi dir="ltr" class="whole">${day}</bdi> · ${w.kinds[kind]} ·
${concernsText(change, view)}</small><br><small class="faint">${w.by} <bdi>${staffName(view, by)}</bdi> ·
${formatInstant(at, language)}</small></span>
<div class="small">${act}</div></li>`;
}

/** Return the noted changes, the newest first, with the form that notes one. */
export function changesPage(view: View, { changes, flash, typed }: ShownChanges): Html {
  const w = changesText[view.language];
  const list = [...changes].reverse();
  return consolePage(view, {
    title: w.title,
    here: 'figures',
    body: html`<div class="head"><h1>${w.title}</h1><a class="button quiet" href="/figures">${w.back}</a></div>
${flashNotice(flash)}
<p class="faint">${w.hint}</p>
<section class="card">${
      list.length === 0
        ? html`<p class="faint">${w.none}</p>`
        : html`<ul class="others">${list.map((one) => line(one, view))}</ul>`
    }</section>
${can(view, 'figures.note') && noteForm(view, typed)}`,
  });
}

/** Return the changes of the weeks of the trends, each with the way to the numbers before and after it. */
export function marksCard(changes: readonly NotedChange[], view: View): Html | false {
  const { language } = view;
  const w = changesText[language];
  return (
    changes.length > 0 &&
    html`<section class="card wide" id="changes"><h2>${w.marks}</h2><ul class="others">${changes.map(
      (change) => html`<li><span><bdi dir="ltr" class="whole">${change.day}</bdi> <a
  href="/figures/changes/${change.id}"><bdi>${change.name[language]}</bdi></a> <small class="faint">${
    w.kinds[change.kind]
  } · ${concernsText(change, view)}</small></span></li>`,
    )}</ul></section>`
  );
}
