import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
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

const commands: Generators<DigestCommand> = {
  schedule: waiting.map((notices) => ({ do: 'schedule' as const, waiting: notices })),
  tick: waiting.map((notices) => ({ do: 'tick' as const, waiting: notices })),
};

test('a digest mails nothing twice in a row, and nothing before its timer', () => {
  holdsInEveryLife<Digest, DigestCommand>({
    commands: drawn<DigestCommand>(commands, { schedule: 1, tick: 1 }),
    begins: WORKING_MORNING,
    decide: (state, command, now) => decideDigest('supervisor', state, command, { now, rules }),
    check({ before, decision }) {
      if (!decision || 'rejected' in decision) return;
      for (const { type, data } of decision.events) {
        if (type !== 'rida.notices.due.v1') continue;
        expect(before?.nextDueAt).toBeDefined();
        const mailed = data.notices.map(({ event }) => event);
        expect(mailed.filter((event) => before?.sent.includes(event))).toEqual([]);
        expect(new Set(mailed).size).toBe(mailed.length);
      }
    },
  });
});
