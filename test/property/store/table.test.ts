import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitItem, commitOf } from '#shared/adapters/table/commit-item.ts';
import { headItem, headOf } from '#shared/adapters/table/head-item.ts';
import { apply, diff } from '#shared/adapters/table/patch.ts';
import { fold, plan } from '#shared/adapters/table/plan.ts';
import { expand, squeeze } from '#shared/adapters/table/squeeze.ts';
import type { Case, ClockFact } from '#shared/domain/case/case.ts';
import type { Commit } from '#shared/ports/store.ts';
import { aCase } from '#test/builders/a-case.ts';

const at = fc.integer({ min: 0, max: 4_000_000_000_000 });
const arabic = fc.string({
  unit: fc.constantFrom(...'ابتثجحخدرسشصطعفقكلمنهوي ،.لاaZ0"\\\n'),
  maxLength: 400,
});
const text = fc.oneof(arabic, fc.string({ unit: 'binary', maxLength: 40 }));
const fact: fc.Arbitrary<ClockFact> = fc.oneof(
  fc.record({ at, type: fc.constantFrom('opened', 'beneficiary-contact', 'agent-contact', 'reopened') }),
  fc.record({
    at,
    type: fc.constant('status' as const),
    status: fc.constantFrom('new', 'open', 'pending-beneficiary', 'pending-department', 'resolved', 'closed'),
  }),
);

/** What may differ between two states of a case; every key may be absent. */
const changes = fc.record(
  {
    subject: text,
    priority: fc.constantFrom('urgent', 'high', 'normal', 'low'),
    facts: fc.array(fact, { maxLength: 12 }),
    fired: fc.array(text, { maxLength: 5 }),
    assignee: text,
    resolution: fc.record({ at, by: fc.constant('beneficiary' as const), outcome: text }),
    nextDueAt: at,
    lastMessageId: text,
    survey: fc.record({ state: fc.constant('planned' as const), at }),
    related: text,
  },
  { requiredKeys: [] },
);
const state: fc.Arbitrary<Case> = changes.map(
  (over) => aCase({ id: aCaseId, causes: [], version: 0, ...over }) as Case,
);
const aCaseId = aCase().id;

const changeTo = (before: Case | undefined, after: Case, n: number) => ({
  kind: 'case' as const,
  id: after.id,
  cause: `cause ${n}`,
  by: 'rida' as const,
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
      fc.property(state, state, (before, after) => {
        expect(apply(before, diff(before, after))).toEqual(after);
        expect(diff(after, after)).toEqual({});
      }),
    );
  });

  test('any case is the same after its item, squeezed or not, and after JSON', () => {
    fc.assert(
      fc.property(state, (head) => {
        const item = headItem('case', head, 3);
        expect(headOf(item)).toEqual(head);
        expect(headOf(expand(squeeze(item)))).toEqual(head);
        expect(headOf(JSON.parse(JSON.stringify(item)))).toEqual(head);
      }),
      { numRuns: 300 },
    );
  });

  test('any head is the fold of its stored commits, from wherever it was left behind', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), fc.nat(), (states, left) => {
        const heads: Case[] = [];
        const commits: Commit[] = [];
        for (const [n, after] of states.entries()) {
          const { head, commit } = plan(changeTo(heads.at(-1), after, n));
          heads.push(head);
          commits.push(commitOf(expand(squeeze(commitItem(commit)))));
        }
        const behind = heads[(left % (heads.length + 1)) - 1];
        expect(fold<'case'>(aCaseId, behind, commits)).toEqual(heads.at(-1));
      }),
    );
  });
});
