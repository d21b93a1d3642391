import type { ActionSpec } from '../actions/action-spec.ts';
import { specFor } from '../actions/catalogue.ts';
import type { Action, ConditionBranch } from '../flow-language.ts';
import { isOperator, OPERATORS } from '../run/operators.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { isTrue } from './is-true.ts';
import { didYouMean } from './spelling.ts';

const isFixed = (operand: string): boolean => !/\$\.|\$\{|%|\{\{/.test(operand);

function takesNone({ Type, Parameters }: Action, spec: ActionSpec): boolean {
  if (Type === 'GetParticipantInput') return isTrue(Parameters.StoreInput);
  return spec.conditions === undefined && spec.openParameters !== true;
}

function unexpected(action: Action, spec: ActionSpec): Finding[] {
  const given = action.Transitions.Conditions ?? [];
  if (given.length === 0 || !takesNone(action, spec)) return [];
  const why = action.Type === 'GetParticipantInput' ? ' when it stores the input' : '';
  return [
    error('unexpected-condition', action.Identifier, `${action.Type} has no result to compare with${why}`),
  ];
}

/** Return the results that need a branch. A wait needs one for its end and one for each event. */
function neededResults({ Type, Parameters }: Action, spec: ActionSpec): readonly string[] {
  if (Type === 'Wait')
    return ['WaitCompleted', ...(Array.isArray(Parameters.Events) ? Parameters.Events.map(String) : [])];
  return Array.isArray(spec.conditions) ? spec.conditions : [];
}

function missing(action: Action, spec: ActionSpec): Finding[] {
  const { Identifier, Type, Transitions } = action;
  const operands = (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);
  return neededResults(action, spec)
    .filter((result: string) => !operands.includes(result))
    .map((result: string) => error('missing-condition', Identifier, `${Type} needs a branch for ${result}`));
}

function operator({ Identifier, Type }: Action, { Condition }: ConditionBranch, spec: ActionSpec): Finding[] {
  const { Operator } = Condition;
  if (!isOperator(Operator)) {
    const hint = didYouMean(Operator, OPERATORS);
    return [error('unknown-operator', Identifier, `Connect has no operator ${Operator}${hint}`)];
  }
  return spec.operators === undefined || spec.operators.includes(Operator)
    ? []
    : [error('wrong-operator', Identifier, `${Type} takes ${spec.operators.join(', ')}, not ${Operator}`)];
}

function operands({ Identifier, Type }: Action, { Condition }: ConditionBranch, spec: ActionSpec): Finding[] {
  const { Operands, Operator } = Condition;
  if (Operands.length === 0)
    return [error('wrong-operand', Identifier, `a condition of ${Type} compares with nothing`)];
  const wrong = Operands.filter(isFixed).flatMap((operand) => {
    if (operand.trim() === '') return [`a condition of ${Type} compares with an empty value`];
    if (spec.results !== undefined && !spec.results.includes(operand))
      return [`${Type} never results in ${operand}${didYouMean(operand, spec.results)}`];
    return Operator.startsWith('Number') && !Number.isFinite(Number(operand))
      ? [`${Operator} compares with ${operand}, which is not a number`]
      : [];
  });
  return wrong.map((message) => error('wrong-operand', Identifier, message));
}

/** For agents, Connect compares only whether there are any. */
function staffing({ Identifier, Type, Parameters, Transitions }: Action): Finding[] {
  if (Type !== 'CheckMetricData' || !String(Parameters.MetricType).startsWith('NumberOfAgents')) return [];
  return (Transitions.Conditions ?? [])
    .filter(({ Condition }) => Condition.Operator !== 'NumberGreaterThan' || Condition.Operands[0] !== '0')
    .map(({ Condition: { Operator, Operands } }) =>
      error(
        Operator === 'NumberGreaterThan' ? 'wrong-operand' : 'wrong-operator',
        Identifier,
        `${String(Parameters.MetricType)} must be compared with NumberGreaterThan 0, not ${Operator} ${Operands.join(' ')}`,
      ),
    );
}

/** The branches of a distribution are ascending "less than" limits. */
function distribution({ Identifier, Type, Transitions }: Action): Finding[] {
  if (Type !== 'DistributeByPercentage') return [];
  const limits = (Transitions.Conditions ?? []).map(({ Condition }) => Number(Condition.Operands[0]));
  const wrong = limits.find((limit, at) => limit <= (limits[at - 1] ?? 0) || limit > 101);
  return wrong === undefined
    ? []
    : [
        error(
          'wrong-operand',
          Identifier,
          `the share up to ${wrong} is never met: limits must ascend to 100`,
        ),
      ];
}

/** The second branch with the same condition is never taken. */
function duplicates({ Identifier, Transitions: { Conditions = [], Errors = [] } }: Action): Finding[] {
  const branches = [
    ...Conditions.map(({ Condition, NextAction }) => ({
      NextAction,
      name: `${Condition.Operator} ${Condition.Operands.join(' ')}`,
    })),
    ...Errors.map(({ ErrorType, NextAction }) => ({ NextAction, name: ErrorType })),
  ];
  return [...Map.groupBy(branches, ({ name }) => name)].flatMap(([name, same]) => {
    if (same.length < 2) return [];
    const report = same.every(({ NextAction }) => NextAction === same[0]?.NextAction) ? warning : error;
    return [report('duplicate-branch', Identifier, `has ${same.length} branches for ${name}`)];
  });
}

const conditions: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) => {
    const spec = specFor(action);
    if (spec === undefined) return duplicates(action);
    const unwanted = unexpected(action, spec);
    const given = unwanted.length > 0 ? [] : (action.Transitions.Conditions ?? []);
    return [
      ...unwanted,
      ...missing(action, spec),
      ...given.flatMap((branch) => [...operator(action, branch, spec), ...operands(action, branch, spec)]),
      ...distribution(action),
      ...staffing(action),
      ...duplicates(action),
    ];
  });

/** Rules about the conditions of an action's branches. */
export const conditionRules: readonly Rule[] = [conditions];
