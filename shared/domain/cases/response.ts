import type { Rules } from '../rules.ts';
import type { LiveRun } from '../sla/runs.ts';
import { MINUTE } from '../time/instant.ts';
import type { Case } from './case.ts';
import { readingOf } from './clocks.ts';
import { appendContact } from './contact-facts.ts';

/** The answer that ends a wait of the beneficiary. */
interface Response {
  readonly clock: 'firstResponse' | 'nextResponse';
  readonly kept: boolean;
  readonly workingMinutes: number;
  readonly department: string;
}

/** Return the wait that a contact of an agent ends at an instant; undefined when no response is awaited. */
export function responseOf(state: Case, rules: Rules, at: number): Response | undefined {
  const facts = appendContact(state.facts, { at, type: 'agent-contact' });
  const before = readingOf(state, rules, at).evaluation.runs;
  const { runs } = readingOf({ ...state, facts }, rules, at).evaluation;
  const awaits = ({ state: { state: now } }: LiveRun): boolean => now === 'running' || now === 'paused';
  const ended = runs.find(
    ({ clock, generation, state: { metAt } }) =>
      metAt !== null &&
      before.some((run) => run.clock === clock && run.generation === generation && awaits(run)),
  );
  if (ended?.clock !== 'firstResponse' && ended?.clock !== 'nextResponse') return undefined;
  const { breached, elapsedMs } = ended.state;
  const workingMinutes = Math.floor(elapsedMs / MINUTE);
  return { clock: ended.clock, kept: !breached, workingMinutes, department: state.department };
}
