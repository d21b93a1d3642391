import type { EventsOf } from '#events/registry.ts';
import type { Notice } from '#events/vocabulary.ts';
import { type AddressedNotice, type GatherDeps, gatherNotices } from '#functions/notices/gather-notices.ts';
import { readerOfUser } from '#shared/domain/notices/reader.ts';

type Heard = EventsOf<'notices/collect-for-watchers'>;

const KIND = {
  'rida.message.received.v1': 'message',
  'rida.case.assigned.v1': 'assigned',
  'rida.case.resolved.v1': 'resolved',
  'rida.case.reopened.v1': 'reopened',
  'rida.department.answered.v1': 'department-answered',
  'rida.department.wrote.v1': 'department-wrote',
  'rida.department.time-asked.v1': 'department-asks-time',
  'rida.department.passed-on.v1': 'department-passed-on',
  'rida.message.failed.v1': 'mail-failed',
} as const satisfies Record<Heard['type'], Notice['kind']>;

/** Words of departments reach somebody also when the case has neither an assignee nor a watcher. */
const isOfDepartment = (type: Heard['type']): boolean =>
  type !== 'rida.department.answered.v1' && type.startsWith('rida.department.');

/**
 * Add notices about changes by others for the watchers and the assignee of a case. The event contains their
 * names, so that no case is read.
 */
export async function collectForWatchers(deps: GatherDeps, events: readonly Heard[]): Promise<number> {
  const concerning = events.filter(
    ({ type, data }) => data.staffToNotify !== undefined || isOfDepartment(type),
  );
  if (concerning.length === 0) return 0;
  const rules = await deps.rules.current();
  const notices = concerning.flatMap(({ id, type, subject, data }): AddressedNotice[] => {
    const staff = (data.staffToNotify ?? []).flatMap((user) => readerOfUser(user, rules) ?? []);
    const readers = staff.length === 0 && isOfDepartment(type) ? (['supervisor'] as const) : staff;
    return readers.map((reader) => ({ reader, notice: { event: id, case: subject, kind: KIND[type] } }));
  });
  return gatherNotices(deps, notices);
}
