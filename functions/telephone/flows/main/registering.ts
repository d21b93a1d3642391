import { compare, invokeModule, menu, say, setAttributes } from '#shared/flow/builder.ts';
import { askInboundFlow, REGISTERED_CASE } from '../ask-inbound-flow.ts';
import { notUnderstood } from '../shared-prompts.ts';

/** Register a case, play its reference, and record details by voice. */
export const registering = {
  register: askInboundFlow(
    'register',
    { type: '$.Attributes.caseType', topic: '$.Attributes.topic', district: '$.Attributes.district' },
    { next: 'remember case', onError: 'not registered' },
  ),
  'remember case': setAttributes(REGISTERED_CASE, { next: 'say reference', onError: 'not registered' }),
  'say reference': say(
    {
      ar: 'سجّلنا طلبك. الرقم المرجعي هو $.Attributes.spoken.',
      en: 'Your request is registered. The reference is: $.Attributes.spoken.',
    },
    { provenBy: 'register', next: 'repeat reference', onError: 'for an agent?' },
  ),
  'repeat reference': say(
    { ar: 'أكرر، $.Attributes.spoken.', en: 'Once more: $.Attributes.spoken.' },
    { next: 'for an agent?', onError: 'for an agent?' },
  ),
  'for an agent?': compare(
    '$.Attributes.caseType',
    { inquiry: 'an agent now?', complaint: 'an agent now?' },
    'details?',
  ),
  'an agent now?': compare('$.Attributes.open', { true: 'connecting' }, 'details?'),

  'details?': compare('$.Attributes.open', { true: 'details or agent' }, 'details or goodbye'),
  'details or agent': menu({
    prompt: {
      ar: 'لإضافة التفاصيل بصوتك يُرجى الضغط على الرقم واحد، وللتحدث إلينا على الرقم صفر، أو الانتظار على الخط.',
      en: 'To add details by voice, press one. To speak to an agent, press zero or hold.',
    },
    keys: { '1': 'details', '0': 'connecting' },
    ...{ timeoutSeconds: 5, attempts: 1, onGiveUp: 'connecting', onError: 'connecting' },
  }),
  'details or goodbye': menu({
    prompt: {
      ar: 'لإضافة التفاصيل بصوتك يُرجى الضغط على الرقم واحد، أو إنهاء المكالمة.',
      en: 'To add details by voice, press one, or simply hang up.',
    },
    keys: { '1': 'details' },
    retry: notUnderstood,
    ...{ timeoutSeconds: 5, attempts: 2, onGiveUp: 'goodbye', onError: 'goodbye' },
  }),
  details: invokeModule('leave-message', {
    next: 'after details',
    onError: 'after details',
  }),
  'after details': compare('$.Attributes.open', { true: 'agent as well?' }, 'goodbye'),
  'agent as well?': menu({
    prompt: {
      ar: 'للتحدث إلينا يُرجى الضغط على الرقم صفر، أو إنهاء المكالمة.',
      en: 'To speak to an agent, press zero, or simply hang up.',
    },
    keys: { '0': 'connecting' },
    ...{ timeoutSeconds: 4, attempts: 1, onGiveUp: 'goodbye', onError: 'goodbye' },
  }),

  // If a step fails now, it is done later from the contact record, as the same case.
  'not registered': setAttributes(
    { intent: '$.Attributes.wanted' },
    { next: 'say not registered', onError: 'say not registered' },
  ),
  'say not registered': say(
    {
      ar: 'نعتذر، تعذّر تسجيل طلبك في هذه اللحظة لسبب فني، وسنسجّله بعد المكالمة.',
      en: 'We are sorry: a technical difficulty keeps us from registering your request right now. We will register it after this call.',
    },
    { next: 'hours by Connect', onError: 'hours by Connect' },
  ),
};
