import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Flow, Transitions } from '#shared/flow/flow-language.ts';
import { parseFlow } from '#shared/flow/flow-schema.ts';
import { createCall, playScript } from '#shared/flow/interpreter.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import type { ScriptEntry } from '#shared/flow/run/script.ts';
import { bilingualFlow } from '../../unit/flow/bilingual-flow.ts';
import { sampleFlow } from '../../unit/flow/sample-flow.ts';

const on = (Operand: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [Operand] },
});

const errors = (NextAction: string, ...types: string[]) =>
  types.map((ErrorType) => ({ ErrorType, NextAction }));

type Body = Pick<Action, 'Type' | 'Parameters'> & { readonly Transitions: Transitions };

/** Possible blocks, given the next block and another target. */
const bodies: readonly ((next: string, other: string) => Body)[] = [
  (next, other) => ({
    Type: 'MessageParticipant',
    Parameters: { Text: 'Hello.' },
    Transitions: { NextAction: next, Errors: errors(other, 'NoMatchingError') },
  }),
  (next, other) => ({
    Type: 'GetParticipantInput',
    Parameters: { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: next,
      Conditions: [on('1', other), on('2', next)],
      Errors: errors(other, 'NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'),
    },
  }),
  (next, other) => ({
    Type: 'GetParticipantInput',
    Parameters: {
      Text: 'Enter your number.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '4' } },
    },
    Transitions: { NextAction: next, Errors: errors(other, 'NoMatchingError') },
  }),
  (next, other) => ({
    Type: 'InvokeLambdaFunction',
    Parameters: { LambdaFunctionARN: 'arn:aws:lambda:x:1:function:f', InvocationTimeLimitSeconds: '2' },
    Transitions: { NextAction: next, Errors: errors(other, 'NoMatchingError') },
  }),
  (next, other) => ({
    Type: 'CheckHoursOfOperation',
    Parameters: { HoursOfOperationId: '0a1b2c3d-0000-4000-8000-000000000001' },
    Transitions: {
      NextAction: next,
      Conditions: [on('True', next), on('False', other)],
      Errors: errors(other, 'NoMatchingError'),
    },
  }),
  (next, other) => ({
    Type: 'Compare',
    Parameters: { ComparisonValue: '$.Channel' },
    Transitions: {
      NextAction: next,
      Conditions: [on('VOICE', other)],
      Errors: errors(next, 'NoMatchingCondition'),
    },
  }),
  (next, other) => ({
    Type: 'Loop',
    Parameters: { LoopCount: '2' },
    Transitions: { NextAction: next, Conditions: [on('ContinueLooping', other), on('DoneLooping', next)] },
  }),
  (next, other) => ({
    Type: 'DistributeByPercentage',
    Parameters: {},
    Transitions: {
      NextAction: next,
      Conditions: [{ NextAction: other, Condition: { Operator: 'NumberLessThan', Operands: ['51'] } }],
      Errors: errors(next, 'NoMatchingCondition'),
    },
  }),
  (next, other) => ({
    Type: 'UpdateContactTargetQueue',
    Parameters: { QueueId: '0a1b2c3d-0000-4000-8000-000000000002' },
    Transitions: { NextAction: next, Errors: errors(other, 'NoMatchingError') },
  }),
];

/** Flows whose branches all lead forward to a disconnect. */
const validFlow: fc.Arbitrary<Flow> = fc
  .array(fc.record({ body: fc.nat(bodies.length - 1), jump: fc.nat(6) }), { minLength: 1, maxLength: 30 })
  .map((blocks) => {
    const name = (at: number): string => (at >= blocks.length ? 'end' : `block ${at}`);
    const actions = blocks.flatMap(({ body, jump }, at): Action[] => {
      const made = bodies[body]?.(name(at + 1), name(at + 1 + jump));
      return made === undefined ? [] : [{ Identifier: name(at), ...made }];
    });
    const end: Action = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
    return { Version: '2019-10-30', StartAction: 'block 0', Actions: [...actions, end] };
  });

const script: fc.Arbitrary<ScriptEntry[]> = fc.array(
  fc.oneof(
    fc.record({ keys: fc.string({ unit: fc.constantFrom(...'0123456789*#'), minLength: 1, maxLength: 6 }) }),
    fc.constantFrom(
      'silence' as const,
      'hang-up' as const,
      'agent-answers' as const,
      'agent-leaves' as const,
    ),
  ),
  { maxLength: 12 },
);

const contact = { contactId: 'c-1', customer: '+966500000001' };
const world = {
  lambda: () => Promise.resolve({ found: 'yes' }),
  after: () => new Promise<void>(() => undefined),
};

describe('a flow without faults', () => {
  it('has no errors for the linter and plays to an end, whatever the caller does', async () => {
    await fc.assert(
      fc.asyncProperty(validFlow, script, async (flow, entries) => {
        expect(lintFlow(flow).errors).toEqual([]);
        const { outcome } = await playScript(createCall({ flow, contact, world }), entries);
        expect(['disconnected', 'hung-up']).toContain(outcome);
      }),
    );
  });
});

/** Return every place in a JSON value, as a list of keys. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[...path], ...below.flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

/** Return the value with one place replaced, or removed when the new value is undefined. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    return value
      .map((each, at) => (String(at) === key ? replaced(each, rest, by) : each))
      .filter((each) => each !== undefined);
  }
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([name, each]) => {
      const made = name === key ? replaced(each, rest, by) : each;
      return made === undefined ? [] : [[name, made]];
    }),
  );
}

const mutated: fc.Arbitrary<unknown> = fc
  .record({
    flow: fc.constantFrom<unknown>(bilingualFlow, sampleFlow.toFlow()),
    changes: fc.array(
      fc.record({
        at: fc.nat(),
        by: fc.option(
          fc.oneof(
            fc.jsonValue({ maxDepth: 2 }),
            fc.constantFrom(
              '',
              '$.',
              '$.Attributes',
              '$.External[0].x',
              '${',
              '<speak>',
              '-1',
              'end',
              'True',
            ),
          ),
          { nil: undefined },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ flow, changes }) =>
    changes.reduce<unknown>((value, { at, by }) => {
      const places = placesIn(value);
      return replaced(value, places[at % places.length] ?? [], by);
    }, flow),
  );

describe('a flow with anything changed', () => {
  it('is refused with the place named, or judged and played without breaking', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, script, async (json, entries) => {
        const parsed = parseFlow(json);
        if (!parsed.ok) {
          expect(parsed.message).toMatch(
            /^this is not a flow: (the file|Version|StartAction|Actions)|old console/,
          );
          return;
        }
        expect(lintFlow(parsed.flow).actions).toBe(parsed.flow.Actions.length);
        const call = createCall({ flow: parsed.flow, contact, world, maxSteps: 200 });
        const status = await playScript(call, entries);
        expect(['ended', 'waiting-for-queue', 'with-agent']).toContain(status.state);
      }),
      { numRuns: 300 },
    );
  });
});
