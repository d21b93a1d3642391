import type { Notice } from '#events/vocabulary.ts';
import type { Draft } from '../cases/command.ts';
import type { Rules } from '../rules.ts';
import type { Digest } from './digest.ts';
import { afterQuiet } from './quiet-hours.ts';

export type DigestCommand =
  | { readonly do: 'add'; readonly notices: readonly Notice[] }
  | { readonly do: 'tick' };

/**
 * Maximum number of notices in one mail. Further notices are only counted.
 * @internal exported for tests
 */
export const MOST_NOTICES = 100;

interface Context {
  readonly now: number;
  readonly rules: Pick<Rules, 'escalation' | 'desk'>;
}

const begun = (id: string): Digest => ({ id, version: 0, causes: [], notices: [], more: 0 });

/**
 * Return when the digest is sent: after the grouping time, and after the quiet hours unless an urgent notice
 * may break them.
 */
function tellAt(notices: readonly Notice[], { now, rules }: Context): number {
  const { groupMs, quietHours, urgentBreaksQuiet } = rules.escalation;
  const urgent = urgentBreaksQuiet && notices.some(({ priority }) => priority === 'urgent');
  const at = now + groupMs;
  return urgent ? at : afterQuiet(at, quietHours, rules.desk.calendar.calendar.zone);
}

function add(
  id: string,
  state: Digest | undefined,
  added: readonly Notice[],
  context: Context,
): Digest | undefined {
  const { notices: gathered, more, nextDueAt = Number.POSITIVE_INFINITY, ...rest } = state ?? begun(id);
  const seen = new Set(gathered.map(({ event }) => event));
  const fresh = added.filter(({ event }) => !seen.has(event) && seen.add(event));
  if (fresh.length === 0) return undefined;
  const all = [...gathered, ...fresh];
  return {
    ...rest,
    notices: all.slice(0, MOST_NOTICES),
    more: more + Math.max(0, all.length - MOST_NOTICES),
    nextDueAt: Math.min(nextDueAt, tellAt(fresh, context)),
  };
}

/** Decide which notices a digest holds and when it is sent. Return undefined when nothing changes. */
export function decideDigest(
  id: string,
  state: Digest | undefined,
  command: DigestCommand,
  context: Context,
): { readonly state: Digest; readonly events: readonly Draft[] } | undefined {
  if (command.do === 'add') {
    const stored = add(id, state, command.notices, context);
    return stored && { state: stored, events: [] };
  }
  if (!state || state.nextDueAt === undefined || state.nextDueAt > context.now) return undefined;
  const { nextDueAt: _, notices, more, ...rest } = state;
  const due: Draft = { type: 'rida.notices.due.v1', data: { notices: [...notices], more } };
  return { state: { ...rest, notices: [], more: 0 }, events: [due] };
}
