import type { Settings } from '#shared/settings/settings.ts';
import { contactFrom } from '../shell/contact-from.ts';
import { UnreadableRequest } from '../shell/http/bounded-form.ts';
import { typedDate, typedNumber, typedTime } from './typed-text.ts';

/** A sent form: all values of each field, by name. */
export type Typed = ReadonlyMap<string, readonly string[]>;
export type FieldPath = readonly (string | number)[];

type Read = (values: readonly string[]) => unknown;

const first = ([value = '']: readonly string[]): string => value.trim();
const unlessEmpty =
  (read: (text: string) => unknown): Read =>
  (values) =>
    first(values) === '' ? undefined : read(first(values));

/** Both times of an interval keep their position, so that a missing end is reported at its field. */
const time: Read = (values) => (first(values) === '' ? '' : typedTime(first(values)));
const set: Read = (values) => values.filter((value) => value !== '');
const setOrAll: Read = (values) => {
  const chosen = values.filter((value) => value !== '');
  return chosen.length === 0 ? undefined : chosen;
};
/** Parse a number to E.164. Return any other text unchanged. */
const typedPhone = (text: string): string => {
  const contact = contactFrom(text);
  return contact && 'phone' in contact ? contact.phone : text;
};
const listed: Read = (values) =>
  values
    .join('\n')
    .split(/[,;،؛\r\n]+/u)
    .map((name) => name.trim())
    .filter(Boolean);
const readText: Read = (values) => {
  const text = first(values)
    .split(/[,،;؛]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return text.length === 0 ? undefined : text;
};

/** How a field is parsed, by its place in the settings. All other fields are text. */
const READERS: readonly (readonly [RegExp, Read])[] = [
  [/\.(?:hours\.\w{3}|hours)\.\d+\.[01]$/u, time],
  [/(?:quietHours|exceptions\.\d+)\.(?:from|to)$/u, unlessEmpty(typedTime)],
  [/(?:\.on|overrides\.\d+\.(?:from|to)|validity\.(?:from|to))$/u, unlessEmpty(typedDate)],
  [
    /\.atShare$/u,
    unlessEmpty((text) => {
      const share = typedNumber(text);
      return typeof share === 'number' ? share / 100 : share;
    }),
  ],
  [
    /(?:Minutes|Days|Hours|PerDay|PerHour|\.days|\.workingDays|capacity|lowScore|\.hour|\.level|\.times)$/u,
    unlessEmpty(typedNumber),
  ],
  [/(?:\.when\.\w+|scope\.departments)$/u, setOrAll],
  [/(?:\.departments|\.skills|\.roles|\.languages|pauseStatuses\.\w+|finalStatuses)$/u, set],
  [/scope\.cities$/u, readText],
  [
    /(?:centre\.(?:aliases|formAddresses)|reports\.\w+\.to)$/u,
    (values) =>
      values
        .join(' ')
        .split(/[\s,;،؛]+/u)
        .filter(Boolean),
  ],
  // Browsers send CR LF as line ends.
  [/^replyTemplates\.\d+\.text\.\w+$/u, unlessEmpty((text) => text.replace(/\r\n?/gu, '\n'))],
  [/(?:districts|services)\.\d+\.aliases$/u, listed],
  [
    /(?:departments\.\d+\.addresses|categories\.\d+\.words)$/u,
    (values) => {
      const named = listed(values) as string[];
      return named.length === 0 ? undefined : named;
    },
  ],
  [/^staff\.\d+\.phone$/u, unlessEmpty(typedPhone)],
  [
    /(?:urgentBreaksQuiet|ordinaryWord|offered|reports\.\w+\.(?:send|write|compress))$/u,
    (values) => values.includes('on'),
  ],
];

/** Long words wrap in their field. They remain one line, also with a typed line break. */
const line = unlessEmpty((text) => text.replaceAll(/\s*[\r\n]+\s*/gu, ' '));

const readAt = (name: string, values: readonly string[]): unknown =>
  (READERS.find(([place]) => place.test(name))?.[1] ?? line)(values);

/** Lists in which an empty row is ignored. */
const ROWS = /\.(?:hours\.\w{3}|holidays|overrides|exceptions|ladder)$/u;

/** Parts that are omitted when all their fields are empty. */
const PARTS = /\.(?:hours\.\w{3}|scope|validity|quietHours|repeat|overrides\.\d+\.name)$/u;

const isBlank = (value: unknown): boolean => {
  if (value === undefined || value === '' || value === null) return true;
  return typeof value === 'object' && Object.values(value).every(isBlank);
};

/** The form's row of each row of a list. */
type Origins = Map<string, readonly number[]>;

function prune(value: unknown, name: string, origins: Origins): unknown {
  if (Array.isArray(value)) {
    if (!ROWS.test(name)) return value.map((row, at) => prune(row, `${name}.${at}`, origins));
    const rows = value.map((row, at) => [at, prune(row, `${name}.${at}`, origins)] as const);
    const kept = rows.filter(([, row]) => !isBlank(row));
    origins.set(
      name,
      kept.map(([at]) => at),
    );
    return kept.map(([, row]) => row);
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .map(([field, inner]) => [`${name}.${field}`, field, prune(inner, `${name}.${field}`, origins)] as const)
    .filter(([place, , inner]) => !PARTS.test(place) || !isBlank(inner));
  return Object.fromEntries(fields.map(([, field, inner]) => [field, inner]));
}

/** A row of a list. Longer numbers would make a list of a billion empty rows. */
const ROW = /^\d{1,3}$/u;

type Container = Record<string | number, unknown>;

function put(root: object, place: readonly string[], value: unknown): void {
  let here = root as Container;
  for (const [at, part] of place.entries()) {
    if (Array.isArray(here) && !ROW.test(part)) throw new UnreadableRequest(400, 'a list has no such row');
    if (at === place.length - 1) {
      if (value === undefined && !Array.isArray(here)) delete here[part];
      else here[part] = value;
      return;
    }
    const inner = Object.hasOwn(here, part) ? here[part] : undefined;
    const next: object =
      typeof inner === 'object' && inner !== null ? inner : ROW.test(place[at + 1] ?? '') ? [] : {};
    here[part] = next;
    here = next as Container;
  }
}

export interface SettingsDraft {
  /** The settings with the typed values, not yet validated. */
  readonly document: Record<keyof Settings, unknown>;
  /** Return the name of the field from which a place of the document was read. */
  nameOf(place: FieldPath): string;
}

/**
 * Apply typed fields to the settings. The name of a field is its place below `prefix`. Rows named by
 * `remove` fields and empty rows are dropped.
 */
export function draftOf(base: Settings, prefix: string, typed: Typed, blank: object = {}): SettingsDraft {
  const document = structuredClone(base) as unknown as Record<keyof Settings, unknown>;
  const at = prefix.split('.');
  const value = at.reduce<unknown>((inner, part) => (inner as Container | undefined)?.[part], document);
  if (value === undefined) put(document, at, structuredClone(blank));
  const removed = new Set((typed.get('remove') ?? []).map((name) => `${prefix}.${name}`));
  for (const [name, values] of typed) {
    const whole = `${prefix}.${name}`;
    if (!name.startsWith('remove') && !name.startsWith('_'))
      put(document, whole.split('.'), readAt(whole, values));
  }
  for (const name of removed) put(document, name.split('.'), undefined);
  const origins: Origins = new Map();
  const section = at[0] as keyof Settings;
  document[section] = prune(document[section], section, origins);
  return {
    document,
    nameOf: (place) => {
      const names: string[] = [];
      for (const part of place) {
        const row = typeof part === 'number' ? origins.get(names.join('.'))?.[part] : undefined;
        names.push(String(row ?? part));
      }
      const whole = names.join('.');
      return whole.startsWith(`${prefix}.`) ? whole.slice(prefix.length + 1) : whole;
    },
  };
}
