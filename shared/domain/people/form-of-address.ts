import type { FormOfAddress, Language } from '#events/vocabulary.ts';

const TITLES: Readonly<Record<Language, Readonly<Record<FormOfAddress, string>>>> = {
  ar: { feminine: 'الأستاذة', masculine: 'الأستاذ' },
  en: { feminine: 'Ms', masculine: 'Mr' },
};

/** Return a name with its title, or the name alone when the form of address is not known. */
export const titledName = (
  name: string,
  formOfAddress: FormOfAddress | undefined,
  language: Language,
): string => (formOfAddress === undefined ? name : `${TITLES[language][formOfAddress]} ${name}`);

const RESPECTED: Readonly<Record<FormOfAddress, string>> = { feminine: 'المحترمة', masculine: 'المحترم' };

/** A person whom a mail addresses. */
export interface Addressed {
  readonly name?: string | undefined;
  readonly formOfAddress?: FormOfAddress | undefined;
}

/**
 * Return the line that addresses a person: «الأستاذة نورة القحطاني المحترمة،», `Dear Ms Norah,`. Undefined when the
 * name or the form of address is not known: the mail then has its neutral greeting alone.
 */
export function salutation({ name, formOfAddress }: Addressed, language: Language): string | undefined {
  if (name === undefined || formOfAddress === undefined) return undefined;
  const titled = titledName(name, formOfAddress, language);
  return language === 'ar' ? `${titled} ${RESPECTED[formOfAddress]}،` : `Dear ${titled},`;
}

/** Return the line that addresses a person as the paragraphs before a text: one or none. */
export const greetingOf = (to: Addressed | undefined, language: Language): readonly string[] => {
  const line = to && salutation(to, language);
  return line === undefined ? [] : [line];
};
