import { collectDigits, compare, invokeModule, menu, say, setAttributes } from '#shared/flow/builder.ts';
import { notUnderstood } from '../shared-prompts.ts';
import { MENU_KEYS } from './menu-keys.ts';

const ask = { timeoutSeconds: 6, attempts: 3, onError: 'trouble', retry: notUnderstood } as const;

/** The first part of the menu. A longer list is not remembered. */
const FIRST_CHOICES = {
  ar: 'لتسجيل ملاحظة يُرجى الضغط على الرقم واحد، وللاستفسار على الرقم اثنين، ولتقديم بلاغ على الرقم ثلاثة.',
  en: 'To register an observation, press one. For an inquiry, press two. To make a report, press three.',
} as const;

/** Note the chosen type before anything else is asked, so that the contact record opens the case after a hang-up. */
const choice = <const T extends string>(caseType: string, next: T) =>
  setAttributes<T | 'trouble'>(
    { caseType, wanted: `register:${caseType}`, intent: `register:${caseType}`, topic: '0', district: '0' },
    { next, onError: 'trouble' },
  );

/** The choice of the caller: the active case, a new case, the status of a case, or an agent. */
export const choices = {
  'case under way?': compare('$.Attributes.hasActive', { true: 'say case under way' }, 'which line?'),
  'say case under way': menu({
    prompt: [
      { ar: '$.Attributes.activeCount', en: '$.Attributes.activeCount' },
      { ar: '$.Attributes.activeStatus', en: '$.Attributes.activeStatus' },
      { ar: '$.Attributes.activeMore', en: '$.Attributes.activeMore' },
      {
        ar: 'للتحدث إلينا بشأن هذه المعاملة يُرجى الضغط على الرقم صفر، ولغير ذلك يُرجى الانتظار قليلًا.',
        en: 'To speak to an agent about it, press zero. For anything else, please hold.',
      },
    ],
    keys: { ...MENU_KEYS, '0': 'about that case' },
    ...{ timeoutSeconds: 2, attempts: 1, onGiveUp: 'which line?', onError: 'which line?' },
  }),
  'about that case': setAttributes(
    { caseRef: '$.Attributes.activeCase', registered: 'yes' },
    { next: 'person', onError: 'person' },
  ),
  'which line?': compare(
    '$.Attributes.line',
    { investors: 'choose on own line', staff: 'choose on own line' },
    'choose',
  ),

  choose: menu({
    ...ask,
    prompt: [
      FIRST_CHOICES,
      {
        ar: 'لمعرفة حالة معاملة يُرجى الضغط على الرقم أربعة، وللمستثمرين على الرقم خمسة، ولشكوى من خدمة المركز على الرقم ستة، وللتحدث إلينا على الرقم صفر.',
        en: 'For the status of a case, press four. For investors, press five. To complain about us, press six. For an agent, press zero.',
      },
    ],
    keys: MENU_KEYS,
    onGiveUp: 'helpless',
  }),
  'choose on own line': menu({
    ...ask,
    prompt: [
      FIRST_CHOICES,
      {
        ar: 'لمعرفة حالة معاملة يُرجى الضغط على الرقم أربعة، وللتحدث إلينا على الرقم صفر.',
        en: 'For the status of a case, press four. To speak to an agent, press zero.',
      },
    ],
    keys: { '1': 'observation', '2': 'inquiry', '3': 'report', '4': 'status', '0': 'inquiry' },
    onGiveUp: 'helpless',
  }),
  // A caller who does not respond to menus is not asked further questions.
  helpless: compare('$.Attributes.open', { true: 'inquiry' }, 'closed for persons'),
  observation: choice('observation', 'topic'),
  report: choice('report', 'topic'),
  inquiry: choice('inquiry', 'open?'),
  complaint: choice('complaint', 'open?'),
  investor: setAttributes({ line: 'investors' }, { next: 'inquiry', onError: 'inquiry' }),

  topic: collectDigits({
    prompt: [
      { ar: 'ما الموضوع؟ $.Attributes.topics', en: 'What is it about? $.Attributes.topics' },
      {
        ar: '$.Attributes.moreTopics ولغير ذلك، الرقم صفر.',
        en: '$.Attributes.moreTopics For anything else, press zero.',
      },
    ],
    maxDigits: 1,
    storeAs: 'topic',
    ...{ timeoutSeconds: 5, attempts: 2, next: 'where?', onGiveUp: 'where?', onError: 'open?' },
  }),
  // A centre that offers no districts asks for none.
  'where?': compare('$.Attributes.hasDistricts', { true: 'district' }, 'open?'),
  district: collectDigits({
    prompt: [
      { ar: 'في أي حي؟ $.Attributes.districts', en: 'In which district? $.Attributes.districts' },
      {
        ar: '$.Attributes.moreDistricts ولغير ذلك، الرقم صفر.',
        en: '$.Attributes.moreDistricts For any other, press zero.',
      },
    ],
    maxDigits: 1,
    storeAs: 'district',
    ...{ timeoutSeconds: 5, attempts: 1, next: 'open?', onGiveUp: 'open?', onError: 'open?' },
  }),

  status: invokeModule('check-status', {
    results: { person: 'person', menu: 'which line?', message: 'message' },
    next: 'goodbye',
    onError: 'trouble',
  }),

  // Tell a caller who registers once that the centre is closed, and register the request anyway.
  'open?': compare('$.Attributes.open', { true: 'register' }, 'closed but'),
  'closed but': say(
    {
      ar: 'المركز مغلق الآن، ونستأنف العمل $.Attributes.opens. نسجّل طلبك الآن ونتابعه معك.',
      en: 'We are closed now and open $.Attributes.opens. We register your request and follow it up.',
    },
    { next: 'register', onError: 'register' },
  ),
};
