import type { IndexName } from './schema.ts';

/** A place in an index: its sort value, unique there, and the item's partition key. */
export interface IndexPosition {
  readonly sort: string;
  readonly pk: string;
}

/** Exclusive bounds of sort values. */
export interface Bounds {
  readonly above?: string;
  readonly below?: string;
}

/** A partition of an index. */
export interface IndexPartition {
  readonly index: IndexName;
  readonly partition: string;
}

/** A range of one index partition. */
export interface Stretch extends IndexPartition, Bounds {
  readonly order: 'ascending' | 'descending';
  readonly limit: number;
}

/** One listing: merged partitions of an index, and a filter of their entries. */
export interface Lane extends Pick<Stretch, 'index' | 'order'> {
  readonly partitions: readonly string[];
  /** Bounds of all partitions. Missing means the whole partitions. */
  readonly within?: Bounds;
  /** Filter by the sort value alone. Missing means all entries. */
  readonly shows?: (sort: string) => boolean;
}

/** Reads places: each range in its order, up to its limit. */
export interface PositionReader {
  positions(stretch: Stretch): Promise<readonly IndexPosition[]>;
}

/** Places read in one query. DynamoDB answers with at most one megabyte, which is fewer. */
const AT_ONCE = 5_000;

/** Return the places of a partition above a sort value, up to a number of them. */
export async function allPositions(
  reader: PositionReader,
  of: IndexPartition,
  {
    above: from,
    most = Number.POSITIVE_INFINITY,
  }: { readonly above?: string | undefined; readonly most?: number } = {},
): Promise<readonly IndexPosition[]> {
  const all: IndexPosition[] = [];
  for (let above = from; ; above = all.at(-1)?.sort) {
    const limit = Math.min(AT_ONCE, most - all.length);
    const bounds = above === undefined ? {} : { above };
    const page = await reader.positions({ ...of, ...bounds, order: 'ascending', limit });
    all.push(...page);
    if (page.length < limit || all.length >= most) return all;
  }
}

/** Number of places that a filtered lane reads for each wanted one, and its maximum at once. */
const SPREAD = 4;
const MOST = 1000;

/** Return the bounds after a sort value. */
export const beyond = (order: Stretch['order'], sort: string | undefined): Bounds => {
  if (sort === undefined) return {};
  return order === 'ascending' ? { above: sort } : { below: sort };
};

/**
 * Iterate over the places of a lane in order, chunk by chunk and only as far as requested. After entries that
 * the filter removes, read larger chunks, so that rare entries need few queries.
 */
export async function* placesOf(
  reader: PositionReader,
  { index, order, partitions, within = {}, shows }: Lane,
  after: string | undefined,
  wanted: number,
): AsyncGenerator<readonly IndexPosition[]> {
  const before = (a: string, b: string): boolean => (order === 'ascending' ? a < b : a > b);
  let bounds: Bounds = { ...within, ...beyond(order, after) };
  for (let size = shows ? wanted * SPREAD : wanted; ; size = Math.min(size * 2, Math.max(MOST, wanted))) {
    const limit = Math.ceil(size / partitions.length);
    const parts = await Promise.all(
      partitions.map((partition) => reader.positions({ index, partition, order, ...bounds, limit })),
    );
    // A partition that was read to its limit may continue after its last place, so do not return places
    // beyond it.
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
