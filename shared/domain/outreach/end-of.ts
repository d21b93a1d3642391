import type { Ended } from './call-out.ts';

/** The fields of a contact that describe its end. */
export interface ContactEnd {
  readonly connectedAt?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly answeringMachine?: string;
}

/**
 * Return the end of an attempt as the telephone system reports it, or undefined while it continues. A contact
 * that the telephone system no longer has is lost: it has ended for an unknown reason.
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
