import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** Texts of the page on which a beneficiary confirms or contests that their matter is finished. */
export const outcomeText = {
  about: { ar: 'معاملتك رقم', en: 'Your case' },
  done: { ar: 'ما تم فيها', en: 'What was done' },
  regard: {
    ar: 'نعدّ معاملتك منتهية، ورأيك هو الفصل في ذلك.',
    en: 'We regard your matter as finished. You have the last word on it.',
  },
  score: { ar: 'ما مدى رضاك عن الخدمة؟ (اختياري)', en: 'How satisfied are you with the service? (optional)' },
  further: { ar: 'أسئلة أخرى (اختيارية)', en: 'More questions (optional)' },
  comment: { ar: 'هل من إضافة؟ (اختياري)', en: 'Anything to add? (optional)' },
  yes: { ar: 'نعم، انتهى الأمر', en: 'Yes, it is finished' },
  no: { ar: 'لا، لم ينتهِ بعد', en: 'No, it is not finished' },
  again: {
    ar: 'لم نحتسب إجابتك بعد. تُرجى قراءة السؤال ثم الضغط على أحد الزرين من جديد.',
    en: 'We have not counted your answer yet. Read the question and press one of the two buttons again.',
  },
  stale: {
    ar: 'بقيت الصفحة مفتوحة طويلًا. تُرجى مراجعة إجابتك ثم الضغط على أحد الزرين من جديد.',
    en: 'The page was open for long. Check your answer and press one of the two buttons again.',
  },
  tooLong: { ar: 'التعليق أطول من 2000 حرف.', en: 'The comment is longer than 2,000 characters.' },
  choose: {
    ar: 'يُرجى الضغط على أحد الزرين: «نعم، انتهى الأمر» أو «لا، لم ينتهِ بعد».',
    en: 'Press one of the two buttons: “Yes, it is finished” or “No, it is not finished”.',
  },
  thanks: { ar: 'شكرًا لك', en: 'Thank you' },
  confirmed: { ar: 'سجّلنا أن معاملتك انتهت.', en: 'We have noted that your matter is finished.' },
  unproven: {
    ar: 'سجّلنا إجابتك، وسيطّلع عليها فريقنا.',
    en: 'We have noted your answer, and our staff will look at it.',
  },
  contested: {
    ar: 'سجّلنا أن معاملتك لم تنتهِ، وأعدنا فتحها.',
    en: 'We have noted that your matter is not finished, and opened it again.',
  },
  noted: {
    ar: 'سجّلنا أن معاملتك لم تنتهِ.',
    en: 'We have noted that your matter is not finished.',
  },
  contact: { ar: 'سنتواصل معك في موعد أقصاه', en: 'We will contact you by' },
  correct: {
    ar: 'أخطأت في الإجابة؟ يمكنك تصحيحها خلال نصف ساعة.',
    en: 'Was that a mistake? You can correct it within half an hour.',
  },
  later: {
    ar: 'أضفنا إجابتك الأخيرة إلى معاملتك، وتبقى إجابتك الأولى كما هي.',
    en: 'We have added your last answer to your case. It does not change the first one.',
  },
  stop: { ar: 'لا أريد استبيانات بعد الآن', en: 'Send me no more surveys' },
} as const satisfies Readonly<Record<string, Bilingual>>;
