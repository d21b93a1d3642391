import { describe, expect, it } from 'vitest';
import type { Action, Flow } from '#shared/flow/flow-language.ts';
import { lintFlow, type RuleName } from '#shared/flow/linter.ts';
import { sampleFlow } from './sample-flow.ts';

type ActionPatch = { [Key in keyof Action]?: unknown };

/** The sample with one changed action. A patch replaces whole fields. */
function withAction(id: string, patch: (action: Action) => ActionPatch): Flow {
  const flow = sampleFlow.toFlow();
  return {
    ...flow,
    Actions: flow.Actions.map((action) =>
      action.Identifier === id ? ({ ...action, ...patch(action) } as Action) : action,
    ),
  };
}

const withoutErrors = ({ Transitions }: Action): ActionPatch => ({
  Transitions: { ...Transitions, Errors: [] },
});

const withParameters = (id: string, change: Record<string, unknown>): Flow =>
  withAction(id, ({ Parameters }) => ({
    Parameters: JSON.parse(JSON.stringify({ ...Parameters, ...change })),
  }));

const withMore = (...actions: Action[]): Flow => {
  const flow = sampleFlow.toFlow();
  return { ...flow, Actions: [...flow.Actions, ...actions] };
};

const hangUp = (Identifier: string): Action => ({
  Identifier,
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
});

const goTo = (target: string) => (): ActionPatch => ({
  Transitions: { NextAction: target, Errors: [{ ErrorType: 'NoMatchingError', NextAction: target }] },
});

const faults: readonly (readonly [RuleName, string, Flow])[] = [
  ['version', '', { ...sampleFlow.toFlow(), Version: '2016-01-01' }],
  ['start-action', '', { ...sampleFlow.toFlow(), StartAction: 'elsewhere' }],
  ['too-many-actions', '', withMore(...Array.from({ length: 202 }, (_, at) => hangUp(`extra ${at}`)))],
  ['duplicate-identifier', 'goodbye', withMore(hangUp('goodbye'))],
  ['identifier-too-long', 'x'.repeat(51), withMore(hangUp('x'.repeat(51)))],
  ['illegal-identifier', 'a/b', withMore(hangUp('a/b'))],
  ['illegal-identifier', 'toString', withMore(hangUp('toString'))],
  ['unreachable-block', 'island', withMore(hangUp('island'))],
  ['dangling-transition', 'busy ar', withAction('busy ar', goTo('nowhere'))],
  ['unknown-action', 'busy ar', withAction('busy ar', () => ({ Type: 'PlayPrompt' }))],
  ['missing-parameter', 'lookup', withParameters('lookup', { LambdaFunctionARN: undefined })],
  ['missing-parameter', 'busy ar', withParameters('busy ar', { Text: undefined })],
  ['unknown-parameter', 'lookup', withParameters('lookup', { ResponseValidatoin: {} })],
  ['conflicting-parameters', 'busy ar', withParameters('busy ar', { PromptId: 'music' })],
  ['missing-error-branch', 'lookup', withAction('lookup', withoutErrors)],
  ['missing-error-branch', 'main ar', withAction('main ar', withoutErrors)],
  ['missing-error-branch', 'busy ar', withAction('busy ar', withoutErrors)],
  ['missing-error-branch', 'found', withAction('found', withoutErrors)],
  [
    'missing-condition',
    'hours',
    withAction('hours', ({ Transitions }) => ({ Transitions: { ...Transitions, Conditions: [] } })),
  ],
  [
    'missing-next-action',
    'busy ar',
    withAction('busy ar', ({ Transitions: { Errors } }) => ({ Transitions: { Errors } })),
  ],
  ['lambda-timeout', 'lookup', withParameters('lookup', { InvocationTimeLimitSeconds: '9' })],
  ['lambda-timeout', 'lookup', withParameters('lookup', { InvocationTimeLimitSeconds: '0' })],
  ['lambda-timeout', 'lookup', withParameters('lookup', { InvocationTimeLimitSeconds: '2.5' })],
  ['endless-loop', 'busy ar', withAction('busy ar', goTo('busy ar'))],
  [
    'attribute-before-set',
    'lookup',
    withParameters('lookup', { LambdaInvocationAttributes: { a: '$.Attributes.none' } }),
  ],
  ['attribute-before-set', 'closed ar', withParameters('closed ar', { Text: 'الحالة $.External.status' })],
  ['untranslated-prompt', 'busy en', withParameters('busy en', { Text: 'جميع الخطوط مشغولة.' })],
  ['untranslated-prompt', 'busy ar', withParameters('busy ar', { Text: '' })],
  [
    'untranslated-prompt',
    'busy',
    withAction('busy', () => ({
      Transitions: {
        NextAction: 'busy ar',
        Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'busy ar' }],
      },
    })),
  ],
  [
    'not-allowed-here',
    'hours',
    { ...sampleFlow.toFlow(), Metadata: { ...sampleFlow.toFlow().Metadata, kind: 'CUSTOMER_HOLD' } },
  ],
];

const doubts: readonly (readonly [RuleName, string, Flow])[] = [
  ['unknown-parameter', 'lookup', withParameters('lookup', { InvocationPriority: 'x' })],
  [
    'unknown-error-branch',
    'lookup',
    withAction('lookup', ({ Transitions }) => ({
      Transitions: {
        ...Transitions,
        Errors: [...(Transitions.Errors ?? []), { ErrorType: 'Weather', NextAction: 'goodbye' }],
      },
    })),
  ],
  [
    'endless-silence',
    'main ar',
    withAction('main ar', ({ Transitions }) => ({
      Transitions: {
        ...Transitions,
        Errors: Transitions.Errors?.map(({ ErrorType }) => ({ ErrorType, NextAction: 'main ar' })),
      },
    })),
  ],
  ['endless-loop', 'found', withAction('status ar', goTo('found'))],
  ['attribute-before-set', 'found', withParameters('found', { ComparisonValue: '$.Attributes.none' })],
];

describe('the linter', () => {
  it.each(faults)('finds %s in block "%s"', (rule, block, flow) => {
    expect(lintFlow(flow).errors).toContainEqual(expect.objectContaining({ rule, block }));
  });

  it.each(doubts)('doubts %s in block "%s" without calling it an error', (rule, block, flow) => {
    const report = lintFlow(flow);
    expect(report.warnings).toContainEqual(expect.objectContaining({ rule }));
    expect(report.errors.filter((problem) => problem.rule === rule && problem.block === block)).toEqual([]);
  });

  it('warns only of what a flow from elsewhere may rightly do', () => {
    const { Metadata: _, ...foreign } = withParameters('busy en', { Text: '$.Attributes.fromElsewhere' });
    const report = lintFlow(foreign);
    expect(report.errors).toEqual([]);
    expect(report.warnings.map(({ rule, block }) => [rule, block])).toEqual([
      ['attribute-before-set', 'voice'],
      ['attribute-before-set', 'busy en'],
    ]);
  });

  it('takes an unjoined block the console has drawn for a leftover', () => {
    const flow: Flow = {
      Version: '2019-10-30',
      StartAction: 'end',
      Metadata: { ActionMetadata: { left: { position: { x: 1, y: 2 } } } },
      Actions: [hangUp('end'), hangUp('left')],
    };
    expect(lintFlow(flow)).toMatchObject({ errors: [], warnings: [{ rule: 'unreachable-block' }] });
  });

  it('takes a declared attribute as set', () => {
    const flow = withParameters('closed en', { Text: 'Hello $.Attributes.name' });
    const declared: Flow = { ...flow, Metadata: { ...flow.Metadata, attributes: ['name'] } };
    expect(lintFlow(flow).errors).toHaveLength(1);
    expect(lintFlow(declared).errors).toEqual([]);
  });
});
