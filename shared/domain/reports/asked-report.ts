import type { Colleague } from '../rules.ts';
import { may } from '../staff/permissions.ts';
import type { Role } from '../staff/role.ts';
import { DAY } from '../time/instant.ts';
import type { Comparison, Period } from './period.ts';

/** A report of a period that somebody asked to be mailed. */
export interface AskedReport {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly compare: Comparison;
  readonly recipients: readonly string[];
  /** The user who asked, and when. */
  readonly by: string;
  readonly at: number;
  /** When it was sent to all who may read it. Missing while it waits. */
  readonly sentAt?: number;
}

/** How long it is kept who mailed a report to whom. */
export const ASKED_KEPT = 90 * DAY;

/** A person to whom a report may be mailed. */
export interface ReportReader {
  readonly email: string;
  readonly user?: string;
}

interface Readers {
  readonly staff: ReadonlyMap<string, Colleague>;
  readonly audiences: Readonly<Record<'supervisor' | 'leadership', string>>;
}

const reads = ({ roles }: Colleague): boolean => may((roles ?? []) as readonly Role[], 'figures.read');

/** Return everybody to whom a report may be mailed: staff whose roles open the figures, and the two audiences. */
export function reportReaders({ staff, audiences }: Readers): readonly ReportReader[] {
  const colleagues = [...staff.values()].filter(reads).map(({ email, user }) => ({ email, user }));
  const own = new Set(colleagues.map(({ email }) => email.toLowerCase()));
  const shared = [audiences.supervisor, audiences.leadership].filter((one) => !own.has(one.toLowerCase()));
  return [...colleagues, ...[...new Set(shared)].map((email) => ({ email }))];
}

/** Return those of the recipients who may read reports now. A person may have left since the report was asked. */
export function mayReceive(recipients: readonly string[], rules: Readers): readonly string[] {
  const readers = new Set(reportReaders(rules).map(({ email }) => email.toLowerCase()));
  return recipients.filter((one) => readers.has(one.toLowerCase()));
}

/** Return the period of an asked report. */
export const periodOf = ({ from, to }: AskedReport): Period => ({ from, to });
