import type { Language } from '#events/vocabulary.ts';
import { random } from './random.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './texts/places.ts';

/** A beneficiary of the example. */
export interface ExamplePerson {
  readonly name: string;
  readonly email: string;
  /** E.164, in a range of mobile numbers. */
  readonly phone: string;
  readonly language: Language;
}

/** Return the n-th beneficiary: always the same for the same seed. */
export function personAt(seed: string, n: number): ExamplePerson {
  const draw = random(`${seed} person ${n}`);
  const language: Language = draw.chance(0.82) ? 'ar' : 'en';
  return {
    name: `${draw.pick(GIVEN_NAMES[language])} ${draw.pick(FAMILY_NAMES[language])}`,
    email: `beneficiary.${n}@example.com`,
    phone: `+9665${String(10_000_000 + ((n * 7_919) % 89_999_999)).padStart(8, '0')}`,
    language,
  };
}
