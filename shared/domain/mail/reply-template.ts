import type { CaseType, Language } from '#events/vocabulary.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** A template for the beginning of an agent's reply. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: Bilingual;
  /** Cases that the template fits. Without both, every case. */
  readonly type?: CaseType | undefined;
  readonly category?: string | undefined;
  readonly text: Bilingual;
}

/** Placeholders of templates. They are filled from the case when the template is chosen. */
export const PLACEHOLDERS = [
  ...(['reference', 'beneficiary', 'salutation', 'department', 'category'] as const),
  ...(['promise', 'agent', 'centre', 'phone'] as const),
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const BRACES = /\{\{\s*([^{}]*?)\s*\}\}/gu;

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

/** Return every unknown name in braces and every unpaired brace, each once. */
export function unknownPlaceholders(text: string): readonly string[] {
  const named = [...text.matchAll(BRACES)].map(([, name = '']) => name);
  const loose = text.replace(BRACES, '').match(/\{\{|\}\}/gu) ?? [];
  return [...new Set([...named.filter((name) => !isPlaceholder(name)), ...loose])];
}

/** Return true when a text still contains an unfilled placeholder. */
export const hasPlaceholder = (text: string): boolean =>
  [...text.matchAll(BRACES)].some(([, name = '']) => isPlaceholder(name));

export type Filled = { readonly text: string } | { readonly missing: readonly Placeholder[] };

/**
 * Fill a template with the values of a case, in one language. Missing values are returned instead, so that no
 * reply is sent with a gap. Filled-in values are not searched for placeholders.
 */
export function fillTemplate(
  { text }: Pick<ReplyTemplate, 'text'>,
  language: Language,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): Filled {
  const wording = text[language];
  const named = [...wording.matchAll(BRACES)].map(([, name = '']) => name).filter(isPlaceholder);
  const missing = [...new Set(named)].filter((name) => (values[name] ?? '').trim() === '');
  if (missing.length > 0) return { missing };
  return {
    text: wording.replace(BRACES, (whole, name: string) =>
      isPlaceholder(name) ? (values[name] ?? whole) : whole,
    ),
  };
}

/** Return true when a template fits a case. */
export const suits = (
  { type, category }: Pick<ReplyTemplate, 'type' | 'category'>,
  supportCase: { readonly type: CaseType; readonly category: string },
): boolean =>
  (type === undefined || type === supportCase.type) &&
  (category === undefined || category === supportCase.category);
