import { closingOf, isOpen, nextOpening } from '#shared/domain/sla/openings.ts';
import { saudiNumber, spokenNumber } from '#shared/domain/telephone/keyed-number.ts';
import { spokenInstant } from '#shared/domain/telephone/spoken-time.ts';
import { spokenPlace } from '#shared/domain/telephone/spoken-wait.ts';
import { waitedMinutes } from '#shared/domain/telephone/waited.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import { errorFields } from '#shared/runtime/log-fields.ts';
import { countOf, type InboundContext, type InboundStep, NOTHING } from './inbound-step.ts';

/**
 * The timeout in milliseconds for the queue position. After it, callers wait without hearing their position.
 */
const PLACE_WITHIN_MS = 900;

async function queuePlaceOf({
  queues,
  caller,
  language,
  logger,
}: InboundContext): Promise<string | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), PLACE_WITHIN_MS).unref();
  });
  try {
    const place = await Promise.race([queues.placeOf(caller.contactId), late]);
    return place && spokenPlace(place, language);
  } catch (error) {
    logger.warn('no-queue-place', 'Connect did not return the queue position.', errorFields(error));
    return undefined;
  }
}

/** How long before closing a caller who waits is told so. */
const WARN_BEFORE_MS = 15 * MINUTE;

/**
 * Return whether the centre is still open for a caller who waits: a decree may close it at noon. `closing` once,
 * shortly before the end.
 */
function hoursOf({ rules, now, language }: InboundContext, warned: boolean): FlowAnswer {
  const { calendar } = rules.desk;
  const { zone } = calendar.calendar;
  const closes = closingOf(calendar, now);
  // The opening after this one, which the flow says when Rida no longer answers.
  const opens = spokenInstant(nextOpening(calendar, closes ?? now), now, language, zone);
  if (!isOpen(calendar, now)) return { hours: 'closed', closes: NOTHING, opens };
  const isLast = !warned && closes !== null && closes - now <= WARN_BEFORE_MS;
  return {
    hours: isLast ? 'closing' : 'open',
    closes: closes === null ? NOTHING : spokenInstant(closes, now, language, zone),
    opens,
  };
}

/**
 * Return the queue position of a caller, whether the centre is still open, and whether a callback is offered
 * because of the waiting time.
 *
 * @param parameters `queuedAt`: from the first response, epoch milliseconds; `warned`: `yes` when the caller was
 * told that the centre closes soon
 */
export const place: InboundStep = async (desk, { queuedAt: given = '', warned }) => {
  const { now, rules } = desk;
  const since = /^\d{13}$/u.test(given) ? Math.min(Number(given), now) : now;
  const waited = now - since;
  const spoken = await queuePlaceOf(desk);
  return {
    queuedAt: String(since),
    ...hoursOf(desk, warned === 'yes'),
    waited: String(waitedMinutes(waited)),
    hasPlace: String(spoken !== undefined),
    place: spoken ?? NOTHING,
    offer: String(waited >= rules.telephone.callbackAfterMs),
  };
};

/** The maximum number of invalid phone numbers. */
const MOST_NUMBERS = 3;

/** Return whether the keyed number can be called back, and how it is spoken. */
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
