import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Notice, OverdueWork } from '#events/vocabulary.ts';
import { type DigestCommand, decideDigest } from '#shared/domain/notices/decide-digest.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { holdsInEveryLife } from '../every-life.ts';
import { drawn, type Generators } from '../generators.ts';

const waiting: fc.Arbitrary<readonly Notice[]> = fc
  .array(fc.record({ n: fc.integer({ min: 1, max: 12 }), urgent: fc.boolean() }), { maxLength: 4 })
  .map((all) =>
    all.map(({ n, urgent }) => ({
      ...{ event: `event-${n}`, case: `case-${n}`, kind: 'breached' },
      priority: urgent ? 'urgent' : 'normal',
    })),
  );

const overdue: fc.Arbitrary<OverdueWork | undefined> = fc.option(
  fc.integer({ min: 1, max: 90 }).map((count) => ({ count, byAge: [{ days: 0, count }], oldest: [] })),
  { nil: undefined },
);

const commands: Generators<DigestCommand> = {
  schedule: waiting.map((notices) => ({ do: 'schedule' as const, waiting: notices })),
  tick: fc
    .tuple(waiting, overdue, fc.boolean())
    .map(([notices, late, awaits]) => ({ do: 'tick' as const, waiting: notices, overdue: late, awaits })),
  remind: fc.constant({ do: 'remind' as const }),
};

test('a digest mails nothing twice in a row, nothing before its timer, and is sent again while work is overdue', () => {
  holdsInEveryLife<Digest, DigestCommand>({
    commands: drawn<DigestCommand>(commands, { schedule: 1, tick: 1, remind: 1 }),
    begins: WORKING_MORNING,
    decide: (state, command, now) => decideDigest('supervisor', state, command, { now, rules }),
    check({ before, command, decision }) {
      if (!decision || 'rejected' in decision) return;
      if (command.do === 'tick' && command.awaits) expect(decision.state.nextDueAt).toBeDefined();
      for (const { type, data } of decision.events) {
        if (type !== 'rida.notices.due.v1') continue;
        expect(before?.nextDueAt).toBeDefined();
        const mailed = data.notices.map(({ event }) => event);
        expect(mailed.filter((event) => before?.sent.includes(event))).toEqual([]);
        expect(new Set(mailed).size).toBe(mailed.length);
        expect(mailed.length + (data.overdue?.count ?? 0)).toBeGreaterThan(0);
        const looksAgain = data.overdue !== undefined || (command.do === 'tick' && command.awaits);
        expect(decision.state.nextDueAt !== undefined).toBe(looksAgain);
      }
    },
  });
});
