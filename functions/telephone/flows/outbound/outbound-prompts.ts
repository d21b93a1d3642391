import type { CallPurpose } from '#events/vocabulary.ts';
import { inBothLanguages, type Prompt } from '#shared/flow/builder.ts';

type Bilingual = Omit<Prompt, 'together'>;

/** The reason of the call, played after its subject. */
const WHY: Readonly<Record<CallPurpose, Bilingual>> = {
  evaluation: {
    ar: 'نود معرفة رأيك فيها في دقيقتين، ومشاركتك اختيارية.',
    en: 'Would you tell us what you think of it? It takes two minutes.',
  },
  investor: {
    ar: 'نود الاطمئنان على سير إجراءاتك.',
    en: 'We would like to know how your procedure is going.',
  },
  'follow-up': {
    ar: 'نود متابعتها معك كما وعدناك.',
    en: 'We would like to follow it up with you, as we promised.',
  },
};

export const outboundGreeting = (purpose: CallPurpose): Bilingual => ({
  ar: `السلام عليكم، معك مركز رضا المستفيدين. نتصل بك $.Attributes.about. ${WHY[purpose].ar}`,
  en: `Hello, this is the beneficiary satisfaction centre. We are calling you $.Attributes.about. ${WHY[purpose].en}`,
});

export const permission: Bilingual = {
  ar: '<speak>إن كان الوقت مناسبًا فاضغط الرقم واحد. لنتصل بك في وقت آخر اضغط الرقم اثنين. إن لم يكن هذا الأمر يخصك فاضغط الرقم ثلاثة. إن كنت لا ترغب في المشاركة فاضغط الرقم أربعة. ولكي لا نتصل بك مرة أخرى اضغط الرقم خمسة. <lang xml:lang="en-US">For English, press nine.</lang></speak>',
  en: 'If this is a good time, press 1. To be called at another time, press 2. If this does not concern you, press 3. If you would rather not take part, press 4. Never to be called again, press 5. For Arabic, press nine.',
};

export const consent: Bilingual = {
  ar: 'نسجّل المكالمات لتحسين الخدمة. إن كنت توافق على التسجيل فاضغط الرقم واحد، وللمتابعة دون تسجيل اضغط الرقم اثنين.',
  en: 'We record calls to improve our service. If you agree, press 1. To go on without a recording, press 2.',
};

export const whoseCall: Bilingual = {
  ar: 'إن كان هذا الرقم ليس لصاحب الطلب فاضغط الرقم واحد. وإن كان الرقم لك لكنك لم تستفد من هذه الخدمة فاضغط الرقم اثنين.',
  en: 'If this is not the number of the person who applied, press 1. If it is yours and you did not use this service, press 2.',
};

export const whenElse: Bilingual = {
  ar: 'متى يناسبك أن نتصل؟ بعد ساعة اضغط الرقم واحد، وهذا المساء اضغط الرقم اثنين، وغدًا صباحًا اضغط الرقم ثلاثة.',
  en: 'When may we call you? In an hour: press 1. This evening: press 2. Tomorrow morning: press 3.',
};

export const agreed: Bilingual = {
  ar: 'شكرًا لك. سنتصل بك إن شاء الله $.Attributes.when. في أمان الله.',
  en: 'Thank you. We will call you on $.Attributes.when. Goodbye.',
};

export const remarkOffer: Bilingual = {
  ar: 'إن كانت لديك ملاحظة تود قولها بصوتك فاضغط الرقم واحد، وللمتابعة اضغط الرقم اثنين.',
  en: 'To leave a remark in your own words, press 1. To go on, press 2.',
};

export const remarkPrompt: Bilingual = {
  ar: 'تحدّث بعد سماع الصافرة. وعند الانتهاء اضغط مفتاح المربع، أو أنهِ المكالمة.',
  en: 'Speak after the tone. When you have finished, press the hash key, or simply hang up.',
};

export const offer: Bilingual = {
  ar: 'هل تود أن نسجّل لك شيئًا؟ لملاحظة اضغط الرقم واحد، لاستفسار اضغط الرقم اثنين، لبلاغ اضغط الرقم ثلاثة، للتحدث مع موظف اضغط الرقم صفر، وللإنهاء اضغط الرقم أربعة.',
  en: 'Is there anything we can register for you? An observation: press 1. An inquiry: press 2. A report: press 3. To speak to an agent, press 0. To end the call, press 4.',
};

export const registered: Bilingual = {
  ar: 'سجّلنا طلبك. الرقم المرجعي هو $.Attributes.spoken. أكرر، $.Attributes.spoken.',
  en: 'Your request is registered. The reference is: $.Attributes.spoken. Once more: $.Attributes.spoken.',
};

export const closed: Bilingual = {
  ar: 'موظفونا خارج أوقات العمل الآن. سنسجّل طلبك ويتواصل معك موظف في أول يوم عمل.',
  en: 'Our agents are not at work now. We register your request, and an agent contacts you on the next working day.',
};

export const allBusy: Bilingual = {
  ar: 'جميع موظفينا مشغولون الآن. سنسجّل طلبك ونتواصل معك.',
  en: 'All our agents are busy now. We register your request and contact you.',
};

export const thanks: Bilingual = {
  ar: 'شكرًا لوقتك. في أمان الله.',
  en: 'Thank you for your time. Goodbye.',
};

export const respected: Bilingual = {
  ar: 'نعتذر عن الإزعاج. لن نتصل بك مرة أخرى. في أمان الله.',
  en: 'We are sorry to have disturbed you. We will not call you again. Goodbye.',
};

export const mistaken: Bilingual = {
  ar: 'نعتذر عن الإزعاج، وسنصحح بياناتنا. في أمان الله.',
  en: 'We are sorry to have disturbed you, and will correct our records. Goodbye.',
};

export const unheard: Bilingual = {
  ar: 'لم نسمع اختيارك. سنعاود الاتصال في وقت آخر. في أمان الله.',
  en: 'We did not hear a choice. We will call at another time. Goodbye.',
};

export const noLongerNeeded: Bilingual = {
  ar: 'نعتذر عن الإزعاج، لم تعد هذه المكالمة لازمة. في أمان الله.',
  en: 'We are sorry to have disturbed you; this call is no longer needed. Goodbye.',
};

/** Played when Rida could not store a wish. The contact record still has it. */
export const notedForLater: Bilingual = {
  ar: 'نعتذر، نواجه صعوبة فنية في هذه اللحظة، وسننفّذ طلبك بعد المكالمة. في أمان الله.',
  en: 'We are sorry, we have a technical difficulty at the moment. We will do as you ask after this call. Goodbye.',
};

/** Played before the language is known, therefore in both languages. */
export const technicalTrouble: Prompt = inBothLanguages({
  ar: 'نعتذر، نواجه صعوبة فنية في هذه اللحظة. سنعاود الاتصال. في أمان الله.',
  en: 'We are sorry, we have a technical difficulty at the moment. We will call again. Goodbye.',
});

/** The message for an answering machine. It does not mention the subject, because others may hear it. */
export const voicemail: Bilingual = {
  ar: 'السلام عليكم، اتصل بك مركز رضا المستفيدين، وسنعاود الاتصال بك.',
  en: 'Hello, the beneficiary satisfaction centre called. We will call you again.',
};
