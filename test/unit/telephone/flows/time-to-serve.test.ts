import { describe, expect, it } from 'vitest';
import type { FlowCall } from '#shared/flow/interpreter.ts';
import { secondsOf } from '#shared/flow/speaking-time.ts';
import { heardSince } from './listening-time.ts';
import { FlowTelephone, heard, play } from './telephone.ts';

/** Keys, and the words after which a caller presses them. */
type Press = readonly [keys: string, after: string];

/** Return the seconds until a text is first spoken. Keys are pressed as soon as their choice was spoken. */
async function listens(call: FlowCall, presses: readonly Press[], wanted: string): Promise<number> {
  let seconds = 0;
  let from = 0;
  await call.run();
  for (const [keys, after] of presses) {
    if (keys === 'silence') {
      seconds += heardSince(call, from);
      from = call.spoken.length;
      // The caller waits through the silence.
      const status = await call.run();
      seconds += status.expects?.timeoutSeconds ?? 0;
      await call.timeout();
    } else {
      seconds += heardSince(call, from, after);
      from = call.spoken.length;
      await call.press(keys);
    }
  }
  return seconds + heardSince(call, from, wanted);
}

const LANGUAGES = [
  {
    language: 'ar',
    choose: ['1', 'للعربية يُرجى الضغط على الرقم واحد'],
    report: ['3', 'لتقديم بلاغ على الرقم ثلاثة'],
    topics: ['إنارة الشوارع، الرقم واحد', 'الرقم ثلاثة'],
    reference: /الرقم المرجعي هو ([^.]+)\./u,
  },
  {
    language: 'en',
    choose: ['2', 'For English, press two'],
    report: ['3', 'To make a report, press three'],
    topics: ['For street lighting, press one', 'press three'],
    reference: /The reference is: ([^.]+)\./u,
  },
] as const;

describe.each(LANGUAGES)('in less than a minute of listening, in $language,', (prompts) => {
  it.each([
    ['the first topic', '1', 0],
    ['none of the topics', '0', 1],
  ] as const)('a new caller has the reference of a report of %s', async (_, key, topic) => {
    const line = new FlowTelephone();
    const presses: Press[] = [prompts.choose, ['silence', ''], prompts.report, [key, prompts.topics[topic]]];
    const dry = await new FlowTelephone().dial();
    for (const [keys] of presses) await (keys === 'silence' ? dry.timeout() : dry.press(keys));
    const reference = prompts.reference.exec(heard(dry))?.[1] ?? '';
    expect(reference).not.toBe('');
    const seconds = await listens(await line.dial(), presses, reference);
    expect(seconds).toBeLessThan(60);
    expect(seconds).toBeGreaterThan(20);
  });

  it('a known caller hears the status of their case and its promised dates', async () => {
    const line = new FlowTelephone();
    const first = await line.dial();
    for (const keys of [prompts.choose[0], 'silence', '3', '4'])
      await (keys === 'silence' ? first.timeout() : first.press(keys));
    const call = await line.dial();
    const status = await line.dial();
    await play(status, 'silence');
    const promise = status.attributes.activeMore ?? '';
    expect(promise).toMatch(prompts.language === 'ar' ? /والموعد المحدد لإنجازه/u : /It is promised/u);
    const silences = Array.from({ length: 4 }, (): Press => ['silence', '']);
    const seconds = await listens(call, silences, promise);
    expect(seconds).toBeLessThan(60);
    expect(seconds).toBeGreaterThan(15);
  });
});

describe('a voice', () => {
  it('takes its time for symbols, and more for more words', () => {
    expect(secondsOf('8، تي، 0؛ 5، واي، 1؛ 4، 0، 0، 7', 'ar')).toBeCloseTo(5.5, 0);
    expect(secondsOf('9, Y, 4; 0, M, 7; 5, 4, 0, 9', 'en')).toBeCloseTo(5.5, 0);
    expect(secondsOf('one two three', 'en')).toBeGreaterThan(secondsOf('one two', 'en'));
    expect(secondsOf('الرقم 911', 'ar')).toBeCloseTo((3.5 * 60) / 135, 1);
  });
});
