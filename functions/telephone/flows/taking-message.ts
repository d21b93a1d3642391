import { compare, listen, menu, say, setAttributes } from '#shared/flow/builder.ts';
import { askInboundFlow, REGISTERED_CASE } from './ask-inbound-flow.ts';
import type { FlowSettings } from './flow-settings.ts';
import { speakNow } from './shared-prompts.ts';

/**
 * The blocks that record a voice message, starting with `take message`. A caller who declined recording is
 * asked again for the message. They end at `left`, or at `none` when nothing was recorded.
 */
export const takingMessage = <const L extends string, const N extends string>(
  { messageSeconds }: FlowSettings,
  { left, none }: { readonly left: L; readonly none: N },
) => ({
  'take message': compare('$.Attributes.recording', { on: 'speak' }, 'may we record?'),
  'may we record?': menu({
    prompt: {
      ar: 'تُسجَّل الرسالة بصوتك. للموافقة اضغط واحد، أو اضغط اثنين لتركها.',
      en: 'Your message is recorded. To agree, press one. To leave none, press two.',
    },
    keys: { '1': 'speak all the same', '2': none },
    ...{ timeoutSeconds: 6, attempts: 2, onGiveUp: none, onError: none },
  }),
  speak: listen({
    prompt: speakNow,
    maxSeconds: messageSeconds,
    recorded: ['Agent', 'Customer'],
    next: 'message is there',
    onError: 'no message',
  }),
  'speak all the same': listen({
    prompt: speakNow,
    maxSeconds: messageSeconds,
    recorded: [],
    next: 'message is there',
    onError: 'no message',
  }),
  // Stored as attributes for the contact record, if Rida does not respond now.
  'message is there': setAttributes(
    { message: 'yes', intent: 'message' },
    { next: 'tell of message', onError: 'tell of message' },
  ),
  'tell of message': askInboundFlow(
    'message',
    { caseRef: '$.Attributes.caseRef', type: '$.Attributes.caseType' },
    { next: 'remember message', onError: 'message kept' },
  ),
  'remember message': setAttributes(REGISTERED_CASE, { next: 'say message', onError: 'message kept' }),
  'say message': say(
    {
      ar: 'وصلت رسالتك، وهي مسجّلة بالرقم المرجعي: $.Attributes.spoken.',
      en: 'We have your message, under the reference: $.Attributes.spoken.',
    },
    { next: left, onError: left },
  ),
  'message kept': say(
    {
      ar: 'وصلت رسالتك، وسنسجّلها ونتابعها معك.',
      en: 'We have your message. We will register it and follow it up.',
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
