import { compareText } from '../../text/compare-text.ts';
import { DAY } from '../../time/instant.ts';

/** A finished transaction of an e-service. */
export interface Transaction {
  /** Pseudonymous id of the person. */
  readonly person: string;
  /** Id of the service in the catalogue, or its name when it is not in it. */
  readonly service: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly on: string;
}

/** The reasons for which a person is not asked, in the order in which they are counted. One person has one reason. */
export const EXCLUSIONS = [
  'erased',
  'staff',
  'opted-out',
  'planned',
  'asked-recently',
  'open-complaint',
  'invalid-number',
  'abroad',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** A person of the population with the transaction that they are asked about. */
export interface WeekUnit<T extends Transaction = Transaction> {
  readonly person: string;
  readonly stratum: string;
  readonly transaction: T;
}

/** Everybody who can be asked in a week, each with one transaction, and the others counted by reason. */
export interface Population<T extends Transaction = Transaction> {
  readonly units: readonly WeekUnit<T>[];
  readonly excluded: Readonly<Record<Exclusion, number>>;
  /** Number of persons with a transaction in the window: the units and the excluded. */
  readonly persons: number;
  /** Number of transactions outside the window. */
  readonly outside: number;
}

/** The population of a week used an e-service within so many days before it. */
const WINDOW_DAYS = 14;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Return whether a transaction is in the window that ends on a day, inclusive. */
export const isInWindow = (on: string, today: string): boolean => {
  const days = daysBetween(on, today);
  return days >= 0 && days < WINDOW_DAYS;
};

/** Return the transactions of each person in the window, the newest of each service. */
function byPerson<T extends Transaction>(transactions: Iterable<T>, today: string) {
  const persons = new Map<string, Map<string, T>>();
  let outside = 0;
  for (const transaction of transactions) {
    const { person, service, on } = transaction;
    if (!isInWindow(on, today)) {
      outside += 1;
      continue;
    }
    const services = persons.get(person) ?? new Map<string, T>();
    persons.set(person, services);
    const earlier = services.get(service);
    if (earlier === undefined || earlier.on < on) services.set(service, transaction);
  }
  return { persons, outside };
}

/** Return the service that the fewest of these persons used. Ties are decided by its name. */
function rarest<T>(services: ReadonlyMap<string, T>, users: ReadonlyMap<string, number>): string {
  return [...services.keys()].reduce((best, service) => {
    const by = (users.get(service) ?? 0) - (users.get(best) ?? 0);
    return by < 0 || (by === 0 && compareText(service, best) < 0) ? service : best;
  });
}

/**
 * Build the population of a week: every person with a finished transaction in the last 14 days, except those for whom
 * there is a reason. One person is one unit, in the stratum of the rarest service that they used, so that rare services
 * do not lose their users to frequent ones. The order of the transactions has no effect.
 *
 * @param reasonsOf the reasons not to ask a person; the first of `EXCLUSIONS` counts
 * @param today the local date of the last day of the window, `YYYY-MM-DD`
 */
export function populationOf<T extends Transaction>(
  transactions: Iterable<T>,
  reasonsOf: (person: string) => Iterable<Exclusion>,
  today: string,
): Population<T> {
  const { persons, outside } = byPerson(transactions, today);
  const excluded = Object.fromEntries(EXCLUSIONS.map((reason) => [reason, 0])) as Record<Exclusion, number>;
  const users = new Map<string, number>();
  const kept: (readonly [string, ReadonlyMap<string, T>])[] = [];
  for (const [person, services] of persons) {
    const reasons = new Set(reasonsOf(person));
    const reason = EXCLUSIONS.find((one) => reasons.has(one));
    if (reason !== undefined) {
      excluded[reason] += 1;
      continue;
    }
    kept.push([person, services]);
    for (const service of services.keys()) users.set(service, (users.get(service) ?? 0) + 1);
  }
  const units = kept.map(([person, services]) => {
    const stratum = rarest(services, users);
    return { person, stratum, transaction: services.get(stratum) as T };
  });
  return { units, excluded, persons: persons.size, outside };
}
