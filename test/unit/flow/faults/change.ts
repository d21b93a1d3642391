import type {
  Action,
  ErrorBranch,
  Flow,
  FlowCondition,
  Parameters,
  Transitions,
} from '#shared/flow/flow-language.ts';
import type { RuleName } from '#shared/flow/linter.ts';
import { bilingualFlow } from '../bilingual-flow.ts';
import { action } from '../flow-of.ts';

/** A flow with one fault, and the block that has it. */
type Fault = readonly [what: string, block: string, flow: Flow];

export type Faults = Partial<Record<RuleName, readonly Fault[]>>;

/** The id of some resource. */
export const SOME_ID = '0a1b2c3d-0000-4000-8000-000000000002';

export const changed = (id: string, change: (of: Action) => Partial<Action>): Flow => ({
  ...bilingualFlow,
  Actions: bilingualFlow.Actions.map((each) =>
    each.Identifier === id ? { ...each, ...change(each) } : each,
  ),
});

/** Return the flow with further parameters for the action. */
export const given = (id: string, more: Parameters): Flow =>
  changed(id, ({ Parameters }) => ({ Parameters: { ...Parameters, ...more } }));

export const without = (id: string, name: string): Flow =>
  changed(id, ({ Parameters }) => ({
    Parameters: Object.fromEntries(Object.entries(Parameters).filter(([key]) => key !== name)),
  }));

export const leading = (id: string, change: (of: Transitions) => Transitions): Flow =>
  changed(id, ({ Transitions }) => ({ Transitions: change(Transitions) }));

/** Return the flow with a changed first condition of the action. */
export const compared = (id: string, condition: Partial<FlowCondition>): Flow =>
  leading(id, (of) => ({
    ...of,
    Conditions:
      of.Conditions?.map((each, at) =>
        at === 0 ? { ...each, Condition: { ...each.Condition, ...condition } } : each,
      ) ?? [],
  }));

/** Return the flow with changed error branches of the action; undefined removes a branch. */
export const failing = (id: string, change: (of: ErrorBranch) => ErrorBranch | undefined): Flow =>
  leading(id, (of) => ({
    ...of,
    Errors: (of.Errors ?? []).flatMap((each) => change(each) ?? []),
  }));

export const withoutError = (id: string, type: string): Flow =>
  failing(id, (each) => (each.ErrorType === type ? undefined : each));

export const withError = (id: string, type: string): Flow =>
  leading(id, (of) => ({
    ...of,
    Errors: [...(of.Errors ?? []), { ErrorType: type, NextAction: 'end' }],
  }));

export const withMore = (...more: Action[]): Flow => ({
  ...bilingualFlow,
  Actions: [...bilingualFlow.Actions, ...more],
});

export const hangUp = (id: string): Action => action(id, 'DisconnectParticipant');

/** Return the flow with one more action before the target of `welcome en`. */
export const withStep = (step: Action): Flow => ({
  ...bilingualFlow,
  Actions: [
    ...bilingualFlow.Actions.map((each) =>
      each.Identifier === 'welcome en'
        ? { ...each, Transitions: { ...each.Transitions, NextAction: step.Identifier } }
        : each,
    ),
    step,
  ],
});

/** Return an action of a type with these parameters. All its branches lead forward. */
export const step = (
  Type: string,
  Parameters: Parameters,
  errors: readonly string[] = ['NoMatchingError'],
  results: readonly (readonly [operator: string, operand: string])[] = [],
): Action =>
  action('step', Type, {
    Parameters,
    Transitions: {
      NextAction: 'call',
      Conditions: results.map(([Operator, operand]) => ({
        NextAction: 'call',
        Condition: { Operator, Operands: [operand] },
      })),
      Errors: errors.map((ErrorType) => ({ ErrorType, NextAction: 'end' })),
    },
  });
