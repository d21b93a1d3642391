import { handleCommand } from '#shared/application/handle-command.ts';
import { idsOfBeneficiary, personOf } from '#shared/application/person-of.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { mayCheck } from '#shared/domain/cases/decisions/caller-check.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { endsWith } from '#shared/domain/telephone/keyed-number.ts';
import { spokenCase, spokenExistence } from '#shared/domain/telephone/spoken-case.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { countOf, type InboundContext, type InboundStep, NOTHING } from './inbound-step.ts';
import { reportCall } from './report-call.ts';

/** The maximum number of invalid references, and of wrong digits, in a call. */
const MOST_TRIES = 3;

/** Return all phone numbers of the beneficiary of a case, including those of joined records. */
async function phonesOf({ store }: InboundContext, { beneficiary }: Case): Promise<readonly string[]> {
  const person = await personOf(store, beneficiary.id);
  const theirs = person?.contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value) ?? [];
  return beneficiary.phone === undefined ? theirs : [beneficiary.phone, ...theirs];
}

/** Return whether the number of the caller belongs to the beneficiary of the case. */
async function isTheirs({ store, caller }: InboundContext, { beneficiary }: Case): Promise<boolean> {
  if (caller.phone === undefined) return false;
  if (beneficiary.id === caller.beneficiary || beneficiary.phone === caller.phone) return true;
  return (await idsOfBeneficiary(store, beneficiary.id)).includes(caller.beneficiary);
}

async function details(desk: InboundContext, supportCase: Case, more: FlowAnswer): Promise<FlowAnswer> {
  await reportCall(desk, `asks:${supportCase.id}`, { caseRef: supportCase.id });
  return {
    ...{ found: 'details', reference: supportCase.id, verified: 'yes' },
    say: spokenCase(supportCase, desk.rules, desk.now, desk.language),
    ...more,
  };
}

const limited = (desk: InboundContext, supportCase: Case, more: FlowAnswer): FlowAnswer => ({
  ...{
    found: 'limited',
    reference: supportCase.id,
    verified: 'no',
    say: spokenExistence(supportCase, desk.language),
  },
  ...more,
});

const none = (found: 'wrong' | 'unknown', looked: number): FlowAnswer => ({
  found: looked >= MOST_TRIES ? 'stop' : found,
  ...{ reference: NOTHING, verified: 'no', say: NOTHING, looked: String(looked), tries: '0' },
});

async function caseAt({ store }: InboundContext, entered: string): Promise<Case | undefined> {
  const reference = parseReference(entered);
  const supportCase = reference && (await store.load('case', reference));
  const stands = supportCase && (await survivingCase(store, supportCase));
  return stands?.erased ? undefined : stands;
}

/**
 * Return what a caller may hear about a case by its reference; letters are entered by their keys. `details`
 * for calls from a number of the beneficiary. Other callers are asked for its last digits (`verify`), unless
 * the case has no number or too many wrong digits were entered that day; then they hear only that the case
 * exists (`limited`).
 *
 * @param parameters `entered`: the keys; `looked`: the number of invalid references in this call
 */
export const status: InboundStep = async (desk, { entered = '', looked }) => {
  const supportCase = await caseAt(desk, entered);
  if (!supportCase) return none(parseReference(entered) ? 'unknown' : 'wrong', countOf(looked) + 1);
  const counts = { looked: looked || '0', tries: '0' };
  if (await isTheirs(desk, supportCase)) return details(desk, supportCase, counts);
  const mayTry = mayCheck(supportCase, localDay(desk.now)) && (await phonesOf(desk, supportCase)).length > 0;
  return mayTry
    ? { found: 'verify', reference: supportCase.id, verified: 'no', say: NOTHING, ...counts }
    : limited(desk, supportCase, counts);
};

/**
 * Check the last digits of a phone number of the case. A wrong entry is counted on the case, over all calls
 * of the day.
 *
 * @param parameters `reference`: from the earlier response; `digits`: the last four; `tries`: earlier tries
 */
export const verify: InboundStep = async (desk, { reference = '', digits = '', tries }) => {
  const { store, rules, now, caller } = desk;
  const supportCase = await caseAt(desk, reference);
  if (!supportCase) return none('unknown', MOST_TRIES);
  const made = countOf(tries) + 1;
  const counts = { looked: '0', tries: String(made) };
  const day = localDay(now);
  if (!mayCheck(supportCase, day)) return limited(desk, supportCase, counts);
  if ((await phonesOf(desk, supportCase)).some((phone) => endsWith(phone, digits)))
    return details(desk, supportCase, counts);
  const cause = causeId(`flow:${caller.callId}:check:${supportCase.id}:${made}`);
  await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, cause, command: { do: 'fail-check', day }, by: 'beneficiary', at: now },
      ...{ recordedAt: now, correlationId: caller.callId, causationId: caller.callId },
    },
  );
  return made >= MOST_TRIES
    ? limited(desk, supportCase, counts)
    : { found: 'verify', reference: supportCase.id, verified: 'no', say: NOTHING, ...counts };
};
