import type { DataOf } from '#events/registry.ts';
import { type Added, one } from './added.ts';
import { counterName, type Measure } from './counter-name.ts';
import { localHour } from './local-day.ts';

type Ended = DataOf<'rida.call.ended.v1'>;

const many = (measure: Measure, by: number | undefined): Added => (by ? [[counterName(measure), by]] : []);

/** Return the counted outcome of a call. A message counts only when the caller waited for a person first. */
function outcomeOf({ outcome, answered, queued }: Ended): string {
  if (outcome === undefined) return answered ? 'served' : queued ? 'abandoned' : 'machine';
  return outcome === 'message' && !queued ? 'machine' : outcome;
}

/** Return the counters of an incoming call. Outgoing calls are counted elsewhere, by their outcome. */
export function callCounters(data: Ended): Added {
  if (data.direction === 'out') return [];
  const { line, startedAt, onLine, answered, short, serviceLevel, callback, message } = data;
  const outcome = outcomeOf(data);
  const isOnLine = answered && onLine !== false;
  return [
    one('call', outcome),
    one('call-hour', localHour(Date.parse(startedAt)), outcome),
    ...(line === undefined ? [] : [one('call-line', line, outcome)]),
    ...(isOnLine ? many('call-wait-seconds', data.waitSeconds) : []),
    ...(answered && !isOnLine ? [one('call-called-back')] : []),
    ...(short ? [one('call-short')] : []),
    ...(serviceLevel ? [one('service-level', serviceLevel)] : []),
    ...(data.talkSeconds === undefined ? [] : [one('call-handled')]),
    ...many('call-talk-seconds', data.talkSeconds),
    ...many('call-hold-seconds', data.holdSeconds),
    ...many('call-work-seconds', data.afterWorkSeconds),
    ...many('call-transfers', data.transfers),
    ...(callback ? [one('call-callback', callback)] : []),
    ...(message ? [one('call-message')] : []),
  ];
}
