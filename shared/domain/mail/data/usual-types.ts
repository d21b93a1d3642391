import type { CaseType } from '#events/vocabulary.ts';
import type { InitialCategory } from './category-names.ts';

/**
 * The most frequent type of each category, for mails that only name the category: people report the state of
 * a street and ask about papers. It applies only without any matching word, and the result is never
 * `confident`.
 */
const usualTypes: Readonly<Record<InitialCategory, CaseType>> = {
  lighting: 'report',
  roads: 'report',
  cleanliness: 'report',
  drainage: 'report',
  parks: 'report',
  health: 'report',
  noise: 'report',
  animals: 'report',
  parking: 'report',
  'building-permits': 'inquiry',
  'commercial-licences': 'inquiry',
  'land-survey': 'inquiry',
  investment: 'inquiry',
  'e-services': 'inquiry',
};

export const USUAL_TYPES: ReadonlyMap<string, CaseType> = new Map(Object.entries(usualTypes));
