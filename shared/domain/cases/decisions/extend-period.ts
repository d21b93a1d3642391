import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import { answerAddresses, type Case, isActive } from '../case.ts';
import { clocksOf, tiersAhead } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CommandOf } from './case-step.ts';
import { isFailing } from './mail-failed.ts';

/**
 * The longest extension of the period for a request about personal data.
 *
 * Source: Implementing Regulation of the Saudi Personal Data Protection Law, article 3 (1) (a). The controller carries
 * out a request within 30 days, and may extend this by no more than 30 days, when it takes unexpected or unusual
 * effort or when the same person made several requests, provided that the person is told in advance, with the reasons.
 * Read in a copy of the Arabic text whose article 3 its makers compared with the pages of the data authority (SDAIA),
 * and in an English copy. The official pages themselves were not reachable.
 */
const EXTENSION_DAYS = 30;

/** Return whether Rida can write to the beneficiary of a case by mail. */
export const canBeWritten = (state: Case): boolean => {
  const [to] = answerAddresses(state.beneficiary);
  return to !== undefined && !isFailing(state, to);
};

/** Return when the period of a request about personal data ends, while it may be extended. */
export function extensibleUntil(state: Case, { rules, now }: Pick<Deciding, 'rules' | 'now'>): number | null {
  if (state.type !== 'data-request' || state.extension || !isActive(state.status)) return null;
  const { dueAt, breached } = clocksOf(state, rules, now).clocks.resolution;
  return breached || dueAt === null || dueAt < now ? null : dueAt;
}

/**
 * Extend the period of a request about personal data, once, before it has ended. The person is told the reason and the
 * new time: by mail, or by staff when no mail reaches them. Warnings whose time moved act again.
 */
export function extendPeriod(
  state: Case,
  command: CommandOf<'extend-period'>,
  { recordedAt: now, rules, cause: message }: Deciding,
): Decision {
  const { because, informedBy, by } = command;
  if (state.type !== 'data-request') return { rejected: 'not-data-request' };
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (state.extension) return { rejected: 'extended-before' };
  const from = extensibleUntil(state, { rules, now });
  if (from === null) return { rejected: 'period-over' };
  if (informedBy === undefined && !canBeWritten(state)) return { rejected: 'not-told' };
  const longer: Case = {
    ...state,
    facts: [...state.facts, { at: now, type: 'extended', plainMs: EXTENSION_DAYS * DAY }],
  };
  const until = clocksOf(longer, rules, now).clocks.resolution.dueAt ?? from;
  const ahead = new Set(tiersAhead(longer, rules, { clock: 'resolution', asOf: now }));
  const how = { because, message, ...(informedBy !== undefined && { informedBy }), by };
  return {
    case: {
      ...longer,
      extension: { at: now, from, until, ...how },
      fired: state.fired.filter((key) => !ahead.has(key)),
    },
    events: [
      {
        type: 'rida.case.extended.v1',
        data: { from: isoInstant(from), until: isoInstant(until), ...how },
      },
    ],
  };
}
