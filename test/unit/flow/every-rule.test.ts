import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Action, Condition, Flow, Parameters, Transitions } from '#shared/flow/language.ts';
import { lintFlow, RULE_NAMES, type RuleName } from '#shared/flow/linter.ts';
import { bilingualFlow } from './bilingual-flow.ts';
import { action } from './flow-of.ts';

type Change = (of: Action) => Partial<Action>;

const changed = (id: string, change: Change): Flow => ({
  ...bilingualFlow,
  Actions: bilingualFlow.Actions.map((each) =>
    each.Identifier === id ? { ...each, ...change(each) } : each,
  ),
});

const given = (id: string, more: Parameters): Flow =>
  changed(id, ({ Parameters }) => ({ Parameters: { ...Parameters, ...more } }));

const without = (id: string, name: string): Flow =>
  changed(id, ({ Parameters }) => ({
    Parameters: Object.fromEntries(Object.entries(Parameters).filter(([key]) => key !== name)),
  }));

const leading = (id: string, change: (of: Transitions) => Transitions): Flow =>
  changed(id, ({ Transitions }) => ({ Transitions: change(Transitions) }));

const compared = (id: string, condition: Partial<Condition>): Flow =>
  leading(id, (of) => ({
    ...of,
    Conditions:
      of.Conditions?.map((each, at) =>
        at === 0 ? { ...each, Condition: { ...each.Condition, ...condition } } : each,
      ) ?? [],
  }));

const withMore = (...more: Action[]): Flow => ({
  ...bilingualFlow,
  Actions: [...bilingualFlow.Actions, ...more],
});

const hangUp = (id: string): Action => action(id, 'DisconnectParticipant');

/** A fault of each rule in a flow that has none, and where it lies. */
const faults: Readonly<
  Record<Exclude<RuleName, 'unreadable' | 'legacy-export'>, readonly [block: string, Flow]>
> = {
  version: ['', { ...bilingualFlow, Version: '2018-01-01' }],
  'start-action': ['', { ...bilingualFlow, StartAction: 'nowhere' }],
  'too-many-actions': ['', withMore(...Array.from({ length: 240 }, (_, at) => hangUp(`more ${at}`)))],
  'duplicate-identifier': ['end', withMore(hangUp('end'))],
  'identifier-too-long': ['y'.repeat(51), withMore(hangUp('y'.repeat(51)))],
  'illegal-identifier': ['a=b', withMore(hangUp('a=b'))],
  'dangling-transition': ['call', leading('call', (of) => ({ ...of, NextAction: 'lost' }))],
  'unreachable-block': ['island', withMore(hangUp('island'))],
  'unknown-action': ['welcome en', changed('welcome en', () => ({ Type: 'PlayPrompt' }))],
  'missing-parameter': ['call', without('call', 'LambdaFunctionARN')],
  'unknown-parameter': ['welcome en', given('welcome en', { Txet: 'Hello' })],
  'conflicting-parameters': ['welcome en', given('welcome en', { PromptId: 'music' })],
  'bad-value': ['again', given('again', { LoopCount: '101' })],
  'lambda-timeout': ['call', given('call', { InvocationTimeLimitSeconds: '9' })],
  'missing-error-branch': ['call', leading('call', (of) => ({ ...of, Errors: [] }))],
  'unknown-error-branch': [
    'call',
    leading('call', (of) => ({
      ...of,
      Errors: [...(of.Errors ?? []), { ErrorType: 'Weather', NextAction: 'end' }],
    })),
  ],
  'missing-condition': [
    'again',
    leading('again', (of) => ({ ...of, Conditions: of.Conditions?.slice(0, 1) ?? [] })),
  ],
  'unexpected-condition': [
    'call',
    leading('call', (of) => ({
      ...of,
      Conditions: [{ NextAction: 'end', Condition: { Operator: 'Equals', Operands: ['yes'] } }],
    })),
  ],
  'unknown-operator': ['ask', compared('ask', { Operator: 'Resembles' })],
  'wrong-operator': ['ask', compared('ask', { Operator: 'NumberLessThan' })],
  'wrong-operand': ['ask', compared('ask', { Operands: ['12'] })],
  'duplicate-branch': ['ask', compared('ask', { Operands: ['2'] })],
  'missing-next-action': ['call', leading('call', ({ Errors = [] }) => ({ Errors }))],
  'branch-after-end': ['end', leading('end', () => ({ NextAction: 'end' }))],
  'endless-loop': ['welcome en', leading('welcome en', (of) => ({ ...of, NextAction: 'welcome en' }))],
  'endless-silence': [
    'ask',
    leading('ask', (of) => ({
      ...of,
      Errors:
        of.Errors?.map((each) =>
          each.ErrorType === 'InputTimeLimitExceeded' ? { ...each, NextAction: 'ask' } : each,
        ) ?? [],
    })),
  ],
  'attribute-before-set': ['welcome en', given('welcome en', { Text: 'Dear $.Attributes.name' })],
  'bad-reference': ['queue', given('queue', { QueueId: '$.Externals.queue' })],
  'untranslated-prompt': ['welcome ar', given('welcome ar', { Text: 'Welcome.' })],
  'text-too-long': ['welcome en', given('welcome en', { Text: 'Welcome. '.repeat(400) })],
  'not-allowed-here': ['queue', { ...bilingualFlow, Metadata: { type: 'customerQueue' } }],
};

/** A fault may bring others of its own kind with it: what nothing leads to, where nobody is allowed. */
const consequences: Partial<Record<RuleName, readonly RuleName[]>> = {
  'start-action': ['unreachable-block'],
  'too-many-actions': ['unreachable-block'],
  'identifier-too-long': ['unreachable-block'],
  'illegal-identifier': ['unreachable-block'],
  'dangling-transition': ['unreachable-block'],
  'missing-next-action': ['unreachable-block'],
};

describe('a flow from elsewhere with one fault', () => {
  it('has none before', () => {
    expect(lintFlow(bilingualFlow)).toEqual({ errors: [], warnings: [], actions: 11 });
  });

  it.each(Object.entries(faults))('%s is found, and nothing else', (name, [block, flow]) => {
    const rule = name as RuleName;
    const { errors, warnings } = lintFlow(flow);
    const found = [...errors, ...warnings];
    expect(found).toContainEqual(expect.objectContaining({ rule, block }));
    const others = new Set(found.map((each) => each.rule));
    for (const expected of [rule, ...(consequences[rule] ?? [])]) others.delete(expected);
    expect([...others]).toEqual([]);
  });

  it('covers every rule, and the README explains each', () => {
    const readme = readFileSync(new URL('../../../shared/flow/README.md', import.meta.url), 'utf8');
    const files: RuleName[] = ['unreadable', 'legacy-export'];
    expect([...files, ...Object.keys(faults)].sort()).toEqual([...RULE_NAMES].sort());
    expect(RULE_NAMES.filter((rule) => !readme.includes(`\`${rule}\``))).toEqual([]);
  });
});
