import { allocate } from './allocation.ts';
import { controlChart } from './control-chart.ts';
import { differenceOf } from './difference.ts';
import { type StatisticsQuestion, statisticsQuestion } from './interchange-schema.ts';
import { rake } from './rake.ts';
import { responseRates } from './response-rates.ts';
import { StatisticsError } from './statistics-error.ts';
import { stratifiedMean, stratifiedShare } from './stratified.ts';
import { type Share, wilson } from './wilson.ts';

function shareOf({ n, yes }: { readonly n: number; readonly yes: number }): Share {
  if (yes > n) throw new StatisticsError(`yes: expected a number up to n ${n}, got ${yes}`);
  const share = wilson(yes, n);
  if (share === null) throw new StatisticsError('n: expected 1 or more, got 0');
  return share;
}

function answerTo(question: StatisticsQuestion): object {
  switch (question.op) {
    case 'share':
      return stratifiedShare(question.strata, question.fpc);
    case 'mean':
      return stratifiedMean(question.strata, question.fpc);
    case 'wilson': {
      const { low, high } = shareOf(question);
      return { low, high };
    }
    case 'difference':
      return differenceOf(shareOf(question.first), shareOf(question.second));
    case 'rake': {
      const cells = question.cells.map((cell) => ({ ...cell, weight: cell.weight ?? 1 }));
      return { weights: rake(cells, question.margins) };
    }
    case 'xmr':
      return controlChart(question.values, question.screen);
    case 'rates':
      return responseRates(question.counts);
    case 'allocate':
      return { sizes: allocate(question.strata, question.n, question.floor) };
  }
}

/** JSON has no infinity: a question of numbers near the largest possible one has no answer. */
function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isFiniteThroughout);
}

const PROTO = '__proto__';
/** A dimension or level named `__proto__` has this name while it is read: the check of objects leaves that key out. */
const STAND_IN = '\u0000proto';

function standIn(value: unknown): unknown {
  if (value === PROTO) return STAND_IN;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(standIn);
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [standIn(key), standIn(of)]));
}

function read(data: unknown): StatisticsQuestion {
  const isRake = typeof data === 'object' && data !== null && 'op' in data && data.op === 'rake';
  const result = statisticsQuestion.safeParse(isRake ? standIn(data) : data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).join('.');
  throw new StatisticsError(
    `${path === '' ? 'question' : path}: ${issue?.message ?? 'expected another value'}`,
  );
}

/**
 * Answer a question of `survey batch`. A question without an answer yields `{ id, error }`.
 *
 * @param data a value of a JSON line, not checked
 */
export function answerStatistics(data: unknown): Record<string, unknown> {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
  try {
    const answer = answerTo(read(data));
    if (!isFiniteThroughout(answer)) throw new StatisticsError('question: its numbers are too large');
    return { id, ...answer };
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    return { id, error: error.message.replaceAll(STAND_IN, PROTO) };
  }
}
