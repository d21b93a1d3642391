import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { networkOf } from '#functions/web/shell/http/client-network.ts';
import { readTrackingToken, trackingToken } from '#shared/application/tokens/tracking-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

const OWNER = 'norah@example.com';

/** Write the name of each call of a port to a list. */
const listed = <T extends object>(port: T, calls: string[]): T =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        calls.push(String(name));
        return member.apply(target, args);
      };
    },
  });

function aSite() {
  const calls: string[] = [];
  const store = new MemoryStore();
  const clock = fixedClock();
  const cases = Array.from({ length: 40 }, () =>
    aCase({ status: 'open', beneficiary: aBeneficiary({ phone: '+966501234567' }) }),
  );
  for (const one of cases) store.seed(one);
  const ports = { store: listed(store, calls), quotas: listed(new MemoryQuotas(), calls) };
  const onError = (error: Error): never => {
    throw error;
  };
  const rules = { current: async () => shippedRules() };
  const app: Hono = surveyApp({ ...ports, rules, clock, keys: listed(keys, calls), onError });
  const [first] = cases;
  if (!first) throw new Error('no case');
  let guesses = 0;
  const ask = async (contact: string, at: { reference?: string; from?: string } = {}) => {
    const { reference = first.id, from = '198.51.100.7' } = at;
    calls.length = 0;
    const request = { method: 'POST', body: new URLSearchParams({ reference, contact }) };
    const env = { event: { requestContext: { http: { sourceIp: from } } } };
    const response = await app.request('/t', request, env);
    const page = await response.text();
    const isShown = page.includes('قيد المعالجة');
    return { isShown, page, status: response.status, calls: [...calls].sort() };
  };
  const guess = (at: Parameters<typeof ask>[1] = {}) => {
    guesses += 1;
    return ask(`guess${guesses}@example.com`, at);
  };
  /** The page without the typed words. */
  const plain = (page: string) => page.replaceAll(/value="[^"]*"/gu, '');
  return { app, ask, guess, plain, clock, cases, first };
}

const another = (n: number): string => `203.0.113.${n}`;

describe('guesses on the tracking page', () => {
  it('lock a reference after ten wrong contacts, from wherever they come, for an hour', async () => {
    const { ask, guess, clock, cases } = aSite();
    for (let n = 0; n < 9; n += 1) await guess({ from: another(n) });
    expect((await ask(OWNER)).isShown).toBe(true);
    await guess({ from: another(10) });
    expect((await ask(OWNER)).isShown).toBe(false);
    expect((await ask(OWNER, { from: another(99) })).isShown).toBe(false);
    expect((await ask(OWNER, { reference: cases[1]?.id ?? '' })).isShown).toBe(true);
    clock.advance(HOUR);
    expect((await ask(OWNER)).isShown).toBe(true);
  });

  it('lock a network after thirty, whatever references they name', async () => {
    const { ask, guess, cases } = aSite();
    for (let n = 0; n < 30; n += 1) await guess({ reference: cases[n]?.id ?? '' });
    expect((await ask(OWNER, { reference: cases[35]?.id ?? '' })).isShown).toBe(false);
    expect((await ask(OWNER, { reference: cases[35]?.id ?? '', from: another(1) })).isShown).toBe(true);
  });

  it.each(['4K7-2M9-038', 'nothing', '', '000-000-0000', '%', "' OR 1=1", '\u0000'])(
    'count also for the unknown reference %j',
    async (reference) => {
      const { ask, guess, cases } = aSite();
      for (let n = 0; n < 30; n += 1) await guess({ reference: `${reference}${'x'.repeat(n)}` });
      expect((await ask(OWNER, { reference: cases[5]?.id ?? '' })).isShown).toBe(false);
    },
  );

  it('do not count when they are right, or when they repeat the same wrong contact', async () => {
    const { ask, cases } = aSite();
    for (let n = 0; n < 50; n += 1) expect((await ask(OWNER)).isShown).toBe(true);
    for (const { id } of cases) expect((await ask('٠٥٠ ١٢٣ ٤٥٦٧', { reference: id })).isShown).toBe(true);
    for (let n = 0; n < 50; n += 1)
      expect((await ask(n % 2 ? 'me@exmaple.com' : ' ME@exmaple.com ')).isShown).toBe(false);
    expect((await ask(OWNER)).isShown).toBe(true);
  });

  it('at the same moment count one by one', async () => {
    const { ask, guess } = aSite();
    await Promise.all(Array.from({ length: 50 }, (_, n) => guess({ from: another(n) })));
    expect((await ask(OWNER, { from: another(60) })).isShown).toBe(false);
  });

  it('get one answer after one amount of work: wrong, unknown, unreadable and limited', async () => {
    const { ask, guess, plain, cases } = aSite();
    const wrong = await guess();
    const answers = [
      await guess({ reference: '4K7-2M9-0382' }),
      await guess({ reference: 'not a reference' }),
      await ask('no contact'),
      await ask('+966500000009'),
      await ask(''),
    ];
    for (let n = 0; n < 40; n += 1) await guess({ from: another(n) });
    answers.push(await guess(), await ask(OWNER), await ask(OWNER, { from: another(50) }));
    for (let n = 0; n < 40; n += 1) await guess({ reference: cases[n]?.id ?? '' });
    answers.push(await ask(OWNER, { reference: cases[39]?.id ?? '' }));
    for (const answer of answers) {
      expect(plain(answer.page)).toBe(plain(wrong.page));
      expect(answer.status).toBe(wrong.status);
      expect(answer.calls).toEqual(wrong.calls);
    }
  });

  it('never lock out an owner with the link of their mail', async () => {
    const { app, guess, first } = aSite();
    for (let n = 0; n < 60; n += 1) await guess();
    const link = `/s/t/${await trackingToken(keys, first.id)}`;
    for (let n = 0; n < 60; n += 1) await app.request(`${link}x`);
    const page = await (await app.request(link)).text();
    expect(page).toContain('قيد المعالجة');
    expect(page).not.toContain(OWNER);
  });
});

describe('the link to the status', () => {
  it('shows nothing when it is forged, of another purpose, or of an erased case', async () => {
    const { app, first } = aSite();
    const over = await (await app.request('/s/t/anything')).text();
    const token = await trackingToken(keys, first.id);
    const other = await unsubscribeToken(keys, first.id);
    expect(await readTrackingToken(keys, other)).toBeUndefined();
    for (const one of [`${token}a`, token.slice(1), other, `${first.id}.`, '__proto__', '%'])
      expect(await (await app.request(`/s/t/${encodeURIComponent(one)}`)).text()).toBe(over);
    expect(over).not.toContain(first.id);
  });
});

describe('the network of an address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['', ''],
    ['nonsense', 'nonsense'],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
