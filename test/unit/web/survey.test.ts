import { describe, expect, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const expiresAt = WORKING_MORNING + 14 * DAY;

/** A resolved case with an open survey, the app of the page and the link. */
async function asked(over: Partial<Case> = {}) {
  const store = new MemoryStore();
  const clock = fixedClock();
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  const errors: Error[] = [];
  const supportCase = aCase({
    status: 'resolved',
    resolution: { at: WORKING_MORNING, by: 'agent:salem', outcome: 'أُصلح' },
    survey: { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt },
    ...over,
  });
  store.seed(supportCase);
  const rules = { current: async () => shippedRules() };
  const app = surveyApp({
    store,
    rules,
    clock,
    keys,
    quotas: new MemoryQuotas(),
    onError: (error) => errors.push(error),
  });
  const link = `/s/${await surveyToken(keys, { reference: supportCase.id, invitation: 's0', expiresAt })}`;
  const open = async (path = link) => (await app.request(path)).text();
  const nonce = async () => {
    const found = /name="nonce" value="([^"]+)"/u.exec(await open())?.[1] ?? '';
    clock.advance(3_000);
    return found;
  };
  const answer = async (fields: Record<string, string>, path = link) =>
    app.request(path, { method: 'POST', body: new URLSearchParams({ nonce: await nonce(), ...fields }) });
  return { app, store, clock, currentCase: supportCase, link, open, nonce, answer };
}

const survey = async ({ store, currentCase: supportCase }: Awaited<ReturnType<typeof asked>>) =>
  (await store.load('case', supportCase.id))?.survey;

describe('the survey page', () => {
  it('asks in both languages, the own one first, with nothing chosen', async () => {
    const { open } = await asked();
    const page = await open();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page.indexOf('هل انتهت معاملتك؟')).toBeLessThan(page.indexOf('Is your matter finished?'));
    expect(page).not.toContain(' checked');
    expect([...page.matchAll(/name="score" value="[1-5]"/gu)]).toHaveLength(5);
  });

  it('asks an English case in English', async () => {
    const { open } = await asked({ language: 'en' });
    expect(await open()).toContain('<html lang="en" dir="ltr">');
  });

  it('has a button out of sight before the five', async () => {
    const page = await (await asked()).open();
    expect(/<button[^>]*>/u.exec(page)?.[0]).toContain('value="none"');
  });

  it.each(['GET', 'HEAD'])('records nothing on %s, however often, and is kept nowhere', async (method) => {
    const given = await asked();
    for (let n = 0; n < 5; n += 1) {
      const { headers, status } = await given.app.request(`${given.link}?score=1`, { method });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    }
    expect(given.store.commits).toHaveLength(0);
  });

  it('records a good answer and closes the case', async () => {
    const given = await asked();
    const response = await given.answer({ finished: 'yes', score: '5', comment: ' شكرًا ' });
    expect(await response.text()).toContain('وصلتنا إجابتك');
    const stored = await given.store.load('case', given.currentCase.id);
    expect(stored?.survey).toMatchObject({ state: 'answered', score: 5, finished: true, comment: 'شكرًا' });
    expect(stored?.status).toBe('closed');
  });

  it.each([
    [{ finished: 'no', score: '5' }, 'أعدنا فتح معاملتك', 'open'],
    [{ finished: 'no', score: '1' }, 'أعدنا فتح معاملتك', 'open'],
    // A low score of a finished matter is a task of a supervisor. It reopens nothing.
    [{ finished: 'yes', score: '1' }, 'سيتواصل معك فريق الإشراف', 'closed'],
    [{ finished: 'yes', score: '2' }, 'سيتواصل معك فريق الإشراف', 'closed'],
    [{ finished: 'yes', score: '3' }, 'وصلتنا إجابتك', 'closed'],
  ])('says what follows the answer %j', async (fields, says, status) => {
    const given = await asked();
    const page = await (await given.answer(fields)).text();
    expect(page).toContain(says);
    expect(page.includes('سيتواصل معك فريق الإشراف')).toBe(says.includes('فريق الإشراف'));
    expect((await given.store.load('case', given.currentCase.id))?.status).toBe(status);
  });

  it('shows the answer that was taken on a double click, and stores it once', async () => {
    const given = await asked();
    const nonce = await given.nonce();
    const click = () => given.answer({ nonce, finished: 'yes', score: '5' });
    const [one, two] = await Promise.all([click(), click()]);
    for (const page of [await one.text(), await two.text()])
      expect(page).toMatch(/وصلتنا إجابتك|إجابتك التي سجّلناها/u);
    expect(given.store.commits).toHaveLength(1);
    expect(await given.open()).toContain('Very satisfied');
  });

  it('corrects the answer within half an hour, marked, and keeps the first score beside it', async () => {
    const given = await asked();
    await given.answer({ finished: 'yes', score: '5' });
    given.clock.advance(29 * MINUTE);
    const page = await (await given.answer({ finished: 'no', score: '1' })).text();
    expect(page).toContain('إجابتك التي سجّلناها');
    expect(await survey(given)).toMatchObject({ score: 1, first: 5, finished: false, changes: 1 });
    const [event] = given.store.commits.at(-1)?.events ?? [];
    expect(event).toMatchObject({ data: { score: 1, corrects: { score: 5, finished: true } } });
    const supportCase = await given.store.load('case', given.currentCase.id);
    expect(supportCase).toMatchObject({ status: 'open', confirmation: { state: 'contested' } });
  });

  it('stores one later answer beside the first, and shows the page of a used link', async () => {
    const given = await asked();
    const early = await given.nonce();
    await given.answer({ nonce: early, finished: 'yes', score: '5' });
    given.clock.advance(20 * MINUTE);
    const nonce = await given.nonce();
    given.clock.advance(15 * MINUTE);
    for (let n = 0; n < 20; n += 1)
      expect(await (await given.answer({ nonce, finished: 'no', score: '1' })).text()).toContain(
        'No question is waiting',
      );
    expect(await survey(given)).toMatchObject({ score: 5, finished: true });
    expect(given.store.commits.flatMap(({ events }) => events.map(({ data }) => data))).toContainEqual(
      expect.objectContaining({ later: true, score: 1 }),
    );
    expect(given.store.commits).toHaveLength(2);
  });

  it('takes a few corrections of one link, and not a thousand answers', async () => {
    const given = await asked();
    await given.answer({ finished: 'yes', score: '5' });
    const nonce = await given.nonce();
    for (let n = 0; n < 1_000; n += 1)
      await given.answer({ nonce, finished: 'yes', score: String((n % 5) + 1) });
    expect(given.store.commits).toHaveLength(5);
    expect(await survey(given)).toMatchObject({ first: 5, changes: 4 });
  });

  it('has the questions of the version with which the beneficiary was invited', async () => {
    const invited = { state: 'invited', invitation: 's0', at: WORKING_MORNING, expiresAt } as const;
    expect(await (await asked()).open()).not.toContain('name="ease"');
    const given = await asked({ survey: { ...invited, definition: 'resolution-2' } });
    const page = await given.open();
    expect([...page.matchAll(/name="ease"/gu)]).toHaveLength(5);
    expect(page).not.toContain(' checked');
    const nonce = await given.nonce();
    const body = new URLSearchParams({ nonce, finished: 'yes', score: '2', ease: '1' });
    for (const reason of ['time', 'no-news', 'made-up']) body.append('reasons', reason);
    await given.app.request(given.link, { method: 'POST', body });
    expect(await survey(given)).toMatchObject({ score: 2, ease: 1, reasons: ['time', 'no-news'] });
    expect(given.store.commits.at(-1)?.events[0]).toMatchObject({
      data: { definition: 'resolution-2', ease: 1 },
    });
  });

  it('takes a late answer and marks it', async () => {
    const given = await asked();
    given.clock.set(expiresAt + DAY);
    await given.answer({ finished: 'yes', score: '4' });
    const [commit] = given.store.commits;
    expect(commit?.events).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ late: true, score: 4 }) }),
    ]);
  });

  it.each([
    [{ score: '5' }, 'Please answer: is your matter finished?'],
    [{ finished: 'yes' }, 'Please choose your satisfaction'],
    [{ finished: 'yes', score: '6' }, 'Please choose your satisfaction'],
    [{ finished: 'maybe', score: '5' }, 'Please answer: is your matter finished?'],
    [{ finished: 'yes', score: '5', comment: 'x'.repeat(2001) }, 'longer than 2,000'],
  ])('names what is wrong and records nothing: %#', async (fields, message) => {
    const given = await asked();
    const response = await given.answer(fields as Record<string, string>);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(message);
    expect(given.store.commits).toHaveLength(0);
  });

  it('keeps what was answered when something is missing', async () => {
    const given = await asked();
    const page = await (await given.answer({ finished: 'no', comment: 'ما زال مطفأ' })).text();
    expect(page).toMatch(/value="no" required checked/u);
    expect(page).toContain('ما زال مطفأ');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no seal', { nonce: '' }, 'no-page'],
    ['a made-up seal', { nonce: 'made-up' }, 'no-page'],
    ['a forged seal', { nonce: '0.aaaaaaaaaaaaaaaaaaaaaa' }, 'no-page'],
    ['the hidden button', { score: 'none' }, 'hidden-button'],
  ])(
    'keeps an answer with %s apart, once, and the beneficiary can still answer',
    async (_, fields, because) => {
      const given = await asked();
      for (let n = 0; n < 3; n += 1) {
        const response = await given.answer({ finished: 'no', score: '1', ...fields });
        expect(response.status).toBe(422);
        expect(await response.text()).toContain('We have not counted your answer yet');
      }
      expect(given.store.commits.flatMap(({ events }) => events)).toEqual([
        { type: 'rida.outcome.suspected.v1', data: { question: 's0', because } },
      ]);
      expect((await given.store.load('case', given.currentCase.id))?.status).toBe('resolved');
      await given.answer({ finished: 'yes', score: '5' });
      expect(await survey(given)).toMatchObject({ score: 5 });
    },
  );

  it('keeps an answer apart that came sooner than a person reads', async () => {
    const given = await asked();
    const nonce = /name="nonce" value="([^"]+)"/u.exec(await given.open())?.[1] ?? '';
    const post = (score: string) =>
      given.app.request(given.link, {
        method: 'POST',
        body: new URLSearchParams({ nonce, finished: 'yes', score }),
      });
    given.clock.advance(1_999);
    await post('1');
    expect(await survey(given)).toMatchObject({ state: 'invited' });
    given.clock.advance(1);
    await post('4');
    expect(await survey(given)).toMatchObject({ score: 4 });
  });

  it('asks again after the page was open for long', async () => {
    const given = await asked();
    const nonce = await given.nonce();
    given.clock.advance(31 * MINUTE);
    const response = await given.answer({ nonce, finished: 'yes', score: '5' });
    expect(await response.text()).toContain('The page was open for long');
    expect(given.store.commits).toHaveLength(0);
  });

  it('shows the words of an answer that came too late, so that they can be copied', async () => {
    const given = await asked();
    given.store.seed({ ...given.currentCase, survey: { state: 'suppressed', reason: 'opted-out' } });
    const fields = { finished: 'yes', comment: 'الطريق <b> جيد', score: '5' };
    const late = await given.app.request(given.link, { method: 'POST', body: new URLSearchParams(fields) });
    expect(await late.text()).toContain('readonly>الطريق &lt;b&gt; جيد</textarea>');
  });

  it('shows one and the same page for forged, foreign and answered links', async () => {
    const given = await asked();
    const forged = await given.open(given.link.slice(0, -1) + (given.link.endsWith('A') ? 'B' : 'A'));
    const foreign = await given.open('/s/anything');
    await given.answer({ finished: 'yes', score: '5' });
    given.clock.advance(31 * MINUTE);
    const used = await given.open();
    expect(forged).toBe(used);
    expect(foreign).toBe(used);
    expect(used).not.toContain(given.currentCase.id);
  });
});

describe('tracking a case', () => {
  const ask = async (fields: Record<string, string>, over: Partial<Case> = {}) => {
    const given = await asked({ status: 'open', ...over });
    const body = new URLSearchParams({
      reference: given.currentCase.id,
      contact: 'norah@example.com',
      ...fields,
    });
    const response = await given.app.request('/t', { method: 'POST', body });
    return { page: await response.text(), status: response.status, given };
  };

  it('shows the status and the promised time to who knows both', async () => {
    const { page } = await ask({ contact: 'Norah@Example.com ' });
    expect(page).toContain('قيد المعالجة');
    expect(page).toContain('4 يناير 2026م الموافق 15 رجب 1447هـ');
  });

  it('follows a merge to the case that continues it, however many there were', async () => {
    const chain = Array.from({ length: 8 }, () => aCase({ status: 'closed', beneficiary: aBeneficiary() }));
    const last = aCase({ status: 'pending-department' });
    const given = aConsole();
    given.store.seed(last);
    for (const [at, one] of chain.entries())
      given.store.seed({
        ...one,
        merged: { into: chain[at + 1]?.id ?? last.id, at: WORKING_MORNING, status: 'open' },
      });
    const body = new URLSearchParams({ reference: chain[0]?.id ?? '', contact: 'norah@example.com' });
    const page = await (await given.app.request('/t', { method: 'POST', body })).text();
    expect(page).toContain(last.id);
    expect(page).toContain('نتابعها معك في المعاملة');
    expect(page).not.toContain('مغلقة');
  });

  it('takes the telephone number in any form', async () => {
    const beneficiary = { id: 'b', phone: '+966501234567', authenticated: false };
    const { page } = await ask({ contact: '٠٥٠ ١٢٣ ٤٥٦٧' }, { beneficiary });
    expect(page).toContain('قيد المعالجة');
  });

  it('answers alike for an unknown reference and a stranger', async () => {
    const stranger = await ask({ contact: 'else@example.com' });
    const unknown = await ask({ reference: '4K7-R2M-0385', contact: 'else@example.com' });
    const strip = (page: string) => page.replaceAll(/name="reference"[^>]*>/gu, '');
    expect(strip(stranger.page)).toBe(strip(unknown.page));
    expect(stranger.status).toBe(unknown.status);
    expect(stranger.page).toContain('We found no case');
  });

  it('begins with an empty form that tells nothing', async () => {
    const { app } = await asked();
    const page = await (await app.request('/t?lang=en')).text();
    expect(page).toContain('<html lang="en" dir="ltr">');
    expect(page).not.toContain('role="status"');
  });
});
