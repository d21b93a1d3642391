import { addressKey } from '#shared/domain/mail/address-key.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { ReportKind } from '#shared/domain/reports/report-schedule.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

/** The place of the proofs of sent reports. They are kept like those of digests, for 90 days. */
export const REPORT_MAILS = { kind: 'digest', id: 'reports' } as const;

/** The mail of a report to one recipient. */
export interface ReportMail {
  readonly report: ReportKind;
  readonly period: Period;
  readonly to: string;
}

/** Return the id of the mail of a report. One report is sent once to an address. */
export const reportMailId = ({ report, period, to }: ReportMail): string =>
  causeId(`report#${report}#${period.from}#${period.to}#${addressKey(to)}`);

/** Return the id of the mail of an asked report to one recipient. */
export const askedMailId = (asked: string, to: string): string =>
  causeId(`report#asked#${asked}#${addressKey(to)}`);

const failureId = (mailId: string): string => causeId(`${mailId}#failed`);

/**
 * Record that the mail of a report failed, once for all reports of it. Return false for a mail that is not that of a
 * report, or that was recorded before.
 */
export async function recordReportFailure(
  store: Store,
  { mailId, at }: { readonly mailId: string; readonly at: number },
): Promise<boolean> {
  const { kind, id } = REPORT_MAILS;
  const sent = await store.effect(kind, id, mailId);
  if (sent === undefined) return false;
  const failure = failureId(mailId);
  return store.recordEffect(kind, id, {
    id: failure,
    at,
    what: 'report-failed',
    to: sent.to,
    token: failure,
  });
}

type Effects = Pick<Store, 'effect'>;

const failedAt = async (store: Effects, mailId: string): Promise<number | undefined> =>
  (await store.effect(REPORT_MAILS.kind, REPORT_MAILS.id, failureId(mailId)))?.at;

/** Return when the mail of a report failed, epoch milliseconds; undefined when no failure was reported. */
export const reportFailedAt = (store: Effects, mail: ReportMail): Promise<number | undefined> =>
  failedAt(store, reportMailId(mail));

/** Return when the mail of an asked report failed, epoch milliseconds; undefined when no failure was reported. */
export const askedFailedAt = (store: Effects, asked: string, to: string): Promise<number | undefined> =>
  failedAt(store, askedMailId(asked, to));
