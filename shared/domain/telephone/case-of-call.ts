import type { CaseType, Language } from '#events/vocabulary.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { type CallLine, segmentOf } from './line.ts';
import { callSubject } from './spoken-reference.ts';

export interface CallMatter {
  readonly type: CaseType;
  readonly language: Language;
  readonly line: CallLine;
  /** A category id. An unknown id is ignored. */
  readonly category?: string | undefined;
  /** A district id. */
  readonly district?: string | undefined;
  readonly beneficiary: { readonly id: string; readonly phone?: string };
}

const OTHER = 'other';
const INVESTMENT = 'investment';

function categoryOf({ categories }: Rules, { line, category }: CallMatter): string {
  if (category !== undefined && categories.has(category)) return category;
  return line === 'investors' && categories.has(INVESTMENT) ? INVESTMENT : OTHER;
}

/**
 * Build the case of a call. The line gives the segment of the caller. A caller's number does not authenticate
 * anybody.
 */
export function caseOfCall(
  rules: Rules,
  matter: CallMatter,
): Omit<Extract<CaseCommand, { do: 'open' }>, 'id' | 'do'> {
  const { type, language, line, beneficiary, district } = matter;
  const category = categoryOf(rules, matter);
  const { department = rules.desk.fallbackDepartment, priority = 'normal' } =
    rules.categories.get(category) ?? {};
  return {
    type,
    category,
    department,
    subject: callSubject(type, language),
    beneficiary: { ...beneficiary, authenticated: false },
    ...(district !== undefined && { place: { district } }),
    segment: segmentOf(line),
    channel: 'phone',
    language,
    priority,
  };
}
