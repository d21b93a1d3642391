import { policies } from '#shared/domain/sla/data/policies.ts';
import type { Evaluation } from '#shared/domain/sla/evaluate.ts';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { office, riyadh } from './support.ts';

const report = policies.find(({ id }) => id === 'report');
if (report === undefined) throw new Error('a report policy is shipped');
export const policy = report;

/** 22 November 2026 is a Sunday; the office is open 07:30–14:30. */
export const at = (time: string) => riyadh(time.length === 5 ? `2026-11-22T${time}` : `2026-11-${time}`);
export const fact = (time: string, type: string, more: object = {}) =>
  ({ at: at(time), type, ...more }) as Fact;
export const opened = fact('07:30', 'opened', { status: 'open' });
export const judge = (asOf: string, ...facts: Fact[]) =>
  evaluate(policy, office, [opened, ...facts], at(asOf));
export const runsOf = ({ runs }: Evaluation, clock: string) =>
  runs.filter((run) => run.clock === clock).map(({ state }) => state);
export const status = (time: string, value: string) => fact(time, 'status', { status: value });
