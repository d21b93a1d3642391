import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** What a page says when nothing can be read, not even the settings. */
export const failedText: Bilingual = {
  ar: 'تعذّر ذلك الآن. أعد المحاولة بعد قليل.',
  en: 'That did not work just now. Please try again shortly.',
};
