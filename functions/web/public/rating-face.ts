import { type Html, raw } from '../shell/http/html.ts';

const MOUTHS = [
  'M8 17c1.500-3 6.500-3 8 0',
  'M8.500 16.500c1.500-1.500 5.500-1.500 7 0',
  'M8.500 16h7',
  'M8.500 15c1.500 1.500 5.500 1.500 7 0',
  'M8 14c1.500 4 6.500 4 8 0',
] as const;

/** Return the face of a score from 1 to 5. The text beside it has the same meaning. */
export const ratingFace = (score: number): Html =>
  raw(
    `<svg class="icon face face-${score}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12"
  cy="12" r="10"/><path d="M9 9v.5M15 9v.5"/><path d="${MOUTHS[score - 1] ?? ''}"/></svg>`,
  );
