import { shardsKey } from '#shared/adapters/table/keys.ts';
import { highestOf, type Sharded, shardsItem } from '#shared/adapters/table/shards-item.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** How long a read number is used. A deployment with more shards takes longer. */
const KEPT_MS = 60_000;

/**
 * The number of shards that this process uses, and the highest number that any writer of the table has used.
 * Readers look at all of them, so that the number can change while the table is in use.
 */
export class DynamoShards {
  readonly #table: DynamoTable;
  readonly #of: Sharded;
  readonly #own: number;
  #read: { readonly at: number; readonly highest: Promise<number> } | undefined;
  #recorded: Promise<void> | undefined;

  constructor(table: DynamoTable, of: Sharded, own: number) {
    this.#table = table;
    this.#of = of;
    this.#own = own;
  }

  get own(): number {
    return this.#own;
  }

  /** Return the number of shards in which entries may be. */
  async highest(): Promise<number> {
    const now = Date.now();
    if (this.#read === undefined || now - this.#read.at > KEPT_MS)
      this.#read = { at: now, highest: this.#stored() };
    try {
      return Math.max(this.#own, await this.#read.highest);
    } catch (error) {
      this.#read = undefined;
      throw error;
    }
  }

  /** Store the own number, unless a writer used more, before the first entry in one of these shards. */
  record(): Promise<void> {
    this.#recorded ??= this.#record().catch((error: unknown) => {
      this.#recorded = undefined;
      throw error;
    });
    return this.#recorded;
  }

  async #record(): Promise<void> {
    // Every reader looks at the first shard.
    if (this.#own === 1 || (await this.#stored()) >= this.#own) return;
    await this.#table.put(shardsItem(this.#of, this.#own), { highestBelow: this.#own });
  }

  async #stored(): Promise<number> {
    const item = await this.#table.get(shardsKey(this.#of), false);
    return item === undefined ? 1 : highestOf(item);
  }
}
