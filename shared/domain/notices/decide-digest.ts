import type { Notice, OverdueWork } from '#events/vocabulary.ts';
import type { EventDraft } from '../cases/decision.ts';
import type { Rules } from '../rules.ts';
import type { Digest } from './digest.ts';
import { nextReminder } from './overdue-work.ts';
import { afterQuiet } from './quiet-hours.ts';

/**
 * `schedule`: notices were collected. `tick`: the timer may be due. Both list notices that wait. `remind`: some work
 * of the reader is overdue.
 */
export type DigestCommand =
  | { readonly do: 'schedule'; readonly waiting: readonly Notice[] }
  | {
      readonly do: 'tick';
      readonly waiting: readonly Notice[];
      readonly overdue?: OverdueWork | undefined;
      /** Tasks beside cases are open, of which no event says when they become overdue. */
      readonly awaits?: boolean;
    }
  | { readonly do: 'remind' };

/**
 * Maximum number of notices in one mail. Further notices are only counted.
 * @internal exported for tests
 */
export const MOST_NOTICES = 100;

interface Context {
  readonly now: number;
  readonly rules: Pick<Rules, 'escalation' | 'desk'>;
}

export interface DigestStep {
  readonly state: Digest;
  readonly events: readonly EventDraft[];
}

const begun = (id: string): Digest => ({ id, version: 0, causes: [], sent: [] });

/**
 * Return when the digest is sent: after the grouping time, and after the quiet hours unless an urgent notice
 * may break them.
 */
function sendAt(notices: readonly Notice[], { now, rules }: Context): number {
  const { groupMs, quietHours, urgentBreaksQuiet } = rules.escalation;
  const urgent = urgentBreaksQuiet && notices.some(({ priority }) => priority === 'urgent');
  const at = now + groupMs;
  return urgent ? at : afterQuiet(at, quietHours, rules.desk.calendar.calendar.zone);
}

/** Return the notices that wait and were not in the newest mail, each once. */
export function unsent(state: Digest | undefined, waiting: readonly Notice[]): readonly Notice[] {
  const sent = new Set(state?.sent);
  return [...new Map(waiting.map((notice) => [notice.event, notice])).values()].filter(
    ({ event }) => !sent.has(event),
  );
}

function schedule(state: Digest, notices: readonly Notice[], context: Context): DigestStep | undefined {
  const { nextDueAt = Number.POSITIVE_INFINITY } = state;
  const at = sendAt(notices, context);
  return at < nextDueAt ? { state: { ...state, nextDueAt: at }, events: [] } : undefined;
}

/**
 * Send the notices and the sum of the overdue work. While work is overdue or tasks are open, the timer is set again to
 * when the centre opens on the next day. Otherwise it is removed.
 */
function send(
  state: Digest,
  notices: readonly Notice[],
  { overdue, awaits = false }: Extract<DigestCommand, { do: 'tick' }>,
  { now, rules }: Context,
): DigestStep {
  const { nextDueAt: _, ...rest } = state;
  const again = overdue !== undefined || awaits ? { nextDueAt: nextReminder(rules, now) } : {};
  if (notices.length === 0 && overdue === undefined) return { state: { ...rest, ...again }, events: [] };
  const listed = notices.slice(0, MOST_NOTICES);
  const data = { notices: listed, more: notices.length - listed.length, ...(overdue && { overdue }) };
  return {
    state: {
      ...rest,
      sent: notices.map(({ event }) => event),
      ...again,
    },
    events: [{ type: 'rida.notices.due.v1', data }],
  };
}

/** Return whether a digest is to be sent. */
export const isDue = ({ nextDueAt }: Digest, now: number): boolean =>
  nextDueAt !== undefined && nextDueAt <= now;

/** Decide when a digest is sent, and what is in it when its timer is due. Return undefined when nothing changes. */
export function decideDigest(
  id: string,
  state: Digest | undefined,
  command: DigestCommand,
  context: Context,
): DigestStep | undefined {
  if (command.do === 'remind') {
    const nextDueAt = nextReminder(context.rules, context.now);
    return state?.nextDueAt === undefined
      ? { state: { ...(state ?? begun(id)), nextDueAt }, events: [] }
      : undefined;
  }
  const notices = unsent(state, command.waiting);
  if (command.do === 'tick' && state && isDue(state, context.now))
    return send(state, notices, command, context);
  return notices.length === 0 ? undefined : schedule(state ?? begun(id), notices, context);
}
