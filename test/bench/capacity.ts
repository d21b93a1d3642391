import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from '#shared/adapters/table/item.ts';
import { itemSize } from '#test/bench/item-size.ts';
import { putUnits, readUnits, refusedUnits, removeUnits } from './capacity-rules.ts';

export interface Units {
  readonly writes: number;
  readonly reads: number;
}

/** The units spent so far. They grow while the client is used. */
export interface Capacity extends Units {
  readonly byOperation: Readonly<Record<string, Units & { readonly calls: number }>>;
  /** Takes note of an item that was written by other means, at no cost. */
  learn(item: Item): void;
}

interface PutInput {
  readonly Item: Item;
}
interface ReadInput {
  readonly ConsistentRead?: boolean;
}
interface UpdateInput {
  readonly Key: Item;
  readonly ExpressionAttributeNames: { readonly '#number': string };
  readonly ExpressionAttributeValues: { readonly ':by': number };
}
/** One write of a transaction: one of the three. */
interface TransactionWrite {
  readonly Put?: PutInput;
  readonly Delete?: { readonly Key: Item };
  readonly Update?: UpdateInput;
}
interface Output {
  readonly Item?: Item;
  readonly Items?: readonly Item[];
  readonly Responses?: Readonly<Record<string, readonly Item[]>>;
}

const sizes = (items: readonly Item[]): number => items.reduce((sum, item) => sum + itemSize(item), 0);
const keyOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk]);
const refused = (cause: unknown): boolean =>
  cause instanceof Error && /^(ConditionalCheckFailed|TransactionCanceled)Exception$/u.test(cause.name);

/** The items written through the client. The cost of a write depends on the item that it replaces. */
class Ledger {
  readonly #items = new Map<string, Item>();
  readonly #spent = new Map<string, { calls: number; writes: number; reads: number }>();

  charge(operation: string, { writes = 0, reads = 0 }: Partial<Units>): void {
    const sofar = this.#spent.get(operation) ?? { calls: 0, writes: 0, reads: 0 };
    const next = { calls: sofar.calls + 1, writes: sofar.writes + writes, reads: sofar.reads + reads };
    this.#spent.set(operation, next);
  }

  learn(item: Item): void {
    this.#items.set(keyOf(item), structuredClone(item));
  }

  put(item: Item, kept: boolean): number {
    const before = this.#items.get(keyOf(item));
    if (!kept) return refusedUnits(before);
    this.learn(item);
    return putUnits(before, item);
  }

  remove(key: Item): number {
    const before = this.#items.get(keyOf(key));
    this.#items.delete(keyOf(key));
    return removeUnits(before);
  }

  refuse(key: Item): number {
    return refusedUnits(this.#items.get(keyOf(key)));
  }

  /** An update that adds to a number. */
  add({ Key, ExpressionAttributeNames, ExpressionAttributeValues }: UpdateInput, kept: boolean): number {
    const before = this.#items.get(keyOf(Key));
    const name = ExpressionAttributeNames['#number'];
    const sum = Number(before?.[name] ?? 0) + ExpressionAttributeValues[':by'];
    return this.put({ ...(before ?? Key), [name]: sum }, kept);
  }

  get byOperation(): Capacity['byOperation'] {
    return Object.fromEntries(this.#spent);
  }

  sum(what: keyof Units): number {
    return [...this.#spent.values()].reduce((sum, spent) => sum + spent[what], 0);
  }
}

const missing = (keys: number, found: number): number => Math.max(0, keys - found);

/** Return the units of a request, from its input and output. `kept` is false for a failed condition. */
function cost(
  operation: string,
  input: unknown,
  output: Output,
  kept: boolean,
  ledger: Ledger,
): Partial<Units> {
  const { ConsistentRead = false } = input as ReadInput;
  switch (operation) {
    case 'PutItemCommand':
      return { writes: ledger.put((input as PutInput).Item, kept) };
    case 'TransactWriteItemsCommand': {
      const { TransactItems } = input as { readonly TransactItems: readonly TransactionWrite[] };
      const units = TransactItems.map(({ Put, Delete, Update }) => {
        if (Put) return ledger.put(Put.Item, kept);
        if (Delete) return kept ? ledger.remove(Delete.Key) : ledger.refuse(Delete.Key);
        return Update ? ledger.add(Update, kept) : 0;
      });
      return { writes: 2 * units.reduce((sum, one) => sum + one, 0) };
    }
    case 'DeleteItemCommand':
      return { writes: ledger.remove((input as { readonly Key: Item }).Key) };
    case 'GetItemCommand':
      return { reads: readUnits(output.Item ? itemSize(output.Item) : 0, ConsistentRead) };
    case 'QueryCommand':
      return { reads: readUnits(sizes(output.Items ?? []), ConsistentRead) };
    case 'BatchGetItemCommand': {
      const { RequestItems } = input as {
        readonly RequestItems: Record<string, ReadInput & { readonly Keys: readonly Item[] }>;
      };
      const reads = Object.entries(RequestItems).map(
        ([table, { Keys, ConsistentRead: consistent = false }]) => {
          const found = output.Responses?.[table] ?? [];
          const read = found.reduce((sum, item) => sum + readUnits(itemSize(item), consistent), 0);
          return read + missing(Keys.length, found.length) * readUnits(0, consistent);
        },
      );
      return { reads: reads.reduce((sum, units) => sum + units, 0) };
    }
    default:
      throw new Error(`the capacity of ${operation} is not counted`);
  }
}

const UNCOUNTED = /^(Create|Describe|List|Delete)Tables?Command$/u;

/**
 * Count the capacity units that requests through a client use, by the rules of AWS and from their sizes. It
 * also works on a stub, and counts what DynamoDB Local does not: failed conditions and transactions. It must
 * see every write to an empty table, through a document client.
 */
export function countCapacity(client: DynamoDBClient): Capacity {
  const ledger = new Ledger();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = context.commandName ?? '';
      if (UNCOUNTED.test(operation)) return next(args);
      try {
        const result = await next(args);
        ledger.charge(operation, cost(operation, args.input, result.output as Output, true, ledger));
        return result;
      } catch (cause) {
        if (refused(cause)) ledger.charge(operation, cost(operation, args.input, {}, false, ledger));
        throw cause;
      }
    },
    { step: 'initialize', priority: 'high', name: 'countCapacity' },
  );
  return {
    get writes() {
      return ledger.sum('writes');
    },
    get reads() {
      return ledger.sum('reads');
    },
    get byOperation() {
      return ledger.byOperation;
    },
    learn: (item) => ledger.learn(item),
  };
}

/** Return the units that one step of a scenario uses. */
export async function spentBy(capacity: Capacity, step: () => Promise<unknown>): Promise<Units> {
  const { writes, reads } = capacity;
  await step();
  return { writes: capacity.writes - writes, reads: capacity.reads - reads };
}
