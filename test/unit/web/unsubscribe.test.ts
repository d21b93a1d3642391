import { describe, expect, it } from 'vitest';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { readUnsubscribeToken, unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

/** A case whose survey invitation has an unsubscribe link. */
async function invited(over: Partial<Case> = {}) {
  const store = new MemoryStore();
  const clock = fixedClock();
  const supportCase = aCase(over);
  store.seed(supportCase);
  const rules = { current: async () => shippedRules() };
  const onError = (error: Error): never => {
    throw error;
  };
  const app = surveyApp({ store, rules, clock, keys, quotas: new MemoryQuotas(), onError });
  const link = `/s/u/${await unsubscribeToken(keys, supportCase.id)}`;
  const open = async () => (await app.request(link)).text();
  const nonce = async () => /name="nonce" value="([^"]+)"/u.exec(await open())?.[1] ?? '';
  const post = async (fields: Record<string, string>) =>
    app.request(link, { method: 'POST', body: new URLSearchParams(fields) });
  const optOuts = async () => (await store.load('person', supportCase.beneficiary.id))?.optOuts ?? [];
  return { app, store, clock, currentCase: supportCase, link, open, nonce, post, optOuts };
}

const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

describe('a link to unsubscribe', () => {
  it('holds for its case alone, and only when this centre sealed it', async () => {
    const token = await unsubscribeToken(keys, '4K7-2M9-0382');
    expect(await readUnsubscribeToken(keys, token)).toBe('4K7-2M9-0382');
    const seal = token.slice(token.indexOf('.'));
    expect(await readUnsubscribeToken(keys, `9T9-0A9-2918${seal}`)).toBeUndefined();
    expect(await readUnsubscribeToken(keys, `${token}x`)).toBeUndefined();
    expect(await readUnsubscribeToken(keys, '')).toBeUndefined();
  });

  it.each(['GET', 'HEAD'])('changes nothing on %s, however often a scanner opens it', async (method) => {
    const { app, link, store } = await invited();
    for (let n = 0; n < 3; n += 1) expect((await app.request(link, { method })).status).toBe(200);
    expect(store.commits).toEqual([]);
  });

  it('shows in both languages what stops and what does not', async () => {
    const page = await (await invited()).open();
    expect(page).toContain('إيقاف الاستبيانات');
    expect(page).toContain('Stop surveys');
    expect(page).toContain('ستصلك رسائلنا عن معاملاتك كالمعتاد');
  });

  it('that is forged, or of an erased case, shows the page that tells nothing', async () => {
    const { app } = await invited();
    const forged = await app.request('/s/u/4K7-2M9-0382.AAAAAAAAAAAAAAAAAAAAAA', {
      method: 'POST',
      body: new URLSearchParams(ONE_CLICK),
    });
    expect(await forged.text()).toContain('لا سؤال بانتظار إجابتك');
    const erased = await invited({ erased: { at: WORKING_MORNING, because: 'request' } });
    expect((await erased.post(ONE_CLICK)).status).toBe(200);
    expect(erased.store.commits).toEqual([]);
  });
});

describe('unsubscribing', () => {
  it('is one click of a mail program, without a page (RFC 8058)', async () => {
    const { post, optOuts, store } = await invited();
    const answer = await post(ONE_CLICK);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('أوقفنا إرسال الاستبيانات إليك');
    expect(await optOuts()).toEqual(['surveys']);
    expect(store.commits.flatMap(({ events }) => events)).toEqual([
      {
        type: 'rida.beneficiary.preferences-changed.v1',
        data: { by: 'beneficiary', changes: [{ preference: 'surveys', from: false, to: true }] },
      },
    ]);
  });

  it('may come as a form of several parts, and twice', async () => {
    const { app, link, optOuts, store } = await invited();
    for (let n = 0; n < 2; n += 1) {
      const body = new FormData();
      body.set('List-Unsubscribe', 'One-Click');
      expect((await app.request(link, { method: 'POST', body })).status).toBe(200);
    }
    expect(await optOuts()).toEqual(['surveys']);
    expect(store.commits).toHaveLength(1);
  });

  it('keeps what else they do not want', async () => {
    const { post, optOuts, store, currentCase: supportCase, clock } = await invited();
    await updatePerson(store, {
      ...{ id: supportCase.beneficiary.id, cause: 'asked', by: 'agent:salem', at: clock.now() },
      recordedAt: clock.now(),
      command: { do: 'prefer', optOuts: ['calls'], by: 'agent:salem' },
    });
    await post(ONE_CLICK);
    expect(await optOuts()).toEqual(['surveys', 'calls']);
  });

  it('is a button of the page, and the way back another', async () => {
    const { post, nonce, optOuts, open, clock } = await invited();
    await post({ wants: 'opt-out', nonce: await nonce() });
    expect(await optOuts()).toEqual(['surveys']);
    expect(await open()).toContain('أريد استلام الاستبيانات من جديد');
    clock.set(clock.now() + 1000);
    const back = await post({ wants: 'opt-in', nonce: await nonce() });
    expect(await back.text()).toContain('You will get our surveys again');
    expect(await optOuts()).toEqual([]);
  });

  it.each([
    ['no nonce', {}],
    ['a nonce of nobody', { nonce: 'a.b' }],
  ])('by the page needs the page: not with %s', async (_, fields) => {
    const { post, optOuts } = await invited();
    expect((await post({ wants: 'opt-out', ...fields })).status).toBe(422);
    expect(await optOuts()).toEqual([]);
  });

  it('by a page that was open too long is asked again', async () => {
    const { post, nonce, optOuts, clock } = await invited();
    const old = await nonce();
    clock.set(clock.now() + HOUR);
    const answer = await post({ wants: 'opt-out', nonce: old });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('الضغط على الزر من جديد');
    expect(await optOuts()).toEqual([]);
  });

  it('is not what any other form means', async () => {
    const { post, optOuts, nonce } = await invited();
    expect((await post({ wants: 'everything', nonce: await nonce() })).status).toBe(422);
    expect((await post({ 'List-Unsubscribe': 'Two-Clicks' })).status).toBe(422);
    expect(await optOuts()).toEqual([]);
  });
});
