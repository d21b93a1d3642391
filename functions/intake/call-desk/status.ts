import { execute } from '#shared/casework/execute.ts';
import { idsOfBeneficiary, personOf } from '#shared/casework/person-of.ts';
import { standingCase } from '#shared/casework/standing-case.ts';
import { endsWith } from '#shared/domain/call/keyed-number.ts';
import { spokenCase, spokenKnown } from '#shared/domain/call/spoken-case.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { mayCheck } from '#shared/domain/case/decisions/caller-check.ts';
import { parseReference } from '#shared/domain/case/reference.ts';
import { localDay } from '#shared/domain/kpi/local-day.ts';
import type { FlowAnswer } from '#shared/runtime/chain-flow.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { countOf, type Desk, NOTHING, type Step } from './desk.ts';
import { tellCall } from './tell-call.ts';

/** References that are none, and wrong digits, that a call may bring. */
const MOST_TRIES = 3;

/** Every number the case can be known by: its own, and those its beneficiary was joined with. */
async function phonesOf({ store }: Desk, { beneficiary }: Case): Promise<readonly string[]> {
  const person = await personOf(store, beneficiary.id);
  const theirs = person?.contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value) ?? [];
  return beneficiary.phone === undefined ? theirs : [beneficiary.phone, ...theirs];
}

/** Whether the caller's number is one of those the case's beneficiary is known by. */
async function isTheirs({ store, caller }: Desk, { beneficiary }: Case): Promise<boolean> {
  if (caller.phone === undefined) return false;
  if (beneficiary.id === caller.beneficiary || beneficiary.phone === caller.phone) return true;
  return (await idsOfBeneficiary(store, beneficiary.id)).includes(caller.beneficiary);
}

async function details(desk: Desk, known: Case, more: FlowAnswer): Promise<FlowAnswer> {
  await tellCall(desk, `asks:${known.id}`, { caseRef: known.id });
  return {
    ...{ found: 'details', reference: known.id, verified: 'yes' },
    say: spokenCase(known, desk.rules, desk.now, desk.language),
    ...more,
  };
}

const limited = (desk: Desk, known: Case, more: FlowAnswer): FlowAnswer => ({
  ...{ found: 'limited', reference: known.id, verified: 'no', say: spokenKnown(known, desk.language) },
  ...more,
});

const none = (found: 'wrong' | 'unknown', looked: number): FlowAnswer => ({
  found: looked >= MOST_TRIES ? 'stop' : found,
  ...{ reference: NOTHING, verified: 'no', say: NOTHING, looked: String(looked), tries: '0' },
});

async function caseAt({ store }: Desk, entered: string): Promise<Case | undefined> {
  const reference = parseReference(entered);
  const known = reference && (await store.load('case', reference));
  const stands = known && (await standingCase(store, known));
  return stands?.erased ? undefined : stands;
}

/**
 * What a caller may hear of a case by its reference; letters are keyed by the key they stand on. `details` to
 * whoever calls from a number of the beneficiary's; others are asked for the end of it (`verify`), as long as
 * the case has one and not too many guessed that day; without it only that the case is known (`limited`).
 *
 * @param parameters `entered`: the keys; `looked`: how many references of this call were none
 */
export const status: Step = async (desk, { entered = '', looked }) => {
  const known = await caseAt(desk, entered);
  if (!known) return none(parseReference(entered) ? 'unknown' : 'wrong', countOf(looked) + 1);
  const counts = { looked: looked || '0', tries: '0' };
  if (await isTheirs(desk, known)) return details(desk, known, counts);
  const mayTry = mayCheck(known, localDay(desk.now)) && (await phonesOf(desk, known)).length > 0;
  return mayTry
    ? { found: 'verify', reference: known.id, verified: 'no', say: NOTHING, ...counts }
    : limited(desk, known, counts);
};

/**
 * Whether the caller knows how a number of the case ends. A wrong entry is counted on the case, over all
 * calls of the day.
 *
 * @param parameters `reference`: as answered before; `digits`: the last four; `tries`: those before
 */
export const verify: Step = async (desk, { reference = '', digits = '', tries }) => {
  const { store, rules, now, caller } = desk;
  const known = await caseAt(desk, reference);
  if (!known) return none('unknown', MOST_TRIES);
  const made = countOf(tries) + 1;
  const counts = { looked: '0', tries: String(made) };
  const day = localDay(now);
  if (!mayCheck(known, day)) return limited(desk, known, counts);
  if ((await phonesOf(desk, known)).some((phone) => endsWith(phone, digits)))
    return details(desk, known, counts);
  const cause = causeId(`flow:${caller.callId}:check:${known.id}:${made}`);
  await execute(
    { store, rules },
    {
      ...{ id: known.id, cause, command: { do: 'fail-check', day }, by: 'beneficiary', at: now },
      ...{ recordedAt: now, correlationId: caller.callId, causationId: caller.callId },
    },
  );
  return made >= MOST_TRIES
    ? limited(desk, known, counts)
    : { found: 'verify', reference: known.id, verified: 'no', say: NOTHING, ...counts };
};
