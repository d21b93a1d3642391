import { membersWith } from '../every-of.ts';
import type { LegFacts } from './leg-facts.ts';

export const earliest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

type NumericFact = {
  [K in keyof LegFacts]-?: NonNullable<LegFacts[K]> extends number ? K : never;
}[keyof LegFacts];

/** Durations and counts grow until they are final. Every other number of a leg is an instant. */
const GROWING: ReadonlySet<string> = membersWith<NumericFact>({
  initiatedAt: false,
  connectedAt: false,
  queuedAt: false,
  queueMs: true,
  answeredAt: false,
  holds: true,
  holdMs: true,
  talkMs: true,
  afterWorkMs: true,
  endedAt: false,
});

/** Serialise a value so that equal values give equal text, whatever the order of their fields. */
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

/**
 * Merge two reports of one source: keep the earliest instants and the longest durations. Between two texts
 * the choice does not depend on their order.
 */
export function merged(a: LegFacts | undefined, b: LegFacts): LegFacts {
  const all: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b))
    all[name] = all[name] === undefined ? value : joined(name, all[name], value);
  return all as LegFacts;
}

/** Return the complete report that was changed later. */
export function laterWritten<T extends { readonly updatedAt: number }>(a: T | undefined, b: T): T {
  if (a === undefined || a.updatedAt < b.updatedAt) return b;
  if (a.updatedAt > b.updatedAt) return a;
  return canonical(a) <= canonical(b) ? a : b;
}

/** Drop the undefined fields. */
export const defined = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
