import type { Language } from '#events/vocabulary.ts';
import type { Certainty, DayException } from '#shared/domain/sla/calendar.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { type Fields, isFields } from '#shared/settings/is-fields.ts';
import type { Settings } from '#shared/settings/settings.ts';
import {
  channelLabel,
  clockLabel,
  priorityLabel,
  segmentLabel,
  statusLabel,
  typeLabel,
} from '../shell/text/labels.ts';
import { calendarText } from './calendar-text.ts';
import { ruleText } from './day-text.ts';
import { entryName, partText } from './part-text.ts';
import { anyClock, reopeningLabel, rungAction, rungTells } from './policy-text.ts';
import { settingsText } from './settings-text.ts';

const languageLabel: Readonly<Record<Language, Bilingual>> = {
  ar: { ar: 'العربية', en: 'Arabic' },
  en: { ar: 'الإنجليزية', en: 'English' },
};
const certaintyLabel: Readonly<Record<Certainty, Bilingual>> = {
  proposed: { ar: calendarText.ar.proposed, en: calendarText.en.proposed },
  confirmed: { ar: calendarText.ar.confirmed, en: calendarText.en.confirmed },
};
const assignmentLabel: Readonly<Record<Settings['assignment']['mode'], Bilingual>> = {
  'by-hand': { ar: 'يدويًا', en: 'by hand' },
  'least-loaded': { ar: 'للأقل انشغالًا', en: 'the least loaded' },
};

const LABELS: Readonly<Record<string, Bilingual>> = {
  ...typeLabel,
  ...segmentLabel,
  ...channelLabel,
  ...priorityLabel,
  ...statusLabel,
  ...clockLabel,
  ...rungAction,
  ...rungTells,
  ...reopeningLabel,
  any: anyClock,
  ...languageLabel,
  ...certaintyLabel,
  ...assignmentLabel,
};

/** Display names of the ids in the settings. */
export type Names = ReadonlyMap<string, string>;

export function namesOf(language: Language, ...all: readonly Settings[]): Names {
  const lists = all.flatMap(({ departments, categories, calendars }) => [
    ...departments,
    ...categories,
    ...calendars,
  ]);
  return new Map(lists.map(({ id, name }) => [id, name[language]]));
}

/** The mark between facts of a line. It does not begin a line. */
export const APART = '\u00a0· ';

const isInterval = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => /^\d\d:\d\d$/u.test(String(part)));

const and = (language: Language): string => (language === 'ar' ? '، ' : ', ');

const RULE = /^(?:AH:)?(?:\d{4}|-)-\d\d-\d\d$/u;

/** Describe a decree: its day, its order and its name. */
export function exceptionText(
  { on, kind, from, to, name }: DayException,
  today: number,
  language: Language,
): string {
  const w = calendarText[language];
  const part = from !== undefined || to !== undefined;
  const ends = kind === 'closed' && from !== undefined && (to === undefined || to === '24:00');
  const closed = part ? `${w.closed} ${from ?? '00:00'}–${to ?? '24:00'}` : w.kinds.closed;
  const what =
    kind === 'open'
      ? `${w.openNow} ${from ?? '00:00'}–${to ?? '24:00'}`
      : ends
        ? `${w.kinds.ends} ${from}`
        : closed;
  return [ruleText(on, today, language) ?? on, what, name?.[language]]
    .filter((item) => item !== undefined)
    .join(' · ');
}

function fieldsText(value: Fields, language: Language, names: Names): string {
  const name = isFields(value.name) ? entryName(value, language) : undefined;
  const rest = Object.entries(value)
    .filter(
      ([field]) => !['name', 'source', 'version'].includes(field) && !(name !== undefined && field === 'id'),
    )
    .map(([field, inner]) => `${partText(field, language)} ${valueText(inner, language, names)}`);
  return [name, ...rest].filter((part) => part !== undefined).join(and(language));
}

/** Format a value: intervals as times, dates in both calendars, ids as names. */
export function valueText(value: unknown, language: Language, names: Names): string {
  const w = settingsText[language];
  if (value === undefined || value === null || value === '') return w.nothing;
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (isInterval(value)) return value.join('–');
  if (Array.isArray(value)) {
    return value.length === 0
      ? w.nothing
      : value.map((one) => valueText(one, language, names)).join(and(language));
  }
  if (isFields(value)) {
    return typeof value.on === 'string' && 'kind' in value
      ? exceptionText(value as unknown as DayException, 0, language)
      : fieldsText(value, language, names);
  }
  if (typeof value !== 'string') return String(value);
  if (RULE.test(value) && !value.includes('--') && !value.startsWith('--'))
    return ruleText(value, 0, language) ?? value;
  return names.get(value) ?? LABELS[value]?.[language] ?? value;
}
