import {
  applyVoice,
  compare,
  inBothLanguages,
  inOneLanguage,
  invoke,
  menu,
  setAttributes,
  setEventHook,
  setLanguage,
  setLogging,
  setRecording,
} from '#shared/flow/builder.ts';
import { AHEAD_CHOICES, MENU_KEYS } from './menu-keys.ts';

/**
 * Texts in the language of the caller. They are stored, because the next response of the function replaces
 * this one.
 */
const greeted = {
  open: '$.External.open',
  opens: '$.External.opens',
  activeCase: '$.External.activeCase',
  activeCount: '$.External.activeCount',
  activeStatus: '$.External.activeStatus',
  activeMore: '$.External.activeMore',
  hasActive: '$.External.hasActive',
  topics: '$.External.topics',
  moreTopics: '$.External.moreTopics',
  hasDistricts: '$.External.hasDistricts',
  districts: '$.External.districts',
  moreDistricts: '$.External.moreDistricts',
  ownNumber: '$.External.ownNumber',
  callbackNumber: '$.External.callbackNumber',
  emergency: '$.External.emergency',
} as const;

/** The time for a key after the greeting of a caller whose language is stored. */
const GREETING_SECONDS = 2;

const ahead = (key: keyof typeof AHEAD_CHOICES) =>
  setAttributes({ ahead: key }, { next: 'stay in language', onError: 'stay in language' });

/** A key of the menu is kept until the language is set. The keys of the languages keep their meaning here. */
const AHEAD = {
  '0': '0 ahead',
  '3': '3 ahead',
  '4': '4 ahead',
  '5': '5 ahead',
  '6': '6 ahead',
} as const;

/**
 * From the greeting to the language of the caller.
 * A key that is pressed ahead is not lost, and does not accept a recording: the notice is played before an agent
 * answers.
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
      recording: '-',
      ahead: '-',
      looked: '0',
      tries: '0',
      caseType: 'inquiry',
      wanted: 'register:inquiry',
      registered: 'no',
      queuedAt: '-',
      about: '-',
      warned: 'no',
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
      ar: 'أهلًا بكم في مركز رضا المستفيدين. للعربية يُرجى الضغط على الرقم واحد.',
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
  'remember greeting': setAttributes({ ...greeted }, { next: 'emergency', onError: 'trouble' }),
  // A key of the menu that is pressed ahead counts.
  emergency: menu({
    prompt: { ar: '$.Attributes.emergency', en: '$.Attributes.emergency' },
    keys: MENU_KEYS,
    ...{ timeoutSeconds: 1, attempts: 1, onGiveUp: 'case under way?', onError: 'case under way?' },
  }),

  // A caller with a stored language hears it immediately. One key changes it, and the prompt is in both
  // languages. The other keys are carried on to the menu.
  'known arabic': menu({
    prompt: [
      inBothLanguages({
        ar: 'أهلًا بك مجددًا في مركز رضا المستفيدين.',
        en: 'For English, press two.',
      }),
      inOneLanguage('ar', '$.Attributes.emergencyAr'),
    ],
    keys: { ...AHEAD, '1': 'stay in arabic', '2': 'english' },
    ...{ timeoutSeconds: GREETING_SECONDS, attempts: 1 },
    ...{ onGiveUp: 'stay in arabic', onError: 'stay in arabic' },
  }),
  'known english': menu({
    prompt: [
      inBothLanguages({
        ar: 'للعربية يُرجى الضغط على الرقم واحد.',
        en: 'Welcome back to the beneficiary satisfaction centre.',
      }),
      inOneLanguage('en', '$.Attributes.emergencyEn'),
    ],
    keys: { ...AHEAD, '1': 'arabic', '2': 'stay in english' },
    ...{ timeoutSeconds: GREETING_SECONDS, attempts: 1 },
    ...{ onGiveUp: 'stay in english', onError: 'stay in english' },
  }),
  '0 ahead': ahead('0'),
  '3 ahead': ahead('3'),
  '4 ahead': ahead('4'),
  '5 ahead': ahead('5'),
  '6 ahead': ahead('6'),
  'stay in language': compare('$.External.language', { en: 'stay in english' }, 'stay in arabic'),
  'stay in arabic': setLanguage('ar', { next: 'pressed ahead?', onError: 'pressed ahead?' }),
  'stay in english': setLanguage('en', { next: 'pressed ahead?', onError: 'pressed ahead?' }),
  'pressed ahead?': compare('$.Attributes.ahead', AHEAD_CHOICES, 'case under way?'),
};

/** Rida did not respond at all: ask the caller for a language, and tell them. */
export const blindGreeting = {
  'ask blindly': menu({
    prompt: inBothLanguages({
      ar: 'أهلًا بكم في مركز رضا المستفيدين. للعربية يُرجى الضغط على الرقم واحد.',
      en: 'For English, press two.',
    }),
    keys: { '1': 'blind arabic', '2': 'blind english' },
    ...{ timeoutSeconds: 4, attempts: 2, onGiveUp: 'blind arabic', onError: 'trouble' },
  }),
  'blind arabic': setLanguage('ar', { next: 'trouble', onError: 'trouble' }),
  'blind english': setLanguage('en', { next: 'trouble', onError: 'trouble' }),
};
