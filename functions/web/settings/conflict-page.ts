import { settingsChanges } from '#shared/settings/changes.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import { same } from '#shared/settings/same.ts';
import { SECTIONS, type Settings } from '#shared/settings/settings.ts';
import { EARLIER_DRAFT } from '../shell/drafts.ts';
import { foreignLine } from '../shell/foreign-text.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import { timeMark } from '../shell/time-mark.ts';
import { staffName, type View } from '../shell/view.ts';
import { changeLines } from './change-lines.ts';
import { settingsPage } from './frame.ts';
import { settingsText } from './settings-text.ts';

/**
 * Merge a change with a colleague's change of other sections. Return undefined when both changed one
 * section.
 */
function onTopOf(base: Settings, mine: Settings, theirs: Settings): Settings | undefined {
  const changedIn = (settings: Settings) => SECTIONS.filter((name) => !same(base[name], settings[name]));
  const own = changedIn(mine);
  const taken = new Set(changedIn(theirs));
  if (own.some((name) => taken.has(name))) return undefined;
  return { ...theirs, ...Object.fromEntries(own.map((name) => [name, mine[name]])) };
}

interface Conflict {
  readonly base: InForce | undefined;
  readonly inForce: InForce;
  /** The agent's own change, if it reached the preview. */
  readonly mine?: Settings;
  /** The form to continue with the typed values. */
  readonly retry?: Html;
  /** The draft of the form that led here. */
  readonly began: string;
}

function mergeForm(merged: Settings, version: number, began: string, view: View): Html {
  return html`<form method="post" action="/settings/preview"><input type="hidden" name="base"
  value="${version}"><input type="hidden" name="${EARLIER_DRAFT}" value="${began}"><input
  type="hidden" name="document" value="${JSON.stringify(merged)}"><button class="primary"
  type="submit">${settingsText[view.language].mergeOver}</button></form>`;
}

/**
 * Return the page for a change in conflict with a colleague's: nothing was applied, and it shows their
 * change.
 */
export function conflictPage(view: View, { base, inForce, mine, retry, began }: Conflict): Html {
  const { language } = view;
  const w = settingsText[language];
  const { stored } = inForce;
  const merged = base && mine && onTopOf(base.settings, mine, inForce.settings);
  return settingsPage(view, {
    title: w.conflictTitle,
    here: 'overview',
    body: html`<div class="notice notice-warn" id="wrong" role="alert" tabindex="-1">${icon('alarm')}<div>
<p>${w.conflict}</p>${
      stored &&
      html`<p><strong>${w.version(inForce.version)}</strong> · <bdi>${staffName(view, stored.by)}</bdi> · ${timeMark(
        stored.at,
        view,
      )}${stored.note !== undefined && html` · <q>${foreignLine(stored.note)}</q>`}</p>`
    }</div></div>
${
  base &&
  html`<section class="card">${changeLines(
    settingsChanges(base.settings, inForce.settings),
    base.settings,
    inForce.settings,
    language,
  )}</section>`
}
${
  base &&
  mine &&
  html`<section class="card">
<h2>${w.yours}</h2>${changeLines(settingsChanges(base.settings, mine), base.settings, mine, language)}</section>`
}
${merged && mergeForm(merged, inForce.version, began, view)}
${retry}
<p><a class="button" href="/settings">${w.openAgain}</a></p>`,
  });
}
