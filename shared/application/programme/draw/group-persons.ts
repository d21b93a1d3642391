import { drawnText } from '#shared/domain/outreach/week/draw-week.ts';
import {
  EXCLUSIONS,
  type Exclusion,
  exclusionOf,
  newestOfEach,
  rarestService,
} from '#shared/domain/outreach/week/population.ts';
import { MOST_SERVICES, type WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import { keyedHash } from '#shared/runtime/ids.ts';
import { bucketOf } from './buckets.ts';
import {
  type Askable,
  type FoundRow,
  getLines,
  type NumberOfPerson,
  putLines,
  type ServiceCount,
  type WeekUnit,
} from './draw-files.ts';
import type { DrawDeps, StepResult } from './draw-step.ts';
import { inGroups } from './in-groups.ts';
import { askedPerson, evaluationId, isErasedSince } from './persons.ts';

const AT_ONCE = 50;
const READS_AT_ONCE = 25;
/** Lines that cost as much as one look at a person. */
const LINES_A_PERSON = 50;
const numbers = (count: number): readonly number[] => [...Array(count).keys()];

/** Find the persons behind the numbers of a bucket. Those with their record in another bucket move there. */
export async function findPersons(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { blobs } = deps;
  const { step: bucket, buckets, week, at: now } = draw;
  const files = await inGroups(numbers(draw.sorted), READS_AT_ONCE, (part) =>
    getLines(blobs, draw, 'rows', `${part}-${bucket}`),
  );
  const byNumber = Map.groupBy(files.flat(), ({ phone }: FoundRow) => phone);
  const found = await inGroups([...byNumber], AT_ONCE, async ([phone, rows]): Promise<NumberOfPerson> => {
    const { erasedAt, person, reasons, earlier } = await askedPerson(deps, phone, { now, week });
    const kept = rows.filter(({ listedAt }) => !isErasedSince({ erasedAt }, listedAt));
    return { person, reasons, ...(earlier !== undefined && { earlier }), rows: kept };
  });
  const stays = ({ person }: NumberOfPerson): boolean => bucketOf(person, buckets) === bucket;
  const moved = found.filter((one) => !stays(one));
  await putLines(blobs, draw, 'persons', bucket, found.filter(stays));
  if (moved.length > 0) await putLines(blobs, draw, 'moved', bucket, moved);
  return { cost: found.length, isLast: bucket + 1 === buckets };
}

/** Bring the numbers of persons whose record is in another bucket there. */
export async function movePersons({ blobs }: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { buckets } = draw;
  const all = await inGroups(numbers(buckets), READS_AT_ONCE, (bucket) =>
    getLines(blobs, draw, 'moved', bucket),
  );
  const arrived = Map.groupBy(all.flat(), ({ person }) => bucketOf(person, buckets));
  await inGroups([...arrived], READS_AT_ONCE, ([bucket, some]) =>
    putLines(blobs, draw, 'arrived', bucket, some),
  );
  return { cost: Math.ceil(buckets / READS_AT_ONCE), isLast: true };
}

/** Add to the counts of the buckets before, and store them. Return how many services there are. */
async function addCounts(
  { blobs }: DrawDeps,
  draw: WeekDraw,
  file: 'users' | 'strata',
  services: Iterable<string>,
): Promise<number> {
  const { step: bucket } = draw;
  const counts = new Map<string, number>(bucket === 0 ? [] : await getLines(blobs, draw, file, bucket - 1));
  for (const service of services) counts.set(service, (counts.get(service) ?? 0) + 1);
  await putLines(blobs, draw, file, bucket, [...counts] satisfies ServiceCount[]);
  return counts.size;
}

/** Return the counts of all buckets. */
export const countsOf = async (
  { blobs }: Pick<DrawDeps, 'blobs'>,
  draw: WeekDraw,
  file: 'users' | 'strata',
): Promise<ReadonlyMap<string, number>> => new Map(await getLines(blobs, draw, file, draw.buckets - 1));

/** Bring the numbers of each person together, count those who are not asked, and the users of each service. */
export async function countServices(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { blobs } = deps;
  const { step: bucket, buckets } = draw;
  const own = await getLines(blobs, draw, 'persons', bucket);
  const arrived = await getLines(blobs, draw, 'arrived', bucket);
  const persons = Map.groupBy([...own, ...arrived], ({ person }) => person);
  const excluded: Record<Exclusion, number> = { ...draw.excluded };
  const askable: Askable[] = [];
  for (const [person, found] of persons) {
    const listed = found.flatMap(({ rows }) => rows);
    const reason = listed.length === 0 ? 'erased' : exclusionOf(found.flatMap(({ reasons }) => reasons));
    if (reason !== undefined) {
      excluded[reason] += 1;
      continue;
    }
    const earlier = found.find((one) => one.earlier !== undefined)?.earlier;
    const rows = [...newestOfEach(listed).values()];
    askable.push({ person, rows, ...(earlier !== undefined && { earlier }) });
  }
  await putLines(blobs, draw, 'askable', bucket, askable);
  const used = askable.flatMap(({ rows }) => rows.map(({ service }) => service));
  const services = await addCounts(deps, draw, 'users', used);
  return {
    cost: Math.ceil((own.length + arrived.length) / LINES_A_PERSON),
    isLast: bucket + 1 === buckets,
    next: { excluded, persons: draw.persons + persons.size },
    ...(services > MOST_SERVICES && { refused: 'services' as const }),
  };
}

/** Put each person of a bucket into the stratum of their rarest service, with the key of the draw. */
export async function placePersons(deps: DrawDeps, draw: WeekDraw): Promise<StepResult> {
  const { blobs } = deps;
  const { step: bucket, buckets, seed } = draw;
  const users = await countsOf(deps, draw, 'users');
  const languages = { ...draw.languages };
  const units = (await getLines(blobs, draw, 'askable', bucket)).map(
    ({ person, earlier, rows }): WeekUnit => {
      const services = new Map(rows.map((row) => [row.service, row]));
      const stratum = rarestService(services.keys(), users);
      const row = services.get(stratum) as FoundRow;
      languages[row.language] += 1;
      const key = keyedHash(seed, drawnText.person(person));
      return { person, stratum, key, call: evaluationId(person, earlier), row };
    },
  );
  await putLines(blobs, draw, 'units', bucket, units);
  await putLines(
    ...([blobs, draw, 'keys' as const, bucket] as const),
    units.map(({ stratum, key, call }) => [stratum, key, call] as const),
  );
  await addCounts(
    ...([deps, draw, 'strata' as const] as const),
    units.map(({ stratum }) => stratum),
  );
  return {
    cost: Math.ceil(units.length / LINES_A_PERSON),
    isLast: bucket + 1 === buckets,
    next: { languages },
  };
}

/** The counts of a draw that has excluded no person yet. */
export const NOBODY_EXCLUDED = Object.fromEntries(EXCLUSIONS.map((reason) => [reason, 0])) as Readonly<
  Record<Exclusion, number>
>;
