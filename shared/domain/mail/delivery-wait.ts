import { DAY, HOUR, MINUTE } from '../time/instant.ts';

/** Every reason why a mail is not delivered yet. */
export const waitReasons = [
  /** No connection, or no greeting. No copy was sent. */
  'unreachable',
  /** The connection ended before the answer to the mail. The receiver may have it. */
  'unconfirmed',
  /** A temporary refusal (4xx), such as greylisting. */
  'busy',
  /** A permanent refusal (5xx) of the mail, or of the login. */
  'rejected',
  /** Not tried, because the relay was just found unreachable. */
  'resting',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** A mail that the next server has not confirmed yet. All times are epoch milliseconds. */
export interface DeliveryWait {
  readonly reason: WaitReason;
  readonly tries: number;
  /** The first try. */
  readonly since: number;
  /** The next try. */
  readonly until: number;
  /** The newest tries after which the receiver may have a copy, oldest first. */
  readonly copies: readonly number[];
}

/** The pauses after the first tries. Every later pause is as long as the last one (RFC 5321 §4.5.4.1). */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR];
/** The maximum number of copies that a receiver may get within an hour. */
const COPIES_AN_HOUR = 3;
/** How long a mail is tried (RFC 5321 §4.5.4.1: at least four to five days). */
const LONGEST = 5 * DAY;

/** Return the wait after a try that failed at `now`. A relay at rest was not tried. */
export function waitAfter(
  before: DeliveryWait | undefined,
  { reason, until: restUntil = 0 }: { readonly reason: WaitReason; readonly until?: number | undefined },
  now: number,
): DeliveryWait {
  const { tries = 0, since = now, copies = [] } = before ?? {};
  if (reason === 'resting') return { reason, tries, since, copies, until: Math.max(restUntil, now + 1) };
  const pause = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? HOUR;
  const sent = reason === 'unconfirmed' ? [...copies, now].slice(-COPIES_AN_HOUR) : copies;
  const [oldest = now] = sent;
  const isFull = sent.length === COPIES_AN_HOUR && oldest > now - HOUR;
  return {
    ...{ reason, tries: tries + 1, since, copies: sent },
    until: isFull ? Math.max(now + pause, oldest + HOUR) : now + pause,
  };
}

/**
 * Return true when a person has to look at the mail: the server refused it permanently, or it was tried for days.
 */
export const needsPerson = ({ reason, since }: DeliveryWait, now: number): boolean =>
  reason === 'rejected' || now - since > LONGEST;
