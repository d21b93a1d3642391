import type { Case } from '#shared/domain/case/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { CaseEntry, DueEntry, Page, PageRequest, QueueState } from '#shared/ports/store.ts';
import { cursorOf, type Position, positionOf } from './cursor.ts';
import { beneficiaryPartition, duePartition, queuePartition, queueStateOf } from './index-keys.ts';
import { ownerOf } from './keys.ts';
import type { IndexName } from './schema.ts';

/** A stretch of one index partition. */
export interface Stretch {
  readonly index: IndexName;
  readonly partition: string;
  readonly order: 'ascending' | 'descending';
  /** Sort values below this one only. */
  readonly below?: string;
  /** Beyond this place only. */
  readonly after?: Position;
  readonly limit: number;
}

/** What a listing needs of a store: places in an index and the heads at them. */
export interface IndexReader {
  positions(stretch: Stretch): Promise<readonly Position[]>;
  cases(pks: readonly string[]): Promise<ReadonlyMap<string, Case>>;
}

const pageOf = <T>(found: readonly (readonly [Position, T])[], limit: number): Page<T> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(([, item]) => item);
  return last && found.length > limit ? { items, cursor: cursorOf(last[0]) } : { items };
};

const start = ({ cursor }: PageRequest): Pick<Stretch, 'after'> =>
  cursor === undefined ? {} : { after: positionOf(cursor) };

/**
 * A page of cases of an index partition. An index may lag behind the heads, and resolved and closed
 * cases share a partition, so only heads that `keep` are shown; one more is looked for than asked,
 * to know whether there is a next page.
 */
async function casePage(
  reader: IndexReader,
  where: Omit<Stretch, 'limit' | 'after'>,
  page: PageRequest,
  keep: (found: Case) => boolean,
): Promise<Page<Case>> {
  const found: (readonly [Position, Case])[] = [];
  const wanted = page.limit + 1;
  let next: Omit<Stretch, 'limit'> = { ...where, ...start(page) };
  for (;;) {
    const positions = await reader.positions({ ...next, limit: wanted });
    const cases = await reader.cases(positions.map(({ pk }) => pk));
    for (const position of positions) {
      const one = cases.get(position.pk);
      if (one && keep(one)) found.push([position, one]);
    }
    const after = positions.at(-1);
    if (!after || positions.length < wanted || found.length >= wanted) return pageOf(found, page.limit);
    next = { ...where, after };
  }
}

/** The cases of a beneficiary, newest first. */
export const casesOf = (reader: IndexReader, beneficiaryId: string, page: PageRequest): Promise<Page<Case>> =>
  casePage(
    reader,
    { index: 'beneficiary', partition: beneficiaryPartition(beneficiaryId), order: 'descending' },
    page,
    ({ beneficiary }) => beneficiary.id === beneficiaryId,
  );

/** The cases of a beneficiary by the index alone, newest first. */
export async function entriesOf(
  reader: IndexReader,
  beneficiaryId: string,
  page: PageRequest,
): Promise<Page<CaseEntry>> {
  const positions = await reader.positions({
    index: 'beneficiary',
    partition: beneficiaryPartition(beneficiaryId),
    order: 'descending',
    ...start(page),
    limit: page.limit + 1,
  });
  const found = positions.map(
    (position) => [position, { id: ownerOf(position.pk).id, openedAt: Date.parse(position.sort) }] as const,
  );
  return pageOf(found, page.limit);
}

/** A department's cases: at work by priority and age, resolved or closed ones the latest first. */
export const queueOf = (
  reader: IndexReader,
  department: string,
  state: QueueState,
  page: PageRequest,
): Promise<Page<Case>> =>
  casePage(
    reader,
    {
      index: 'queue',
      partition: queuePartition(department, state),
      order: state === 'active' ? 'ascending' : 'descending',
    },
    page,
    (found) => found.department === department && queueStateOf(found) === state,
  );

/** What came due in a shard at or before an instant, earliest first; no head is read. */
export async function dueOf(
  reader: IndexReader,
  shard: number,
  until: number,
  page: PageRequest,
): Promise<Page<DueEntry>> {
  const positions = await reader.positions({
    index: 'due',
    partition: duePartition(shard),
    order: 'ascending',
    below: isoInstant(until + 1),
    ...start(page),
    limit: page.limit + 1,
  });
  const found = positions.map(
    (position) => [position, { ...ownerOf(position.pk), dueAt: Date.parse(position.sort) }] as const,
  );
  return pageOf(found, page.limit);
}
