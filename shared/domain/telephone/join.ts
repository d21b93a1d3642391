import type { LegFacts } from './leg-facts.ts';

export const earliest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** Durations and counts grow until they are final; everything else of a leg's numbers is an instant. */
const GROWING: ReadonlySet<string> = new Set(['queueMs', 'holds', 'holdMs', 'talkMs', 'afterWorkMs']);

/** The same text for equal values, whatever the order of their fields. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

function joined(name: string, a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number')
    return GROWING.has(name) ? Math.max(a, b) : Math.min(a, b);
  return canonical(a) <= canonical(b) ? a : b;
}

/** Two tellings of one source: times keep the earliest, durations the longest, of two names always the same one. */
export function merged(a: LegFacts | undefined, b: LegFacts): LegFacts {
  const all: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b))
    all[name] = all[name] === undefined ? value : joined(name, all[name], value);
  return all as LegFacts;
}

/** Of two whole tellings the one that was changed later. */
export function laterWritten<T extends { readonly updatedAt: number }>(a: T | undefined, b: T): T {
  if (a === undefined || a.updatedAt < b.updatedAt) return b;
  if (a.updatedAt > b.updatedAt) return a;
  return canonical(a) <= canonical(b) ? a : b;
}

/** Fields without those that are not known. */
export const defined = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
