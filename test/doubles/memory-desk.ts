import type { DeskStore, SavedList } from '#shared/ports/desk-store.ts';

const keyOf = ({ team, name }: Pick<SavedList, 'team' | 'name'>): string => `${team}#${name}`;

/** Saved lists and seen cases in memory. */
export class MemoryDesk implements DeskStore {
  readonly #lists = new Map<string, SavedList>();
  readonly #seen = new Map<string, number>();

  async saveList(list: SavedList): Promise<boolean> {
    if (this.#lists.has(keyOf(list))) return false;
    this.#lists.set(keyOf(list), list);
    return true;
  }

  async savedLists(): Promise<readonly SavedList[]> {
    return [...this.#lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
  }

  async removeList(list: Pick<SavedList, 'team' | 'name'>): Promise<void> {
    this.#lists.delete(keyOf(list));
  }

  async markSeen(user: string, caseId: string, at: number): Promise<void> {
    this.#seen.set(`${user} ${caseId}`, at);
  }

  async seenAt(user: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(
      caseIds.flatMap((id) => {
        const at = this.#seen.get(`${user} ${id}`);
        return at === undefined ? [] : [[id, at] as const];
      }),
    );
  }
}
