import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** Text of a page when even the settings cannot be read. */
export const failedText: Bilingual = {
  ar: 'تعذّر ذلك الآن. أعد المحاولة بعد قليل.',
  en: 'That did not work just now. Please try again shortly.',
};
