import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { clocksOf, policyOf } from '#shared/domain/cases/clocks.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { done, having, tick } from './deciding.ts';

/** Thursday at noon, before a weekend in which no office works. */
const THURSDAY = T + 4 * DAY + 2 * HOUR;
const digital: Partial<Case> = {
  category: 'e-services',
  openedAt: THURSDAY,
  facts: [{ at: THURSDAY, type: 'opened' }],
};

/** Return the notices about the resolution within a number of days, looked for by the hour. */
function noticesWithin(days: number, over: Partial<Case> = {}): string[] {
  let state = aCase({ ...digital, ...over });
  const notices: string[] = [];
  for (let hour = 0; hour <= days * 24; hour += 1) {
    const { case: next, events } = done(THURSDAY + hour * HOUR + 1, state, tick);
    for (const { type, data } of events)
      if ('clock' in data && data.clock === 'resolution' && 'tell' in data)
        notices.push(`${type.split('.').at(-2)} ${data.tell} day ${Math.floor(hour / 24)}`);
    state = next;
  }
  return notices;
}

describe('the policy of digital services', () => {
  it.each<[string, Partial<Case>, string]>([
    ['a report about the platform', { type: 'report' }, 'digital-services'],
    ['a question about it', { type: 'inquiry' }, 'digital-services'],
    ['a remark about it', { type: 'observation' }, 'digital-services'],
    ['a complaint about the centre', { type: 'complaint' }, 'complaint'],
    ['thanks for it', { type: 'thanks' }, 'thanks'],
    ['a report about a lamp', { type: 'report', category: 'lighting' }, 'report'],
  ])('applies by type and category: %s', (_, over, policy) => {
    expect(policyOf(aCase({ ...digital, ...over }), rules).id).toBe(policy);
  });

  it('warns the assignee on day 3 and tells the lead on day 4, also over a weekend, before day 5 is over', () => {
    expect(noticesWithin(5)).toEqual([
      'warned assignee day 3',
      'warned supervisor day 4',
      'breached supervisor day 5',
      'escalated supervisor day 5',
    ]);
  });

  it('counts the days from the opening, also while the beneficiary is asked', () => {
    const waiting = having(aCase(digital), [
      THURSDAY + HOUR,
      { do: 'set-status', to: 'pending-beneficiary', by: 'agent:salem' },
    ]);
    expect(clocksOf(waiting, rules, THURSDAY + 3 * DAY).clocks.resolution).toMatchObject({
      state: 'running',
      dueAt: THURSDAY + 5 * DAY,
    });
  });
});
