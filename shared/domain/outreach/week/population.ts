import { compareText } from '../../text/compare-text.ts';
import { DAY } from '../../time/instant.ts';

/** A finished transaction of an e-service. */
export interface Transaction {
  /** Id of the service in the catalogue, or its name when it is not in it. */
  readonly service: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly on: string;
  /** The number to call. */
  readonly phone: string;
  /** Reference of the closed case. */
  readonly case?: string;
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

/** The population of a week used an e-service within so many days before it. */
export const WINDOW_DAYS = 14;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Return whether a transaction is in the window that ends on a day, inclusive. */
export const isInWindow = (on: string, today: string): boolean => {
  const days = daysBetween(on, today);
  return days >= 0 && days < WINDOW_DAYS;
};

/** Order the transactions of a person: the newest first, those of a case before those of a list. */
const byAge = (a: Transaction, b: Transaction): number =>
  compareText(b.on, a.on) ||
  Number(b.case !== undefined) - Number(a.case !== undefined) ||
  compareText(a.phone, b.phone) ||
  compareText(a.case ?? '', b.case ?? '');

/** Return the newest transaction of each service of one person. The order of the transactions has no effect. */
export function newestOfEach<T extends Transaction>(transactions: readonly T[]): ReadonlyMap<string, T> {
  const services = new Map<string, T>();
  for (const one of [...transactions].sort(byAge))
    if (!services.has(one.service)) services.set(one.service, one);
  return services;
}

/** Return the reason that counts for a person, if there is one: the first of `EXCLUSIONS`. */
export const exclusionOf = (reasons: Iterable<Exclusion>): Exclusion | undefined => {
  const all = new Set(reasons);
  return EXCLUSIONS.find((one) => all.has(one));
};

/**
 * Return the service that the fewest persons used, of those of one person: their stratum. Rare services do not lose
 * their users to frequent ones. Ties are decided by the name.
 *
 * @param users the number of persons who used each service and can be asked
 */
export const rarestService = (services: Iterable<string>, users: ReadonlyMap<string, number>): string =>
  [...services].reduce((best, service) => {
    const by = (users.get(service) ?? 0) - (users.get(best) ?? 0);
    return by < 0 || (by === 0 && compareText(service, best) < 0) ? service : best;
  });
