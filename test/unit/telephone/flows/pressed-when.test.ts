import { describe, expect, it } from 'vitest';
import type { CallStatus, FlowCall } from '#shared/flow/interpreter.ts';
import { secondsOf } from '#shared/flow/speaking-time.ts';
import { FlowTelephone, play } from './telephone.ts';

/** Half seconds after the first word of the greeting. */
const MOMENTS = Array.from({ length: 21 }, (_, half) => half / 2);

/** Let a call continue in silence until a moment, then press a key. */
async function pressAt(call: FlowCall, key: string, moment: number): Promise<CallStatus> {
  let status = await call.run();
  let spoken = 0;
  for (let time = 0; ; ) {
    const words = call.spoken.slice(spoken);
    spoken = call.spoken.length;
    const lasts = words.reduce((sum, { text, language }) => sum + secondsOf(text, language), 0);
    time += lasts + (status.expects?.timeoutSeconds ?? 0);
    if (time > moment || status.state !== 'waiting-for-input') return call.press(key);
    status = await call.timeout();
  }
}

const result = ({ at }: CallStatus, { attributes }: FlowCall) => ({
  at: at?.block,
  language: attributes.language,
  recording: attributes.recording,
  intent: attributes.intent,
});

/** A line whose caller is known, with or without an open case. */
async function aLine(caller: 'new' | 'known', language: '1' | '2') {
  const line = new FlowTelephone();
  if (caller === 'known') await play(await line.dial(), language, 'silence', '3', '1');
  return line;
}

describe.each([
  { caller: 'new', language: '1', key: '1', at: 'emergency ar', intent: '-' },
  { caller: 'new', language: '1', key: '2', at: 'emergency en', intent: '-' },
  { caller: 'known', language: '1', key: '1', at: 'say case under way ar', intent: '-' },
  { caller: 'known', language: '1', key: '2', at: 'emergency en', intent: '-' },
  { caller: 'known', language: '2', key: '1', at: 'emergency ar', intent: '-' },
  { caller: 'known', language: '2', key: '2', at: 'say case under way en', intent: '-' },
  { caller: 'known', language: '1', key: '3', at: 'topic ar', intent: 'register:report' },
  { caller: 'known', language: '2', key: '3', at: 'topic en', intent: 'register:report' },
] as const)(
  'key $key of a $caller caller (language key $language)',
  ({ caller, language, key, at, intent }) => {
    it.each(MOMENTS)('has the same effect after %s seconds of the greeting', async (moment) => {
      const line = await aLine(caller, language);
      const call = await line.dial();
      const spoken = at.endsWith('ar') ? 'ar' : 'en';
      expect(result(await pressAt(call, key, moment), call)).toEqual({
        ...{ at, language: spoken, recording: '-', intent },
      });
    });
  },
);

it.each(['new', 'known'] as const)(
  'the keys 1 and 3 of a %s caller lead to a report, whenever they are pressed',
  async (caller) => {
    for (const first of MOMENTS) {
      for (const second of MOMENTS) {
        const line = await aLine(caller, '1');
        const call = await line.dial();
        await pressAt(call, '1', first);
        expect(result(await pressAt(call, '3', second), call)).toMatchObject({
          ...{ at: 'topic ar', intent: 'register:report' },
        });
      }
    }
  },
);
