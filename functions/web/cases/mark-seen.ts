import type { Case } from '#shared/domain/cases/case.ts';
import type { View } from '../shell/view.ts';
import type { ConsoleDeps } from './cases-deps.ts';

/** Record that a person has seen the newest words of a case. It is written only when there are new ones. */
export async function markSeen({ desk }: ConsoleDeps, { agent, now }: View, one: Case): Promise<void> {
  const seenAt = (await desk.seenAt(agent.user, [one.id])).get(one.id);
  if (seenAt === undefined || seenAt < (one.heardAt ?? one.openedAt))
    await desk.markSeen(agent.user, one.id, now);
}
