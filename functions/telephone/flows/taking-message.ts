import { compare, listen, menu, say, setAttributes } from '#shared/flow/builder.ts';
import { askInboundFlow, REGISTERED_CASE } from './ask-inbound-flow.ts';
import type { FlowSettings } from './flow-settings.ts';
import { speakNow } from './shared-prompts.ts';

interface MessageRoutes<L extends string, N extends string> {
  readonly left: L;
  readonly none: N;
  /**
   * Whether the flow asks before the recording notice was played. Callers who then ask to leave a message agree to
   * its recording.
   */
  readonly before: 'notice' | 'agent';
}

/**
 * The blocks that record a voice message, starting with `take message`. A caller who declined recording is
 * asked again for the message. They end at `left`, or at `none` when nothing was recorded.
 */
export const takingMessage = <const L extends string, const N extends string>(
  { messageSeconds }: FlowSettings,
  { left, none, before }: MessageRoutes<L, N>,
) => ({
  'take message':
    before === 'notice'
      ? compare(
          '$.Attributes.recording',
          { on: 'want message', off: 'may we record?' },
          'want message all the same',
        )
      : compare('$.Attributes.recording', { on: 'want message' }, 'may we record?'),
  'may we record?': menu({
    prompt: {
      ar: 'نسجّل الرسائل الصوتية ونحتفظ بها. للموافقة يُرجى الضغط على الرقم واحد، ولعدم ترك رسالة على الرقم اثنين.',
      en: 'We record a voice message and keep it. To agree, press one. If you would rather not leave a message, press two.',
    },
    keys: { '1': 'want message all the same', '2': none },
    ...{ timeoutSeconds: 6, attempts: 2, onGiveUp: none, onError: none },
  }),
  // Noted before the tone, so that the contact record finds the message of a caller who hangs up.
  'want message': setAttributes({ message: 'wanted' }, { next: 'speak', onError: 'no message' }),
  'want message all the same': setAttributes(
    { message: 'wanted' },
    { next: 'speak all the same', onError: 'no message' },
  ),
  speak: listen({
    prompt: speakNow,
    maxSeconds: messageSeconds,
    recorded: ['Agent', 'Customer'],
    next: 'tell of message',
    onError: 'no message',
  }),
  'speak all the same': listen({
    prompt: speakNow,
    maxSeconds: messageSeconds,
    recorded: [],
    next: 'tell of message',
    onError: 'no message',
  }),
  'tell of message': askInboundFlow(
    'message',
    { about: '$.Attributes.about', caseRef: '$.Attributes.caseRef', type: '$.Attributes.caseType' },
    { next: 'remember message', onError: 'message kept' },
  ),
  'remember message': setAttributes(
    { messageFor: '$.External.reference', ...REGISTERED_CASE },
    { next: 'say message', onError: 'message kept' },
  ),
  // Whether the recording worked is known only after the call. Nothing more is said.
  'say message': say(
    {
      ar: 'شكرًا لك. سنستمع إلى تسجيلك ونتابع الأمر معك.',
      en: 'Thank you. We will listen to your recording and follow it up.',
    },
    { next: 'say reference of message', onError: 'say reference of message' },
  ),
  'say reference of message': say(
    { ar: 'الرقم المرجعي هو $.Attributes.spoken.', en: 'The reference is: $.Attributes.spoken.' },
    { next: left, onError: left },
  ),
  'message kept': say(
    {
      ar: 'شكرًا لك. سنستمع إلى تسجيلك ونتابع الأمر معك.',
      en: 'Thank you. We will listen to your recording and follow it up.',
    },
    { next: left, onError: left },
  ),
  'no message': say(
    {
      ar: 'نعتذر، تعذّر تسجيل الرسالة لسبب فني.',
      en: 'We are sorry: a technical difficulty kept us from recording your message.',
    },
    { next: none, onError: none },
  ),
});
