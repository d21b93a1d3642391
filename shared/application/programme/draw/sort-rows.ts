import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isInWindow } from '#shared/domain/outreach/week/population.ts';
import { type CasePlace, PARTS_A_STEP, type WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { getRows } from '../stored-rows.ts';
import { bucketOf } from './buckets.ts';
import { type FoundRow, putLines } from './draw-files.ts';
import type { DrawDeps, StepResult } from './draw-step.ts';
import { inGroups } from './in-groups.ts';

/** Rows that cost as much as one look at a person. */
const ROWS_A_PERSON = 50;
const WRITES_AT_ONCE = 25;

type UnnamedRow = Omit<FoundRow, 'id'>;

/** Store rows in the buckets of their numbers. */
async function sort({ blobs, keys }: DrawDeps, draw: WeekDraw, found: readonly UnnamedRow[]): Promise<void> {
  const ids = new Map<string, string>();
  const buckets = new Map<number, FoundRow[]>();
  for (const row of found) {
    const id = ids.get(row.phone) ?? (await beneficiaryId(keys, { phone: row.phone }));
    ids.set(row.phone, id);
    const bucket = bucketOf(id, draw.buckets);
    const rows = buckets.get(bucket) ?? [];
    buckets.set(bucket, rows);
    rows.push({ ...row, id });
  }
  await inGroups([...buckets], WRITES_AT_ONCE, ([bucket, rows]) =>
    putLines(blobs, draw, 'rows', `${draw.sorted}-${bucket}`, rows),
  );
}

/** Sort some parts of the lists. */
export async function sortParts(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const today = localDay(draw.at);
  const all = draw.lists.flatMap(({ id, at, parts }) =>
    Array.from({ length: parts }, (_, part) => ({ id, at, part })),
  );
  const from = draw.step * PARTS_A_STEP;
  const found: UnnamedRow[] = [];
  let rows = 0;
  for (const { id, at, part } of all.slice(from, from + PARTS_A_STEP))
    for (const { phone, language, service: used } of await getRows(deps.blobs, id, part)) {
      rows += 1;
      if (!isInWindow(used.on, today)) continue;
      found.push({ phone, language, used, service: used.id ?? used.name, on: used.on, listedAt: at });
    }
  await sort(deps, draw, found);
  return {
    cost: Math.ceil(rows / ROWS_A_PERSON),
    isLast: from + PARTS_A_STEP >= all.length,
    next: { sorted: draw.sorted + 1, outside: draw.outside + rows - found.length },
  };
}

/** Return the transaction of a finished case about an e-service, if it has a number and is in the window. */
function transactionOf(
  { id, service = '', beneficiary: { phone }, resolution, language }: Case,
  services: Rules['services'],
  today: string,
): UnnamedRow[] {
  const catalogued = services.get(service);
  if (!catalogued || resolution === undefined || phone === undefined) return [];
  const on = localDay(resolution.at);
  if (!isInWindow(on, today)) return [];
  const used = { id: catalogued.id, name: catalogued.name[language], on };
  return [{ phone, language, used, service: catalogued.id, on, case: id, listedAt: resolution.at }];
}

const CASES = 100;
const PAGES_A_STEP = 20;
/** A page of cases is read and parsed in the time of so many looks at a person. */
const PERSONS_A_PAGE = 10;
const ENDED = ['resolved', 'closed'] as const;

/** Return the places where the reading of cases begins, one after the other. */
const casePlaces = ({ departments }: Rules): readonly CasePlace[] =>
  [...departments.keys()].sort().flatMap((department) => ENDED.map((state) => ({ department, state })));

/** Return whether the cases of a place are read after those of another, whatever departments came or went. */
const isAfter = (one: CasePlace, other: CasePlace): boolean =>
  one.department === other.department
    ? ENDED.indexOf(one.state) > ENDED.indexOf(other.state)
    : one.department > other.department;

/** Sort some pages of the finished cases of the departments. */
export async function sortCases(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { store, rules } = deps;
  const today = localDay(draw.at);
  const places = casePlaces(rules);
  const found: UnnamedRow[] = [];
  let place: CasePlace | undefined = draw.cases ?? places[0];
  let pages = 0;
  for (; place !== undefined && pages < PAGES_A_STEP; pages += 1) {
    const { department, state, cursor }: CasePlace = place;
    const page = await store.queue(department, state, {
      limit: CASES,
      ...(cursor !== undefined && { cursor }),
    });
    for (const one of page.items) found.push(...transactionOf(one, rules.services, today));
    // Closed cases are ordered by their end, so that the rest ended before the window.
    const last = page.items.at(-1)?.closing?.at;
    const isPast =
      state === 'closed' &&
      last !== undefined &&
      localDay(last) < today &&
      !isInWindow(localDay(last), today);
    place =
      page.cursor !== undefined && !isPast
        ? { department, state, cursor: page.cursor }
        : places.find((one) => isAfter(one, { department, state }));
  }
  await sort(deps, draw, found);
  return {
    cost: pages * PERSONS_A_PAGE,
    isLast: place === undefined,
    next: { sorted: draw.sorted + 1, ...(place !== undefined && { cases: place }) },
  };
}
