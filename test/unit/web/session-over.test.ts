import { describe, expect, it } from 'vitest';
import { aConsole } from '#test/builders/a-console.ts';
import { posted, textOf } from './forms.ts';

const send = (path: string, init: RequestInit) => aConsole({ nobody: true }).app.request(path, init);
const sameSite = { 'Sec-Fetch-Site': 'same-origin' };

/** Return the fields of the form that sends the text again. */
const keptIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name,
      value,
    ]),
  );

describe('a form that is sent after the session has ended', () => {
  it.each([
    ['/cases/1M7-0A7-4611/reply', { token: 't', seen: '3', text: 'يعمل عليه فريق الميدان الآن.' }],
    ['/cases/1M7-0A7-4611/note', { token: 't', text: '<script>alert(1)</script> & "quotes"' }],
    ['/settings/survey', { _base: '4', 'survey.delayHours': '24' }],
    ['/settings/apply', { base: '1', document: '{"a": 1}', note: 'a reason' }],
    ['/people/abc/join', { token: 't', contact: '٠٥٠٤٤٤٠٠٠١' }],
    ['/absence/plan', { token: 't', user: 'huda' }],
    ['/calls-out/call-back', { token: 't', reference: '1M7-0A7-4611', purpose: 'follow-up' }],
  ])('%s is kept, and nothing leads to another site', async (path, fields) => {
    const answer = await send(path, posted(fields));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('location')).toBeNull();
    const page = await answer.text();
    expect(page).toContain(`action="${path}"`);
    expect(page).not.toContain('<script>alert');
    const kept = keptIn(page);
    expect(Object.keys(kept)).toEqual(Object.keys(fields));
    expect(textOf(page)).toContain('انتهت جلستك');
  });

  it('shows a written text, so that it can be copied', async () => {
    const fields = { text: 'two words', draft: '0b0f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01 note' };
    const page = await (await send('/cases/1M7-0A7-4611/note', posted(fields))).text();
    expect([...page.matchAll(/readonly>([^<]*)<\/textarea>/gu)].map(([, words]) => words)).toEqual([
      'two words',
    ]);
  });

  it('keeps repeated fields and their order', async () => {
    const body = new URLSearchParams([
      ['days', 'sun'],
      ['days', 'mon'],
    ]);
    const page = await (await send('/settings/x', { method: 'POST', body, headers: sameSite })).text();
    expect([...page.matchAll(/name="days" value="(\w+)"/gu)].map(([, day]) => day)).toEqual(['sun', 'mon']);
  });

  it.each([
    ['with a file', new File(['x'], 'a.txt')],
    ['that is too large', 'x'.repeat(1_500_000)],
  ])('%s asks for it again and offers no incomplete form', async (_, value) => {
    const body = new FormData();
    body.set('text', 'a text');
    body.set('files', value);
    const answer = await send('/cases/1M7-0A7-4611/reply', { method: 'POST', body, headers: sameSite });
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).not.toContain('<form');
    expect(textOf(page)).toContain('ويلزم إرفاقها في النموذج من جديد');
  });

  it('still redirects a page to the sign-in', async () => {
    expect((await send('/cases', {})).status).toBe(302);
  });

  it('is refused from another site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://other.example' };
    const init = { method: 'POST', body: new URLSearchParams({ text: 'x' }), headers };
    expect((await send('/cases/1M7-0A7-4611/note', init)).status).toBe(403);
  });
});
