import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** Text of a page when even the settings cannot be read. */
export const failedText: Bilingual = {
  ar: 'تعذّر ذلك الآن. تُرجى إعادة المحاولة بعد قليل.',
  en: 'That did not work just now. Please try again shortly.',
};

/** Texts of a public page for a request that cannot be read. */
export const unreadableText: Readonly<Record<400 | 404 | 413, Bilingual>> = {
  400: {
    ar: 'تعذّرت قراءة الطلب ولم يُحفظ شيء. يُرجى الرجوع إلى الصفحة السابقة وإعادة إرسال النموذج.',
    en: 'This request could not be read, and nothing was saved. Go back and send the form again.',
  },
  404: { ar: 'لم نجد ما طلبته.', en: 'We did not find that.' },
  413: {
    ar: 'النموذج كبير جدًا ولم يُحفظ شيء. يُرجى الرجوع إلى الصفحة السابقة واختصار ما كتبته.',
    en: 'The form is too large, and nothing was saved. Go back and shorten it.',
  },
};
