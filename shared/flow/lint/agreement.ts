import { setsKeypadBuffer } from '../actions/catalogue.ts';
import type { Action } from '../flow-language.ts';
import { referencesIn, within } from '../run/json-path.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { hasPlaceholder } from './fixed-text.ts';
import { isTrue } from './is-true.ts';

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const SOURCES = ['PromptId', 'Text', 'SSML', 'Media'] as const;

/** A validation names its kind, and its kind its measure. */
function validation({ Identifier, Parameters: { InputValidation } }: Action): Finding[] {
  if (InputValidation === undefined) return [];
  const kinds = ['CustomValidation', 'PhoneNumberValidation'] as const;
  const measures = { CustomValidation: 'MaximumLength', PhoneNumberValidation: 'NumberFormat' } as const;
  const given = kinds.filter((kind) => within(InputValidation, kind) !== undefined);
  if (given.length === 0)
    return [error('missing-parameter', Identifier, `InputValidation needs ${kinds.join(' or ')}`)];
  return given
    .filter((kind) => within(InputValidation, kind, measures[kind]) === undefined)
    .map((kind) => error('missing-parameter', Identifier, `${kind} needs its ${measures[kind]}`));
}

/** Rules for an input. Source: developer guide, "GetParticipantInput". */
function entry(action: Action): Finding[] {
  if (setsKeypadBuffer(action)) return [];
  const { Identifier, Parameters, Transitions } = action;
  const { StoreInput, InputValidation, InputEncryption } = Parameters;
  const findings = validation(action);
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
  if (!SOURCES.some((source) => (Parameters[source] ?? undefined) !== undefined))
    findings.push(error('missing-parameter', Identifier, `input needs one of ${SOURCES.join(', ')}`));
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

/** The service accepts only `{ "name": { "Value": "text" } }`, although the guide shows another form. */
const flowAttributes = ({ Identifier, Parameters }: Action): Finding[] =>
  Object.entries((Parameters.FlowAttributes ?? {}) as Readonly<Record<string, unknown>>)
    .filter(([, value]) => typeof within(value, 'Value') !== 'string')
    .map(([name]) => error('bad-value', Identifier, `the flow attribute ${name} needs its text in Value`));

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

/** An action sets exactly one hook. Source: developer guide, "UpdateContactEventHooks". */
function hooks({ Identifier, Parameters: { EventHooks } }: Action, ours: boolean): Finding[] {
  if (EventHooks === undefined) return [];
  const names = keysOf(EventHooks);
  if (names.length === 0) return [error('missing-parameter', Identifier, 'EventHooks names no event')];
  const empty = names.filter((name) => !hasText(within(EventHooks, name)));
  return [
    ...empty.map((name) => error('missing-parameter', Identifier, `the event ${name} has no flow`)),
    // The service stores several, and the guide documents one.
    ...(names.length > 1
      ? [
          (ours ? error : warning)(
            'conflicting-parameters',
            Identifier,
            `sets ${names.length} events, not one`,
          ),
        ]
      : []),
  ];
}

/** A template may still fill in the reference. */
const isOneReference = (value: string): boolean =>
  hasPlaceholder(value) || referencesIn(value)[0] === value.trim();

/** A comparison without conditions or without a value decides nothing. */
function comparison({ Identifier, Type, Parameters, Transitions }: Action): Finding[] {
  const findings: Finding[] = [];
  if ((Transitions.Conditions ?? []).length === 0)
    findings.push(error('missing-condition', Identifier, `${Type} compares with nothing`));
  const value = Parameters.ComparisonValue;
  if (Type !== 'Compare' || value === undefined) return findings;
  if (String(value ?? '').trim() === '')
    findings.push(error('bad-value', Identifier, 'ComparisonValue is empty'));
  else if (!isOneReference(String(value)))
    findings.push(
      error('bad-value', Identifier, `ComparisonValue is ${String(value)}; it must be one reference`),
    );
  return findings;
}

/**
 * Analytics of calls need both participants. Source: developer guide, "UpdateContactRecordingBehavior". A chat has
 * no recording, so a foreign flow without recordings may be for chats.
 */
function analytics({ Identifier, Type, Parameters }: Action, ours: boolean): Finding[] {
  const isOld = Type === 'UpdateContactRecordingBehavior';
  const recorded = isOld
    ? within(Parameters.RecordingBehavior, 'RecordedParticipants')
    : within(Parameters.VoiceBehavior, 'VoiceRecordingBehavior', 'RecordedParticipants');
  const analysed = isOld
    ? within(Parameters.AnalyticsBehavior, 'Enabled')
    : within(Parameters.VoiceBehavior, 'VoiceAnalyticsBehavior', 'Enabled');
  const participants: readonly unknown[] = Array.isArray(recorded) ? recorded : [];
  if (!isTrue(analysed) || (participants.includes('Agent') && participants.includes('Customer'))) return [];
  const report = ours || !isOld || participants.length > 0 ? error : warning;
  return [
    report('conflicting-parameters', Identifier, 'analytics need the recordings of agent and customer'),
  ];
}

const judges: Readonly<Record<string, (action: Action, ours: boolean) => Finding[]>> = {
  GetParticipantInput: entry,
  TagContact: tags,
  UpdateFlowAttributes: flowAttributes,
  MessageParticipantIteratively: messages,
  UpdateContactEventHooks: hooks,
  Compare: comparison,
  CheckMetricData: comparison,
  DistributeByPercentage: comparison,
  UpdateContactRecordingBehavior: analytics,
  UpdateContactRecordingAndAnalyticsBehavior: analytics,
};

const agreement: Rule = ({ flow, ours }) =>
  flow.Actions.flatMap((action) =>
    Object.hasOwn(judges, action.Type) ? (judges[action.Type]?.(action, ours) ?? []) : [],
  );

/** Rules about parameters that depend on each other or on their own parts. */
export const agreementRules: readonly Rule[] = [agreement];
