import type { Ended } from './call-out.ts';

/** What the telephone system tells of a contact that concerns its end. */
export interface ContactEnd {
  readonly connectedAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly answeringMachine?: string;
}

/**
 * The end of an attempt as the telephone system tells it; undefined while it goes on. A contact it does not
 * know is lost: it is over, and why nobody can say.
 */
export function endOf(facts: ContactEnd | undefined, now: number): Ended | undefined {
  if (!facts) return { at: now, reason: 'LOST' };
  const { endedAt, reason, answeringMachine, connectedAt } = facts;
  if (endedAt === undefined) return undefined;
  return {
    at: endedAt,
    ...(reason !== undefined && { reason }),
    ...(answeringMachine !== undefined && { machine: answeringMachine }),
    ...(connectedAt !== undefined && { connected: true }),
  };
}
