import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { clockFacts } from '#shared/adapters/table/clock-facts.ts';
import { commitItem, commitOf } from '#shared/adapters/table/commit-item.ts';
import { ENDED_WORK } from '#shared/adapters/table/keys.ts';
import { apply, diff } from '#shared/adapters/table/patch.ts';
import { fold, plan } from '#shared/adapters/table/plan.ts';
import { indexSchemas } from '#shared/adapters/table/schema.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { Aggregate, Aggregates, Change, Commit, Kind } from '#shared/ports/store.ts';
import { aReference } from '#test/builders/a-case.ts';
import { caseState, fact, states } from './arbitraries.ts';

const kinds = Object.entries(states) as [Kind, fc.Arbitrary<Aggregate>][];

const changeTo = <K extends Kind>(
  kind: K,
  id: string,
  before: Aggregates[K] | undefined,
  after: Aggregates[K],
  n: number,
): Change<K> => ({
  kind,
  id,
  cause: `cause ${n}`,
  by: 'rida',
  at: n,
  recordedAt: n,
  correlationId: 'c',
  causationId: 'c',
  events: [],
  before,
  after,
});

describe('the items of the table', () => {
  test('a patch leads from any state to any other', () => {
    fc.assert(
      fc.property(caseState, caseState, (before, after) => {
        expect(apply(before, diff(before, after))).toEqual(after);
        expect(diff(after, after)).toEqual({});
      }),
    );
  });

  test.each(kinds)('any %s is the same after its item and after JSON', (kind, state) => {
    fc.assert(
      fc.property(state, (aggregate) => {
        const item = stateItem(kind, aggregate, 3);
        expect(stateOf(item)).toStrictEqual(aggregate);
        expect(stateOf(JSON.parse(JSON.stringify(item)))).toStrictEqual(aggregate);
      }),
      { numRuns: 200 },
    );
  });

  test.each(kinds)(
    'any %s is the fold of its stored commits, from wherever it was left behind',
    (kind, state) => {
      fc.assert(
        fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), fc.nat(), (many, left) => {
          const states: Aggregate[] = [];
          const commits: Commit[] = [];
          const id = many[0]?.id ?? '';
          for (const [n, after] of many.entries()) {
            const { state, commit } = plan(
              changeTo(kind, id, states.at(-1), { ...after, id } as Aggregate, n),
            );
            states.push(state);
            commits.push(commitOf(commitItem(commit)));
          }
          const behind = states[(left % (states.length + 1)) - 1];
          expect(fold(id, behind, commits).state).toEqual(states.at(-1));
        }),
        { numRuns: 50 },
      );
    },
  );

  test('any facts of the clocks are the same after the item, in which a person reads every instant', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 30 }), (facts) => {
        const stored = z.encode(clockFacts, facts);
        expect(z.decode(clockFacts, stored)).toStrictEqual(facts);
        expect(stored).toHaveLength(facts.length);
        for (const fact of stored) expect(fact).toMatchObject({ at: expect.stringMatching(/^\d{4}-.*Z$/u) });
      }),
      { numRuns: 500 },
    );
  });

  test('an erased case is only among the ended work, whatever else it is', () => {
    fc.assert(
      fc.property(caseState, fc.boolean(), (state, erased) => {
        const { erased: _, ...rest } = state;
        const aggregate: Case = erased ? { ...rest, erased: { at: 1, because: 'request' } } : rest;
        const item = stateItem('case', { ...aggregate, id: aReference() }, 3);
        const isIn = indexSchemas.filter(({ partition, sort }) => partition in item || sort in item);
        // Only an active case has an assignee or waits for one.
        const hasEnded = erased || aggregate.status === 'closed';
        const waits =
          isActive(aggregate.status) && (aggregate.assignee !== undefined || waitsForAssignee(aggregate));
        const isPlaced = aggregate.place?.district !== undefined;
        const wanted = [
          'by-owner',
          'by-due',
          'by-list',
          ...['by-place'].filter(() => isPlaced),
          ...(waits ? ['by-assignee'] : []),
        ];
        expect(isIn.map(({ name }) => name)).toEqual(erased ? ['by-due'] : wanted);
        expect(item.duePartition === ENDED_WORK).toBe(hasEnded);
        for (const { partition, sort } of isIn) expect(partition in item && sort in item).toBe(true);
      }),
    );
  });
});
