import {
  applyVoice,
  checkHours,
  collectDigits,
  compare,
  createCallback,
  defineFlow,
  disconnect,
  end,
  menu,
  repeatWhileWaiting,
  say,
  setAttributes,
  setCallbackNumber,
  setLogging,
} from '#shared/flow/builder.ts';
import { askInboundFlow } from './ask-inbound-flow.ts';
import type { FlowSettings } from './flow-settings.ts';
import { farewell } from './shared-prompts.ts';
import { takingMessage } from './taking-message.ts';

/** The seconds between two announcements of the queue position. */
const ROUND_SECONDS = 45;
const SECONDS_A_MINUTE = 60;

/**
 * The flow of a caller who waits for an agent: the queue position, and after some time the offer of a
 * callback that keeps the position, or of a voice message.
 */
export const waitingFlow = (settings: FlowSettings) =>
  defineFlow('waiting', {
    kind: 'CUSTOMER_QUEUE',
    start: 'voice in queue',
    attributes: [
      'queuedAt',
      'warned',
      'opens',
      'about',
      'caseRef',
      'caseType',
      'line',
      'recording',
      'ownNumber',
      'callbackNumber',
      'tries',
    ],
    blocks: {
      'voice in queue': applyVoice({ next: 'place', onError: 'place' }),
      place: askInboundFlow(
        'place',
        { queuedAt: '$.Attributes.queuedAt', warned: '$.Attributes.warned' },
        { next: 'remember place', onError: 'hours by Connect in queue' },
      ),
      'remember place': setAttributes(
        {
          queuedAt: '$.External.queuedAt',
          waited: '$.External.waited',
          place: '$.External.place',
          offer: '$.External.offer',
          hours: '$.External.hours',
          closes: '$.External.closes',
          opens: '$.External.opens',
        },
        { next: 'still open?', onError: 'hold' },
      ),
      // Asked again in each round: the centre may close while a caller waits.
      'still open?': compare(
        '$.Attributes.hours',
        { closing: 'say closing', closed: 'closed while waiting' },
        'place known?',
      ),
      'hours by Connect in queue': checkHours('centre', {
        ...{ open: 'hold', closed: 'closed while waiting', onError: 'hold' },
      }),
      'say closing': say(
        {
          ar: 'ينتهي دوامنا $.Attributes.closes. إن لم يحن دورك قبل ذلك فسنعرض عليك أن نتصل بك أو أن تترك رسالة.',
          en: 'Our agents finish $.Attributes.closes. If your turn has not come, you can ask for a call or leave a message.',
        },
        { next: 'closing is said', onError: 'place known?' },
      ),
      'closing is said': setAttributes({ warned: 'yes' }, { next: 'place known?', onError: 'place known?' }),
      'closed while waiting': menu({
        prompt: [
          {
            ar: 'انتهى دوامنا، ونستأنف العمل $.Attributes.opens.',
            en: 'Our agents have finished for today. We open $.Attributes.opens.',
          },
          {
            ar: 'لنتصل بك عند بدء الدوام يُرجى الضغط على الرقم واحد، ولترك رسالة على الرقم اثنين.',
            en: 'To be called when we open, press one. To leave a message, press two.',
          },
        ],
        keys: { '1': 'number to call?', '2': 'take message' },
        ...{ timeoutSeconds: 6, attempts: 2, onGiveUp: 'goodbye in queue', onError: 'goodbye in queue' },
      }),
      'number to call?': compare('$.Attributes.ownNumber', { '-': 'cannot call' }, 'want call when open'),
      'cannot call': say(
        {
          ar: 'نعتذر، لا يمكننا الاتصال بالرقم الذي تتصل منه. يمكنك ترك رسالة.',
          en: 'We are sorry, we cannot call the number that you are calling from. You can leave a message.',
        },
        { next: 'take message', onError: 'take message' },
      ),
      // The contact record makes it a promise. Agents are not there for a callback in the queue.
      'want call when open': setAttributes(
        { callback: 'asked' },
        { next: 'say call when open', onError: 'take message' },
      ),
      'say call when open': say(
        {
          ar: 'سنتصل بك عند بدء الدوام. في أمان الله.',
          en: 'An agent will call you after we open. Goodbye.',
        },
        { next: 'hang up in queue', onError: 'hang up in queue' },
      ),
      'place known?': compare('$.Attributes.place', { '-': 'offer?' }, 'say place'),
      'say place': say(
        { ar: 'شكرًا لانتظارك. $.Attributes.place', en: 'Thank you for waiting. $.Attributes.place' },
        { next: 'offer?', onError: 'offer?' },
      ),
      'offer?': compare('$.Attributes.offer', { true: 'call back or message' }, 'hold'),
      'call back or message': menu({
        prompt: {
          ar: 'لنعاود الاتصال بك دون أن تفقد دورك يُرجى الضغط على الرقم واحد، ولترك رسالة على الرقم اثنين، أو البقاء معنا على الخط.',
          en: 'To be called back without losing your place, press one. To leave a message, press two. Or stay on the line.',
        },
        keys: { '1': 'want call back', '2': 'take message' },
        ...{ timeoutSeconds: 4, attempts: 1, onGiveUp: 'hold', onError: 'hold' },
      }),
      hold: repeatWhileWaiting(
        {
          ar: 'شكرًا لانتظارك. سنرد عليك من أول خط متاح.',
          en: 'Thank you for waiting. The next available agent will answer you.',
        },
        { interruptSeconds: ROUND_SECONDS, onInterrupt: 'place', onError: 'stop' },
      ),
      stop: end(),

      // Noted first, so that a caller who hangs up now is called anyway.
      'want call back': setAttributes(
        { callback: 'asked' },
        { next: 'number known?', onError: 'number known?' },
      ),
      'number known?': compare('$.Attributes.ownNumber', { '-': 'enter number' }, 'this number?'),
      'this number?': menu({
        prompt: [
          {
            ar: 'سنتصل بك على الرقم $.Attributes.ownNumber.',
            en: 'We will call you on $.Attributes.ownNumber.',
          },
          {
            ar: 'للتأكيد يُرجى الضغط على الرقم واحد، ولرقم آخر على الرقم اثنين.',
            en: 'To confirm, press one. For another number, press two.',
          },
        ],
        keys: { '1': 'set number', '2': 'enter number' },
        ...{ timeoutSeconds: 6, attempts: 2, onGiveUp: 'hold', onError: 'hold' },
      }),
      // The log would contain the number that the caller enters, until the end of the call.
      'enter number': setLogging('Disabled', { next: 'key in number' }),
      'key in number': collectDigits({
        prompt: {
          ar: 'يُرجى إدخال رقم الجوال مبتدئًا بصفر خمسة، ثم الضغط على مفتاح المربع.',
          en: 'Enter the mobile number, beginning with zero five, then press the hash key.',
        },
        maxDigits: 14,
        storeAs: 'keyed',
        ...{ timeoutSeconds: 8, attempts: 2, next: 'check number', onGiveUp: 'hold', onError: 'hold' },
      }),
      'check number': askInboundFlow(
        'number',
        { entered: '$.Attributes.keyed', tries: '$.Attributes.tries' },
        { next: 'remember number', onError: 'call back by hand' },
      ),
      'remember number': setAttributes(
        {
          callbackNumber: '$.External.number',
          ownNumber: '$.External.ownNumber',
          tries: '$.External.tries',
          valid: '$.External.valid',
        },
        { next: 'valid?', onError: 'call back by hand' },
      ),
      'valid?': compare(
        '$.Attributes.valid',
        { true: 'this number?', false: 'not that number' },
        'no call back',
      ),
      'not that number': say(
        { ar: 'هذا ليس رقمًا سعوديًا صحيحًا.', en: 'That is not a valid Saudi number.' },
        { next: 'enter number', onError: 'enter number' },
      ),
      'set number': setCallbackNumber('$.Attributes.callbackNumber', {
        next: 'announce call back',
        onInvalid: 'no call back',
        onNotDialable: 'no call back',
      }),
      // Announced first: a free agent may be offered the callback at once, so that it is booked last.
      'announce call back': say(
        {
          ar: 'لحظة من فضلك، نحجز لك دورك، ثم تنتهي المكالمة ونتصل بك عندما يحين دورك.',
          en: 'One moment please, we are booking your place. The call then ends, and we call you when it is your turn.',
        },
        { next: 'tell of call back', onError: 'tell of call back' },
      ),
      'tell of call back': askInboundFlow(
        'callback',
        {
          caseRef: '$.Attributes.caseRef',
          type: '$.Attributes.caseType',
          number: '$.Attributes.callbackNumber',
        },
        { next: 'remember case of call back', onError: 'call back' },
      ),
      'remember case of call back': setAttributes(
        { caseRef: '$.External.reference', intent: '-', booked: '$.External.booked' },
        { next: 'booked before?', onError: 'call back' },
      ),
      // One person has one callback.
      'booked before?': compare('$.Attributes.booked', { before: 'say booked before' }, 'call back'),
      'say booked before': say(
        {
          ar: 'لدينا حجز اتصال سابق على هذا الرقم، وسنتصل بك عندما يحين دورك. في أمان الله.',
          en: 'A call to this number is booked already. We will call you when it is your turn. Goodbye.',
        },
        { provenBy: 'tell of call back', next: 'call back is joined', onError: 'call back is joined' },
      ),
      'call back is joined': setAttributes(
        { callback: 'joined' },
        { next: 'hang up in queue', onError: 'hang up in queue' },
      ),
      'call back': createCallback({
        attempts: settings.callbackAttempts,
        retrySeconds: settings.callbackRetryMinutes * SECONDS_A_MINUTE,
        flow: 'call-back',
        next: 'call back is booked',
        onError: 'call back by hand',
      }),
      'call back is booked': setAttributes(
        { callback: 'yes' },
        { next: 'hang up in queue', onError: 'hang up in queue' },
      ),
      // The wish stays noted, and the contact record makes it a promise.
      'call back by hand': say(
        {
          ar: 'نعتذر، تعذّر حجز دورك في الاتصال لسبب فني، وسنتصل بك بعد المكالمة. ويمكنك أيضًا البقاء معنا على الخط.',
          en: 'We are sorry, we could not book your place. An agent will call you after this call. You may also stay on the line.',
        },
        { next: 'hold', onError: 'hold' },
      ),
      'no call back': say(
        {
          ar: 'نعتذر، لا يمكننا الاتصال بهذا الرقم. نرجو البقاء معنا على الخط.',
          en: 'We are sorry, we cannot call that number. Please stay on the line.',
        },
        { next: 'number again', onError: 'hold' },
      ),
      'number again': setAttributes(
        { tries: '0', ownNumber: '-', callback: 'no' },
        { next: 'hold', onError: 'hold' },
      ),

      ...takingMessage(settings, { left: 'goodbye in queue', none: 'hold', before: 'agent' }),
      'goodbye in queue': say(farewell, { next: 'hang up in queue', onError: 'hang up in queue' }),
      'hang up in queue': disconnect(),
    },
  });
