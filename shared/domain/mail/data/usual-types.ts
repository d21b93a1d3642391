import type { CaseType } from '#events/vocabulary.ts';

/**
 * What people mostly want who name a category and say no more: the state of a street is reported, papers are
 * asked about. It decides only where no word does, and never makes the choice a sure one.
 */
export const USUAL_TYPES: Readonly<Record<string, CaseType>> = {
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
