import {
  checkHours,
  compare,
  disconnect,
  invokeModule,
  menu,
  say,
  setAttributes,
  setQueue,
  setRecording,
  setRouting,
  transferToQueue,
} from '#shared/flow/builder.ts';
import { connecting, farewell } from '../shared-prompts.ts';

/** Calls of investors have priority over other calls for the same agents. */
const INVESTORS_PRIORITY = 2;

/**
 * Connect the caller to an agent during opening hours. Otherwise, or when too many callers wait, offer a
 * voice message.
 */
export const handingOver = {
  person: compare('$.Attributes.registered', { yes: 'for persons?' }, 'inquiry'),
  'for persons?': compare('$.Attributes.open', { true: 'connecting' }, 'closed for persons'),
  'closed for persons': say(
    {
      ar: 'المركز مغلق الآن، ونستأنف العمل $.Attributes.opens.',
      en: 'The centre is closed now and opens $.Attributes.opens.',
    },
    { next: 'message', onError: 'message' },
  ),
  message: invokeModule('leave-message', {
    next: 'goodbye',
    onError: 'goodbye',
  }),

  trouble: say(
    {
      ar: 'نعتذر، نواجه صعوبة فنية في هذه اللحظة.',
      en: 'We are sorry, we have a technical difficulty at the moment.',
    },
    { next: 'to be done', onError: 'to be done' },
  ),
  // If the call has a case already, it is enough. Otherwise a case is opened from the contact record.
  'to be done': compare('$.Attributes.registered', { yes: 'hours by Connect' }, 'not done'),
  'not done': setAttributes(
    { intent: '$.Attributes.wanted' },
    { next: 'hours by Connect', onError: 'hours by Connect' },
  ),
  'hours by Connect': checkHours('centre', {
    open: 'connecting',
    closed: 'sorry closed',
    onError: 'connecting',
  }),
  connecting: say(connecting, { next: 'queue', onError: 'queue' }),
  'sorry closed': say(
    { ar: 'المركز مغلق الآن.', en: 'The centre is closed now.' },
    { next: 'message', onError: 'message' },
  ),

  // Nothing is recorded before this notice was played. Silence accepts, as the words say. A key accepts nothing.
  queue: say(
    {
      ar: 'نسجّل المكالمة لتحسين الخدمة.',
      en: 'We record the call with the agent to improve our service.',
    },
    { next: 'consent?', onError: 'declined' },
  ),
  'consent?': menu({
    prompt: {
      ar: 'إن لم تكن لديك رغبة في التسجيل فيُرجى الضغط على مفتاح النجمة، وإلا فيُرجى الانتظار قليلًا.',
      en: 'If you would rather not be recorded, press the star key. Otherwise, please hold.',
    },
    keys: { '*': 'declined' },
    ...{ timeoutSeconds: 2, attempts: 1, onGiveUp: 'consented', onWrongKey: 'declined', onError: 'declined' },
  }),
  consented: setAttributes({ recording: 'on' }, { next: 'record both', onError: 'record nobody' }),
  declined: setAttributes({ recording: 'off' }, { next: 'record nobody', onError: 'record nobody' }),
  'record both': setRecording(['Agent', 'Customer'], { automated: false, next: 'queue of line' }),
  'record nobody': setRecording([], { automated: false, next: 'queue of line' }),
  'queue of line': compare(
    '$.Attributes.line',
    { investors: 'investors queue', staff: 'staff queue' },
    'general queue',
  ),
  'general queue': setQueue('general', { next: 'transfer', onError: 'all busy' }),
  'staff queue': setQueue('staff', { next: 'transfer', onError: 'all busy' }),
  'investors queue': setQueue('investors', { next: 'investors first', onError: 'all busy' }),
  'investors first': setRouting({ priority: INVESTORS_PRIORITY }, { next: 'transfer' }),
  transfer: transferToQueue({ onCapacity: 'all busy', onError: 'all busy' }),
  'all busy': say(
    {
      ar: 'خطوطنا كلها مشغولة الآن، ولا نريد أن نطيل انتظارك.',
      en: 'All our agents are busy now, and we do not want to keep you waiting.',
    },
    { next: 'message', onError: 'message' },
  ),
  goodbye: say(farewell, { next: 'hang up', onError: 'hang up' }),
  'hang up': disconnect(),
};
