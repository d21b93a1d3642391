import type { IndexName } from './schema.ts';

/** A place in an index: its sort value, unique there, and the item's partition key. */
export interface Position {
  readonly sort: string;
  readonly pk: string;
}

/** Which sort values to look at: those above and below these, both ends left out. */
export interface Bounds {
  readonly above?: string;
  readonly below?: string;
}

/** A stretch of one index partition. */
export interface Stretch extends Bounds {
  readonly index: IndexName;
  readonly partition: string;
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
}

/** What is read as one listing: partitions of an index, merged, and which of their entries belong to it. */
export interface Lane extends Pick<Stretch, 'index' | 'order'> {
  readonly partitions: readonly string[];
  /** Nothing beyond these; all of the partitions when absent. */
  readonly within?: Bounds;
  /** By the sort value alone; absent when all do. */
  readonly shows?: (sort: string) => boolean;
}

/** What reads places: each stretch in its order, up to its limit. */
export interface PositionReader {
  positions(stretch: Stretch): Promise<readonly Position[]>;
}

/** How many places a lane that leaves some out reads first for each one wanted, and at most at once. */
const SPREAD = 4;
const MOST = 1000;

/** The bounds of what comes after a sort value. */
export const beyond = (order: Stretch['order'], sort: string | undefined): Bounds => {
  if (sort === undefined) return {};
  return order === 'ascending' ? { above: sort } : { below: sort };
};

/**
 * The places of a lane in order, chunk by chunk and only as far as they are asked for. What does not
 * belong is left out, and then more is read at once, so that rare entries take few queries.
 */
export async function* placesOf(
  reader: PositionReader,
  { index, order, partitions, within = {}, shows }: Lane,
  after: string | undefined,
  wanted: number,
): AsyncGenerator<readonly Position[]> {
  const before = (a: string, b: string): boolean => (order === 'ascending' ? a < b : a > b);
  let bounds: Bounds = { ...within, ...beyond(order, after) };
  for (let size = shows ? wanted * SPREAD : wanted; ; size = Math.min(size * 2, Math.max(MOST, wanted))) {
    const limit = Math.ceil(size / partitions.length);
    const parts = await Promise.all(
      partitions.map((partition) => reader.positions({ index, partition, order, ...bounds, limit })),
    );
    // A partition read to its limit may go on right behind its last place: nothing beyond that is certain.
    const ends = parts.flatMap((part) => (part.length < limit ? [] : [part.at(-1)?.sort ?? '']));
    const [end] = ends.sort((a, b) => (before(a, b) ? -1 : 1));
    yield parts
      .flat()
      .filter(({ sort }) => (end === undefined || !before(end, sort)) && (shows?.(sort) ?? true))
      .sort((a, b) => (before(a.sort, b.sort) ? -1 : 1));
    if (end === undefined) return;
    bounds = { ...within, ...beyond(order, end) };
  }
}
