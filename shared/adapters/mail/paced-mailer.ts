import type { Mailer } from '#shared/ports/mailer.ts';
import { SendingRateExceeded } from './sending-errors.ts';

export interface Pace {
  /** This process's share of what the provider takes a second. */
  readonly perSecond: number;
  /** How long one mail may wait here, tries included; then its queue keeps it. Milliseconds. */
  readonly patienceMs: number;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random?: () => number;
}

const FIRST_PAUSE_MS = 250;

const mayRetry = (error: unknown): boolean => (error as { retryable?: unknown }).retryable === true;

/**
 * A mailer that keeps to a rate, one mail after the other, and tries again what the provider asks to send
 * later: after pauses that double and are drawn at random, so that processes that were refused together do
 * not come back together.
 *
 * @throws SendingRateExceeded when a mail's turn would not come in time
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
    if (at > until) throw new SendingRateExceeded('more mails wait here than may go in time');
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
