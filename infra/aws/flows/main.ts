import {
  applyVoice,
  checkHours,
  collectDigits,
  compare,
  defineFlow,
  disconnect,
  inBothLanguages,
  invoke,
  menu,
  say,
  setAttributes,
  setEventHook,
  setLanguage,
  setLogging,
  setQueue,
  transferToQueue,
} from '#shared/flow/builder.ts';

const ask = { timeoutSeconds: 6, attempts: 3, onError: 'trouble' } as const;
const again = { ar: 'عذرًا، لم نتعرّف على اختيارك.', en: 'Sorry, we did not get that.' };

/**
 * The centre's line. Arabic first; an observation, an inquiry or a report is registered before anybody
 * answers, so that no call is without a case, and the status of a case can be heard by its reference.
 */
export const mainFlow = defineFlow('main', {
  kind: 'CONTACT_FLOW',
  start: 'log',
  blocks: {
    log: setLogging('Enabled', { next: 'voice' }),
    voice: applyVoice({ next: 'welcome', onError: 'welcome' }),
    welcome: say(
      inBothLanguages({
        ar: 'أهلًا بكم في مركز رضا المستفيدين.',
        en: 'Welcome to the beneficiary satisfaction centre.',
      }),
      { next: 'language', onError: 'trouble' },
    ),
    language: menu({
      ...ask,
      prompt: inBothLanguages({ ar: 'للعربية اضغط واحد.', en: 'For English, press two.' }),
      keys: { '1': 'arabic', '2': 'english' },
      attempts: 2,
      onGiveUp: 'arabic',
    }),
    arabic: setLanguage('ar', { next: 'look up', onError: 'look up' }),
    english: setLanguage('en', { next: 'look up', onError: 'look up' }),

    'look up': invoke('call-desk', {
      attributes: { step: 'greet', language: '$.Attributes.language' },
      timeoutSeconds: 3,
      next: 'remember caller',
      onError: 'trouble',
    }),
    'remember caller': setAttributes(
      {
        open: '$.External.open',
        hours: '$.External.hours',
        activeCase: '$.External.activeCase',
        activeStatus: '$.External.activeStatus',
      },
      { next: 'case under way?', onError: 'trouble' },
    ),
    'case under way?': compare('$.External.hasActive', { true: 'say case under way' }, 'choose'),
    'say case under way': say(
      { ar: 'أهلًا بك مجددًا. $.Attributes.activeStatus', en: 'Welcome back. $.Attributes.activeStatus' },
      { next: 'choose', onError: 'choose' },
    ),

    choose: menu({
      ...ask,
      prompt: {
        ar: 'لتسجيل ملاحظة اضغط واحد، للاستفسار اضغط اثنين، لتقديم بلاغ اضغط ثلاثة، لمعرفة حالة معاملة اضغط أربعة، وللتحدث مع موظف اضغط صفر.',
        en: 'To register an observation, press one. For an inquiry, press two. To make a report, press three. For the status of a case, press four. To speak to an agent, press zero.',
      },
      keys: { '1': 'observation', '2': 'inquiry', '3': 'report', '4': 'reference', '0': 'inquiry' },
      retry: again,
      onGiveUp: 'inquiry',
    }),
    observation: setAttributes({ caseType: 'observation' }, { next: 'open?', onError: 'trouble' }),
    inquiry: setAttributes({ caseType: 'inquiry' }, { next: 'open?', onError: 'trouble' }),
    report: setAttributes({ caseType: 'report' }, { next: 'open?', onError: 'trouble' }),
    'open?': compare('$.Attributes.open', { true: 'register' }, 'say hours'),

    'say hours': say(
      {
        ar: 'المركز مغلق الآن. أوقات العمل: $.Attributes.hours',
        en: 'The centre is closed now. Working hours are: $.Attributes.hours',
      },
      { next: 'offer', onError: 'offer' },
    ),
    offer: menu({
      ...ask,
      prompt: {
        ar: 'يمكننا تسجيل طلبك الآن ومتابعته معك في أول يوم عمل. للتسجيل اضغط واحد، وللإنهاء اضغط اثنين.',
        en: 'We can register your request now and follow it up on the next working day. To register, press one. To end the call, press two.',
      },
      keys: { '1': 'register', '2': 'goodbye' },
      retry: again,
      onGiveUp: 'goodbye',
    }),

    register: invoke('call-desk', {
      attributes: {
        step: 'register',
        type: '$.Attributes.caseType',
        language: '$.Attributes.language',
      },
      timeoutSeconds: 4,
      next: 'remember case',
      onError: 'trouble',
    }),
    'remember case': setAttributes(
      { caseRef: '$.External.reference', spoken: '$.External.spoken' },
      { next: 'say reference', onError: 'trouble' },
    ),
    'say reference': say(
      {
        ar: 'سجّلنا طلبك. الرقم المرجعي هو: $.Attributes.spoken. أكرر: $.Attributes.spoken.',
        en: 'Your request is registered. The reference is: $.Attributes.spoken. Once more: $.Attributes.spoken.',
      },
      { next: 'agent or goodbye', onError: 'agent or goodbye' },
    ),
    'agent or goodbye': compare('$.Attributes.open', { true: 'queue' }, 'goodbye'),

    reference: collectDigits({
      ...ask,
      prompt: {
        ar: 'أدخل الرقم المرجعي المكوّن من عشر خانات. إذا كانت الخانة حرفًا فاضغط الزر الذي يحمله، ثم اضغط مربع.',
        en: 'Enter the ten characters of your reference. For a letter, press the key that carries it. Then press the hash key.',
      },
      maxDigits: 10,
      storeAs: 'entered',
      retry: again,
      next: 'look up status',
      onGiveUp: 'unknown',
    }),
    'look up status': invoke('call-desk', {
      attributes: { step: 'status', entered: '$.Attributes.entered', language: '$.Attributes.language' },
      timeoutSeconds: 3,
      next: 'found?',
      onError: 'trouble',
    }),
    'found?': compare('$.External.found', { true: 'remember status' }, 'unknown'),
    'remember status': setAttributes(
      { caseRef: '$.External.reference', status: '$.External.say' },
      { next: 'say status', onError: 'trouble' },
    ),
    'say status': say(
      { ar: 'وجدنا معاملتك. $.Attributes.status', en: 'We found your case. $.Attributes.status' },
      { next: 'after status', onError: 'trouble' },
    ),
    'after status': menu({
      ...ask,
      prompt: {
        ar: 'للعودة إلى القائمة اضغط واحد، وللتحدث مع موظف اضغط صفر، أو أنهِ المكالمة.',
        en: 'To go back to the menu, press one. To speak to an agent, press zero. Or simply hang up.',
      },
      keys: { '1': 'choose', '0': 'person' },
      retry: again,
      onGiveUp: 'goodbye',
    }),
    unknown: menu({
      ...ask,
      prompt: {
        ar: 'لم نجد معاملة بهذا الرقم. قد يكون في الرقم خطأ بسيط. للمحاولة مرة أخرى اضغط واحد، وللتحدث مع موظف اضغط صفر.',
        en: 'We could not find a case with that reference. There may be a small slip in it. To try again, press one. To speak to an agent, press zero.',
      },
      keys: { '1': 'reference', '0': 'person' },
      retry: again,
      onGiveUp: 'person',
    }),
    person: compare('$.Attributes.open', { true: 'queue' }, 'closed for persons'),
    'closed for persons': say(
      {
        ar: 'المركز مغلق الآن. أوقات العمل: $.Attributes.hours',
        en: 'The centre is closed now. Working hours are: $.Attributes.hours',
      },
      { next: 'offer inquiry', onError: 'offer inquiry' },
    ),
    'offer inquiry': setAttributes({ caseType: 'inquiry' }, { next: 'offer', onError: 'trouble' }),

    trouble: say(
      {
        ar: 'نعتذر، نواجه صعوبة فنية في هذه اللحظة. سنحوّلك إلى موظف.',
        en: 'We are sorry, we have a technical difficulty at the moment. We will connect you to an agent.',
      },
      { next: 'hours by Connect', onError: 'hours by Connect' },
    ),
    'hours by Connect': checkHours('centre', { open: 'queue', closed: 'sorry', onError: 'queue' }),
    sorry: say(
      {
        ar: 'المركز مغلق الآن. نرجو الاتصال في أوقات العمل أو الكتابة إلى بريد المركز.',
        en: 'The centre is closed now. Please call during working hours, or write to our help address.',
      },
      { next: 'hang up', onError: 'hang up' },
    ),

    queue: setQueue('general', { next: 'music', onError: 'all busy' }),
    music: setEventHook('CustomerQueue', 'waiting', { next: 'transfer', onError: 'transfer' }),
    transfer: transferToQueue({ onCapacity: 'all busy', onError: 'all busy' }),
    'all busy': say(
      {
        ar: 'جميع موظفينا مشغولون الآن. طلبك مسجل إن كنت قد سمعت رقمه، وسنتواصل معك. شكرًا لك.',
        en: 'All our agents are busy now. If you heard a reference, your request is registered and we will contact you. Thank you.',
      },
      { next: 'hang up', onError: 'hang up' },
    ),
    goodbye: say(
      { ar: 'شكرًا لتواصلك معنا. في أمان الله.', en: 'Thank you for calling. Goodbye.' },
      { next: 'hang up', onError: 'hang up' },
    ),
    'hang up': disconnect(),
  },
});
