import type { SettingsInput } from '#shared/settings/settings.ts';
import type { Random } from './random.ts';
import { LATIN_NAMES } from './texts/latin-names.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './texts/places.ts';

type Colleague = SettingsInput['staff'][number];

/** The share of each department in the staff. Some members work in a second one. */
const SHARES: readonly (readonly [department: string, share: number, second?: string])[] = [
  ['operations', 0.3, 'environment'],
  ['environment', 0.25, 'operations'],
  ['care', 0.15, 'digital'],
  ['planning', 0.1],
  ['licensing', 0.1, 'investment'],
  ['digital', 0.05, 'care'],
  ['investment', 0.05, 'licensing'],
];

const CAPACITY = 400;

const nameAt = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** Every department has a member, also in a small staff. */
const departmentsOf = (count: number): (typeof SHARES)[number][] => {
  const all = SHARES.flatMap((share) =>
    Array.from({ length: Math.max(1, Math.round(share[1] * count)) }, () => share),
  );
  const operations = SHARES[0];
  while (operations && all.length < count) all.push(operations);
  return all.slice(0, count);
};

/** Return the members of the staff with user names, e.g. `salem.03`. */
export function exampleStaff(count: number, draw: Random): Colleague[] {
  return departmentsOf(count).map(([department, , second], at) => {
    const languages: Colleague['languages'] = at % 4 === 3 ? ['ar'] : ['ar', 'en'];
    const user = `${department}.${String(at + 1).padStart(3, '0')}`;
    const names = [nameAt(GIVEN_NAMES.ar, at * 7), nameAt(FAMILY_NAMES.ar, at)];
    return {
      user,
      name: { ar: names.join(' '), en: names.map((name) => LATIN_NAMES[name] ?? name).join(' ') },
      email: `${user}@rida.example`,
      departments: second !== undefined && draw.chance(0.3) ? [department, second] : [department],
      skills: [],
      languages,
      capacity: CAPACITY,
    };
  });
}
