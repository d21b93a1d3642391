import type { ActionSpec } from '../actions/action-spec.ts';
import { specOf } from '../actions/catalogue.ts';
import type { Action, FlowKind } from '../language.ts';
import { isKnownOperator } from '../run/conditions.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';

/** After these the flow seldom goes on, and exports differ in whether they say where. */
const OFTEN_LAST: ReadonlySet<string> = new Set([
  'MessageParticipantIteratively',
  'TransferContactToQueue',
  'TransferToFlow',
  'TransferParticipantToThirdParty',
]);

const isFalse = (value: unknown): boolean => String(value ?? 'False').toLowerCase() === 'false';

/** Errors that depend on the parameters. */
function mustHandle({ Type, Parameters }: Action, spec: ActionSpec): readonly string[] {
  const always = spec.mustHandle ?? [];
  return Type === 'GetParticipantInput' && isFalse(Parameters.StoreInput)
    ? [...always, 'NoMatchingCondition', 'InputTimeLimitExceeded']
    : always;
}

function errorBranches(action: Action, spec: ActionSpec, ours: boolean): Finding[] {
  const { Identifier, Type, Transitions } = action;
  const given = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
  const must = mustHandle(action, spec);
  const { shouldHandle = [], mayRaise = [] } = spec;
  // A loop of prompts that is never interrupted has no branch at all.
  const endless = Type === 'MessageParticipantIteratively' && Transitions.NextAction === undefined;
  return [
    ...must
      .filter((type) => !given.includes(type))
      .map((type) => error('missing-error-branch', Identifier, `${Type} needs a branch for ${type}`)),
    ...(endless ? [] : shouldHandle)
      .filter((type) => !given.includes(type))
      .map((type) =>
        (ours ? error : warning)('missing-error-branch', Identifier, `${Type} has no branch for ${type}`),
      ),
    ...given
      .filter((type) => ![...must, ...shouldHandle, ...mayRaise].includes(type) && !spec.openParameters)
      .map((type) => warning('unknown-error-branch', Identifier, `${Type} is not known to raise ${type}`)),
  ];
}

function conditions({ Identifier, Type, Transitions }: Action, spec: ActionSpec): Finding[] {
  const given = Transitions.Conditions ?? [];
  const operands = given.flatMap(({ Condition }) => Condition.Operands);
  const needed = Array.isArray(spec.conditions) ? spec.conditions : [];
  return [
    ...needed
      .filter((result: string) => !operands.includes(result))
      .map((result) => error('missing-condition', Identifier, `${Type} needs a branch for ${result}`)),
    ...given
      .filter(({ Condition }) => !isKnownOperator(Condition.Operator))
      .map(({ Condition }) =>
        warning('unknown-operator', Identifier, `the operator ${Condition.Operator} is not known here`),
      ),
  ];
}

function nextAction({ Identifier, Type, Transitions }: Action, spec: ActionSpec): Finding[] {
  if (spec.terminal === true || Transitions.NextAction !== undefined || OFTEN_LAST.has(Type)) return [];
  if (Array.isArray(spec.conditions)) return [];
  return [error('missing-next-action', Identifier, `nothing follows ${Type} when it succeeds`)];
}

const branches: Rule = ({ flow, ours }) =>
  flow.Actions.flatMap((action) => {
    const spec = specOf(action.Type);
    return spec === undefined
      ? []
      : [...errorBranches(action, spec, ours), ...conditions(action, spec), ...nextAction(action, spec)];
  });

const allowedHere: Rule = ({ flow }) => {
  const kind = flow.Metadata?.kind as FlowKind | undefined;
  if (kind === undefined) return [];
  return flow.Actions.filter(({ Type }) => specOf(Type)?.kinds?.includes(kind) === false).map(
    ({ Identifier, Type }) =>
      error('not-allowed-here', Identifier, `${Type} may not stand in a ${kind} flow`),
  );
};

/** Rules about where each action leads. */
export const branchRules: readonly Rule[] = [branches, allowedHere];
