import {
  collectDigits,
  compare,
  defineFlow,
  endModule,
  menu,
  say,
  setAttributes,
  setLogging,
} from '#shared/flow/builder.ts';
import { askInboundFlow } from '../ask-inbound-flow.ts';
import { howSatisfied, notUnderstood } from '../shared-prompts.ts';

const ask = {
  timeoutSeconds: 8,
  attempts: 3,
  retry: notUnderstood,
  onGiveUp: 'to a person',
  onError: 'status trouble',
} as const;

const AGAIN_OR_AGENT = {
  ar: 'للمحاولة مرة أخرى يُرجى الضغط على الرقم واحد، وللتحدث إلينا على الرقم صفر.',
  en: 'To try again, press one. To speak to an agent, press zero.',
} as const;

/** The response of the function. It is stored, because the next response replaces it. */
const answered = {
  asked: '$.External.reference',
  found: '$.External.found',
  looked: '$.External.looked',
  tries: '$.External.tries',
  proven: '$.External.proven',
  status: '$.External.say',
  stands: '$.External.stands',
  rest: '$.External.rest',
  asks: '$.External.asks',
} as const;

/**
 * The status of a case by its reference. Details are played only to callers from a phone number of the case, or
 * who enter the code
 * that was mailed to its address. Ends with `menu`, `message` or `person`, or with nothing when the caller is done.
 */
export const checkStatusModule = defineFlow('check-status', {
  kind: 'MODULE',
  start: 'stop log',
  attributes: ['line', 'recording', 'looked', 'tries'],
  blocks: {
    // The log would contain the reference and the code that the caller enters.
    'stop log': setLogging('Disabled', { next: 'reference' }),
    reference: collectDigits({
      ...ask,
      prompt: {
        ar: 'يُرجى إدخال الرقم المرجعي المكوّن من عشر خانات. وللحروف، يُضغط المفتاح الذي عليه الحرف.',
        en: 'Enter the ten characters of your reference. For a letter, press the key that carries it.',
      },
      maxDigits: 10,
      storeAs: 'entered',
      next: 'look up status',
    }),
    'look up status': askInboundFlow(
      'status',
      { entered: '$.Attributes.entered', looked: '$.Attributes.looked' },
      { next: 'remember status', onError: 'status trouble' },
    ),
    'remember status': setAttributes({ ...answered }, { next: 'found?', onError: 'status trouble' }),
    'found?': compare(
      '$.Attributes.found',
      {
        details: 'this case',
        limited: 'say status',
        verify: 'code',
        wrong: 'wrong reference',
        unknown: 'unknown reference',
      },
      'too many tries',
    ),

    code: collectDigits({
      ...ask,
      prompt: {
        ar: 'للتحقق، يُرجى إدخال رمز الهاتف المكوّن من ستة أرقام، وهو في الرسالة التي أكّدنا لك فيها استلام معاملتك.',
        en: 'To verify, enter the telephone code of six digits. It is in the mail in which we confirmed your case.',
      },
      maxDigits: 6,
      storeAs: 'digits',
      onGiveUp: 'known only',
      next: 'verify',
    }),
    verify: askInboundFlow(
      'verify',
      { reference: '$.Attributes.asked', digits: '$.Attributes.digits', tries: '$.Attributes.tries' },
      { next: 'remember verified', onError: 'status trouble' },
    ),
    'remember verified': setAttributes({ ...answered }, { next: 'verified?', onError: 'status trouble' }),
    'verified?': compare(
      '$.Attributes.found',
      { verify: 'not this code', details: 'this case' },
      'say status',
    ),
    'not this code': say(
      { ar: 'الرمز غير صحيح.', en: 'That code is not right.' },
      { next: 'code', onError: 'code' },
    ),

    // Only a proven caller continues the case in this call.
    'this case': setAttributes(
      { caseRef: '$.Attributes.asked', registered: 'yes' },
      { next: 'say status', onError: 'say status' },
    ),
    'say status': say(
      { ar: 'وجدنا معاملتك. $.Attributes.status', en: 'We found your case. $.Attributes.status' },
      { next: 'told where it stands?', onError: 'told where it stands?' },
    ),
    // A caller cannot follow one long announcement.
    'told where it stands?': compare('$.Attributes.stands', { '-': 'asks?' }, 'say where it stands'),
    'say where it stands': say(
      { ar: '$.Attributes.stands', en: '$.Attributes.stands' },
      { next: 'told the rest?', onError: 'told the rest?' },
    ),
    'told the rest?': compare('$.Attributes.rest', { '-': 'asks?' }, 'say the rest'),
    'say the rest': say(
      { ar: '$.Attributes.rest', en: '$.Attributes.rest' },
      { next: 'asks?', onError: 'asks?' },
    ),
    // A proven caller whose case was resolved says whether it is finished, as on the page behind a mail.
    'asks?': compare('$.Attributes.asks', { yes: 'is it finished?' }, 'after status'),
    'is it finished?': menu({
      prompt: [
        {
          ar: 'نعدّ معاملتك منتهية، ورأيك هو الفصل.',
          en: 'We regard your matter as finished. You have the last word.',
        },
        {
          ar: 'إن انتهت فيُرجى الضغط على الرقم واحد، وإن لم تنتهِ فعلى الرقم اثنين، وللمتابعة دون إجابة على الرقم ثلاثة.',
          en: 'If it is, press one. If it is not, press two. To go on without an answer, press three.',
        },
      ],
      keys: { '1': 'it is finished', '2': 'it is not finished', '3': 'after status' },
      ...{ timeoutSeconds: 6, attempts: 2, retry: notUnderstood },
      ...{ onGiveUp: 'after status', onError: 'after status' },
    }),
    'it is finished': setAttributes({ finished: 'yes' }, { next: 'keep answer', onError: 'not kept' }),
    'it is not finished': setAttributes({ finished: 'no' }, { next: 'keep answer', onError: 'not kept' }),
    'keep answer': askInboundFlow(
      'outcome',
      { reference: '$.Attributes.asked', finished: '$.Attributes.finished' },
      { next: 'kept?', onError: 'not kept' },
    ),
    'kept?': compare(
      '$.External.said',
      { confirmed: 'say it is noted', contested: 'say it is open again' },
      'after status',
    ),
    'say it is noted': say(
      {
        ar: 'شكرًا لك، سجّلنا أن معاملتك انتهت.',
        en: 'Thank you. We have noted that your matter is finished.',
      },
      { provenBy: 'keep answer', next: 'asks a score?', onError: 'asks a score?' },
    ),
    // The score follows the answer, so that hanging up does not lose the answer.
    'asks a score?': compare('$.External.rate', { true: 'which score?' }, 'after status'),
    'which score?': collectDigits({
      prompt: howSatisfied,
      maxDigits: 1,
      storeAs: 'score',
      retry: notUnderstood,
      ...{ timeoutSeconds: 6, attempts: 2, next: 'keep score' },
      ...{ onGiveUp: 'after status', onError: 'after status' },
    }),
    'keep score': askInboundFlow(
      'outcome',
      {
        reference: '$.Attributes.asked',
        finished: '$.Attributes.finished',
        score: '$.Attributes.score',
      },
      { next: 'after status', onError: 'not kept' },
    ),
    'say it is open again': say(
      {
        ar: 'شكرًا لك، سجّلنا أن معاملتك لم تنتهِ، وأعدنا فتحها، وسنتواصل معك بشأنها.',
        en: 'Thank you. We have noted that your matter is not finished, and opened it again. We will contact you.',
      },
      { provenBy: 'keep answer', next: 'after status', onError: 'after status' },
    ),
    'not kept': say(
      {
        ar: 'نعتذر، تعذّر تسجيل إجابتك لسبب فني.',
        en: 'We are sorry: a technical difficulty keeps us from taking your answer.',
      },
      { next: 'after status', onError: 'after status' },
    ),
    // A caller who entered no code hears only the general status.
    'known only': say(
      { ar: 'معاملتك مسجّلة لدينا ونتابعها.', en: 'Your case is registered, and we follow it up.' },
      { provenBy: 'look up status', next: 'after status', onError: 'after status' },
    ),
    'after status': menu({
      prompt: [
        {
          ar: 'للقائمة الرئيسية يُرجى الضغط على الرقم واحد، ولإضافة ملاحظة بصوتك إلى المعاملة على الرقم اثنين.',
          en: 'For the menu, press one. To add a spoken remark to the case, press two.',
        },
        {
          ar: 'للتحدث إلينا يُرجى الضغط على الرقم صفر، أو إنهاء المكالمة.',
          en: 'To speak to an agent, press zero, or simply hang up.',
        },
      ],
      keys: { '1': 'to the menu', '2': 'about this case', '0': 'to a person' },
      ...{ timeoutSeconds: 6, attempts: 3, retry: notUnderstood, onGiveUp: 'done', onError: 'done' },
    }),
    'about this case': setAttributes(
      { about: '$.Attributes.asked' },
      { next: 'to a message', onError: 'to a message' },
    ),

    'wrong reference': menu({
      prompt: [
        {
          ar: 'الرقم المرجعي غير صحيح، ففيه خانة خاطئة أو ناقصة.',
          en: 'That is not a valid reference: a character is wrong or missing.',
        },
        AGAIN_OR_AGENT,
      ],
      keys: { '1': 'reference', '0': 'to a person' },
      ...{
        timeoutSeconds: 6,
        attempts: 3,
        retry: notUnderstood,
        onGiveUp: 'to a person',
        onError: 'to a person',
      },
    }),
    'unknown reference': menu({
      prompt: [
        { ar: 'لم نجد معاملة بهذا الرقم.', en: 'We could not find a case with that reference.' },
        AGAIN_OR_AGENT,
      ],
      keys: { '1': 'reference', '0': 'to a person' },
      ...{
        timeoutSeconds: 6,
        attempts: 3,
        retry: notUnderstood,
        onGiveUp: 'to a person',
        onError: 'to a person',
      },
    }),
    'too many tries': say(
      {
        ar: 'لم نجد المعاملة. سنساعدك الآن.',
        en: 'We could not find the case. An agent will help you.',
      },
      { next: 'to a person', onError: 'to a person' },
    ),
    'status trouble': say(
      {
        ar: 'نعتذر، تعذّر الاطلاع على المعاملة لسبب فني. سنساعدك الآن.',
        en: 'We are sorry: a technical difficulty keeps us from looking it up. An agent will help you.',
      },
      { next: 'to a person', onError: 'to a person' },
    ),
    'to a person': setLogging('Enabled', { next: 'ends with a person' }),
    'ends with a person': endModule('person'),
    'to the menu': setLogging('Enabled', { next: 'ends with the menu' }),
    'ends with the menu': endModule('menu'),
    'to a message': setLogging('Enabled', { next: 'ends with a message' }),
    'ends with a message': endModule('message'),
    done: setLogging('Enabled', { next: 'ends' }),
    ends: endModule(),
  },
});
