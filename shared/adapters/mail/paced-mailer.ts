import type { Mailer } from '#shared/ports/mailer.ts';
import { SendingRateExceeded } from './sending-errors.ts';

export interface Pace {
  /** This process's share of the provider's rate, mails a second. */
  readonly perSecond: number;
  /**
   * Maximum waiting time of one mail, retries included, milliseconds. After it the mail returns to its queue.
   */
  readonly patienceMs: number;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random?: () => number;
}

const FIRST_PAUSE_MS = 250;

const mayRetry = (error: unknown): boolean => (error as { retryable?: unknown }).retryable === true;

/**
 * Limit a mailer to a rate, and retry mails that the provider throttles. The pauses double and are random, so
 * that throttled processes do not retry at the same time.
 * @throws SendingRateExceeded when a mail cannot be sent within its waiting time
 */
export function pacedMailer(mailer: Mailer, pace: Pace): Mailer {
  const { perSecond, patienceMs } = pace;
  const {
    now = Date.now,
    sleep = (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
    random = Math.random,
  } = pace;
  let nextTurn = 0;

  async function turn(until: number): Promise<void> {
    const at = Math.max(now(), nextTurn);
    if (at > until) throw new SendingRateExceeded('too many mails are waiting for the sending rate');
    nextTurn = at + 1000 / perSecond;
    if (at > now()) await sleep(at - now());
  }

  return {
    async send(mail) {
      const until = now() + patienceMs;
      for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
        await turn(until);
        try {
          return await mailer.send(mail);
        } catch (error) {
          const wait = pause * (0.5 + random() / 2);
          if (!mayRetry(error) || now() + wait > until) throw error;
          await sleep(wait);
        }
      }
    },
  };
}
