import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { settingsChanges } from '#shared/settings/changes.ts';
import type { InForce } from '#shared/settings/rules-source.ts';
import { same } from '#shared/settings/same.ts';
import { SECTIONS, type Settings } from '#shared/settings/settings.ts';
import { type Html, html } from '../shell/http/html.ts';
import { icon } from '../shell/icons.ts';
import type { View } from '../shell/view.ts';
import { changeLines } from './change-lines.ts';
import { settingsPage } from './frame.ts';
import { settingsText } from './settings-text.ts';

/**
 * A change over somebody else's, when they touched different sections; undefined when a person has to
 * look, because both touched one.
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
  /** What the person wanted, when it had come as far as a preview. */
  readonly mine?: Settings;
  /** How to go on with what was typed. */
  readonly again?: Html;
}

function mergeForm(merged: Settings, version: number, view: View): Html {
  return html`<form method="post" action="/settings/preview"><input type="hidden" name="base"
  value="${version}"><input type="hidden" name="document" value="${JSON.stringify(merged)}"><button class="primary"
  type="submit">${settingsText[view.language].mergeOver}</button></form>`;
}

/** Somebody else changed the settings since a page was opened: nothing was applied, and here is what they did. */
export function conflictPage(view: View, { base, inForce, mine, again }: Conflict): Html {
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
      html`<p><strong>${w.version(inForce.version)}</strong> · <bdi>${stored.by}</bdi> · ${formatInstant(
        stored.at,
        language,
      )}${stored.note !== undefined && html` · <q><bdi dir="auto">${stored.note}</bdi></q>`}</p>`
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
${merged && mergeForm(merged, inForce.version, view)}
${again}
<p><a class="button" href="/settings">${w.openAgain}</a></p>`,
  });
}
