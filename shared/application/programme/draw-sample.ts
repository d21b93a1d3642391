import type { Case } from '#shared/domain/cases/case.ts';
import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import { FRAME } from '#shared/domain/outreach/frame.ts';
import { type DrawnWeek, drawWeek } from '#shared/domain/outreach/week/draw-week.ts';
import {
  isInWindow,
  type Population,
  populationOf,
  type Transaction,
} from '#shared/domain/outreach/week/population.ts';
import type { WeekOrder } from '#shared/domain/outreach/week/week.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import { keyedHash } from '#shared/runtime/ids.ts';
import { type AskedPerson, askedPerson, type PersonDeps } from './persons.ts';
import { storedRows } from './read-transactions.ts';

export interface DrawDeps extends PersonDeps {
  readonly blobs: BlobStore;
}

/** A transaction with everything that its call needs. */
export interface PlannedTransaction extends Transaction {
  readonly phone: string;
  readonly beneficiaryId: string;
  readonly language: 'ar' | 'en';
  readonly used: UsedService;
  /** Reference of the closed case. */
  readonly case?: string;
  readonly earlier?: string;
}

type Found = Omit<PlannedTransaction, 'person' | 'beneficiaryId' | 'earlier'> & { readonly listedAt: number };

const stratumOf = ({ id, name }: UsedService): string => id ?? name;

/** Return the transactions of the lists in the window. */
async function* fromLists({ store, blobs }: DrawDeps, today: string): AsyncGenerator<Found | 'outside'> {
  const frame = await store.load('frame', FRAME);
  for (const list of frame?.lists ?? []) {
    if (list.state !== 'read') continue;
    for await (const { phone, language, service } of storedRows({ blobs }, list)) {
      if (!isInWindow(service.on, today)) yield 'outside';
      else
        yield {
          phone,
          language,
          used: service,
          service: stratumOf(service),
          on: service.on,
          listedAt: list.at,
        };
    }
  }
}

const CASES = 100;
const ENDED = ['resolved', 'closed'] as const;

/** Return the transaction of a finished case about an e-service, if it has a number and is in the window. */
function transactionOf(
  { id, service = '', beneficiary: { phone }, resolution, language }: Case,
  services: Rules['services'],
  today: string,
): Found[] {
  const catalogued = services.get(service);
  if (!catalogued || resolution === undefined || phone === undefined) return [];
  const on = localDay(resolution.at);
  if (!isInWindow(on, today)) return [];
  const used = { id: catalogued.id, name: catalogued.name[language], on };
  return [{ phone, language, used, service: catalogued.id, on, case: id, listedAt: resolution.at }];
}

/** Return the finished cases of a department in the window. */
async function* fromDepartment(
  { store, rules }: DrawDeps,
  department: string,
  today: string,
): AsyncGenerator<Found> {
  for (const state of ENDED)
    for await (const cases of pagesOf((page) => store.queue(department, state, page), CASES)) {
      for (const one of cases) yield* transactionOf(one, rules.services, today);
      // Closed cases are ordered by their end, so that the rest ended before the window.
      const last = cases.at(-1)?.closing?.at;
      if (state === 'closed' && last !== undefined && !isInWindow(localDay(last), today)) break;
    }
}

async function* fromCases(deps: DrawDeps, today: string): AsyncGenerator<Found> {
  for (const department of deps.rules.departments.keys()) yield* fromDepartment(deps, department, today);
}

const AT_ONCE = 50;

/** Look the persons of numbers up, some at a time. */
async function personsOf(
  deps: DrawDeps,
  numbers: ReadonlyMap<string, number>,
  at: { readonly now: number; readonly week: string },
): Promise<ReadonlyMap<string, AskedPerson>> {
  const all = [...numbers];
  const persons = new Map<string, AskedPerson>();
  for (let from = 0; from < all.length; from += AT_ONCE)
    await Promise.all(
      all.slice(from, from + AT_ONCE).map(async ([phone, listedAt]) => {
        persons.set(phone, await askedPerson(deps, phone, { ...at, listedAt }));
      }),
    );
  return persons;
}

export interface Sample {
  readonly population: Population<PlannedTransaction>;
  readonly drawn: DrawnWeek<Population<PlannedTransaction>['units'][number]>;
}

/**
 * Draw the sample of a week from the lists and the closed cases of the last 14 days. Nothing is stored. The same seed
 * and the same lists give the same sample.
 */
export async function drawSampleOf(
  deps: DrawDeps,
  { target, completion, seed }: WeekOrder,
  { now, week }: { readonly now: number; readonly week: string },
): Promise<Sample> {
  const today = localDay(now);
  const found: Found[] = [];
  let outside = 0;
  for await (const one of fromLists(deps, today))
    if (one === 'outside') outside += 1;
    else found.push(one);
  for await (const one of fromCases(deps, today)) found.push(one);
  const numbers = new Map<string, number>();
  for (const { phone, listedAt } of found)
    numbers.set(phone, Math.max(listedAt, numbers.get(phone) ?? listedAt));
  const persons = await personsOf(deps, numbers, { now, week });
  const reasons = new Map<string, AskedPerson['reasons']>();
  const transactions = found.flatMap(({ listedAt: _, ...one }): PlannedTransaction[] => {
    const person = persons.get(one.phone);
    if (!person) return [];
    reasons.set(person.person, [...(reasons.get(person.person) ?? []), ...person.reasons]);
    const { earlier, beneficiaryId } = person;
    return [{ ...one, person: person.person, beneficiaryId, ...(earlier !== undefined && { earlier }) }];
  });
  const population = populationOf(transactions, (person) => reasons.get(person) ?? [], today);
  const keyOf = (of: string): string => keyedHash(seed, of);
  const drawn = drawWeek(population.units, { target, completion }, keyOf);
  return { population: { ...population, outside: population.outside + outside }, drawn };
}
