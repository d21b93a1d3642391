import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '../cases/decision.ts';
import type { StaleFields } from '../staleness.ts';
import { isoInstant } from '../time/instant.ts';
import { isTooFarAhead, isTooLongAgo } from '../time/plausible.ts';
import type { Absence, StaffMember } from './staff-member.ts';

export type StaffCommand =
  | {
      readonly do: 'plan-absence';
      readonly from: number;
      readonly until?: number;
      readonly handOverTo?: string;
      readonly by: Actor;
    }
  | { readonly do: 'end-absence'; readonly by: Actor }
  | { readonly do: 'tick' }
  /** The settings list the member of staff, with other terms than before. */
  | { readonly do: 'list' }
  /** The settings do not list the member of staff any more. */
  | { readonly do: 'remove' }
  /** Publish that a part of the cases was moved, so that the next part follows. */
  | { readonly do: 'go-on'; readonly because: 'absence' | 'removal' | 'return'; readonly moved: number };

export interface StaffRejection {
  readonly rejected:
    | 'ends-before-it-begins'
    | 'in-the-past'
    | 'too-far-ahead'
    | 'too-long-ago'
    | 'not-absent'
    | 'to-themselves'
    | 'overtaken';
}

/** For each command: the fields whose change by others makes it stale. */
export const staffStaleness: Readonly<Record<StaffCommand['do'], StaleFields<StaffMember>>> = {
  'plan-absence': ['absence'],
  'end-absence': ['absence'],
  tick: 'happened',
  list: 'happened',
  remove: 'happened',
  'go-on': 'happened',
};

export interface StaffStep {
  readonly state: StaffMember;
  readonly events: readonly EventDraft[];
}

/** Return true when the planned absence covers the instant `now`. */
export const isAbsent = (absence: Absence | undefined, now: number): boolean =>
  absence !== undefined && absence.from <= now && (absence.until === undefined || now < absence.until);

const planned = (state: StaffMember, absence: Absence | undefined): StaffMember => {
  const { absence: _a, nextDueAt: _n, ...rest } = state;
  if (!absence) return rest;
  const next = absence.begun ? absence.until : absence.from;
  return { ...rest, absence, ...(next !== undefined && { nextDueAt: next }) };
};

/** Begin or end the absence when its time has passed. */
function due(state: StaffMember, now: number): StaffStep {
  const { absence } = state;
  if (!absence || absence.from > now) return { state, events: [] };
  const { by, until, handOverTo } = absence;
  const events: EventDraft[] = [];
  if (!absence.begun) {
    const data = {
      by,
      ...(until !== undefined && { until: isoInstant(until) }),
      ...(handOverTo !== undefined && { handOverTo }),
    };
    events.push({ type: 'rida.agent.absent.v1', data });
  }
  if (until !== undefined && until <= now) {
    events.push({ type: 'rida.agent.returned.v1', data: { by: 'rida' } });
    return { state: planned(state, undefined), events };
  }
  return { state: planned(state, { ...absence, begun: true }), events };
}

function planAbsence(
  state: StaffMember,
  { do: _, ...absence }: Extract<StaffCommand, { do: 'plan-absence' }>,
  now: number,
): StaffStep | StaffRejection {
  if (absence.until !== undefined && absence.until <= absence.from)
    return { rejected: 'ends-before-it-begins' };
  if (absence.until !== undefined && absence.until <= now) return { rejected: 'in-the-past' };
  if (isTooLongAgo(absence.from, now)) return { rejected: 'too-long-ago' };
  if (isTooFarAhead(Math.max(absence.from, absence.until ?? absence.from), now))
    return { rejected: 'too-far-ahead' };
  if (absence.handOverTo === state.id) return { rejected: 'to-themselves' };
  const before = state.absence;
  const continues = before?.begun && absence.from <= now && before.handOverTo === absence.handOverTo;
  const next = due(planned(state, { ...absence, ...(continues && { begun: true }) }), now);
  // A begun absence was moved to the future, so the member of staff is present until then.
  const isBack = before?.begun && absence.from > now;
  const returned: EventDraft = { type: 'rida.agent.returned.v1', data: { by: absence.by } };
  return isBack ? { state: next.state, events: [returned, ...next.events] } : next;
}

function endAbsence(state: StaffMember, by: Actor): StaffStep | StaffRejection {
  if (!state.absence) return { rejected: 'not-absent' };
  const events: EventDraft[] = state.absence.begun ? [{ type: 'rida.agent.returned.v1', data: { by } }] : [];
  return { state: planned(state, undefined), events };
}

/** Decide a command on a member of staff. A missing record is created. */
export function decideStaff(
  id: string,
  staffMember: StaffMember | undefined,
  command: StaffCommand,
  now: number,
): StaffStep | StaffRejection {
  const state = staffMember ?? { id, version: 0, causes: [] };
  switch (command.do) {
    case 'tick':
      return due(state, now);
    case 'end-absence':
      return endAbsence(state, command.by);
    case 'plan-absence':
      return planAbsence(state, command, now);
    case 'list': {
      const { removed: _, ...rest } = state;
      return { state: rest, events: [{ type: 'rida.agent.listed.v1', data: { by: 'rida' } }] };
    }
    case 'remove': {
      const events: EventDraft[] = [{ type: 'rida.agent.removed.v1', data: { by: 'rida' } }];
      return { state: { ...state, removed: true }, events };
    }
    case 'go-on': {
      const { because, moved } = command;
      return { state, events: [{ type: 'rida.agent.cases-moved.v1', data: { by: 'rida', because, moved } }] };
    }
  }
}
