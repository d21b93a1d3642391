import type { Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { type Filled, fillTemplate, suits } from '#shared/domain/mail/reply-template.ts';
import { salutation } from '#shared/domain/people/form-of-address.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';
import type { Agent } from '../shell/sign-in.ts';

/** Return the line that addresses a beneficiary. It is neutral when their form of address is not known. */
const greets = (beneficiary: Case['beneficiary'], language: Language): string =>
  salutation(beneficiary, language) ??
  (language === 'ar'
    ? `${beneficiary.name === undefined ? 'تحية طيبة' : `تحية طيبة، ${beneficiary.name}`}،`
    : `Dear ${beneficiary.name ?? 'beneficiary'},`);

/** A template chosen for a case: its text, or the fields it lacks. */
export type Chosen = { readonly id: string } & Filled;

/**
 * Fill a template in the language of the case, or in both languages for a beneficiary who writes in another one. Return
 * undefined when the case has no template of this id.
 */
export function chosenTemplate(
  id: string | undefined,
  supportCase: Case,
  { rules, agent }: { readonly rules: Rules; readonly agent: Agent },
): Chosen | undefined {
  const template = rules.replyTemplates.get(id ?? '');
  if (!template || !suits(template, supportCase)) return undefined;
  const { language: first, writtenIn, beneficiary, promise } = supportCase;
  const fill = (language: Language): Filled =>
    fillTemplate(template, language, {
      reference: supportCase.id,
      ...(beneficiary.name !== undefined && { beneficiary: beneficiary.name }),
      salutation: greets(beneficiary, language),
      department: rules.departments.get(supportCase.department)?.name[language] ?? '',
      category: rules.categories.get(supportCase.category)?.name[language] ?? '',
      ...(promise && { promise: formatInstant(promise.dueAt, language, rules.desk.calendar.calendar.zone) }),
      agent: agent.name,
      centre: rules.centre.name[language],
      phone: rules.centre.phone,
    });
  const filled = fill(first);
  if (writtenIn === undefined || 'missing' in filled) return { id: template.id, ...filled };
  const other = fill(otherLanguage(first));
  return { id: template.id, ...('missing' in other ? other : { text: `${filled.text}\n\n${other.text}` }) };
}
