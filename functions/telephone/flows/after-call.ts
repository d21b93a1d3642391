import {
  applyVoice,
  collectDigits,
  compare,
  defineFlow,
  disconnect,
  invoke,
  menu,
  say,
  setAttributes,
} from '#shared/flow/builder.ts';
import { farewell, howSatisfied, notUnderstood } from './shared-prompts.ts';

const call = {
  caseRef: '$.Attributes.caseRef',
  line: '$.Attributes.line',
  language: '$.Attributes.language',
};

const SCORES = { 1: 'finished?', 2: 'finished?', 3: 'finished?', 4: 'finished?', 5: 'finished?' } as const;

/** Two questions by keys for callers who stay on the line after the agent hung up, and who agree. */
export const afterCallFlow = defineFlow('after-call', {
  kind: 'CONTACT_FLOW',
  start: 'voice afterwards',
  attributes: ['caseRef', 'line'],
  blocks: {
    'voice afterwards': applyVoice({ next: 'ask at all?', onError: 'ask at all?' }),
    'ask at all?': invoke('telephone/survey-flow', {
      attributes: { step: 'offer', ...call },
      timeoutSeconds: 3,
      next: 'offered?',
      onError: 'goodbye afterwards',
    }),
    'offered?': compare('$.External.offer', { true: 'may we ask?' }, 'goodbye afterwards'),
    'may we ask?': menu({
      prompt: {
        ar: 'يسعدنا أن نسمع رأيك في سؤالين قصيرين. للموافقة يُرجى الضغط على الرقم واحد، أو إنهاء المكالمة.',
        en: 'We would like to ask you two short questions. To agree, press one, or simply hang up.',
      },
      keys: { '1': 'how satisfied?' },
      ...{ timeoutSeconds: 5, attempts: 1, onGiveUp: 'goodbye afterwards', onError: 'goodbye afterwards' },
    }),
    'how satisfied?': collectDigits({
      prompt: howSatisfied,
      maxDigits: 1,
      storeAs: 'score',
      retry: notUnderstood,
      ...{ timeoutSeconds: 6, attempts: 3, next: 'one to five?' },
      ...{ onGiveUp: 'goodbye afterwards', onError: 'sorry afterwards' },
    }),
    'one to five?': compare('$.Attributes.score', SCORES, 'which of five?'),
    'which of five?': collectDigits({
      prompt: {
        ar: 'عذرًا، يُرجى اختيار رقم من واحد إلى خمسة.',
        en: 'Sorry, please choose a number from one to five.',
      },
      maxDigits: 1,
      storeAs: 'score',
      ...{ timeoutSeconds: 6, attempts: 2, next: 'one to five now?' },
      ...{ onGiveUp: 'goodbye afterwards', onError: 'sorry afterwards' },
    }),
    'one to five now?': compare('$.Attributes.score', SCORES, 'goodbye afterwards'),
    'finished?': menu({
      prompt: [
        { ar: 'هل انتهت معاملتك، أو حصلت على ما تحتاج إليه؟', en: 'Is your matter finished?' },
        {
          ar: 'إن كانت الإجابة نعم فيُرجى الضغط على الرقم واحد، وإن كانت لا فعلى الرقم اثنين.',
          en: 'If it is, press one. If it is not, press two.',
        },
      ],
      keys: { '1': 'is finished', '2': 'is not finished' },
      retry: notUnderstood,
      ...{ timeoutSeconds: 6, attempts: 3, onGiveUp: 'goodbye afterwards', onError: 'sorry afterwards' },
    }),
    'is finished': setAttributes({ finished: 'yes' }, { next: 'rate', onError: 'sorry afterwards' }),
    'is not finished': setAttributes({ finished: 'no' }, { next: 'rate', onError: 'sorry afterwards' }),
    rate: invoke('telephone/survey-flow', {
      attributes: {
        step: 'answer',
        score: '$.Attributes.score',
        finished: '$.Attributes.finished',
        ...call,
      },
      timeoutSeconds: 4,
      next: 'remember rating',
      onError: 'sorry afterwards',
    }),
    'remember rating': setAttributes(
      { rated: 'yes' },
      { next: 'thanks afterwards', onError: 'thanks afterwards' },
    ),
    'thanks afterwards': compare('$.External.again', { true: 'we go on' }, 'thank you'),
    'we go on': say(
      {
        ar: 'شكرًا لك. نأسف لذلك، وسنعود إلى معاملتك ونتابعها معك. في أمان الله.',
        en: 'Thank you. We are sorry to hear that. We will take your matter up again. Goodbye.',
      },
      { provenBy: 'rate', next: 'hang up afterwards', onError: 'hang up afterwards' },
    ),
    'thank you': say(
      { ar: 'شكرًا لك على رأيك. في أمان الله.', en: 'Thank you for your answers. Goodbye.' },
      { next: 'hang up afterwards', onError: 'hang up afterwards' },
    ),
    'sorry afterwards': say(
      {
        ar: 'نعتذر، تعذّر تسجيل إجابتك لسبب فني. شكرًا لك. في أمان الله.',
        en: 'We are sorry: a technical difficulty keeps us from taking your answer. Thank you. Goodbye.',
      },
      { next: 'hang up afterwards', onError: 'hang up afterwards' },
    ),
    'goodbye afterwards': say(farewell, { next: 'hang up afterwards', onError: 'hang up afterwards' }),
    'hang up afterwards': disconnect(),
  },
});
