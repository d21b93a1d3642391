import type { StoredSettings } from '#shared/ports/settings-store.ts';
import { settingsChanges } from '#shared/settings/changes.ts';
import type { SettingsError } from '#shared/settings/read-settings.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { changeLines } from './change-lines.ts';
import { mayEdit, settingsPage } from './frame.ts';
import { issueText } from './issue-text.ts';
import { placeText } from './part-text.ts';
import { settingsText } from './settings-text.ts';

/** A version with the one before it, for the history. */
export interface VersionLine {
  readonly version: InForce;
  readonly before: InForce | undefined;
}

function facts({ by, at, note, effect }: StoredSettings, view: View): Html {
  const { language } = view;
  const w = settingsText[language];
  return html`<p class="facts-line"><span>${w.by} <bdi>${staffName(view, by)}</bdi></span><span>${timeMark(
    at,
    view,
  )}</span></p>
${note !== undefined && html`<p>${w.why}: <q>${foreignLine(note)}</q></p>`}
${effect && html`<p class="faint">${w.effect}: ${w.effectOf(effect.moved, effect.looked)}</p>`}`;
}

function invalid(problem: SettingsError, settings: InForce['settings'], view: View): Html {
  const w = settingsText[view.language];
  return html`<div class="notice notice-bad">${icon('alarm')}<div><p>${w.invalid}</p><ul>${problem.issues.map(
    (issue) =>
      html`<li>${placeText(issue.path, settings, view.language)}: ${issueText(issue, view.language)}</li>`,
  )}</ul></div></div>`;
}

function restore({ version, stored }: InForce, view: View): Html | string {
  const w = settingsText[view.language];
  if (!mayEdit(view)) return '';
  return html`<form method="post" action="/settings/versions/${version}"><button
  type="submit">${stored ? w.restore : w.restoreShipped}</button></form>`;
}

function versionLine({ version, before }: VersionLine, current: number, view: View): Html {
  const { language } = view;
  const w = settingsText[language];
  const changes = before ? settingsChanges(before.settings, version.settings) : [];
  const sections = [...new Set(changes.map(({ section }) => w.sections[section]))];
  return html`<li class="card version"><div class="head">
<h3>${
    version.version === 0 ? w.delivered : w.version(version.version)
  }</h3>${version.version !== current && restore(version, view)}</div>
${version.stored && facts(version.stored, view)}
${
  before &&
  html`<details>
<summary>${w.whatChanged} ${
    sections.length > 0 && html`<span class="faint">${sections.join(language === 'ar' ? '، ' : ', ')}</span>`
  }</summary>${changeLines(changes, before.settings, version.settings, language)}</details>`
}
</li>`;
}

interface Overview {
  readonly inForce: InForce;
  readonly history: readonly VersionLine[];
  /** The version to continue the history from, if there are older ones. */
  readonly older?: number;
  readonly applied?: number;
  /** The calendar of the centre, for the link to its decree. */
  readonly deskCalendar: string;
}

/** Return the overview: the settings in force, their author, time and reason, and the history. */
export function overviewPage(view: View, { inForce, history, older, applied, deskCalendar }: Overview): Html {
  const w = settingsText[view.language];
  const { stored, version, problem, settings } = inForce;
  return settingsPage(view, {
    title: w.overview,
    here: 'overview',
    body: html`${
      applied !== undefined &&
      applied === version &&
      html`<div class="notice notice-good" role="status">${icon('done')}<p>${w.applied(applied)}</p></div>`
    }
${problem && invalid(problem, settings, view)}
<section class="card">
<h2>${w.inForce}${stored && html` · ${w.version(version)}`}</h2>${
      stored ? facts(stored, view) : html`<p>${w.shipped}</p>`
    }</section>
${
  mayEdit(view) &&
  html`<section class="card call">
<p><strong>${w.decreeCall}</strong></p><a class="button"
  href="/settings/calendars/${deskCalendar}#decree">${icon('clock')}${w.decree}</a></section>`
}
<h2>${w.history}</h2>
${
  history.length === 0
    ? html`<p class="faint">${w.historyNone}</p>`
    : html`<ol class="versions">${history.map((one) => versionLine(one, version, view))}</ol>`
}
${older !== undefined && html`<p class="paging"><a class="button" href="/settings?from=${older}">${w.older}</a></p>`}`,
  });
}
