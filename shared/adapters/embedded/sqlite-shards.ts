import { shardsKey } from '#shared/adapters/table/keys.ts';
import { highestOf, type Sharded, shardsItem } from '#shared/adapters/table/shards-item.ts';
import type { SqliteItems } from './sqlite-items.ts';

/** The number of shards that this process uses, and the highest number that any writer of the file has used. */
export class SqliteShards {
  readonly #items: SqliteItems;
  readonly #of: Sharded;
  readonly own: number;
  #isRecorded = false;

  constructor(items: SqliteItems, of: Sharded, own: number) {
    this.#items = items;
    this.#of = of;
    this.own = own;
  }

  /** Return the number of shards in which entries may be. */
  highest(): number {
    return Math.max(this.own, this.#stored());
  }

  /** Store the own number, unless a writer used more. Call it inside the write of an entry. */
  record(): void {
    // Every reader looks at the first shard.
    if (this.#isRecorded || this.own === 1) return;
    if (this.#stored() < this.own) this.#items.replace(shardsItem(this.#of, this.own));
    else this.#isRecorded = true;
  }

  #stored(): number {
    const item = this.#items.get(shardsKey(this.#of));
    return item === undefined ? 1 : highestOf(item);
  }
}
