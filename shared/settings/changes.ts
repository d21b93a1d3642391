import { type Fields, isFields } from './is-fields.ts';
import { same } from './same.ts';
import { SECTIONS, type Settings } from './settings.ts';

type Place = readonly string[];

/** One difference between two settings, short enough for one line. */
export interface SettingsChange {
  readonly section: keyof Settings;
  /** Id or user of the list entry. Missing for a section of single fields. */
  readonly entry?: string;
  /** `moved`: the order changed in a list where the first match counts. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Path within the section or entry. Empty for a whole entry. */
  readonly place: Place;
  readonly from?: unknown;
  readonly to?: unknown;
}

type Difference = Pick<SettingsChange, 'kind' | 'place' | 'from' | 'to'>;

/**
 * Lists of objects, such as holidays, are compared by removed and added entries; lists of words are compared
 * as a whole.
 */
const isEntries = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields);

function entriesDiffer(place: Place, before: readonly Fields[], after: readonly Fields[]): Difference[] {
  const left = before.filter((entry) => !after.some((other) => same(entry, other)));
  const came = after.filter((entry) => !before.some((other) => same(entry, other)));
  if (left.length === 0 && came.length === 0) return [{ kind: 'moved', place }];
  return [
    ...left.map((from): Difference => ({ kind: 'removed', place, from })),
    ...came.map((to): Difference => ({ kind: 'added', place, to })),
  ];
}

function differences(before: unknown, after: unknown, place: Place): Difference[] {
  if (same(before, after)) return [];
  if (isEntries(before) || isEntries(after)) {
    return entriesDiffer(place, isEntries(before) ? before : [], isEntries(after) ? after : []);
  }
  if (isFields(before) && isFields(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => differences(before[name], after[name], [...place, name]));
  }
  if (before === undefined) return [{ kind: 'added', place, to: after }];
  if (after === undefined) return [{ kind: 'removed', place, from: before }];
  return [{ kind: 'changed', place, from: before, to: after }];
}

const nameOf = (entry: Fields): string => String(entry.id ?? entry.user);

function listChanges(
  section: keyof Settings,
  before: readonly Fields[],
  after: readonly Fields[],
): SettingsChange[] {
  const old = new Map(before.map((entry) => [nameOf(entry), entry]));
  const fresh = new Map(after.map((entry) => [nameOf(entry), entry]));
  const kept = [...old.keys()].filter((name) => fresh.has(name));
  const order = [...fresh.keys()].filter((name) => old.has(name));
  const moved: SettingsChange[] = same(kept, order)
    ? []
    : [{ section, kind: 'moved', place: [], from: kept, to: order }];
  const gone = [...old].flatMap(([entry, from]): SettingsChange[] =>
    fresh.has(entry) ? [] : [{ section, entry, kind: 'removed', place: [], from }],
  );
  const rest = [...fresh].flatMap(([entry, to]): SettingsChange[] => {
    const from = old.get(entry);
    if (!from) return [{ section, entry, kind: 'added', place: [], to }];
    return differences(from, to, []).map((difference) => ({ section, entry, ...difference }));
  });
  return [...gone, ...rest, ...moved];
}

/** Return the differences between two settings, by section and entry. */
export function settingsChanges(before: Settings, after: Settings): SettingsChange[] {
  return SECTIONS.flatMap((section): SettingsChange[] => {
    const [old, fresh]: [unknown, unknown] = [before[section], after[section]];
    if (Array.isArray(old) && Array.isArray(fresh)) return listChanges(section, old, fresh);
    return differences(old, fresh, []).map((difference) => ({ section, ...difference }));
  });
}
