import type { Disposition } from '#events/vocabulary.ts';
import { MINUTE } from '../time/instant.ts';
import type { CallOut } from './call-out.ts';

/**
 * Return whether a call follows up a matter of the person. An evaluation asks about a service instead, and a call about
 * the end of a case asks a question that no other call asks.
 */
const isCallBack = ({ purpose, question }: Pick<CallOut, 'purpose' | 'question'>): boolean =>
  purpose !== 'evaluation' && question === undefined;

const isLive = ({ state }: CallOut): boolean => state.is !== 'finished';

const isRinging = ({ state }: CallOut): boolean => state.is === 'dialling' || state.is === 'answered';

const TALKED: ReadonlySet<Disposition> = new Set(['completed', 'partial']);

/** Return the planned callback that a further one to the same number joins. */
export const callBackToJoin = (toNumber: readonly CallOut[]): CallOut | undefined =>
  toNumber.find((one) => isCallBack(one) && isLive(one));

/** A call that the person placed, or that an agent placed by hand. */
export interface Talk {
  readonly startedAt: number;
  readonly answeredAt?: number | undefined;
  readonly endedAt?: number | undefined;
}

/** A call without an end after this time has lost its end event. */
const LONGEST_TALK_MS = 30 * MINUTE;

/** Older by plan. Two plans of one moment are ordered by id. */
const isOlder = (a: CallOut, b: CallOut): boolean =>
  a.plannedAt < b.plannedAt || (a.plannedAt === b.plannedAt && a.id < b.id);

const isWaitingNow = ({ state }: CallOut, now: number): boolean =>
  state.is === 'due' || (state.is === 'planned' && state.at <= now);

/**
 * Decide whether a call is placed when it is due. `joined`: a callback is not needed any more, because the person has
 * been spoken to since it was planned, or an older callback to the number is due as well. `engaged`: the person is on
 * the telephone with the centre, or an older call to the number rings first. No person is rung twice at once.
 *
 * @param toNumber the other outgoing calls to the number
 * @param talks the calls of the person that are not outgoing calls of Rida
 */
export function lookAgain(
  callOut: CallOut,
  toNumber: readonly CallOut[],
  talks: readonly Talk[],
  now: number,
): 'dial' | 'joined' | 'engaged' {
  const others = toNumber.filter(({ id }) => id !== callOut.id);
  const since = callOut.plannedAt;
  const isOn = ({ startedAt, endedAt }: Talk): boolean =>
    endedAt === undefined && startedAt > now - LONGEST_TALK_MS;
  if (others.some(isRinging) || talks.some(isOn)) return 'engaged';
  const talked = others.some(
    (one) =>
      isCallBack(one) &&
      one.state.is === 'finished' &&
      TALKED.has(one.state.disposition) &&
      one.state.at >= since,
  );
  const served = talks.some(({ answeredAt }) => answeredAt !== undefined && answeredAt >= since);
  const first = others.filter((one) => isLive(one) && isWaitingNow(one, now) && isOlder(one, callOut));
  if (isCallBack(callOut) && (talked || served || first.some(isCallBack))) return 'joined';
  return first.length > 0 ? 'engaged' : 'dial';
}
