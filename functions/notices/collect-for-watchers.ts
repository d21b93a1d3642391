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
  'rida.message.failed.v1': 'mail-failed',
} as const satisfies Record<Heard['type'], Notice['kind']>;

/**
 * Add notices about changes by others for the watchers and the assignee of a case. The event contains their
 * names, so that no case is read.
 */
export async function collectForWatchers(deps: GatherDeps, events: readonly Heard[]): Promise<number> {
  const withStaff = events.filter(({ data }) => data.staffToNotify !== undefined);
  if (withStaff.length === 0) return 0;
  const rules = await deps.rules.current();
  const notices = withStaff.flatMap(({ id, type, subject, data }): AddressedNotice[] =>
    (data.staffToNotify ?? []).flatMap((user) => {
      const reader = readerOfUser(user, rules);
      return reader ? [{ reader, notice: { event: id, case: subject, kind: KIND[type] } }] : [];
    }),
  );
  return gatherNotices(deps, notices);
}
