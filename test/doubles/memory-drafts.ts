import type { Draft, DraftOwner, DraftStore } from '#shared/ports/draft-store.ts';

interface Kept extends DraftOwner {
  readonly edit: string;
  /** Missing when the edit is over. */
  readonly draft?: Draft;
}

/** Drafts in memory. */
export class MemoryDrafts implements DraftStore {
  readonly #kept = new Map<string, Kept>();

  async save(owner: DraftOwner, edit: string, draft: Draft): Promise<boolean> {
    const key = JSON.stringify([owner.place, owner.user, draft.form]);
    const before = this.#kept.get(key);
    if (before && before.draft === undefined && before.edit === edit) return false;
    this.#kept.set(key, { ...owner, edit, draft });
    return true;
  }

  async drafts({ place, user }: DraftOwner): Promise<readonly Draft[]> {
    const own = [...this.#kept.values()].filter((one) => one.place === place && one.user === user);
    return own.flatMap(({ draft }) => draft ?? []).sort((a, b) => b.at - a.at);
  }

  async end(owner: DraftOwner, edit: string, form: string): Promise<void> {
    this.#kept.set(JSON.stringify([owner.place, owner.user, form]), { ...owner, edit });
  }

  async forget(place: string): Promise<void> {
    for (const [key, one] of this.#kept) if (one.place === place) this.#kept.delete(key);
  }
}
