import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { type CaseType, caseType, type Language, language as languageSchema } from '#events/vocabulary.ts';
import { executeCall } from '#shared/casework/execute-call.ts';
import { beneficiaryOfCall, openCallCase } from '#shared/casework/open-call-case.ts';
import { spokenReference, spokenStatus } from '#shared/domain/call/spoken.ts';
import { type Case, isActive } from '#shared/domain/case/case.ts';
import { clocksOf } from '#shared/domain/case/clocks.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { hoursText } from '#shared/domain/text/hours-text.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface CallDeskDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

interface Caller {
  readonly contactId: string;
  readonly initiationMethod: string;
  readonly language: Language;
  readonly beneficiary: string;
  /** E.164, when the number was not withheld. */
  readonly phone?: string;
}

type Step = (deps: CallDeskDeps, rules: Rules, caller: Caller, parameters: Parameters) => Promise<FlowAnswer>;
type Parameters = Readonly<Record<string, string>>;

async function callerOf({ keys }: CallDeskDeps, { Details }: ConnectFlowRequest): Promise<Caller> {
  const { ContactId, CustomerEndpoint, InitiationMethod, Attributes } = Details.ContactData;
  const spoken = languageSchema.safeParse(Details.Parameters.language ?? Attributes?.language);
  const { id: beneficiary, phone } = await beneficiaryOfCall(keys, ContactId, CustomerEndpoint?.Address);
  return {
    contactId: ContactId,
    initiationMethod: InitiationMethod,
    language: spoken.success ? spoken.data : 'ar',
    beneficiary,
    ...(phone !== undefined && { phone }),
  };
}

const promisedAt = (known: Case, rules: Rules, now: number): number | null =>
  isActive(known.status) ? clocksOf(known, rules, now).clocks.resolution.dueAt : null;

/** Who calls, whether the centre is open, and which case of theirs is under way. */
const greet: Step = async ({ store, clock }, rules, caller) => {
  const now = clock.now();
  const { contactId, initiationMethod, language, phone } = caller;
  await executeCall(store, {
    id: contactId,
    cause: causeId(`flow:${contactId}:greet:${language}`),
    at: now,
    recordedAt: now,
    facts: { initiationMethod, initiatedAt: now, language },
  });
  const { calendar } = rules.desk;
  const cases =
    phone === undefined ? [] : (await store.ofBeneficiary(caller.beneficiary, { limit: 5 })).items;
  const active = cases.find(({ status }) => isActive(status));
  return {
    open: String(isOpen(calendar, now)),
    hours: hoursText(calendar, now, language),
    ...(active
      ? {
          hasActive: 'true',
          activeCase: active.id,
          activeStatus: spokenStatus(
            active,
            promisedAt(active, rules, now),
            language,
            calendar.calendar.zone,
          ),
        }
      : // Connect takes no empty attribute.
        { hasActive: 'false', activeCase: '-', activeStatus: '-' }),
  };
};

/** Registers what the caller chose as a case. Asked twice for one call, it answers the same case. */
const register: Step = async ({ store, keys, clock }, rules, caller, parameters) => {
  const type: CaseType = caseType.catch('inquiry').parse(parameters.type);
  const now = clock.now();
  const { contactId: callId, language, phone: number } = caller;
  const opened = await openCallCase(
    { store, rules, keys },
    { callId, type, language, line: 'general', number, at: now, recordedAt: now },
  );
  return { reference: opened.id, spoken: spokenReference(opened.id, language) };
};

/** Where a case stands, by the reference the caller keyed in; letters are keyed by the key they stand on. */
const status: Step = async ({ store, clock }, rules, { language }, parameters) => {
  const reference = parseReference(parameters.entered ?? '');
  const known = reference && (await store.load('case', reference));
  if (!known) return { found: 'false' };
  const { zone } = rules.desk.calendar.calendar;
  return {
    found: 'true',
    reference: known.id,
    say: spokenStatus(known, promisedAt(known, rules, clock.now()), language, zone),
  };
};

const steps: ReadonlyMap<string, Step> = new Map([
  ['greet', greet],
  ['register', register],
  ['status', status],
]);

/**
 * Answers the flow while a caller waits. A flow may ask the same thing twice (Connect repeats what timed
 * out): every step gives the same answer for the same contact.
 * @throws when the step is unknown or the store is out of reach; the flow then speaks its error path
 */
export async function answerFlow(deps: CallDeskDeps, request: ConnectFlowRequest): Promise<FlowAnswer> {
  const { step = '' } = request.Details.Parameters;
  const take = steps.get(step);
  if (!take) throw new Error(`the flow asked for an unknown step "${step.slice(0, 40)}"`);
  return take(deps, await deps.rules.current(), await callerOf(deps, request), request.Details.Parameters);
}
