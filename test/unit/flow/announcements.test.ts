import { describe, expect, it } from 'vitest';
import {
  type Block,
  createCallback,
  defineFlow,
  disconnect,
  listen,
  menu,
  type Prompt,
  say,
  setRecording,
  transferToQueue,
} from '#shared/flow/builder.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { lintFlow } from '#shared/flow/linter.ts';

const bye = { next: 'bye', onError: 'bye' } as const;
const act = { next: 'act', onError: 'act' } as const;

const transfer = transferToQueue({ onCapacity: 'bye', onError: 'bye' });
const recording = setRecording(['Agent', 'Customer'], { next: 'bye' });
const automated = setRecording([], { automated: true, next: 'bye' });
const callback = createCallback({ attempts: 1, retrySeconds: 60, delaySeconds: 5, ...bye });

const connecting = { ar: 'سنحوّلك الآن إلى أول خط متاح.', en: 'We will connect you to an agent now.' };
const notice = { ar: 'نسجّل المكالمة.', en: 'We record the call.' };
const calling = { ar: 'سنتصل بك بعد قليل.', en: 'We will call you in a while.' };
const hello = { ar: 'أهلًا بك.', en: 'Welcome.' };

const flowOf = (blocks: Readonly<Record<string, Block>>, announced: readonly 'recording'[] = []): Flow =>
  defineFlow<string>('acting', {
    ...{ kind: 'CONTACT_FLOW', start: 'first', announced },
    blocks: { ...blocks, bye: disconnect() },
  }).toFlow();

const found = (flow: Flow): readonly (readonly [string, string])[] =>
  lintFlow(flow)
    .errors.filter(({ rule }) => rule === 'unannounced')
    .map(({ rule, block }) => [rule, block]);

const acting = (prompt: Prompt, block: Block): Flow => flowOf({ first: say(prompt, act), act: block });

const UNANNOUNCED = [['unannounced', 'act']];

describe('an act of a flow', () => {
  it.each([
    ['a transfer', connecting, transfer],
    ['a callback', calling, callback],
  ])('%s may follow a prompt that names it', (_, prompt, block) => {
    expect(found(acting(prompt, block))).toEqual([]);
  });

  it.each<[string, Prompt, Block]>([
    ['a transfer after other words', hello, transfer],
    ['a transfer that only the Arabic names', { ...hello, ar: connecting.ar }, transfer],
    ['a transfer that only the English names', { ...hello, en: connecting.en }, transfer],
    ['a callback after other words', hello, callback],
    ['a callback after the notice of a recording', notice, callback],
    ['a recording after other words', hello, recording],
    ['a recording of the automated part', hello, automated],
    ['a recording whose notice may not have been played', notice, recording],
  ])('%s is rejected', (_, prompt, block) => {
    expect(found(acting(prompt, block))).toEqual(UNANNOUNCED);
  });

  it('may not be reached around the prompt', () => {
    const around = flowOf({
      first: menu({
        ...{ prompt: hello, keys: { 1: 'announce', 2: 'act' }, timeoutSeconds: 5 },
        ...{ onGiveUp: 'bye', onError: 'bye' },
      }),
      announce: say(connecting, act),
      act: transfer,
    });
    expect(found(around)).toEqual(UNANNOUNCED);
  });

  it('that records follows a notice that was heard', () => {
    const heard = flowOf({ first: say(notice, { next: 'act', onError: 'bye' }), act: recording });
    expect(found(heard)).toEqual([]);
    expect(found(flowOf({ first: setRecording([], { automated: false, next: 'bye' }) }))).toEqual([]);
  });

  it('that records may follow the offered key of a question, and not silence or another key', () => {
    const asking = (onGiveUp: string, onWrongKey: string) =>
      flowOf({
        first: menu<string>({
          ...{ prompt: notice, keys: { 1: 'act' }, timeoutSeconds: 5, onGiveUp, onWrongKey, onError: 'bye' },
        }),
        act: recording,
      });
    expect(found(asking('bye', 'bye'))).toEqual([]);
    expect(found(asking('act', 'bye'))).toEqual(UNANNOUNCED);
    expect(found(asking('bye', 'act'))).toEqual(UNANNOUNCED);
  });

  it('that records a message is named by its prompt', () => {
    const message = (prompt: Prompt) =>
      flowOf({ first: listen({ ...bye, prompt, maxSeconds: 9, recorded: [] }) });
    expect(found(message({ ar: 'سنسجّل رسالتك.', en: 'We record your message.' }))).toEqual([]);
    expect(found(message({ ar: 'تحدّث بعد الصافرة.', en: 'Speak after the tone.' }))).toEqual([
      ['unannounced', 'first record'],
    ]);
  });

  it('may have been announced by an earlier flow', () => {
    expect(found(flowOf({ first: recording }, ['recording']))).toEqual([]);
    expect(found(flowOf({ first: transfer }, ['recording']))).toEqual([['unannounced', 'first']]);
  });

  it('is not judged in a flow of another centre, whose prompts may be recordings', () => {
    const { Metadata: _, ...foreign } = acting(hello, transfer);
    expect(found(foreign)).toEqual([]);
  });
});
