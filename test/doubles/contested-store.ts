import type { Change, CommitOutcome, Kind } from '#shared/ports/store.ts';
import { MemoryStore } from './memory-store.ts';

/** A store in which another writer commits first a number of times. */
export class ContestedStore extends MemoryStore {
  conflicts: number;
  /** The number of attempted commits. */
  asked = 0;

  constructor(conflicts: number) {
    super();
    this.conflicts = conflicts;
  }

  override async commit<K extends Kind>(change: Change<K>): Promise<CommitOutcome<K>> {
    this.asked += 1;
    if (this.conflicts === 0) return super.commit(change);
    this.conflicts -= 1;
    return { outcome: 'conflict' };
  }
}
