import type { TransactionList } from '#shared/domain/outreach/frame.ts';
import { EXCLUSIONS } from '#shared/domain/outreach/week/population.ts';
import type { Replicate } from '#shared/domain/outreach/week/replicate.ts';
import { unworked } from '#shared/domain/outreach/week/tally.ts';
import type { EvaluationWeek, WeekPlace } from '#shared/domain/outreach/week/week.ts';

const nobody = Object.fromEntries(EXCLUSIONS.map((reason) => [reason, 0])) as EvaluationWeek['excluded'];

/** A drawn week with one replicate of two calls. */
export const aWeek = (over: Partial<EvaluationWeek> = {}): EvaluationWeek => ({
  ...{ id: '2026-11-22', version: 0, causes: [], drawnAt: 1000, by: 'agent:salem', seed: 'seed' },
  ...{ target: 165, completion: 0.4, mode: 'agent', persons: 2, excluded: nobody, outside: 0, floor: 5 },
  strata: [{ name: 'building-permit', population: 2, drawn: 2 }],
  languages: { ar: 2, en: 0 },
  sizes: [2],
  released: 1,
  ...over,
});

/** A replicate of two calls that were not dialled yet. */
export const aReplicate = (over: Partial<Replicate> = {}): Replicate => ({
  ...{ id: '2026-11-22-1', version: 0, causes: [], calls: ['call-1', 'call-2'], tally: unworked(2) },
  ...over,
});

export const aPlace = (over: Partial<WeekPlace> = {}): WeekPlace => ({
  ...{ id: '2026-11-22', stratum: 'building-permit', replicate: 1, mode: 'agent' },
  ...over,
});

/** A list that was read whole. */
export const aList = (over: Partial<TransactionList> = {}): TransactionList => ({
  ...{ id: 'list-1', name: 'october.csv', by: 'agent:salem', at: 1000, state: 'read', chunks: 1 },
  ...{ parts: 1, issueParts: 0, rows: 2, good: 2, bad: 0 },
  ...{ place: { piece: 0, byte: 80, line: 3 }, runs: 1 },
  ...over,
});
