import { handleCommand } from '#shared/application/handle-command.ts';
import { survivingCase } from '#shared/application/surviving-case.ts';
import { isProvenCaller, telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { mayCheck } from '#shared/domain/cases/decisions/caller-check.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { spokenCase, spokenExistence } from '#shared/domain/telephone/spoken-case.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { countOf, type InboundContext, type InboundStep, NOTHING } from './inbound-step.ts';
import { reportCall } from './report-call.ts';

/** The maximum number of invalid references, and of wrong digits, in a call. */
const MOST_TRIES = 3;

/** The later parts of a status that is not told. */
const UNSAID = { stands: NOTHING, rest: NOTHING, asks: NOTHING } as const;

/** Return whether the caller is asked if the case is finished. */
function questions({ confirmation, resolution }: Case, { now, rules }: InboundContext) {
  const until = (resolution?.at ?? 0) + rules.desk.reopenWithinMs;
  return { asks: confirmation?.state === 'asked' && now <= until ? 'yes' : NOTHING };
}

const isProven = ({ store, caller }: InboundContext, supportCase: Case): Promise<boolean> =>
  isProvenCaller(store, supportCase, caller);

/** Wrong codes are counted by caller. Withheld numbers are one caller, because each call has another id. */
const checkedAs = ({ caller }: InboundContext): string =>
  caller.phone === undefined ? 'hidden' : caller.beneficiary;

async function details(desk: InboundContext, supportCase: Case, more: FlowAnswer): Promise<FlowAnswer> {
  await reportCall(desk, `asks:${supportCase.id}`, { caseRef: supportCase.id });
  const spoken = spokenCase(supportCase, desk.rules, desk.now, desk.language);
  return {
    ...{ found: 'details', reference: supportCase.id, proven: supportCase.id },
    ...{ say: spoken.which, stands: spoken.stands, rest: spoken.more || NOTHING },
    ...questions(supportCase, desk),
    ...more,
  };
}

const limited = (desk: InboundContext, supportCase: Case, more: FlowAnswer): FlowAnswer => ({
  ...{
    found: 'limited',
    reference: supportCase.id,
    proven: NOTHING,
    ...{ say: spokenExistence(supportCase, desk.language), ...UNSAID },
  },
  ...more,
});

const none = (found: 'wrong' | 'unknown', looked: number): FlowAnswer => ({
  found: looked >= MOST_TRIES ? 'stop' : found,
  ...{ reference: NOTHING, proven: NOTHING, say: NOTHING, ...UNSAID, looked: String(looked), tries: '0' },
});

async function caseAt({ store }: InboundContext, entered: string): Promise<Case | undefined> {
  const reference = parseReference(entered);
  const supportCase = reference && (await store.load('case', reference));
  const stands = supportCase && (await survivingCase(store, supportCase));
  return stands?.erased ? undefined : stands;
}

/**
 * Return the words that a caller may hear about a case by its reference; letters are entered by their keys.
 * `details` for a proven caller. Other callers are asked for the code of the case (`verify`), unless it has no
 * address to which the code was mailed, or the caller entered too many wrong ones that day; then they hear only
 * that the case exists (`limited`).
 *
 * @param parameters `entered`: the keys; `looked`: the number of invalid references in this call
 */
export const status: InboundStep = async (desk, { entered = '', looked }) => {
  const supportCase = await caseAt(desk, entered);
  if (!supportCase) return none(parseReference(entered) ? 'unknown' : 'wrong', countOf(looked) + 1);
  const counts = { looked: looked || '0', tries: '0' };
  if (mayCaller('hear-details', { proven: await isProven(desk, supportCase) }))
    return details(desk, supportCase, counts);
  const mayTry =
    supportCase.beneficiary.email !== undefined &&
    supportCase.beneficiary.authenticated &&
    mayCheck(supportCase, localDay(desk.now), checkedAs(desk));
  return mayTry
    ? { found: 'verify', reference: supportCase.id, proven: NOTHING, say: NOTHING, ...UNSAID, ...counts }
    : limited(desk, supportCase, counts);
};

/**
 * Check the code that was mailed to the address of the case. A wrong entry is counted on the case for this
 * caller, over all calls of the day.
 *
 * @param parameters `reference`: from the earlier response; `digits`: the code; `tries`: earlier tries
 */
export const verify: InboundStep = async (desk, { reference = '', digits = '', tries }) => {
  const { store, rules, now, caller, keys } = desk;
  const supportCase = await caseAt(desk, reference);
  if (!supportCase) return none('unknown', MOST_TRIES);
  const made = countOf(tries) + 1;
  const counts = { looked: '0', tries: String(made) };
  const day = localDay(now);
  if (!mayCheck(supportCase, day, checkedAs(desk))) return limited(desk, supportCase, counts);
  if (toLatinDigits(digits) === (await telephoneCode(keys, supportCase.id)))
    return details(desk, supportCase, counts);
  const cause = causeId(`flow:${caller.callId}:check:${supportCase.id}:${made}`);
  const command = { do: 'fail-check', day, caller: checkedAs(desk) } as const;
  await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, cause, command, by: 'beneficiary', at: now },
      ...{ recordedAt: now, correlationId: caller.callId, causationId: caller.callId },
    },
  );
  return made >= MOST_TRIES
    ? limited(desk, supportCase, counts)
    : { found: 'verify', reference: supportCase.id, proven: NOTHING, say: NOTHING, ...UNSAID, ...counts };
};
