import { MOST_LIVE_CASES } from '#shared/settings/live-cases.ts';
import type { DeadlineMove, SettingsPreview } from '#shared/settings/preview.ts';
import type { Use } from '#shared/settings/uses.ts';
import { effectOfSettings, type Proposal } from '#shared/settings/weigh.ts';
import { ltr } from '../shell/badges.ts';
import { EARLIER_DRAFT } from '../shell/drafts.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { clockLabel } from '../shell/text/labels.ts';
import { timeMark } from '../shell/time-mark.ts';
import type { View } from '../shell/view.ts';
import { changeLines } from './change-lines.ts';
import { settingsPage } from './frame.ts';
import { entryName } from './part-text.ts';
import { settingsText } from './settings-text.ts';

function tiles({ looked, moved, earlier, late, rescued }: SettingsPreview, view: View): Html {
  const w = settingsText[view.language].tiles;
  const tile = (name: keyof typeof w, count: number, tone = '') =>
    html`<li class="tile${count > 0 ? tone : ''}"><strong>${count}</strong> <span>${w[name]}</span></li>`;
  return html`<ul class="tiles">${tile('moved', moved)}${tile(
    'earlier',
    earlier,
    ' tile-near',
  )}${tile('late', late, ' tile-overdue')}${tile('rescued', rescued)}${tile('looked', looked)}</ul>`;
}

function moveRow({ reference, subject, clock, from, to }: DeadlineMove, view: View): Html {
  const { language, now } = view;
  const w = settingsText[language];
  const time = (at: number | null) => (at === null ? w.noDeadline : timeMark(at, view));
  const late = to !== null && to < now ? html` class="late"` : '';
  return html`<tr>
<td data-label="${w.columns.case}"><a href="/cases/${reference}">${ltr(reference)}</a> <span
  class="faint">${foreignLine(subject)}</span></td>
<td data-label="${w.columns.clock}">${clockLabel[clock][language]}</td>
<td data-label="${w.columns.from}">${time(from)}</td><td data-label="${w.columns.to}"${late}>${time(to)}</td></tr>`;
}

function effect({ preview }: Proposal, view: View): Html {
  const w = settingsText[view.language];
  if (!preview) return html`<section class="card"><p>${w.untouched}</p></section>`;
  return html`<section class="card effect"><p class="says"><strong>${w.moves(preview.moved)}</strong></p>
${tiles(preview, view)}
${
  preview.most.length > 0 &&
  html`<h2>${w.most}</h2><div class="scroll" tabindex="0"><table class="moves"><thead>
<tr>${Object.values(w.columns).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${preview.most.map((move) => moveRow(move, view))}</tbody></table></div>`
}</section>`;
}

/** Describe why the change is blocked: open cases use a removed entry. */
function uses({ uses: found, inForce }: Proposal, view: View): Html {
  const { language } = view;
  const w = settingsText[language];
  const name = (section: Use['section'], id: string) => {
    const list: readonly unknown[] = inForce.settings[section];
    const entry = list.find((one) =>
      [(one as { id?: string }).id, (one as { user?: string }).user].includes(id),
    );
    return entryName(entry, language) || id;
  };
  return html`<div class="notice notice-bad" id="wrong" role="alert" tabindex="-1">${icon('alarm')}<div>
<p><strong>${w.usedTitle}</strong></p><ul>${found.map(
    ({ section, id, cases, references }) =>
      html`<li>${w.used[section]} «<bdi>${name(section, id)}</bdi>» ${w.usedBy(cases)}: ${references.map(
        (one) => html`<a href="/cases/${one}">${ltr(one)}</a> `,
      )}${cases > references.length && '…'}</li>`,
  )}</ul><p>${w.usedHint}</p></div></div>`;
}

interface Agreeing {
  readonly seal: string;
  readonly document: string;
  /** The draft of the form that led here. It ends when the change is applied. */
  readonly began: string;
  /** The typed reason; marked when it was too short. */
  readonly note?: string;
  readonly noteMissing?: boolean;
}

function agree(
  proposal: Proposal,
  { seal, document, began, note = '', noteMissing = false }: Agreeing,
  view: View,
): Html {
  const w = settingsText[view.language];
  const { moved, looked } = effectOfSettings(proposal);
  const hidden = {
    base: String(proposal.inForce.version),
    document,
    moved: String(moved),
    looked: String(looked),
    seal,
    [EARLIER_DRAFT]: began,
  };
  return html`<form method="post" action="/settings/apply" data-place="/settings/apply" data-draft="apply"
  class="card agree">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label class="field"><span>${w.note}</span><small>${w.noteHint}</small><input name="note" id="note" dir="auto"
  minlength="3" maxlength="500" required value="${note}"${
    noteMissing ? html` aria-invalid="true"` : ''
  }></label>
<p class="buttons"><button class="primary" type="submit">${w.apply}</button><a class="button"
  href="/settings">${w.cancel}</a></p>
</form>`;
}

/** Return the second step: the changes and their effect on open cases, before anything is saved. */
export function previewPage(view: View, proposal: Proposal, agreeing: Agreeing): Html {
  const { language } = view;
  const w = settingsText[language];
  const { changes, inForce, settings } = proposal;
  const used = proposal.uses.length > 0;
  const blocked = used || changes.length === 0;
  return settingsPage(view, {
    title: w.previewTitle,
    here: 'overview',
    body: html`${used ? uses(proposal, view) : html`<p class="faint">${w.previewHint}</p>`}
${
  proposal.partial &&
  html`<p class="notice notice-warn">${icon('alarm')}<span>${w.partial(MOST_LIVE_CASES)}</span></p>`
}
${effect(proposal, view)}
<section class="card"><h2>${w.whatChanged}</h2>${changeLines(changes, inForce.settings, settings, language)}</section>
${blocked ? html`<p><a class="button" href="/settings">${w.cancel}</a></p>` : agree(proposal, agreeing, view)}`,
  });
}
