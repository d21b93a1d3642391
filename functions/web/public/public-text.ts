import type { Bilingual } from '#shared/domain/text/bilingual.ts';

/** Texts of the pages for beneficiaries. Both languages are on the page, the person's own first. */
export const surveyText = {
  title: { ar: 'كيف كانت خدمتنا؟', en: 'How did we do?' },
  about: { ar: 'عن معاملتك رقم', en: 'About your case' },
  send: { ar: 'يُرسل تقييمك بمجرد اختيارك.', en: 'Your choice sends the answer.' },
  wrongTitle: { ar: 'بقي شيء قبل الإرسال:', en: 'One thing is missing:' },
  wrongFinished: {
    ar: 'تُرجى الإجابة عن السؤال: هل انتهت معاملتك؟',
    en: 'Please answer: is your matter finished?',
  },
  wrongScore: {
    ar: 'يُرجى اختيار درجة الرضا بالضغط على أحد الأزرار الخمسة.',
    en: 'Please choose your satisfaction with one of the five buttons.',
  },
  wrongComment: { ar: 'التعليق أطول من 2000 حرف.', en: 'The comment is longer than 2,000 characters.' },
  again: {
    ar: 'لم نحتسب إجابتك بعد. تُرجى قراءة الأسئلة ثم اختيار درجة الرضا من جديد.',
    en: 'We have not counted your answer yet. Read the questions and choose your satisfaction again.',
  },
  taken: { ar: 'إجابتك التي سجّلناها:', en: 'The answer that we have:' },
  correct: {
    ar: 'أخطأت في الإجابة؟ يمكنك تصحيحها خلال نصف ساعة.',
    en: 'Was that a mistake? You can correct it within half an hour.',
  },
  stale: {
    ar: 'بقيت الصفحة مفتوحة طويلًا. تُرجى مراجعة إجابتك والاختيار من جديد.',
    en: 'The page was open for long. Check your answer and choose again.',
  },
  thanksTitle: { ar: 'شكرًا لك', en: 'Thank you' },
  thanks: {
    ar: 'وصلتنا إجابتك، وبها تتحسن خدمتنا.',
    en: 'We have your answer; it makes our service better.',
  },
  thanksAgain: {
    ar: 'أعدنا فتح معاملتك، وسيتواصل معك فريقنا.',
    en: 'Your case is open again and one of our staff will contact you.',
  },
  contact: {
    ar: 'نأسف لأن خدمتنا لم تُرضك. سيتواصل معك فريق الإشراف لمعرفة السبب.',
    en: 'We are sorry that you are not satisfied. A supervisor will contact you to learn why.',
  },
  overTitle: { ar: 'شكرًا لك', en: 'Thank you' },
  typed: { ar: 'ما كتبته ولم يُرسل', en: 'What you wrote was not sent' },
  over: {
    ar: 'لا سؤال بانتظار إجابتك في هذا الرابط؛ ربما سبقت الإجابة عنه أو انتهت مدته.',
    en: 'No question is waiting behind this link; it may have been answered already, or its time is over.',
  },
  reach: {
    ar: 'إن كان لديك ما تقوله عن معاملتك فيمكن الرد على إحدى رسائلنا أو الاتصال بنا، أو',
    en: 'If there is more to say about your case, reply to one of our mails or call us, or',
  },
  track: { ar: 'متابعة معاملتك', en: 'track your case' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A person without surveys still gets mail about their cases. The pages say so. */
export const unsubscribeText = {
  title: { ar: 'إيقاف رسائل الاستبيان', en: 'Stop survey mails' },
  text: {
    ar: 'لن نرسل إليك استبيانات بعد ذلك. ستصلك رسائلنا عن معاملاتك كالمعتاد.',
    en: 'We will send you no more surveys. You will hear about your cases as before.',
  },
  stop: { ar: 'إيقاف الاستبيانات', en: 'Stop surveys' },
  done: { ar: 'أوقفنا إرسال الاستبيانات إليك', en: 'You will get no more surveys' },
  outTitle: { ar: 'الاستبيانات موقوفة', en: 'Surveys are stopped' },
  out: {
    ar: 'لا نرسل إليك استبيانات. تصلك رسائلنا عن معاملاتك كالمعتاد.',
    en: 'We send you no surveys. You hear about your cases as before.',
  },
  again: { ar: 'أريد استلام الاستبيانات من جديد', en: 'I want surveys again' },
  doneAgain: { ar: 'ستصلك استبياناتنا من جديد', en: 'You will get our surveys again' },
  stale: {
    ar: 'بقيت الصفحة مفتوحة طويلًا. يُرجى الضغط على الزر من جديد.',
    en: 'The page was open for long. Please press the button again.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const trackText = {
  title: { ar: 'متابعة معاملة', en: 'Track a case' },
  reference: { ar: 'الرقم المرجعي', en: 'Reference' },
  contact: { ar: 'البريد أو الهاتف الذي تواصلت به', en: 'The e-mail or phone you used' },
  send: { ar: 'عرض الحالة', en: 'Show the status' },
  unknown: {
    ar:
      'لم نجد معاملة بهذا الرقم مع هذا البريد أو الهاتف. يُرجى التحقق منهما وإعادة المحاولة. ' +
      'وبعد عدة محاولات خاطئة يلزم الانتظار ساعة، أو فتح الرابط الذي في رسائلنا إليك.',
    en:
      'We found no case with this reference and this e-mail or phone. Please check both. ' +
      'After several wrong tries, wait an hour, or open the link in our mails to you.',
  },
  status: { ar: 'الحالة', en: 'Status' },
  outcome: { ar: 'النتيجة', en: 'Outcome' },
  continuedIn: { ar: 'نتابعها معك في المعاملة', en: 'We follow it up in case' },
  heldBy: { ar: 'لدى جهة أخرى، ونتابعها معها', en: 'Held by another body, and followed by us' },
  otherBody: { ar: 'جهة أخرى', en: 'Another body' },
  followedOn: { ar: 'موعد متابعتنا مع الجهة', en: 'We ask them again on' },
  promised: { ar: 'الموعد الذي نلتزم به', en: 'Promised by' },
  late: {
    ar: 'تأخرنا عن هذا الموعد، ونعتذر لك. معاملتك قيد المتابعة.',
    en: 'We are late, and we are sorry. Your case is being followed up.',
  },
  waiting: {
    ar: 'ننتظر ردك على رسالتنا لنكمل معاملتك.',
    en: 'We are waiting for your answer to our message to go on.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
