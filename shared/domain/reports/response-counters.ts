import type { DataOf } from '#events/registry.ts';
import { agentUser } from '../staff/agent-user.ts';
import { type Added, one } from './added.ts';
import { bucketOf } from './time-bucket.ts';

/** Count an answer that ended a wait of the beneficiary. Only answers of agents have one. */
export function responded({
  response,
  by,
}: DataOf<'rida.message.sent.v1' | 'rida.contact.logged.v1'>): Added {
  if (response === undefined) return [];
  const { clock, kept, workingMinutes, department } = response;
  const user = agentUser(by);
  return [
    one('answered', clock, kept ? 'kept' : 'late', department),
    one('answered-in', clock, department, bucketOf(workingMinutes)),
    one('answered-in-clock', clock, bucketOf(workingMinutes)),
    ...(user === undefined ? [] : [one('answered-by', clock, user, bucketOf(workingMinutes))]),
  ];
}
