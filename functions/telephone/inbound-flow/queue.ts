import { parseReference } from '#shared/domain/cases/reference.ts';
import { saudiNumber, spokenNumber } from '#shared/domain/telephone/keyed-number.ts';
import { spokenPlace } from '#shared/domain/telephone/spoken-wait.ts';
import { waitedMinutes } from '#shared/domain/telephone/waited.ts';
import { errorFields } from '#shared/runtime/log-fields.ts';
import { asReference, caseOf } from './register.ts';
import { countOf, type InboundContext, type InboundStep, NOTHING } from './step.ts';
import { reportCall } from './tell-call.ts';

/** Callers wait on without their place when the telephone system does not tell it in time. */
const PLACE_WITHIN_MS = 900;

async function placeOf({ queues, caller, language, logger }: InboundContext): Promise<string | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PLACE_WITHIN_MS).unref();
  });
  try {
    const place = await Promise.race([queues.placeOf(caller.contactId), late]);
    return place && spokenPlace(place, language);
  } catch (error) {
    logger.warn('no-queue-place', 'The telephone system told no place in its queue.', errorFields(error));
    return undefined;
  }
}

/**
 * Where a waiting caller stands, and whether they have waited long enough to be offered a call back.
 *
 * @param parameters `queuedAt`: as answered the first time, epoch milliseconds
 */
export const place: InboundStep = async (desk, { queuedAt: given = '' }) => {
  const { now, rules } = desk;
  const since = /^\d{13}$/u.test(given) ? Math.min(Number(given), now) : now;
  const waited = now - since;
  const spoken = await placeOf(desk);
  return {
    queuedAt: String(since),
    waited: String(waitedMinutes(waited)),
    hasPlace: String(spoken !== undefined),
    place: spoken ?? NOTHING,
    offer: String(waited >= rules.telephone.callbackAfterMs),
  };
};

/** Numbers that are none, before a caller is left to wait. */
const MOST_NUMBERS = 3;

/** Whether what was keyed is a number the centre can call back, and how it is read back. */
export const number: InboundStep = async ({ language }, { entered = '', tries }) => {
  const phone = saudiNumber(entered);
  const made = countOf(tries) + 1;
  if (phone !== undefined)
    return { valid: 'true', number: phone, ownNumber: spokenNumber(phone, language), tries: '0' };
  return {
    valid: made >= MOST_NUMBERS ? 'stop' : 'false',
    ...{ number: NOTHING, ownNumber: NOTHING, tries: String(made) },
  };
};

/** The caller is to be called back: the call says so, and has a case, so that whoever calls knows why. */
export const callback: InboundStep = async (desk, { caseRef = '', type }) => {
  const reference = parseReference(caseRef) ?? (await caseOf(desk, type)).id;
  await reportCall(desk, 'callback', { callback: true, caseRef: reference });
  return asReference(desk, reference);
};
