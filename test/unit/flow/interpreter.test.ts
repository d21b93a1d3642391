import { describe, expect, it } from 'vitest';
import { createCall, type World } from '#shared/flow/interpreter.ts';
import { contact, englishCall } from './sample-call.ts';
import { sampleFlow } from './sample-flow.ts';

const found = async () => ({ found: 'yes', status: 'open' });

describe('a call through a flow', () => {
  it('asks for the language in both, then speaks the one chosen', async () => {
    const call = createCall({ flow: sampleFlow.toFlow(), contact });
    const asked = await call.run();
    expect(asked.spoken.map(({ language, voice }) => [language, voice])).toEqual([
      ['ar', 'Hala'],
      ['en', 'Hala'],
    ]);
    const english = await call.press('2');
    expect(english.spoken).toMatchObject([{ language: 'en', voice: 'Joanna', block: 'main en' }]);
    expect(call.attributes).toEqual({ language: 'en' });
  });

  it('gives up after three wrong keys, with the retry words before the second question', async () => {
    const { call } = await englishCall();
    const second = await call.press('9');
    expect(second.spoken[0]?.text).toMatch(/^That was not one of the choices\. To follow up/);
    await call.press('8');
    expect(await call.press('7')).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(call.steps.slice(-4).map(({ branch }) => branch)).toEqual([
      'NoMatchingCondition',
      'NoMatchingCondition',
      'NoMatchingCondition',
      'disconnected',
    ]);
  });

  it('gives up after three silences', async () => {
    const { call } = await englishCall();
    await call.timeout();
    await call.timeout();
    expect(await call.timeout()).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(call.steps.at(-2)).toEqual({
      block: 'main en 3',
      type: 'GetParticipantInput',
      branch: 'InputTimeLimitExceeded',
    });
  });

  it('takes an entry key by key until the terminator, and lets * delete it', async () => {
    const { call } = await englishCall({ lambda: found });
    await call.press('1');
    expect((await call.press('12')).expects).toMatchObject({ received: '12', maxDigits: 8, terminator: '#' });
    expect((await call.press('*')).expects?.received).toBe('');
    await call.press('٣٤');
    const status = await call.press('#');
    expect(call.attributes.reference).toBe('34');
    expect(status.spoken[0]?.text).toBe('Your case is open.');
  });

  it('ends an entry when the time between digits is over', async () => {
    const { call } = await englishCall({ lambda: found });
    await call.press('1');
    await call.press('77');
    await call.timeout();
    expect(call.attributes.reference).toBe('77');
  });

  it('stores Timeout for a missing entry, and asks again', async () => {
    const { call } = await englishCall();
    await call.press('1');
    const again = await call.timeout();
    expect(again.expects?.maxDigits).toBe(8);
    expect(call.steps.at(-1)).toMatchObject({ block: 'reference en given', branch: 'Timeout' });
  });

  it('gives the function what Connect would and reads its answer', async () => {
    const events: unknown[] = [];
    const { call } = await englishCall({
      lambda: async (name, event) => {
        events.push([name, event.Details.Parameters, event.Details.ContactData.CustomerEndpoint]);
        return found();
      },
    });
    await call.press('1');
    await call.press('42#');
    expect(events).toEqual([
      ['case-status', { reference: '42' }, { Type: 'TELEPHONE_NUMBER', Address: '+966500000001' }],
    ]);
  });

  it.each<[string, World['lambda']]>([
    ['fails', () => Promise.reject(new Error('broken'))],
    ['answers with nested objects where strings were promised', async () => ({ found: { yes: true } })],
    ['answers with more than 32 KB', async () => ({ found: 'y'.repeat(40_000) })],
  ])('takes the error branch when a function %s', async (_, lambda) => {
    const { call } = await englishCall({ lambda });
    await call.press('1');
    const status = await call.press('42#');
    expect(status.spoken[0]?.text).toBe('We are sorry, your case cannot be reached.');
    expect(call.steps).toContainEqual({
      block: 'lookup',
      type: 'InvokeLambdaFunction',
      branch: 'NoMatchingError',
    });
  });

  it('takes the error branch when a function is late, and tells it to stop', async () => {
    let limit = 0;
    let stopped = false;
    const { call } = await englishCall({
      after: async (seconds) => {
        limit = seconds;
      },
      lambda: (_, __, signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            stopped = true;
          });
        }),
    });
    await call.press('1');
    await call.press('42#');
    expect([limit, stopped]).toEqual([4, true]);
    expect(call.steps).toContainEqual(
      expect.objectContaining({ block: 'lookup', branch: 'NoMatchingError' }),
    );
  });

  it('says it is closed out of hours', async () => {
    const { status } = await englishCall({ isOpen: ({ hours }) => hours !== 'centre' });
    expect(status).toMatchObject({ state: 'ended', outcome: 'disconnected' });
    expect(status.spoken[0]?.text).toBe('The centre is closed now.');
  });

  it('ends at once when the caller hangs up, also while a function runs', async () => {
    let answer: (value: Record<string, string>) => void = () => undefined;
    const { call } = await englishCall({
      lambda: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      after: () => new Promise(() => undefined),
    });
    await call.press('1');
    const pending = call.press('42#');
    expect(await call.hangUp()).toMatchObject({ state: 'ended', outcome: 'hung-up' });
    answer({ found: 'yes', status: 'open' });
    expect(await pending).toMatchObject({ state: 'ended', outcome: 'hung-up' });
    expect(call.spoken.some(({ text }) => text.startsWith('Your case'))).toBe(false);
    expect(await call.press('1')).toMatchObject({ outcome: 'hung-up', spoken: [] });
  });
});
