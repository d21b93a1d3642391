import type { Action } from '../flow-language.ts';
import { within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { isTrue } from './is-true.ts';

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** Rules for a stored input. Source: developer guide, "GetParticipantInput". */
function entry({ Identifier, Parameters, Transitions }: Action): Finding[] {
  const { StoreInput, InputValidation, InputEncryption } = Parameters;
  const findings: Finding[] = [];
  const custom = within(InputValidation, 'CustomValidation') !== undefined;
  const phone = within(InputValidation, 'PhoneNumberValidation');
  if (isTrue(StoreInput) && InputValidation === undefined)
    findings.push(error('missing-parameter', Identifier, 'input that is stored needs InputValidation'));
  if (custom && phone !== undefined)
    findings.push(
      error(
        'conflicting-parameters',
        Identifier,
        'input is validated by CustomValidation or PhoneNumberValidation, not both',
      ),
    );
  if (InputEncryption !== undefined && !custom)
    findings.push(
      error('conflicting-parameters', Identifier, 'only input with CustomValidation is encrypted'),
    );
  if (
    String(within(phone, 'NumberFormat')).toLowerCase() === 'local' &&
    within(phone, 'CountryCode') === undefined
  )
    findings.push(error('missing-parameter', Identifier, 'local numbers need their CountryCode'));
  const raised = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
  if (isTrue(StoreInput) && raised.includes('NoMatchingCondition'))
    findings.push(
      error(
        'unknown-error-branch',
        Identifier,
        'stored input is not compared, so NoMatchingCondition is never raised',
      ),
    );
  if (isTrue(StoreInput) && raised.includes('InputTimeLimitExceeded'))
    findings.push(
      warning(
        'unknown-error-branch',
        Identifier,
        'after silence Connect stores the word Timeout; InputTimeLimitExceeded is never raised',
      ),
    );
  return findings;
}

const MAX_TAGS = 6;

function tags({ Identifier, Parameters }: Action): Finding[] {
  const keys = keysOf(Parameters.Tags);
  const system = keys.filter((key) => key.toLowerCase().startsWith('aws:'));
  return [
    ...(keys.length > MAX_TAGS
      ? [error('bad-value', Identifier, `${keys.length} tags; Connect accepts ${MAX_TAGS}`)]
      : []),
    ...system.map((key) => error('bad-value', Identifier, `the tag ${key} is the system's own`)),
  ];
}

/** The service accepts only `{ "name": { "Value": … } }`, although the guide shows another form. */
const flowAttributes = ({ Identifier, Parameters }: Action): Finding[] =>
  Object.entries((Parameters.FlowAttributes ?? {}) as Readonly<Record<string, unknown>>)
    .filter(([, value]) => within(value, 'Value') === undefined)
    .map(([name]) => error('bad-value', Identifier, `the flow attribute ${name} needs its value in Value`));

const SOURCES = ['PromptId', 'Text', 'SSML', 'Media'] as const;

function messages({ Identifier, Parameters }: Action): Finding[] {
  const { Messages } = Parameters;
  if (!Array.isArray(Messages)) return [];
  if (Messages.length === 0) return [error('missing-parameter', Identifier, 'there is no message to repeat')];
  return Messages.flatMap((message, at) => {
    const given = SOURCES.filter((source) => within(message, source) !== undefined);
    if (given.length === 1) return [];
    const [rule, says] =
      given.length === 0
        ? (['missing-parameter', `needs one of ${SOURCES.join(', ')}`] as const)
        : (['conflicting-parameters', `takes one of ${given.join(', ')} only`] as const);
    return [error(rule, Identifier, `message ${at + 1} ${says}`)];
  });
}

/** Exactly one hook can be set by an action, so that an empty map sets none and is rejected. */
const hooks = ({ Identifier, Parameters: { EventHooks } }: Action): Finding[] =>
  EventHooks !== undefined && keysOf(EventHooks).length === 0
    ? [error('missing-parameter', Identifier, 'EventHooks names no event')]
    : [];

/** A comparison without conditions or without a value decides nothing. */
function comparison({ Identifier, Type, Parameters, Transitions }: Action): Finding[] {
  const findings: Finding[] = [];
  if ((Transitions.Conditions ?? []).length === 0)
    findings.push(error('missing-condition', Identifier, `${Type} compares with nothing`));
  if (Type === 'Compare' && String(Parameters.ComparisonValue ?? '-').trim() === '')
    findings.push(error('bad-value', Identifier, 'ComparisonValue is empty'));
  return findings;
}

/** Source: developer guide, "UpdateContactRecordingBehavior": analytics need both participants. */
function analytics({ Identifier, Parameters }: Action): Finding[] {
  const recorded = within(Parameters.RecordingBehavior, 'RecordedParticipants');
  const both = Array.isArray(recorded) && recorded.includes('Agent') && recorded.includes('Customer');
  return isTrue(within(Parameters.AnalyticsBehavior, 'Enabled')) && !both
    ? [error('conflicting-parameters', Identifier, 'analytics need the recordings of agent and customer')]
    : [];
}

const judges: Readonly<Record<string, (action: Action) => Finding[]>> = {
  GetParticipantInput: entry,
  TagContact: tags,
  UpdateFlowAttributes: flowAttributes,
  MessageParticipantIteratively: messages,
  UpdateContactEventHooks: hooks,
  Compare: comparison,
  CheckMetricData: comparison,
  UpdateContactRecordingBehavior: analytics,
};

const agreement: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) =>
    Object.hasOwn(judges, action.Type) ? (judges[action.Type]?.(action) ?? []) : [],
  );

/** Rules about parameters that depend on each other or on their own parts. */
export const agreementRules: readonly Rule[] = [agreement];
