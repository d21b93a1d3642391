import type { CaseType, Language } from '#events/vocabulary.ts';
import type { Bilingual } from '../text/bilingual.ts';

/** Words for agents to begin an answer with. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: Bilingual;
  /** Cases it is meant for; every case when both are absent. */
  readonly type?: CaseType | undefined;
  readonly category?: string | undefined;
  readonly text: Bilingual;
}

/** What a template may name: it is filled with what the case says when the template is chosen. */
export const PLACEHOLDERS = [
  ...(['reference', 'beneficiary', 'department', 'category'] as const),
  ...(['promise', 'agent', 'centre', 'phone'] as const),
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const BRACES = /\{\{\s*([^{}]*?)\s*\}\}/gu;

const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

/** What stands in braces and is no placeholder, a brace without its other half included; each once. */
export function unknownPlaceholders(text: string): readonly string[] {
  const named = [...text.matchAll(BRACES)].map(([, name = '']) => name);
  const loose = text.replace(BRACES, '').match(/\{\{|\}\}/gu) ?? [];
  return [...new Set([...named.filter((name) => !isPlaceholder(name)), ...loose])];
}

/** Whether a text still holds a placeholder that nobody filled. */
export const hasPlaceholder = (text: string): boolean =>
  [...text.matchAll(BRACES)].some(([, name = '']) => isPlaceholder(name));

export type Filled = { readonly text: string } | { readonly missing: readonly Placeholder[] };

/**
 * A template with the case's words in it, in one language. What has no value is named instead, so that no
 * letter leaves with a hole in it. What is filled in is not read for placeholders again.
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

/** Whether a template is meant for a case. */
export const suits = (
  { type, category }: Pick<ReplyTemplate, 'type' | 'category'>,
  supportCase: { readonly type: CaseType; readonly category: string },
): boolean =>
  (type === undefined || type === supportCase.type) &&
  (category === undefined || category === supportCase.category);
