import type { Language } from '#events/vocabulary.ts';
import type { SettingsChange } from '#shared/settings/changes.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { type Html, html } from '../shell/http/html.ts';
import { entryName, partText } from './part-text.ts';
import { settingsText } from './settings-text.ts';
import { namesOf, valueText } from './value-text.ts';

function order(ids: unknown, entries: readonly unknown[], language: Language): string {
  const entryById = new Map(
    entries.map((entry) => [
      (entry as { id?: string; user?: string }).id ?? (entry as { user?: string }).user,
      entry,
    ]),
  );
  return (Array.isArray(ids) ? ids : [])
    .map((id) => entryName(entryById.get(id), language) || String(id))
    .join(' ← ');
}

function line(change: SettingsChange, before: Settings, after: Settings, language: Language): Html {
  const w = settingsText[language];
  const { kind, place, from, to, section } = change;
  const names = namesOf(language, before, after);
  const label = place.map((part) => partText(part, language)).join(' › ');
  const value = (one: unknown) => html`<bdi>${valueText(one, language, names)}</bdi>`;
  if (kind === 'moved' && place.length === 0) {
    const list = (settings: Settings) => settings[section] as unknown as readonly unknown[];
    return html`<li class="change change-moved"><span
  class="kind">${w.kinds.moved}</span><span><del>${order(
    from,
    list(before),
    language,
  )}</del> <ins>${order(to, list(after), language)}</ins></span></li>`;
  }
  const what = {
    added: html`<ins>${value(to)}</ins>`,
    removed: html`<del>${value(from)}</del>`,
    changed: html`<del>${value(from)}</del> <ins>${value(to)}</ins>`,
    moved: '',
  }[kind];
  return html`<li class="change change-${kind}"><span class="kind">${w.kinds[kind]}</span><span>${
    label !== '' && html`<strong>${label}</strong> `
  }${what}</span></li>`;
}

/** The version of an entry is counted automatically and not shown. */
const isNews = ({ place }: SettingsChange): boolean => place.join('.') !== 'version';

/** Describe the changes by section and entry. */
export function changeLines(
  changes: readonly SettingsChange[],
  before: Settings,
  after: Settings,
  language: Language,
): Html {
  const w = settingsText[language];
  const bySection = Map.groupBy(changes.filter(isNews), ({ section, entry }) => `${section} ${entry ?? ''}`);
  if (bySection.size === 0) return html`<p class="faint">${w.unchanged}</p>`;
  return html`<ul class="changes">${[...bySection.values()].map((group) => {
    const [first] = group;
    if (!first) return '';
    const find = (settings: Settings) => {
      const list: unknown = settings[first.section];
      return Array.isArray(list) ? list.find((one) => (one.id ?? one.user) === first.entry) : undefined;
    };
    const entry =
      first.entry === undefined ? '' : entryName(find(after) ?? find(before), language) || first.entry;
    return html`<li><h3>${w.sections[first.section]}${entry !== '' && html` › <bdi>${entry}</bdi>`}</h3>
<ul>${group.map((change) => line(change, before, after, language))}</ul></li>`;
  })}</ul>`;
}
