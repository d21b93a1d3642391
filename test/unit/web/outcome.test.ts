import { describe, expect, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { DAY, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

const expiresAt = T + 14 * DAY;

/** A resolved case whose beneficiary is asked, the app of the page, and its link. */
async function asked(over: Partial<Case> = {}) {
  const store = new MemoryStore();
  const clock = fixedClock();
  const supportCase = aCase({
    status: 'resolved',
    assignee: 'huda',
    resolution: { at: T, by: 'agent:salem', as: 'done', outcome: 'استُبدل المصباح <b>' },
    survey: { state: 'invited', invitation: 's0', at: T, expiresAt },
    confirmation: { state: 'asked', question: 'c0', by: 'mail' },
    ...over,
  });
  store.seed(supportCase);
  const app = surveyApp({
    ...{ store, clock, keys, rules: { current: async () => shippedRules() }, quotas: new MemoryQuotas() },
    onError(error) {
      throw error;
    },
  });
  const ticket = { reference: supportCase.id, question: 'c0', expiresAt };
  const link = `/s/c/${await outcomeToken(keys, ticket)}`;
  const get = async (path = link) => (await app.request(path)).text();
  const nonce = async () => /name="nonce" value="([^"]+)"/u.exec(await get())?.[1] ?? '';
  const post = (fields: Record<string, string>, path = link) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  /** Answer as a person does: open the page, read it for three seconds, press a button. */
  const answer = async (fields: Record<string, string>) => {
    const seal = await nonce();
    clock.advance(3 * SECOND);
    return post({ nonce: seal, ...fields });
  };
  const current = async () => (await store.load('case', supportCase.id)) ?? supportCase;
  const events = () => store.commits.flatMap((commit) => commit.events.map(({ type }) => type));
  return { app, store, clock, link, get, nonce, post, answer, current, events, id: supportCase.id, ticket };
}

describe('the page of an outcome', () => {
  it('folds the optional questions, and unfolds them with the answers that a refused form had', async () => {
    const invited = {
      state: 'invited',
      invitation: 's0',
      at: T,
      expiresAt,
      definition: 'resolution-2',
    } as const;
    const { get, answer } = await asked({ survey: invited });
    expect(await get()).toMatch(/<details><summary>.*name="ease".*<\/details>.*value="yes"/su);
    const refused = await answer({ ease: '4', comment: 'x'.repeat(2_001), answer: 'yes' });
    expect(await refused.text()).toMatch(/<details open>.*name="ease" value="4" checked/su);
  });

  it('says what was done, in both languages, and has chosen nothing', async () => {
    const page = await (await asked()).get();
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('استُبدل المصباح &lt;b&gt;');
    expect(page.indexOf('نعدّ معاملتك منتهية')).toBeLessThan(page.indexOf('We regard your matter'));
    expect(page).not.toContain(' checked');
    expect(page).not.toMatch(/<script(?! src="\/s\/assets\/public\.js\?v=\w+" defer>)/u);
    expect(/<button[^>]*>/u.exec(page)?.[0]).toContain('value="none"');
    expect([...page.matchAll(/type="radio" name="score"/gu)]).toHaveLength(5);
  });

  it('shows the words of an answer that came too late, so that they can be copied', async () => {
    const given = await asked();
    const seal = await given.nonce();
    given.clock.advance(60 * DAY);
    const late = await given.post({ nonce: seal, answer: 'no', comment: 'ما زالت مطفأة <b>' });
    expect(await late.text()).toContain('readonly>ما زالت مطفأة &lt;b&gt;</textarea>');
  });

  it.each<NonNullable<Case['survey']>>([
    { state: 'planned', at: T },
    { state: 'suppressed', reason: 'opted-out' },
    { state: 'suppressed', reason: 'cool-down' },
  ])('has no rating where the survey is $state', async (survey) => {
    const given = await asked({ survey });
    expect(await given.get()).not.toContain('name="score"');
    await given.answer({ answer: 'yes', score: '1' });
    expect(given.events().filter((type) => type !== 'rida.survey.suppressed.v1')).toEqual([
      ...['rida.outcome.answered.v1', 'rida.case.closed.v1'],
    ]);
  });

  it('takes a confirmation with a score and words, and shows what was taken', async () => {
    const given = await asked();
    const page = await (await given.answer({ answer: 'yes', score: '4', comment: ' شكرًا ' })).text();
    expect(page).toContain('سجّلنا أن معاملتك انتهت');
    expect(await given.current()).toMatchObject({
      ...{ status: 'closed', confirmation: { state: 'confirmed', comment: 'شكرًا' } },
      survey: { state: 'answered', score: 4 },
    });
  });

  it('takes a contest, and names the time of the next contact', async () => {
    const given = await asked({ language: 'en' });
    const page = await (await given.answer({ answer: 'no' })).text();
    expect(page).toContain('not finished, and opened it again');
    expect(page).toMatch(/We will contact you by.*January 2026/su);
    expect(await given.current()).toMatchObject({ status: 'open', assignee: 'huda' });
  });

  it('does not promise that the answer of an unproven sender closes the case', async () => {
    const given = await asked({ beneficiary: aBeneficiary({ authenticated: false }) });
    expect(await (await given.answer({ answer: 'yes' })).text()).toContain('سيطّلع عليها فريقنا');
    expect((await given.current()).status).toBe('resolved');
  });
});

it('takes the answer by the link of a text message as the word of the owner of the number', async () => {
  const given = await asked({
    beneficiary: { id: 'caller', phone: '+966512345678', authenticated: false },
    confirmation: { state: 'asked', question: 'c0', by: 'message' },
  });
  await given.answer({ answer: 'yes' });
  expect(await given.current()).toMatchObject({
    ...{ status: 'closed', confirmation: { state: 'confirmed', mode: 'message' } },
  });
  await given.answer({ answer: 'no' });
  expect(await given.current()).toMatchObject({ confirmation: { state: 'contested', mode: 'message' } });
});

describe('a program', () => {
  it.each<[string, RequestInit]>([
    ['HEAD', { method: 'HEAD' }],
    ['GET', { method: 'GET' }],
    ['prefetch', { headers: { 'Sec-Purpose': 'prefetch;prerender', Purpose: 'prefetch' } }],
  ])('that only opens the link changes nothing: %s', async (_, init) => {
    const given = await asked();
    for (let n = 0; n < 3; n += 1) {
      const { status, headers } = await given.app.request(`${given.link}?answer=no`, init);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(given.store.commits).toHaveLength(0);
  });

  it.each<[string, string, (given: Awaited<ReturnType<typeof asked>>) => Promise<Record<string, string>>]>([
    ['posts without the page', 'no-page', async () => ({ answer: 'no' })],
    [
      'posts with a made-up seal',
      'no-page',
      async () => ({ nonce: '0.aaaaaaaaaaaaaaaaaaaaaa', answer: 'no' }),
    ],
    [
      'opens the page and posts at once',
      'too-soon',
      async ({ nonce }) => ({ nonce: await nonce(), answer: 'no' }),
    ],
    [
      'posts after 1.9 seconds',
      'too-soon',
      async ({ nonce, clock }) => {
        const seal = await nonce();
        clock.advance(1_999);
        return { nonce: seal, answer: 'yes', score: '1' };
      },
    ],
    [
      'presses the first button',
      'hidden-button',
      async ({ nonce, clock }) => {
        const seal = await nonce();
        clock.advance(MINUTE);
        return { nonce: seal, answer: 'none' };
      },
    ],
  ])('that %s is kept apart, however often, and the person can still answer', async (_, because, fields) => {
    const given = await asked();
    for (let n = 0; n < 20; n += 1) {
      const answer = await given.post(await fields(given));
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('لم نحتسب إجابتك بعد');
    }
    expect(given.store.commits.map((commit) => commit.events)).toEqual([
      [{ type: 'rida.outcome.suspected.v1', data: { question: 'c0', because } }],
    ]);
    expect((await given.current()).confirmation).toMatchObject({ state: 'asked' });
    await given.answer({ answer: 'no' });
    expect((await given.current()).confirmation).toMatchObject({ state: 'contested' });
  });
});

describe('the answer of a person', () => {
  it('is stored once and shown after a double click', async () => {
    const given = await asked();
    const nonce = await given.nonce();
    given.clock.advance(3 * SECOND);
    const [first, second] = await Promise.all([
      given.post({ nonce, answer: 'yes' }),
      given.post({ nonce, answer: 'yes' }),
    ]);
    for (const answer of [first, second, await given.post({ nonce, answer: 'yes' })])
      expect(await answer.text()).toContain('سجّلنا أن معاملتك انتهت');
    expect(given.store.commits).toHaveLength(1);
  });

  it('is corrected with the same link, back and forth', async () => {
    const given = await asked();
    await given.answer({ answer: 'yes' });
    expect(await given.get()).toContain('يمكنك تصحيحها');
    await given.answer({ answer: 'no' });
    expect((await given.current()).status).toBe('open');
    const page = await (await given.answer({ answer: 'yes' })).text();
    expect(page).toContain('سجّلنا أن معاملتك انتهت');
    expect((await given.current()).status).toBe('closed');
  });

  it('from a page left open past the time for corrections is stored beside the first answer', async () => {
    const given = await asked();
    await given.answer({ answer: 'yes' });
    given.clock.advance(25 * MINUTE);
    const nonce = await given.nonce();
    given.clock.advance(6 * MINUTE);
    for (let n = 0; n < 3; n += 1)
      expect(await (await given.post({ nonce, answer: 'no' })).text()).toContain('وتبقى إجابتك الأولى');
    expect((await given.current()).status).toBe('closed');
    expect(given.events().filter((type) => type === 'rida.outcome.answered.v1')).toHaveLength(2);
  });

  it('is asked again from a stale page, with too long a comment or without a button, and the words are kept', async () => {
    const given = await asked();
    const nonce = await given.nonce();
    given.clock.advance(31 * MINUTE);
    const stale = await given.post({ nonce, answer: 'no', comment: 'ما زال مطفأ', score: '2' });
    const page = await stale.text();
    expect(stale.status).toBe(422);
    expect(page).toContain('بقيت الصفحة مفتوحة طويلًا');
    expect(page).toContain('ما زال مطفأ');
    expect(page).toMatch(/value="2" checked/u);
    expect((await given.answer({ answer: 'no', comment: 'x'.repeat(2001) })).status).toBe(422);
    expect(await (await given.answer({})).text()).toContain('يُرجى الضغط على أحد الزرين');
    expect(given.store.commits).toHaveLength(0);
  });
});

describe('a link without an open question', () => {
  it.each<[string, (given: Awaited<ReturnType<typeof asked>>) => Promise<string>]>([
    ['forged', async ({ link }) => `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`],
    ['cut', async ({ link }) => link.slice(0, -9)],
    [
      'of another case',
      async ({ ticket }) => `/s/c/${await outcomeToken(keys, { ...ticket, reference: '9A1-1A1-0002' })}`,
    ],
    [
      'of another resolution',
      async ({ ticket }) => `/s/c/${await outcomeToken(keys, { ...ticket, question: 'c7' })}`,
    ],
    [
      'of a survey',
      async ({ id }) => `/s/c/${await surveyToken(keys, { reference: id, invitation: 'c0', expiresAt })}`,
    ],
    [
      'used',
      async (given) => {
        await given.answer({ answer: 'yes' });
        given.clock.advance(31 * MINUTE);
        return given.link;
      },
    ],
    [
      'expired',
      async ({ clock, link }) => {
        clock.set(expiresAt + 1);
        return link;
      },
    ],
  ])('shows one page, and an answer by it changes nothing: %s', async (_, linkOf) => {
    const given = await asked();
    const unknown = await given.get('/s/c/none');
    expect(unknown).toContain('لا سؤال بانتظار إجابتك');
    const link = await linkOf(given);
    const before = given.store.commits.length;
    expect(await given.get(link)).toBe(unknown);
    await given.post({ answer: 'no' }, link);
    const after = given
      .events()
      .slice(before)
      .filter((type) => type !== 'rida.outcome.suspected.v1');
    expect(after.includes('rida.case.reopened.v1')).toBe(false);
  });

  it.each<[string, string, (given: Awaited<ReturnType<typeof asked>>) => Promise<void>]>([
    [
      'a confirmation after the case was opened again',
      'yes',
      async ({ store, current }) => {
        const { confirmation: _, ...open } = await current();
        store.seed({ ...open, status: 'open', generation: 1 });
      },
    ],
    [
      'a confirmation of the earlier resolution after the next one',
      'yes',
      async ({ store, current }) => {
        const confirmation = { state: 'asked', question: 'c1', by: 'mail' } as const;
        store.seed({ ...(await current()), generation: 1, confirmation });
      },
    ],
    [
      'a contest after the window, from a page opened within it',
      'no',
      async ({ clock }) => clock.set(expiresAt + 1),
    ],
  ])('takes no answer: %s', async (_, answer, then) => {
    const given = await asked();
    given.clock.set(expiresAt - MINUTE);
    const nonce = await given.nonce();
    await then(given);
    given.clock.advance(3 * SECOND);
    const page = await (await given.post({ nonce, answer, score: '1' })).text();
    expect(page).toContain('لا سؤال بانتظار إجابتك');
    expect(given.store.commits).toHaveLength(0);
  });

  it('takes a few corrections, and not a thousand answers', async () => {
    const given = await asked();
    await given.answer({ answer: 'yes' });
    const nonce = await given.nonce();
    given.clock.advance(3 * SECOND);
    for (let n = 0; n < 1_000; n += 1)
      await given.post({ nonce, answer: n % 2 === 0 ? 'no' : 'yes', comment: `${n}` });
    const answered = given.events().filter((type) => type === 'rida.outcome.answered.v1');
    expect(answered).toHaveLength(5);
    expect(await given.current()).toMatchObject({ status: 'closed', confirmation: { changes: 4 } });
  });

  it.each<[string, Partial<Case>]>([
    ['erased', { erased: { at: T, because: 'request' } }],
    ['merged', { merged: { into: '9A1-1A1-0002', at: T, status: 'resolved' } }],
    [
      'not asked',
      { status: 'open', confirmation: { state: 'not-asked', question: 'c0', reason: 'machine' } },
    ],
  ])('belongs to a case that was %s', async (_, over) => {
    const given = await asked(over);
    expect(await given.get()).toBe(await given.get('/s/c/none'));
    expect(await (await given.post({ answer: 'yes' })).text()).toContain('لا سؤال بانتظار إجابتك');
    expect(given.store.commits).toHaveLength(0);
  });
});
