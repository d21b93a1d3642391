import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { followMerges } from '#shared/application/surviving-case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCase } from '#test/builders/a-case.ts';
import { Desk } from '#test/unit/cases/desk-of.ts';

const by = 'agent:salem' as const;
const CASES = 12;
const some = fc.nat({ max: CASES - 1 });

/** An act of a person on one of the cases, or the delivery of one event that waits. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('merge' as const), one: some, other: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), one: some, other: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('link' as const), one: some, other: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const), one: some, other: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), one: some, other: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), one: some, other: some }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), one: fc.nat({ max: 99 }), other: some }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandOf({ do: what, other }: Step, ids: readonly string[]): CaseCommand | undefined {
  const to = ids[other] ?? '';
  switch (what) {
    case 'merge':
      return { do: 'merge', into: to as never, by };
    case 'link':
      return { do: 'link', to: to as never, as: 'related', by };
    case 'unmerge':
    case 'reopen':
      return { do: what, by };
    case 'resolve':
      return { do: 'resolve', as: 'done', outcome: 'done', by };
    case 'close':
      return { do: 'close', reason: 'withdrawn', by };
    case 'deliver':
      return undefined;
  }
}

test('merges, links, closings and reopenings in any order leave each reference with one case outside a ring', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const desk = new Desk();
      const cases = Array.from({ length: CASES }, () => aCase());
      desk.store.seed(...cases);
      const ids = cases.map(({ id }) => id);
      let relayed = 0;
      const waiting: ReturnType<typeof toEnvelopes>[number][] = [];
      const relay = () => {
        for (; relayed < desk.store.commits.length; relayed += 1) {
          const commit = desk.store.commits[relayed];
          if (commit)
            waiting.push(...toEnvelopes(commit).filter(({ type }) => /linked|merged|split/u.test(type)));
        }
      };
      const deliver = async (at: number) => {
        const [event] = waiting.splice(at % waiting.length, 1);
        if (event) await propagateLinks(desk, event as Parameters<typeof propagateLinks>[1]);
        relay();
      };
      for (const [number, one] of steps.entries()) {
        const command = commandOf(one, ids);
        const at = desk.clock.now();
        const trace = { by, at, recordedAt: at, correlationId: 'test', causationId: 'test' };
        if (command)
          await handleCommand(
            { store: desk.store, rules: desk.inForce },
            { id: ids[one.one] ?? '', command, cause: `step ${number}`, ...trace },
          );
        relay();
        if (!command && waiting.length > 0) await deliver(one.one);
      }
      while (waiting.length > 0) await deliver(0);

      for (const id of ids) {
        const { survivor, ring, path } = await followMerges(desk.store, await desk.case(id));
        expect(ring.map((one) => one.id)).toEqual([]);
        expect(survivor.merged).toBeUndefined();
        // The case that took another over says so, and no other case does.
        const holders = await Promise.all(ids.map((other) => desk.case(other)));
        const holding = holders.filter(({ links }) =>
          links?.some(({ to, as }) => to === id && as === 'merged-from'),
        );
        const isMerged = path.length > 1;
        expect(holding.length, `${id} is held`).toBe(isMerged ? 1 : 0);
        if (isMerged) expect(path.map((one) => one.id)).toContain(holding[0]?.id);
      }
    }),
    { numRuns: 200 },
  );
});
