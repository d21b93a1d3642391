import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCall, type FlowCall, quietWorld, type World } from '#shared/flow/interpreter.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { sampleFlow } from '../../unit/flow/sample-flow.ts';

const contact = { contactId: 'c-1', customer: '+966500000001' };

type Deed = { readonly keys: string } | 'timeout' | 'hangUp' | 'agentAnswers' | 'agentLeaves' | 'run';

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ keys: fc.string({ unit: fc.constantFrom(...'0123456789*#٣K'), maxLength: 10 }) }),
  },
  { weight: 2, arbitrary: fc.constant('timeout' as const) },
  { weight: 1, arbitrary: fc.constantFrom('hangUp', 'agentAnswers', 'agentLeaves', 'run' as const) },
);

const world: fc.Arbitrary<Partial<World>> = fc
  .record({
    open: fc.boolean(),
    full: fc.boolean(),
    answers: fc.boolean(),
    found: fc.constantFrom('yes', 'no'),
  })
  .map(({ open, full, answers, found }) => ({
    isOpen: () => open,
    queue: (name) => ({ ...quietWorld.queue(name), contacts: 3, capacity: full ? 3 : 9 }),
    lambda: () => (answers ? Promise.resolve({ found, status: 'open' }) : Promise.reject(new Error('down'))),
    after: () => new Promise(() => undefined),
  }));

const act = (call: FlowCall, what: Deed) => (typeof what === 'object' ? call.press(what.keys) : call[what]());

describe('any caller', () => {
  it('never breaks a flow, and never makes it run for ever', async () => {
    const flow = sampleFlow.toFlow();
    const blocks = new Set(flow.Actions.map(({ Identifier }) => Identifier));
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 40 }), world, async (deeds, around) => {
        const call = createCall({ flow, contact, world: around });
        let status = await call.run();
        for (const what of deeds) {
          const before = status;
          status = await act(call, what);
          if (before.state === 'ended') expect(status).toEqual({ ...before, spoken: [] });
        }
        expect(['failed', 'unsupported', 'too-many-steps']).not.toContain(status.outcome);
        expect(call.steps.every(({ block }) => blocks.has(block))).toBe(true);
        for (let silences = 0; silences < 10; silences++) status = await call.timeout();
        expect(status.state).not.toBe('waiting-for-input');
      }),
    );
  });

  it('hears only one language once it is chosen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('1', '2'),
        fc.array(deed, { maxLength: 20 }),
        async (choice, deeds) => {
          const call = createCall({ flow: sampleFlow.toFlow(), contact });
          await call.run();
          await call.press(choice);
          for (const what of deeds) await act(call, what);
          const languages = new Set(call.spoken.slice(2).map(({ language }) => language));
          expect([...languages]).toEqual([choice === '1' ? 'ar' : 'en']);
        },
      ),
    );
  });
});

describe('a flow with one transition cut', () => {
  it('always has an error for the linter', () => {
    const flow = sampleFlow.toFlow();
    fc.assert(
      fc.property(fc.nat(flow.Actions.length - 1), fc.nat(5), (at, which) => {
        const Actions = flow.Actions.map((action, index) => {
          const errors = action.Transitions.Errors ?? [];
          if (index !== at || errors.length === 0) return action;
          const cut = which % errors.length;
          return {
            ...action,
            Transitions: { ...action.Transitions, Errors: errors.filter((_, error) => error !== cut) },
          };
        });
        const target = flow.Actions[at]?.Transitions.Errors?.length ?? 0;
        fc.pre(target > 0);
        expect(lintFlow({ ...flow, Actions }).errors.length).toBeGreaterThan(0);
      }),
    );
  });
});
