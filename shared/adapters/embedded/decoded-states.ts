import { stateKey } from '#shared/adapters/table/keys.ts';
import { stateOf } from '#shared/adapters/table/state-item.ts';
import { keepNewest } from '#shared/domain/keep-newest.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { itemOfRow, type SqliteItems } from './sqlite-items.ts';

/** The number of states: enough for a batch of events, whose cases are read several times. */
const MOST = 128;
/** Characters of a state that is kept. Longer ones are rare. */
const LONGEST = 16_384;

interface Decoded {
  readonly body: string;
  readonly state: Aggregates[Kind];
}

/**
 * The states of the file. A state is not decoded again while its row is the same: each event of a case has several
 * consumers, and each of them reads the case several times.
 */
export class DecodedStates {
  readonly #items: SqliteItems;
  readonly #decoded = new Map<string, Decoded>();

  constructor(items: SqliteItems) {
    this.#items = items;
  }

  load<K extends Kind>(kind: K, id: string): Aggregates[K] | undefined {
    const key = stateKey(kind, id);
    const body = this.#items.body(key);
    if (body === undefined) return undefined;
    const decoded = this.#decoded.get(key.pk);
    if (decoded?.body === body) return decoded.state as Aggregates[K];
    const state = stateOf<K>(itemOfRow({ ...key, body }));
    if (body.length <= LONGEST) keepNewest(this.#decoded, key.pk, { body, state }, MOST);
    return state;
  }
}
