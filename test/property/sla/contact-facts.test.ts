import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockFact } from '#shared/domain/cases/case.ts';
import { appendContact, MOST_IN_A_ROW } from '#shared/domain/cases/contact-facts.ts';
import { readHistory } from '#shared/domain/sla/status-history.ts';
import { timelineUntil } from '#shared/domain/sla/timeline.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const policy = shippedRules.policies[0];

type Contact = { readonly at: number; readonly type: 'beneficiary-contact' | 'agent-contact' };

const opened: ClockFact = { at: T, type: 'opened' };
/** Rows of contacts of one side after the other, as long as a flood. */
const rows: fc.Arbitrary<Contact[]> = fc
  .array(
    fc.tuple(fc.constantFrom('beneficiary-contact' as const, 'agent-contact' as const), fc.nat({ max: 60 })),
    { maxLength: 6 },
  )
  .map((all) => all.flatMap(([type, times]) => Array.from({ length: times }, () => type)))
  .map((types) => types.map((type, n) => ({ at: T + (n + 1) * MINUTE, type })));

describe('contacts of one side in a row', () => {
  it('are kept so that every wait for an answer begins and ends when it did', () => {
    fc.assert(
      fc.property(rows, (contacts) => {
        const all = [opened, ...contacts];
        const kept = contacts.reduce<readonly ClockFact[]>(appendContact, [opened]);
        const exchanges = (facts: readonly ClockFact[]) =>
          policy && readHistory(policy, timelineUntil(facts, T + 1e9), T + 1e9)?.exchanges;
        expect(exchanges(kept)).toEqual(exchanges(all));
      }),
    );
  });

  it('never make the facts of a case grow without end', () => {
    const flood = Array.from(
      { length: 1000 },
      (_, n): Contact => ({ at: T + n * MINUTE, type: 'beneficiary-contact' }),
    );
    const kept = flood.reduce<readonly ClockFact[]>(appendContact, [opened]);
    expect(kept).toHaveLength(1 + MOST_IN_A_ROW);
    expect(kept[1]).toEqual(flood[0]);
    expect(kept.at(-1)).toEqual(flood.at(-1));
  });

  it('leave room for an answer that is recorded late: the wait starts with the next contact after it', () => {
    const contacts = Array.from(
      { length: 40 },
      (_, n): Contact => ({ at: T + n * MINUTE, type: 'beneficiary-contact' }),
    );
    const kept = contacts.reduce<readonly ClockFact[]>(appendContact, [opened]);
    const late = appendContact(kept, { at: T + 35.5 * MINUTE, type: 'agent-contact' });
    const history = policy && readHistory(policy, timelineUntil(late, T + 1e9), T + 1e9);
    expect(history?.exchanges).toEqual([
      { from: T, to: T + 35.5 * MINUTE },
      { from: T + 36 * MINUTE, to: null },
    ]);
  });
});
