import { MINUTE } from '../../time/instant.ts';

/** The agent who calls a person now. Others do not call the person until then. */
export interface Lease {
  readonly by: string;
  readonly until: number;
}

/** An agent has a person for so long, from the last act on. */
export const LEASE_MS = 15 * MINUTE;

export type LeaseRefusal = 'taken' | 'handled-it';

/**
 * Take a person for a call. Another agent who has the person keeps it until the lease ends. A user who
 * handled the matter does not ask how it went.
 *
 * @param handlers the users who handled the matter
 */
export function takeLease(
  lease: Lease | undefined,
  by: string,
  { now, handlers }: { readonly now: number; readonly handlers: readonly string[] },
): Lease | LeaseRefusal {
  if (handlers.includes(by)) return 'handled-it';
  if (lease && lease.by !== by && lease.until > now) return 'taken';
  return { by, until: now + LEASE_MS };
}
