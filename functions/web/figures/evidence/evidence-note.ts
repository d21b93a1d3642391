import type { Language } from '#events/vocabulary.ts';
import type { ShownValue } from '#shared/domain/reports/measured.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { figuresText } from '../figures-text.ts';

/** Return why a value is missing or weak: hidden, none yet, or of too few. Undefined for other values. */
export function evidenceNote({ value, n, isHidden }: ShownValue, language: Language): string | undefined {
  const w = figuresText[language];
  if (isHidden) return w.hidden;
  if (value === null) return w.none;
  return n !== null && significanceOf(n) === 'few' ? w.few : undefined;
}
