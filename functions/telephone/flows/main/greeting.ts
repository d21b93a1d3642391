import {
  applyVoice,
  compare,
  inBothLanguages,
  invoke,
  menu,
  setAttributes,
  setEventHook,
  setLanguage,
  setLogging,
  setRecording,
} from '#shared/flow/builder.ts';

const NOTICE_SECONDS = 2;

/** The recording notice. The star key is not used by any later menu. */
const notice = {
  ar: 'نسجّل المكالمات لتحسين الخدمة، ولعدم التسجيل اضغط نجمة.',
  en: 'We record calls to improve our service. To decline, press star.',
};

/**
 * Texts in the language of the caller. They are stored, because the next response of the function replaces
 * this one.
 */
const greeted = {
  open: '$.External.open',
  opens: '$.External.opens',
  activeCase: '$.External.activeCase',
  activeStatus: '$.External.activeStatus',
  hasActive: '$.External.hasActive',
  topics: '$.External.topics',
  ownNumber: '$.External.ownNumber',
  callbackNumber: '$.External.callbackNumber',
  emergency: '$.External.emergency',
} as const;

const consenting = { attempts: 1, timeoutSeconds: NOTICE_SECONDS, onGiveUp: 'consented' } as const;

/**
 * From the greeting to the language of the caller, the texts before a recording starts, and the consent.
 * Recording starts only after the notice was played.
 */
export const greeting = {
  log: setLogging('Enabled', { next: 'no recording' }),
  'no recording': setRecording([], { automated: false, next: 'first voice' }),
  'first voice': applyVoice({ next: 'while waiting', onError: 'while waiting' }),
  'while waiting': setEventHook('CustomerQueue', 'waiting', { next: 'afterwards', onError: 'afterwards' }),
  afterwards: setEventHook('CustomerRemaining', 'after-call', {
    next: 'nothing yet',
    onError: 'nothing yet',
  }),
  'nothing yet': setAttributes(
    {
      intent: '-',
      recording: 'off',
      looked: '0',
      tries: '0',
      caseType: 'inquiry',
      wanted: 'register:inquiry',
      registered: 'no',
      queuedAt: '-',
      about: '-',
      proven: '-',
    },
    { next: 'look up', onError: 'look up' },
  ),
  'look up': invoke('telephone/inbound-flow', {
    attributes: { step: 'greet', line: '$.Attributes.line' },
    timeoutSeconds: 3,
    next: 'remember caller',
    onError: 'ask blindly',
  }),
  'remember caller': setAttributes(
    { ...greeted, emergencyAr: '$.External.emergencyAr', emergencyEn: '$.External.emergencyEn' },
    { next: 'which language?', onError: 'ask blindly' },
  ),
  'which language?': compare(
    '$.External.language',
    { ar: 'known arabic', en: 'known english' },
    'ask language',
  ),

  'ask language': menu({
    prompt: inBothLanguages({
      ar: 'أهلًا بكم في مركز رضا المستفيدين. للعربية اضغط واحد.',
      en: 'For English, press two.',
    }),
    keys: { '1': 'arabic', '2': 'english' },
    ...{ timeoutSeconds: 4, attempts: 2, onGiveUp: 'by default', onError: 'by default' },
  }),
  arabic: setLanguage('ar', { next: 'chosen', onError: 'chosen' }),
  english: setLanguage('en', { next: 'chosen', onError: 'chosen' }),
  chosen: setAttributes({ chosen: 'yes' }, { next: 'greet', onError: 'greet' }),
  'by default': setLanguage('ar', { next: 'not chosen', onError: 'not chosen' }),
  'not chosen': setAttributes({ chosen: 'no' }, { next: 'greet', onError: 'greet' }),
  greet: invoke('telephone/inbound-flow', {
    attributes: {
      step: 'greet',
      language: '$.Attributes.language',
      chosen: '$.Attributes.chosen',
      line: '$.Attributes.line',
    },
    timeoutSeconds: 3,
    next: 'remember greeting',
    onError: 'trouble',
  }),
  'remember greeting': setAttributes({ ...greeted }, { next: 'notice', onError: 'trouble' }),
  notice: menu({
    prompt: {
      ar: `$.Attributes.emergency ${notice.ar}`,
      en: `$.Attributes.emergency ${notice.en}`,
    },
    keys: { '*': 'declined' },
    ...consenting,
    onError: 'declined',
  }),

  // A caller with a stored language hears it immediately. One key changes it, and the prompt is in both
  // languages.
  'known arabic': menu({
    prompt: inBothLanguages({
      ar: `أهلًا بك مجددًا في مركز رضا المستفيدين. $.Attributes.emergencyAr ${notice.ar}`,
      en: 'For English, press two.',
    }),
    keys: { '2': 'english', '*': 'arabic without' },
    ...{ ...consenting, onGiveUp: 'arabic with consent', onError: 'arabic without' },
  }),
  'known english': menu({
    prompt: inBothLanguages({
      ar: 'للعربية اضغط واحد.',
      en: `Welcome back to the beneficiary satisfaction centre. $.Attributes.emergencyEn ${notice.en}`,
    }),
    keys: { '1': 'arabic', '*': 'english without' },
    ...{ ...consenting, onGiveUp: 'english with consent', onError: 'english without' },
  }),
  'arabic with consent': setLanguage('ar', { next: 'consented', onError: 'consented' }),
  'arabic without': setLanguage('ar', { next: 'declined', onError: 'declined' }),
  'english with consent': setLanguage('en', { next: 'consented', onError: 'consented' }),
  'english without': setLanguage('en', { next: 'declined', onError: 'declined' }),

  consented: setAttributes({ recording: 'on' }, { next: 'case under way?', onError: 'case under way?' }),
  declined: setAttributes({ recording: 'off' }, { next: 'case under way?', onError: 'case under way?' }),
};

/** Rida did not respond at all: ask the caller for a language, and tell them. */
export const blindGreeting = {
  'ask blindly': menu({
    prompt: inBothLanguages({
      ar: 'أهلًا بكم في مركز رضا المستفيدين. للعربية اضغط واحد.',
      en: 'For English, press two.',
    }),
    keys: { '1': 'blind arabic', '2': 'blind english' },
    ...{ timeoutSeconds: 4, attempts: 2, onGiveUp: 'blind arabic', onError: 'trouble' },
  }),
  'blind arabic': setLanguage('ar', { next: 'trouble', onError: 'trouble' }),
  'blind english': setLanguage('en', { next: 'trouble', onError: 'trouble' }),
};
