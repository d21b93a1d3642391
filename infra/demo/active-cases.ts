import type { Case } from '#shared/domain/cases/case.ts';
import type { LocalCentre } from '../local/centre.ts';

/** Return the active cases of all departments, oldest first. */
export async function activeCases({ store, rules }: LocalCentre): Promise<Case[]> {
  const { departments } = await rules.current();
  const pages = await Promise.all(
    [...departments.keys()].map((id) => store.queue(id, 'active', { limit: 100 })),
  );
  return pages
    .flatMap(({ items }) => items)
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}
