import type { DataOf } from '#events/registry.ts';
import { counterName, type Measure } from './counter-name.ts';
import { bucketOf } from './time-bucket.ts';

type Added = [name: string, by: number][];
const one = (measure: Measure, ...values: (string | number)[]): Added[number] => [
  counterName(measure, ...values),
  1,
];

/** Count an answer that ended a wait of the beneficiary. Only answers of agents have one. */
export function responded({
  response,
  by,
}: DataOf<'rida.message.sent.v1' | 'rida.contact.logged.v1'>): Added {
  if (response === undefined) return [];
  const { clock, kept, workingMinutes, department } = response;
  const user = by.startsWith('agent:') ? by.slice('agent:'.length) : undefined;
  return [
    one('answered', clock, kept ? 'kept' : 'late', department),
    one('answered-in', clock, department, bucketOf(workingMinutes)),
    one('answered-in-clock', clock, bucketOf(workingMinutes)),
    ...(user === undefined ? [] : [one('answered-by', clock, user, bucketOf(workingMinutes))]),
  ];
}
