import type { ActionSpec } from '../actions/action-spec.ts';
import { specFor, specOf } from '../actions/catalogue.ts';
import { type Action, kindOf, targetsOf } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { didYouMean } from './spelling.ts';

/** The flow seldom continues after these, and exports differ in whether they name a next action. */
const OFTEN_LAST: ReadonlySet<string> = new Set([
  'MessageParticipantIteratively',
  'TransferContactToQueue',
  'DequeueContactAndTransferToQueue',
  'TransferToFlow',
  'TransferParticipantToThirdParty',
]);

const isFalse = (value: unknown): boolean => String(value ?? 'False').toLowerCase() === 'false';

/** Return the errors that need a branch, by the parameters. */
function mustHandle({ Type, Parameters }: Action, spec: ActionSpec): readonly string[] {
  const always = spec.mustHandle ?? [];
  if (Type === 'UpdateContactRecordingAndAnalyticsBehavior' && Parameters.ChatBehavior !== undefined)
    return [...always, 'InFlightRedactionConfigurationFailed'];
  if (Type !== 'GetParticipantInput' || always.length === 0) return always;
  if (isFalse(Parameters.StoreInput)) return [...always, 'NoMatchingCondition', 'InputTimeLimitExceeded'];
  return within(Parameters.InputValidation, 'PhoneNumberValidation') === undefined
    ? always
    : [...always, 'InvalidPhoneNumber'];
}

/** Return the errors that a parameter makes possible. */
function shouldHandle({ Type, Parameters }: Action, spec: ActionSpec): readonly string[] {
  // A call that may return from a third party can fail. A call that may not return has left the flow.
  if (Type === 'TransferParticipantToThirdParty' && !isFalse(Parameters.ContinueFlowExecution))
    return ['CallFailed', 'ConnectionTimeLimitExceeded'];
  if (Type === 'ConnectParticipantWithLexBot' && Parameters.LexTimeoutSeconds !== undefined)
    return ['InputTimeLimitExceeded'];
  return spec.shouldHandle ?? [];
}

function errorBranches(action: Action, spec: ActionSpec, ours: boolean): Finding[] {
  const { Identifier, Type, Transitions } = action;
  const given = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
  const must = mustHandle(action, spec);
  const should = shouldHandle(action, spec);
  const may = spec.mayRaise ?? [];
  const documented = [...must, ...should, ...may, ...(spec.tolerates ?? [])];
  const isCaught = given.includes('NoMatchingError') || must.includes('NoMatchingError');
  const uncaught = ours && !isCaught ? may.filter((type) => type !== 'NoMatchingCondition') : [];
  // A loop of prompts without interruption needs no branch.
  const endless = Type === 'MessageParticipantIteratively' && Transitions.NextAction === undefined;
  return [
    ...must
      .filter((type) => !given.includes(type))
      .map((type) => error('missing-error-branch', Identifier, `${Type} needs a branch for ${type}`)),
    ...(endless ? [] : should)
      .filter((type) => !given.includes(type))
      .map((type) =>
        (ours ? error : warning)('missing-error-branch', Identifier, `${Type} has no branch for ${type}`),
      ),
    ...uncaught
      .filter((type) => !given.includes(type))
      .map((type) => error('missing-error-branch', Identifier, `${Type} has no branch for ${type}`)),
    ...given
      .filter((type) => spec.terminal !== true && !documented.includes(type) && !spec.openParameters)
      .map((type) => {
        const hint = didYouMean(type, documented);
        const message = `${Type} does not raise ${type}${hint}`;
        return (hint === '' ? warning : error)('unknown-error-branch', Identifier, message);
      }),
  ];
}

function nextAction({ Identifier, Type, Transitions }: Action, spec: ActionSpec): Finding[] {
  if (spec.terminal === true) {
    return targetsOf(Transitions).length === 0
      ? []
      : [warning('branch-after-end', Identifier, `the flow ends at ${Type}; its branches are never taken`)];
  }
  if (Transitions.NextAction !== undefined || OFTEN_LAST.has(Type)) return [];
  if (Array.isArray(spec.conditions)) return [];
  return [error('missing-next-action', Identifier, `${Type} has no next action after success`)];
}

const branches: Rule = ({ flow, ours }) =>
  flow.Actions.flatMap((action) => {
    const spec = specFor(action);
    return spec === undefined ? [] : [...errorBranches(action, spec, ours), ...nextAction(action, spec)];
  });

/**
 * The guide's lists of flow types are stricter than the service, so report only a warning for a foreign flow.
 */
const allowedHere: Rule = ({ flow, ours }) => {
  const kind = kindOf(flow.Metadata);
  if (kind === undefined) return [];
  const report = ours ? error : warning;
  return flow.Actions.filter(({ Type }) => specOf(Type)?.kinds?.includes(kind) === false).map(
    ({ Identifier, Type }) =>
      report('not-allowed-here', Identifier, `${Type} is not allowed in a ${kind} flow`),
  );
};

/** Rules about the branches of actions. */
export const branchRules: readonly Rule[] = [branches, allowedHere];
