import { describe, expect, it } from 'vitest';
import type { EventsOf } from '#events/registry.ts';
import { sendMessage } from '#functions/surveys/send-message.ts';
import { httpMessages } from '#shared/adapters/http/http-messages.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { prefer } from '#shared/application/prefer.ts';
import { readOutcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { isSaudiMobile, outcomeText, textSize } from '#shared/domain/surveys/outcome-text.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { CALLING_MORNING } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryMessages } from '#test/doubles/memory-messages.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

const by = 'agent:salem' as const;
type Resolved = EventsOf<'surveys/send-message'>;

/** A centre that sends text messages. */
function aCentre(use: 'off' | 'before-call' = 'before-call') {
  const inForce = { ...shippedRules, messages: { ...shippedRules.messages, use } };
  const store = new MemoryStore();
  const clock = fixedClock();
  clock.set(CALLING_MORNING);
  const messages = new MemoryMessages();
  const deps = { store, clock, keys, messages, rules: rulesOf(inForce) };
  return {
    ...deps,
    send: (event: Resolved) => sendMessage(deps, event),
    calls: () => store.commits.filter(({ kind, version }) => kind === 'call-out' && version === 1),
    async resolve(phone = '+966512345678'): Promise<Resolved> {
      const at = clock.now();
      const opened = aCase({ channel: 'phone', beneficiary: { id: phone, phone, authenticated: false } });
      store.seed(opened);
      await handleCommand(
        { store, rules: inForce },
        {
          ...{
            id: opened.id,
            by,
            at,
            recordedAt: at,
            cause: 'resolve',
            correlationId: 'x',
            causationId: 'x',
          },
          command: { do: 'resolve', as: 'done', outcome: 'تم', by },
        },
      );
      const commit = store.commits.at(-1);
      const event = commit && toEnvelopes(commit).find(({ type }) => type === 'rida.case.resolved.v1');
      if (event?.type !== 'rida.case.resolved.v1') throw new Error('it was resolved');
      return event;
    },
  };
}

describe('the text message at the end of a case', () => {
  it('has the link of the question, is sent once, and is followed by a call', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    expect(event.data.asks).toBe('message');
    expect(await centre.send(event)).toBe('sent');
    expect(await centre.send(event)).toBe('sent-before');
    const [{ to, text } = { to: '', text: '' }] = centre.messages.sent;
    expect(to).toBe('+966512345678');
    const token = /\/s\/c\/(\S+)$/u.exec(text)?.[1] ?? '';
    expect(await readOutcomeToken(keys, token)).toMatchObject({ reference: event.subject, question: 'c0' });
    // A provider may accept a message and never deliver it.
    const [call] = centre.calls();
    const planned = await centre.store.load('call-out', call?.id ?? '');
    expect(planned?.state).toMatchObject({ is: 'planned' });
    expect(planned?.nextDueAt).toBeGreaterThanOrEqual(CALLING_MORNING + 24 * HOUR);
  });

  it.each(['+966112345678', '+971501234567', '+96651234567'])(
    'is not for %s, which is called',
    async (phone) => {
      const centre = aCentre();
      const event = await centre.resolve(phone);
      expect(event.data.asks).toBe('call');
      expect(await centre.send(event)).toBe('not-asked');
    },
  );

  it('waits for the hours in which people are asked', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    centre.clock.advance(14 * HOUR);
    await expect(centre.send(event)).rejects.toMatchObject({ code: 'mail-waits', counts: false });
    expect(centre.messages.tries).toBe(0);
    centre.clock.set(CALLING_MORNING + DAY);
    expect(await centre.send(event)).toBe('sent');
  });

  it('is not repeated when the answer was lost, and its person is called', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    centre.messages.failures.push(new SendingFailure('unconfirmed', 'no answer'));
    expect(await centre.send(event)).toBe('unconfirmed');
    expect(await centre.send(event)).toBe('unconfirmed');
    expect(centre.messages.tries).toBe(1);
    expect(centre.calls()).toHaveLength(1);
    const planned = await centre.store.load('call-out', centre.calls()[0]?.id ?? '');
    expect(planned?.nextDueAt).toBeLessThan(CALLING_MORNING + 3 * HOUR);
  });

  it('is tried again while the provider is down, with an end, an alarm and a call', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    centre.messages.failures.push(
      ...Array.from({ length: 9 }, (_, n) => new SendingFailure(n % 2 ? 'busy' : 'unreachable', 'down')),
    );
    const counted: unknown[] = [];
    for (let n = 0; n < 6; n += 1) {
      await centre.send(event).catch((error: { counts: boolean }) => counted.push(error.counts));
      // A redelivery before its time does not try.
      await centre.send(event).catch(() => {});
      centre.clock.advance(HOUR);
    }
    expect(centre.messages.tries).toBe(6);
    expect(counted).toEqual([false, false, false, false, false, true]);
    expect(centre.calls()).toHaveLength(1);
  });

  it('that the provider rejects is for an operator at once, and its person is called', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    centre.messages.failures.push(new SendingFailure('rejected', '401'));
    await expect(centre.send(event)).rejects.toMatchObject({ counts: true });
    expect(centre.calls()).toHaveLength(1);
    // After the operator has mended the provider, the same message goes out.
    centre.clock.advance(HOUR);
    expect(await centre.send(event)).toBe('sent');
  });

  it('does not go to a person who wants no notices, and who is called', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    const at = centre.clock.now();
    const wish = { do: 'opt-out', of: ['updates'], cause: 'opt-out', at, recordedAt: at } as const;
    await prefer(centre.store, '+966512345678', wish);
    expect(await centre.send(event)).toBe('opted-out');
    expect(centre.messages.tries).toBe(0);
    expect(centre.calls()).toHaveLength(1);
  });

  it('is tried again when the secret of the provider cannot be read', async () => {
    const http = httpMessages({ secret: () => Promise.reject(new Error('AccessDenied')) });
    const provider = {
      url: 'https://api.provider.example.com/send',
      method: 'POST',
      contentType: 'application/json',
      number: 'plus',
      body: '{"to":"{number}","text":"{text}"}',
    } as const;
    await expect(http.send({ id: 'm', to: '+966512345678', text: 'x' }, provider)).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });

  it('is not sent for a question that is answered, or of an earlier resolution', async () => {
    const centre = aCentre();
    const event = await centre.resolve();
    const at = centre.clock.now();
    await handleCommand(
      { store: centre.store, rules: shippedRules },
      {
        ...{ id: event.subject, by: 'beneficiary', at, recordedAt: at, cause: 'c', correlationId: 'x' },
        ...{ causationId: 'x', command: { do: 'receive', channel: 'phone' } },
      },
    );
    expect(await centre.send(event)).toBe('outdated');
    expect(centre.messages.sent).toEqual([]);
  });

  it('is off by default', async () => {
    expect(shippedRules.messages).toMatchObject({ use: 'off', provider: undefined });
    const centre = aCentre('off');
    expect((await centre.resolve()).data.asks).toBe('call');
  });
});

describe('the words of a message', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['ب'.repeat(70), 1],
    ['ب'.repeat(71), 2],
    ['ب'.repeat(134), 2],
    ['ب'.repeat(135), 3],
  ])('are counted as a network counts them: %#', (text, segments) => {
    expect(textSize(text)).toEqual({ letters: text.length, segments });
  });

  it('fit three segments in Arabic, with any name of a centre', () => {
    const link = `https://rida.example.gov.sa/s/c/${'x'.repeat(52)}`;
    const text = outcomeText('ar', { centre: 'م'.repeat(90), reference: '4K7-2M9-0382', link });
    expect(textSize(text).segments).toBeLessThanOrEqual(3);
    expect(isSaudiMobile('+966٥12345678')).toBe(false);
  });
});

describe('settings of a provider', () => {
  const tried = (messages: object) => () => readSettings({ ...defaultSettings, messages });
  const url = 'https://api.provider.example.com/send';

  it('are accepted as providers describe themselves', () => {
    expect(tried({ use: 'before-call', url, headers: 'Authorization: Basic {secret}' })).not.toThrow();
    const form = {
      contentType: 'application/x-www-form-urlencoded',
      body: 'to={number}&msg={text}&k={secret}',
    };
    expect(tried({ url, ...form })).not.toThrow();
    // Names that only sound like keys, ids of one try, and a key in the address.
    const others = {
      headers: 'Idempotency-Key: {id}\nX-Author: rida',
      body: '{"keyword":"x","n":"{number}","t":"{text}"}',
    };
    expect(tried({ url, ...others })).not.toThrow();
    expect(tried({ url: `${url}/bot{secret}?key={secret}` })).not.toThrow();
  });

  it.each<[string, object]>([
    ['plain http', { url: 'http://api.provider.example.com/' }],
    ['this computer', { url: 'https://localhost/' }],
    ['a private address', { url: 'https://10.0.0.8/' }],
    ['the metadata of a cloud', { url: 'https://169.254.169.254/latest' }],
    ['a decimal address', { url: 'https://2130706433/' }],
    ['a hexadecimal address', { url: 'https://0x7f.1/' }],
    ['an address of IPv6', { url: 'https://[2606:4700::1111]/' }],
    ['a name without a dot', { url: 'https://provider/' }],
    ['a name of a private network', { url: 'https://printer.local./' }],
    ['a user in the address', { url: 'https://a:b@provider.example.com/' }],
    ['no address', { url: 'provider' }],
    ['a body without the number', { body: '{"text":"{text}"}' }],
    ['a body without the text', { body: '{"to":"{number}"}' }],
    ['an unknown place', { body: '{"to":"{number}","text":"{text}","x":"{password}"}' }],
    ['an Arabic place', { body: '{"to":"{number}","text":"{text}","x":"{رقم}"}' }],
    ['a place outside the quotes of JSON', { body: '{"to":{number},"text":{text}}' }],
    ['a header without a colon', { headers: 'Authorization' }],
    ['a header of the request itself', { headers: 'Host: other.example' }],
    ['a text in a header', { headers: 'X-Text: {text}' }],
    ['a key in a header', { headers: 'Authorization: Bearer 4f9a2c' }],
    ['a key in another header', { headers: 'X-Id: {id}\nx-api-key: 4f9a2c' }],
    ['a cookie', { headers: 'Cookie: session=4f9a2c' }],
    ['a key in the body', { body: '{"AppSid":"4f9a2c","to":"{number}","text":"{text}"}' }],
    [
      'a password deep in the body',
      { body: '{"auth":{"user":"a","password":"b"},"to":"{number}","text":"{text}"}' },
    ],
    [
      'a password in the fields of a form',
      { contentType: 'application/x-www-form-urlencoded', body: 'to={number}&msg={text}&password=4f9a2c' },
    ],
    ['a key in the address', { url: 'https://api.provider.example.com/send?apiKey=4f9a2c' }],
    ['a secret as the host', { url: 'https://{secret}.provider.example.com/send' }],
    ['another place in the address', { url: 'https://api.provider.example.com/{number}' }],
    ['an unknown use', { use: 'always' }],
    ['an hour too early', { callAfterHours: 0 }],
  ])('are refused with %s', (_, messages) => {
    expect(tried({ url, ...messages })).toThrow(/messages/u);
  });
});
