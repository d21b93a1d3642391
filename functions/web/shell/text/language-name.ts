import type { Language } from '#events/vocabulary.ts';
import { WRITTEN_LANGUAGES } from '#shared/domain/text/written-language.ts';

const names: Readonly<Record<Language, Intl.DisplayNames>> = {
  ar: new Intl.DisplayNames(['ar'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** Return the name of a language (BCP 47) in a language of the console. */
export const languageName = (code: string, language: Language): string => names[language].of(code) ?? code;

/** Return the names of all languages that a mail can have: the centre's first, the others by name. */
export function languageNames(language: Language): readonly (readonly [string, string])[] {
  const [arabic, english, ...others] = WRITTEN_LANGUAGES.map(
    (code) => [code, languageName(code, language)] as const,
  );
  const sorted = others.sort(([, a], [, b]) => a.localeCompare(b, language));
  return [arabic, english, ...sorted].filter((one) => one !== undefined);
}
