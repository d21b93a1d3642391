import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/application/messages.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { posted, textOf } from './forms.ts';

const FIELDS = {
  ...{ token: '0b0e7c64-9a0e-4b7e-9d57-0a52e6c6f0a1', way: 'visit', happenedAt: '', type: 'report' },
  ...{ category: 'roads', priority: '', segment: 'citizen', language: 'ar', text: 'حفرة في حي النزهة' },
  ...{ subject: 'حفرة أمام المدرسة', name: 'ليلى', email: '', phone: '055 123 4567', district: '' },
  ...{ words: '', position: '', service: '', toMe: '1' },
};

async function opened(fields: Partial<Record<keyof typeof FIELDS | 'acknowledge', string>> = {}) {
  const console = aConsole();
  const send = () => console.app.request('/cases/new/open', posted({ ...FIELDS, ...fields }));
  const answer = await send();
  const reference = /\/cases\/([^?]+)/u.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  const stored = await console.store.load('case', reference);
  return { console, send, answer, reference, stored };
}

describe('a case that is opened by hand', () => {
  it('is a case like any other, with its message, its place and its agent', async () => {
    const { console, send, answer, reference, stored } = await opened();
    expect(answer.status).toBe(303);
    expect(stored).toMatchObject({
      ...{
        type: 'report',
        category: 'roads',
        department: 'operations',
        channel: 'visit',
        priority: 'normal',
      },
      ...{ subject: 'حفرة أمام المدرسة', place: { district: 'nuzhah' }, assignee: 'salem', status: 'open' },
      beneficiary: { name: 'ليلى', phone: '+966551234567', authenticated: false },
    });
    const [first] = await console.store.timeline('case', reference);
    expect(first).toMatchObject({
      by: 'agent:salem',
      events: [{ data: { acknowledge: false, channel: 'visit' } }],
    });
    expect(await readMessage(console.blobs, reference, first?.cause ?? '')).toMatchObject({
      ...{ direction: 'in', channel: 'visit', text: 'حفرة في حي النزهة' },
    });
    const page = await (await console.app.request(`/cases/${reference}?done=opened`)).text();
    for (const part of ['فُتحت المعاملة', 'حضور شخصي', 'حفرة في حي النزهة', 'النزهة'])
      expect(textOf(page)).toContain(part);
    expect((await send()).headers.get('location')).toBe(answer.headers.get('location'));
    expect(await console.store.timeline('case', reference)).toHaveLength(2);
  });

  it('is dated by its arrival, and acknowledged when staff says so', async () => {
    const { console, reference, stored } = await opened({
      ...{ way: 'letter', happenedAt: '2026-01-04T09:00', email: 'laila@example.com', acknowledge: '1' },
    });
    expect(stored).toMatchObject({ openedAt: T - HOUR, channel: 'letter' });
    expect(stored).not.toHaveProperty('acknowledge');
    expect((await console.store.timeline('case', reference))[0]?.events).toMatchObject([
      { data: { acknowledge: true } },
    ]);
  });

  it('has a person of its own when it has no contact', async () => {
    const [first, second] = [
      await opened({ phone: '' }),
      await opened({ phone: '', token: '1b0e7c64-9a0e-4b7e-9d57-0a52e6c6f0a1' }),
    ];
    expect(first.stored?.beneficiary.id).not.toBe(second.stored?.beneficiary.id);
  });

  it.each([
    ['without a subject', { subject: '' }, 'الموضوع: تُرجى كتابة الموضوع'],
    ['without a text', { text: ' ' }, 'ما طلبه المستفيد: تُرجى كتابة الطلب'],
    ['without a type', { type: '' }, 'النوع: يُرجى اختيار النوع'],
    ['of a strange category', { category: 'x' }, 'التصنيف: يُرجى اختيار التصنيف'],
    ['of a strange district', { district: 'x' }, 'الحي: يُرجى اختيار الحي'],
    ['of a strange service', { service: 'x' }, 'الخدمة: يُرجى اختيار الخدمة'],
    ['of tomorrow', { happenedAt: '2026-01-05T09:00' }, 'متى وصلت: تُرجى كتابة وقت مضى'],
    ['of long ago', { happenedAt: '1999-01-05T09:00' }, 'متى وصلت: تُرجى كتابة وقت مضى'],
    ['of another planet', { position: '25.2854, 51.5310' }, 'خارج المملكة'],
    ['with a short number', { phone: '12' }, 'الهاتف: تُرجى كتابة رقم هاتف صحيح'],
    ['in no way', { way: 'mail' }, 'كيف وصلت: يُرجى اختيار'],
  ])('%s is refused with the reason, and the form stays filled', async (_, fields, reason) => {
    const { answer, console } = await opened(fields);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textOf(page)).toContain(reason);
    if (!('text' in fields)) expect(page).toContain('حفرة في حي النزهة');
    expect(page).toContain('value="ليلى"');
    expect(console.store.commits).toEqual([]);
  });

  it('is not for leaders, and its page is in both languages', async () => {
    const { app } = aConsole({ agent: { user: 'amal', name: 'أمل', roles: ['leader'] } });
    expect((await app.request('/cases/new')).status).toBe(403);
    expect((await app.request('/cases/new/open', posted(FIELDS))).status).toBe(403);
    for (const [language, title] of [
      ['ar', 'معاملة جديدة'],
      ['en', 'New case'],
    ] as const) {
      const page = await aConsole().app.request('/cases/new', {
        headers: { cookie: `language=${language}` },
      });
      expect(textOf(await page.text())).toContain(title);
    }
  });
});
