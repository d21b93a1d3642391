import {
  allocateWeek,
  drawnText,
  LowestKeys,
  replicatesOf,
  type WeekAim,
} from '#shared/domain/outreach/week/draw-week.ts';
import {
  EXCLUSIONS,
  type Exclusion,
  exclusionOf,
  isInWindow,
  newestOfEach,
  rarestService,
  type Transaction,
} from '#shared/domain/outreach/week/population.ts';

export interface ListedTransaction extends Transaction {
  readonly person: string;
}

/** Build the population of a week from all its transactions at once. */
export function populationOf<T extends ListedTransaction>(
  transactions: readonly T[],
  reasonsOf: (person: string) => Iterable<Exclusion>,
  today: string,
) {
  const inside = transactions.filter(({ on }) => isInWindow(on, today));
  const persons = Map.groupBy(inside, ({ person }) => person);
  const excluded = Object.fromEntries(EXCLUSIONS.map((reason) => [reason, 0])) as Record<Exclusion, number>;
  const users = new Map<string, number>();
  const kept: (readonly [string, ReadonlyMap<string, T>])[] = [];
  for (const [person, some] of persons) {
    const reason = exclusionOf(reasonsOf(person));
    if (reason !== undefined) {
      excluded[reason] += 1;
      continue;
    }
    const services = newestOfEach(some);
    kept.push([person, services]);
    for (const service of services.keys()) users.set(service, (users.get(service) ?? 0) + 1);
  }
  const units = kept.map(([person, services]) => {
    const stratum = rarestService(services.keys(), users);
    return { person, stratum, transaction: services.get(stratum) as T };
  });
  return { units, excluded, persons: persons.size, outside: transactions.length - inside.length };
}

/** Draw the sample of a week from all its persons at once. */
export function drawWeek<U extends { readonly person: string; readonly stratum: string }>(
  units: readonly U[],
  aim: WeekAim,
  keyOf: (of: string) => string,
) {
  const populations = new Map<string, number>();
  for (const { stratum } of units) populations.set(stratum, (populations.get(stratum) ?? 0) + 1);
  const allocation = allocateWeek(populations, aim);
  const lowest = new LowestKeys<{ readonly key: string; readonly unit: U }>(allocation);
  for (const unit of units) lowest.add(unit.stratum, { key: keyOf(drawnText.person(unit.person)), unit });
  const replicates = replicatesOf(lowest.drawn(), keyOf);
  const drawn = replicates.flatMap((some, index) => some.map(({ unit }) => ({ unit, replicate: index + 1 })));
  return { ...allocation, drawn, replicates: replicates.length };
}
