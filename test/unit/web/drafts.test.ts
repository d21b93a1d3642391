import { describe, expect, it } from 'vitest';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

const EDIT = '0b0f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01';

function aCentre() {
  const desk = aConsole();
  const supportCase = aCase();
  desk.store.seed(supportCase);
  const place = `/cases/${supportCase.id}`;
  const type = (text: string, more: Record<string, string> = {}) =>
    desk.app.request(
      '/drafts',
      posted({ place, form: 'reply', edit: EDIT, fields: JSON.stringify({ text }), ...more }),
    );
  const kept = async () =>
    (await (await desk.app.request(`/drafts?place=${place}`)).json()) as { form: string; fields: object }[];
  return { ...desk, supportCase, place, type, kept };
}

describe('a form that is being typed', () => {
  it('is kept, and is there again on the next page', async () => {
    const { type, kept } = aCentre();
    expect((await type('الفريق في الطريق')).status).toBe(204);
    expect(await kept()).toMatchObject([{ form: 'reply', fields: { text: 'الفريق في الطريق' } }]);
  });

  it('is gone once the form was carried out, and a late draft does not bring it back', async () => {
    const { app, place, type, kept } = aCentre();
    await type('تم');
    const page = await (await app.request(place)).text();
    const fields = { ...hiddenFields(page, 'note'), text: 'تم', draft: `${EDIT} ${place} reply` };
    const done = await app.request(`${place}/note`, posted(fields));
    expect(done.status).toBe(303);
    expect(await kept()).toEqual([]);
    expect((await type('تم')).status).toBe(204);
    expect(await kept()).toEqual([]);
  });

  it('stays when the form is refused, and when it is discarded it is gone', async () => {
    const { app, place, type, kept } = aCentre();
    await type('نص');
    const page = await (await app.request(place)).text();
    const fields = { ...hiddenFields(page, 'reply'), text: '{{promise}}', draft: `${EDIT} ${place} reply` };
    expect((await app.request(`${place}/reply`, posted(fields))).status).toBe(422);
    expect(await kept()).toHaveLength(1);
    const gone = await app.request('/drafts/discard', posted({ place, form: 'reply', edit: EDIT }));
    expect(gone.status).toBe(204);
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['a place of another site', { place: 'https://x.example/' }],
    ['no form', { form: '' }],
    ['a form with a separator of keys', { form: 'a#b' }],
    ['no edit', { edit: 'e1' }],
    ['fields that are no JSON', { fields: '{' }],
    ['fields that are not words', { fields: '{"text":{"a":1}}' }],
    ['a text that no form takes', { fields: JSON.stringify({ text: 'x'.repeat(150_000) }) }],
  ])('is refused with %s', async (_, more) => {
    const { type, kept } = aCentre();
    expect((await type('x', more as Record<string, string>)).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it('is kept only with a session', async () => {
    const { app } = aConsole({ nobody: true });
    expect((await app.request('/drafts', posted({ place: '/cases/1' }))).status).toBe(401);
  });
});

describe('a refused form', () => {
  it('loaded again by its address shows the page it belongs to', async () => {
    const { app, place } = aCentre();
    for (const [path, page] of [
      [`${place}/reply`, place],
      ['/absence/plan', '/absence'],
      ['/calls-out/call-back', '/calls-out'],
      ['/people/abc/join', '/people/abc'],
    ] as const) {
      const answer = await app.request(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([302, page]);
    }
  });

  it.each(['resolve', 'contact', 'ask', 'merge', 'link'] as const)(
    '%s keeps its words also when a colleague has closed the case since then',
    async (action) => {
      const { app, place } = aCentre();
      const page = await (await app.request(place)).text();
      const closing = { ...hiddenFields(page, 'close'), reason: 'withdrawn' };
      expect((await app.request(`${place}/close`, posted(closing))).status).toBe(303);
      const words = { merge: { into: 'كلماتي الأخيرة' }, link: { with: 'كلماتي الأخيرة', as: 'child' } };
      const fields = {
        ...{ text: 'كلماتي الأخيرة', outcome: 'كلماتي الأخيرة', ended: 'done', means: 'phone' },
        ...{ department: 'operations', ...(action in words && words[action as keyof typeof words]) },
      };
      const answer = await app.request(
        `${place}/${action}`,
        posted({ ...hiddenFields(page, action), ...fields }),
      );
      expect(answer.status).toBeGreaterThanOrEqual(409);
      expect(await answer.text()).toContain('كلماتي الأخيرة');
    },
  );

  it('for a call back keeps all its fields', async () => {
    const { app } = aCentre();
    const fields = { token: EDIT, reference: 'ليس رقمًا', purpose: 'investor', notBefore: '2026-01-05T10:30' };
    const page = await (await app.request('/calls-out/call-back', posted(fields))).text();
    expect(page).toContain('value="ليس رقمًا"');
    expect(page).toContain('value="2026-01-05T10:30"');
    expect(page).toContain('<option value="investor" selected>');
  });

  it('names an empty file', async () => {
    const { app, place } = aCentre();
    const shown = hiddenFields(await (await app.request(place)).text(), 'reply');
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...shown, text: 'مرفق الصورة' })) body.set(name, value);
    body.append('files', new File([], 'صورة الحفرة.jpg'));
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const answer = await app.request(`${place}/reply`, { method: 'POST', body, headers });
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toContain('صورة الحفرة.jpg');
    expect(page).toContain('مرفق الصورة');
  });
});
