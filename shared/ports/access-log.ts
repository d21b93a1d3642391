import type { RecordedRead } from '#shared/domain/staff/route-access.ts';

/** One read of personal data or of an export: reader, time and place, and nothing of its content. */
export interface Access {
  readonly at: number;
  readonly user: string;
  readonly kind: RecordedRead;
  /** The path of the page or file. It names a reference or a pseudonymous id. */
  readonly path: string;
}

/** The record of reads of personal data. An entry is never changed, and removed after three years. */
export interface AccessLog {
  /** Record a read. Further reads of a case by the same person in the same hour are the one that is recorded. */
  record(access: Access): Promise<void>;
  /** Return the reads of a local day, `YYYY-MM-DD`, the newest first. */
  accessesOn(day: string): Promise<readonly Access[]>;
}
