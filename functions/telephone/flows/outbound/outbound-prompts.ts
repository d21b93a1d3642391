import type { CallPurpose } from '#events/vocabulary.ts';
import { inBothLanguages, type Prompt, type Question } from '#shared/flow/builder.ts';

type Bilingual = Omit<Prompt, 'together'>;

/** The reason of the call, played after its subject. */
const WHY: Readonly<Record<CallPurpose, Bilingual>> = {
  evaluation: {
    ar: 'نود معرفة رأيك فيها في دقيقتين، ومشاركتك اختيارية.',
    en: 'Would you tell us what you think of it? It takes two minutes, and taking part is voluntary.',
  },
  investor: {
    ar: 'نود الاطمئنان على سير إجراءاتك.',
    en: 'We would like to know how your procedure is going.',
  },
  'follow-up': {
    ar: 'نود متابعة الأمر معك.',
    en: 'We would like to follow it up with you.',
  },
};

export const outboundGreeting: Bilingual = {
  ar: 'السلام عليكم، معك مركز رضا المستفيدين.',
  en: 'Hello, this is the beneficiary satisfaction centre.',
};

export const matter: Bilingual = {
  ar: 'نتصل بك $.Attributes.about.',
  en: 'We are calling you $.Attributes.about.',
};

export const reason = (purpose: CallPurpose): Bilingual => WHY[purpose];

/** How the case ended, in words of the function. */
export const outcomeStands: Bilingual = {
  ar: 'نود إبلاغك بالنتيجة، فقد $.Attributes.stands',
  en: 'We would like to tell you how it ended: it $.Attributes.stands',
};

/** The words of the agent about the work done. */
export const outcomeRest: Bilingual = { ar: '$.Attributes.rest', en: '$.Attributes.rest' };

export const confirmed: Bilingual = {
  ar: 'شكرًا لك، سجّلنا أن معاملتك انتهت.',
  en: 'Thank you. We have noted that your matter is finished.',
};

export const contested: Bilingual = {
  ar: 'شكرًا لك، سجّلنا أن معاملتك لم تنتهِ، وأعدنا فتحها، وسنتواصل معك بشأنها.',
  en: 'Thank you. We have noted that your matter is not finished, and opened it again. We will contact you about it.',
};

/** Five answers are too many for one prompt. */
export const permission: Question = [
  {
    ar: 'إن كان الوقت مناسبًا فيُرجى الضغط على الرقم واحد. وللاتصال بك في وقت آخر يُرجى الضغط على الرقم اثنين.',
    en: 'If this is a good time, press one. To be called at another time, press two.',
  },
  {
    ar: 'إن لم يكن هذا الأمر يخصك فيُرجى الضغط على الرقم ثلاثة. وإن لم تكن لديك رغبة في المشاركة فيُرجى الضغط على الرقم أربعة.',
    en: 'If this does not concern you, press three. If you would rather not take part, press four.',
  },
  {
    ar: '<speak>ولعدم الاتصال بك مرة أخرى يُرجى الضغط على الرقم خمسة. <lang xml:lang="en-US">For English, press nine.</lang></speak>',
    en: 'Never to be called again, press five. For Arabic, press nine.',
  },
];

export const consent: Bilingual = {
  ar: 'نسجّل المكالمات لتحسين الخدمة. للموافقة على التسجيل يُرجى الضغط على الرقم واحد، وللمتابعة دون تسجيل على الرقم اثنين.',
  en: 'We record calls to improve our service. To agree, press one. To continue unrecorded, press two.',
};

export const whoseCall: Question = [
  {
    ar: 'إن لم يكن هذا الرقم لصاحب الطلب فيُرجى الضغط على الرقم واحد.',
    en: 'If this is not the number of the person who applied, press one.',
  },
  {
    ar: 'وإن كان الرقم لك ولم تستفد من هذه الخدمة فيُرجى الضغط على الرقم اثنين.',
    en: 'If it is yours and you did not use this service, press two.',
  },
];

export const whenElse: Question = [
  {
    ar: 'متى يناسبك أن نتصل بك؟ للاتصال بعد ساعة يُرجى الضغط على الرقم واحد.',
    en: 'When may we call you? To be called in an hour, press one.',
  },
  {
    ar: 'وللاتصال هذا المساء يُرجى الضغط على الرقم اثنين، وللاتصال صباح الغد على الرقم ثلاثة.',
    en: 'To be called this evening, press two. To be called tomorrow morning, press three.',
  },
];

export const agreed: Bilingual = {
  ar: 'شكرًا لك. سنتصل بك إن شاء الله $.Attributes.when. في أمان الله.',
  en: 'Thank you. We will call you $.Attributes.when. Goodbye.',
};

export const remarkOffer: Bilingual = {
  ar: 'إن كانت لديك ملاحظة صوتية فيُرجى الضغط على الرقم واحد، وللمتابعة على الرقم اثنين.',
  en: 'To leave a remark in your own words, press one. To go on, press two.',
};

export const remarkPrompt: Bilingual = {
  ar: 'سنسجّل ملاحظتك. يُرجى التحدث بعد سماع الصافرة. وعند الانتهاء يُرجى الضغط على مفتاح المربع، أو إنهاء المكالمة.',
  en: 'We record your remark. Speak after the tone. When you have finished, press the hash key, or simply hang up.',
};

export const offer: Question = [
  {
    ar: 'هل لديك طلب نسجّله؟ لتسجيل ملاحظة يُرجى الضغط على الرقم واحد، ولتسجيل استفسار على الرقم اثنين.',
    en: 'Is there anything we can register for you? For an observation, press one. For an inquiry, press two.',
  },
  {
    ar: 'لتسجيل بلاغ يُرجى الضغط على الرقم ثلاثة، وللتحدث إلينا على الرقم صفر، ولإنهاء المكالمة على الرقم أربعة.',
    en: 'For a report, press three. To speak to an agent, press zero. To end the call, press four.',
  },
];

export const registered: Bilingual = {
  ar: 'سجّلنا طلبك. الرقم المرجعي هو $.Attributes.spoken.',
  en: 'Your request is registered. The reference is: $.Attributes.spoken.',
};

export const repeated: Bilingual = {
  ar: 'أكرر، $.Attributes.spoken.',
  en: 'Once more: $.Attributes.spoken.',
};

export const closed: Bilingual = {
  ar: 'نحن خارج أوقات الدوام الآن. سنسجّل طلبك، ويتواصل معك فريقنا في أول يوم عمل.',
  en: 'Our agents are not at work now. We register your request, and an agent contacts you on the next working day.',
};

export const allBusy: Bilingual = {
  ar: 'خطوطنا كلها مشغولة الآن. سنسجّل طلبك ونتواصل معك.',
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
  ar: 'نعتذر، لدينا عطل فني الآن. سنعاود الاتصال. في أمان الله.',
  en: 'Sorry, we have a technical problem. We will call again. Goodbye.',
});

/** The message for an answering machine. It does not mention the subject, because others may hear it. */
export const voicemail: Bilingual = {
  ar: 'السلام عليكم، اتصل بك مركز رضا المستفيدين، وسنعاود الاتصال بك.',
  en: 'Hello, the beneficiary satisfaction centre called. We will call you again.',
};
