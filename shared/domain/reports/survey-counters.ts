import type { DataOf } from '#events/registry.ts';
import { type Added, one } from './added.ts';
import { counterName } from './counter-name.ts';

/** Count an answer of a survey. A correction takes the earlier answer back. */
export function answered(data: DataOf<'rida.survey.answered.v1'>): Added {
  const { late, mode, corrects, later, ease, reasons = [] } = data;
  if (late) return [one('late-answer', mode)];
  if (later) return [one('answer-beside', mode)];
  const count = (by: 1 | -1, { score, finished }: Pick<typeof data, 'score' | 'finished'>): Added => [
    [counterName('score', mode, score), by],
    // Modes are not comparable, so departments are judged by mail alone.
    ...(mode === 'mail' ? [[counterName('score-in', data.department, score), by] as Added[number]] : []),
    [counterName('finished', mode, finished ? 'yes' : 'no'), by],
  ];
  if (corrects) return [...count(1, data), ...count(-1, corrects)];
  return [
    ...count(1, data),
    ...(ease === undefined ? [] : [one('ease', mode, ease)]),
    ...reasons.map((reason) => one('dissatisfied-because', reason)),
  ];
}

/** Count what beneficiaries say about outcomes. A correction takes the opposite answer back. */
export function saidOfOutcome({
  finished,
  mode,
  corrected,
  later,
  unproven,
}: DataOf<'rida.outcome.answered.v1'>): Added {
  if (later || unproven) return [one('outcome-beside', later ? 'later' : 'unproven')];
  const count = (yes: boolean, by: 1 | -1): Added[number] => [
    counterName('confirmation', yes ? 'confirmed' : 'contested', mode),
    by,
  ];
  return [count(finished, 1), ...(corrected ? [count(!finished, -1)] : [])];
}

/** Take back what was counted for a mail about a resolution that did not arrive, and count what replaces it. */
export function outcomeReturned({ asks, survey }: DataOf<'rida.outcome.returned.v1'>): Added {
  const isAsked = asks === 'call' || asks === 'message';
  return [
    [counterName('asked', 'mail'), -1],
    one('asked', asks),
    ...(survey
      ? ([
          [counterName('invited', 'mail'), -1],
          [counterName('survey-sent', 'case', survey.channel), -1],
        ] satisfies Added)
      : []),
    // A survey that goes along with a call is decided again.
    ...(survey && !isAsked
      ? [one('suppressed', 'address-failing'), one('survey-suppressed', 'case', 'address-failing')]
      : []),
  ];
}
