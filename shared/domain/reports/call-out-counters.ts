import type { DataOf } from '#events/registry.ts';
import { type Added, one } from './added.ts';
import { counterName } from './counter-name.ts';

/** Count an evaluation as sent once it was dialled, and otherwise with the reason why it was not. */
function evaluationBalance(disposition: string, attempts: number): Added {
  return [
    one('survey-eligible', 'evaluation'),
    attempts > 0
      ? one('survey-sent', 'evaluation', 'evaluation')
      : one('survey-suppressed', 'evaluation', disposition),
  ];
}

/**
 * Count the disposition and the answers of an outgoing call by purpose. When a late report changes them,
 * subtract the earlier values.
 */
export function calledOut({
  purpose,
  disposition,
  answers,
  attempts,
  from,
}: DataOf<'rida.call-out.finished.v1'>): Added {
  const count = (by: 1 | -1, how: string, counts: Readonly<Record<string, number>>): Added => [
    [counterName('call-out', purpose, how), by],
    ...Object.entries(counts).map(([question, value]): Added[number] => [
      counterName('call-answer', purpose, question, value),
      by,
    ]),
  ];
  const balance = purpose === 'evaluation' && !from ? evaluationBalance(disposition, attempts) : [];
  return [
    ...count(1, disposition, answers),
    ...(from ? count(-1, from.disposition, from.answers) : []),
    ...balance,
  ];
}
