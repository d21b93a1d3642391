import * as z from 'zod';
import type { Case } from '#shared/domain/cases/case.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { QueueState, Store } from '#shared/ports/store.ts';

const PAGE = 25;

/** Position in the queue of each department: a store cursor and the number of cases used from its page. */
const placesSchema = z.record(
  z.string().max(60),
  z.object({ cursor: z.string().max(2_000).optional(), used: z.int().nonnegative().max(PAGE) }),
);
type Places = z.infer<typeof placesSchema>;

/** Maximum number of cases of one member of staff that are put in order. */
const MOST_HELD = 1_000;
const HELD_AT_ONCE = 200;

/** The time at which a case needs attention: its timer. A late case whose timers have all fired is first. */
const wantedAt = ({ nextDueAt, level }: Case): number =>
  nextDueAt ?? (level > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);

const byId = (a: Case, b: Case): number => (a.id < b.id ? -1 : 1);
const apart = (a: number, b: number): number => (a === b ? 0 : a - b);

/** The order in which the store lists the cases of a state, so that merged departments keep it. */
const order: Readonly<Record<QueueState, (a: Case, b: Case) => number>> = {
  active: (a, b) => apart(wantedAt(a), wantedAt(b)) || byId(a, b),
  resolved: (a, b) => apart(b.nextDueAt ?? 0, a.nextDueAt ?? 0) || byId(b, a),
  closed: (a, b) => apart(b.closing?.at ?? 0, a.closing?.at ?? 0) || byId(b, a),
};

/** The queue of one department, read a page at a time. */
class Reader {
  readonly #fetch: (cursor: string | undefined) => ReturnType<Store['queue']>;
  #cursor: string | undefined;
  #used: number;
  #items: readonly Case[] = [];
  #next: string | undefined;
  #loaded = false;

  constructor(fetch: (cursor: string | undefined) => ReturnType<Store['queue']>, place: Places[string]) {
    this.#fetch = fetch;
    this.#cursor = place.cursor;
    this.#used = place.used;
  }

  get place(): Places[string] {
    return { used: this.#used, ...(this.#cursor !== undefined && { cursor: this.#cursor }) };
  }

  async first(): Promise<Case | undefined> {
    while (!this.#loaded || (this.#used >= this.#items.length && this.#next !== undefined)) {
      if (this.#loaded) {
        this.#cursor = this.#next;
        this.#used = 0;
      }
      const page = await this.#fetch(this.#cursor);
      this.#items = page.items;
      this.#next = page.cursor;
      this.#loaded = true;
    }
    return this.#items[this.#used];
  }

  take(): void {
    this.#used += 1;
  }
}

export interface UrgencyQueue {
  /** Return the next case in order of urgency; undefined at the end. */
  next(): Promise<Case | undefined>;
  /** Return the current position, for a link. */
  place(): string;
}

/** Parse a position. An invalid position starts at the beginning. */
function placesFrom(text: string | undefined): Places {
  try {
    return placesSchema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()));
  } catch {
    return {};
  }
}

/** Merge the queues of several departments, most urgent first, and read each only as far as needed. */
export function urgencyQueue(
  store: Store,
  departments: readonly string[],
  state: QueueState,
  from?: string,
): UrgencyQueue {
  const places = placesFrom(from);
  const readers = departments.map((id) => {
    const fetch = (cursor: string | undefined) =>
      store.queue(id, state, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    return { id, reader: new Reader(fetch, places[id] ?? { used: 0 }) };
  });
  return {
    async next() {
      const candidates = await Promise.all(
        readers.map(async ({ reader }) => ({ reader, stored: await reader.first() })),
      );
      const [first] = candidates
        .flatMap(({ reader, stored }) => (stored ? [{ reader, stored }] : []))
        .sort((a, b) => order[state](a.stored, b.stored));
      first?.reader.take();
      return first?.stored;
    },
    place: () =>
      Buffer.from(
        JSON.stringify(Object.fromEntries(readers.map(({ id, reader }) => [id, reader.place]))),
      ).toString('base64url'),
  };
}

const positionSchema = z.object({ passed: z.int().nonnegative().max(MOST_HELD) });

function positionFrom(text: string | undefined): number {
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString())).passed;
  } catch {
    return 0;
  }
}

/** The active cases of a member of staff, the most pressing first. Reads only theirs. */
export async function heldQueue(store: Store, user: string, from?: string): Promise<UrgencyQueue> {
  const held: Case[] = [];
  for await (const cases of pagesOf((page) => store.assignedTo(user, page), HELD_AT_ONCE)) {
    held.push(...cases);
    if (held.length >= MOST_HELD) break;
  }
  held.sort(order.active);
  let passed = positionFrom(from);
  return {
    async next() {
      const found = held[passed];
      if (found) passed += 1;
      return found;
    },
    place: () => Buffer.from(JSON.stringify({ passed })).toString('base64url'),
  };
}
