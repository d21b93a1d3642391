import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';

/** The number of failures in a row after which a relay rests. */
const FAILURES = 3;
/** The first rest. Each further one is twice as long, up to the longest. */
const FIRST_REST = MINUTE;
const LONGEST_REST = 10 * MINUTE;

const isSilent = (error: unknown): error is SendingFailure =>
  error instanceof SendingFailure && (error.reason === 'unreachable' || error.reason === 'unconfirmed');

/** The state of a relay by its newest answers. */
class RelayHealth {
  readonly #now: () => number;
  #failures = 0;
  #restsUntil = 0;
  #rest = FIRST_REST;
  #isProbing = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Return when the next try makes sense, or undefined when the relay may get a mail now. */
  begin(): number | undefined {
    if (this.#failures < FAILURES) return undefined;
    const now = this.#now();
    if (now < this.#restsUntil) return this.#restsUntil;
    if (this.#isProbing) return now + FIRST_REST;
    this.#isProbing = true;
    return undefined;
  }

  /** The relay answered, with a confirmation or a refusal. */
  answered(): void {
    this.#failures = 0;
    this.#rest = FIRST_REST;
    this.#isProbing = false;
  }

  silent(): void {
    this.#failures += 1;
    this.#isProbing = false;
    const now = this.#now();
    // Mails that were sent at the same time fail at the same time. They begin one rest.
    if (this.#failures < FAILURES || now < this.#restsUntil) return;
    this.#restsUntil = now + this.#rest;
    this.#rest = Math.min(this.#rest * 2, LONGEST_REST);
  }
}

/**
 * Leave a relay that does not answer in peace. After several failures in a row it rests, and then gets one mail
 * at a time until it answers. Mails in a rest are not tried, so that thousands of them do not wait for time-outs,
 * and do not all arrive at once when the relay returns.
 * @throws SendingFailure `resting` for a mail that was not tried
 */
export function restingMailer(mailer: Mailer, clock: { now(): number }): Mailer {
  const health = new RelayHealth(() => clock.now());
  return {
    async send(mail) {
      const until = health.begin();
      if (until !== undefined)
        throw new SendingFailure('resting', 'the relay does not answer and is not tried for a while', {
          until,
        });
      try {
        const sent = await mailer.send(mail);
        health.answered();
        return sent;
      } catch (error) {
        if (isSilent(error)) health.silent();
        else health.answered();
        throw error;
      }
    },
  };
}
