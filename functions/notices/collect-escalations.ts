import type { EventsOf } from '#events/registry.ts';
import type { Notice } from '#events/vocabulary.ts';
import { type AddressedNotice, type GatherDeps, gatherNotices } from '#functions/notices/gather-notices.ts';
import { remindOfOverdue } from '#shared/application/digests.ts';
import { isVerdict } from '#shared/domain/cases/set-aside.ts';
import { type Reader, readerOf, readerOfUser } from '#shared/domain/notices/reader.ts';
import type { Rules } from '#shared/domain/rules.ts';

type Escalated = EventsOf<'notices/collect-escalations'>;

const KIND = {
  'rida.sla.warned.v1': 'warned',
  'rida.sla.breached.v1': 'breached',
  'rida.sla.retracted.v1': 'retracted',
  'rida.case.escalated.v1': 'escalated',
  'rida.mail.quarantined.v1': 'quarantined',
  'rida.case.unassigned.v1': 'handed-back',
} as const satisfies Record<Escalated['type'], Notice['kind']>;

function noticeOf(event: Escalated): Notice {
  const { department } = event.data;
  const about = { event: event.id, case: event.subject, kind: KIND[event.type], department };
  if (event.type === 'rida.mail.quarantined.v1') return { ...about, reason: event.data.reason };
  if (event.type === 'rida.case.unassigned.v1') return about;
  const { clock, priority, dueAt } = event.data;
  return {
    ...about,
    clock,
    ...(priority && { priority }),
    ...(dueAt !== undefined && { dueAt }),
    ...(event.type === 'rida.case.escalated.v1' && { level: event.data.level }),
  };
}

const isOverdue = ({ type }: Escalated): boolean =>
  type === 'rida.sla.breached.v1' || type === 'rida.case.escalated.v1';

/**
 * Return the readers of an escalation. It is empty for a first-level escalation, which the breach notice
 * already reports, and for delays that are not the fault of staff.
 */
function readersOf(event: Escalated, rules: Rules): Reader[] {
  // Notify the department of a case whose agent has left. Other returns need no notice.
  if (event.type === 'rida.case.unassigned.v1')
    return event.data.because === 'removal' ? [`department:${event.data.department}`] : [];
  // Mail that a spam or virus verdict quarantined is listed separately and causes no notice.
  if (event.type === 'rida.mail.quarantined.v1' && isVerdict(event.data.reason)) return [];
  if (event.type === 'rida.mail.quarantined.v1' || event.type === 'rida.sla.retracted.v1')
    return ['supervisor'];
  if (event.type === 'rida.case.escalated.v1' && event.data.level <= 1) return [];
  if (event.type === 'rida.sla.breached.v1' && event.data.cause === 'terms') return [];
  const { tell, staffToNotify = [] } = event.data;
  const watching = staffToNotify.flatMap((user) => readerOfUser(user, rules) ?? []);
  return [...new Set([readerOf(tell, event.data, rules), ...watching])];
}

/**
 * Add notices for staff to their digests: a deadline that is near or missed, an escalated case, a quarantined
 * mail, a case whose agent has left. Notices to one reader within minutes are sent as one mail, and not in quiet hours.
 */
export async function collectEscalations(deps: GatherDeps, events: readonly Escalated[]): Promise<number> {
  const rules = await deps.rules.current();
  const notices = events.flatMap((event): AddressedNotice[] =>
    readersOf(event, rules).map((reader) => ({ reader, notice: noticeOf(event) })),
  );
  const added = await gatherNotices(deps, notices);
  // Work is overdue from now on, also after a breach without a notice, or with one for another reader.
  if (events.some(isOverdue)) await remindOfOverdue({ ...deps, rules, now: deps.clock.now() }, 'supervisor');
  return added;
}
