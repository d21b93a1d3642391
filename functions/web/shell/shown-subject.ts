import type { Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { callSubjectIn } from '#shared/domain/telephone/spoken-reference.ts';
import { typeLabel } from './text/labels.ts';

/**
 * Return the subject of a case for its reader. The subject that a call gave its case is in the language of the
 * caller, and no person wrote it: it is shown in the language of the reader. Without a subject, the type names
 * the case.
 */
export const shownSubject = ({ subject, type }: Pick<Case, 'subject' | 'type'>, language: Language): string =>
  callSubjectIn(subject, language) ?? (subject || typeLabel[type][language]);
