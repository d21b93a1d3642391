import { describe, expect, it } from 'vitest';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const pageOf = async ({ app }: ReturnType<typeof aConsole>, path: string, headers = {}) => {
  const response = await app.request(path, { headers });
  return { response, page: await response.text() };
};

describe('the list of cases', () => {
  it('shows the most pressing first over all departments, with time left in words', async () => {
    const console = aConsole();
    const calm = aCase({
      subject: 'حفرة في الطريق',
      department: 'planning',
      nextDueAt: WORKING_MORNING + 9 * HOUR,
    });
    const urgent = aCase({ subject: 'تسرب مياه', priority: 'urgent', nextDueAt: WORKING_MORNING + HOUR });
    console.store.seed(calm, urgent);
    const { page } = await pageOf(console, '/cases');
    expect(page.indexOf('تسرب مياه')).toBeGreaterThan(0);
    expect(page.indexOf('تسرب مياه')).toBeLessThan(page.indexOf('حفرة في الطريق'));
    expect(textOf(page)).toContain('متبقٍ 30 دقيقة');
    expect(page).toContain('dir="rtl"');
  });

  it.each([
    ['Inquiry by telephone', 'استفسار عبر الهاتف'],
    ['بلاغ عبر الهاتف', 'بلاغ عبر الهاتف'],
    ['Inquiry by telephone, please', 'Inquiry by telephone, please'],
    ['Street light', 'Street light'],
  ])(
    'shows the subject «%s» to an Arabic reader as «%s»: a call wrote it, or a person',
    async (subject, shown) => {
      const console = aConsole();
      console.store.seed(aCase({ subject, type: 'report', language: 'en' }));
      expect((await pageOf(console, '/cases')).page).toContain(`${shown}</bdi>`);
    },
  );

  it('says in words that a deadline passed, and counts it', async () => {
    const console = aConsole();
    console.store.seed(aCase({ deadlineAt: WORKING_MORNING + 2 * HOUR }));
    console.clock.advance(4 * HOUR);
    const { page } = await pageOf(console, '/cases');
    expect(page).toContain('due-overdue');
    expect(textOf(page)).toContain('مضى على الموعد ساعتان');
    expect(textOf(page)).toContain('1 متأخرة');
  });

  it('keeps to the filters and to what is mine', async () => {
    const console = aConsole();
    console.store.seed(
      aCase({ subject: 'mine-report', assignee: 'salem', status: 'open' }),
      aCase({ subject: 'mine-inquiry', assignee: 'salem', type: 'inquiry' }),
      aCase({ subject: 'other-report', assignee: 'huda' }),
    );
    const { page } = await pageOf(console, '/cases?mine=1&type=report');
    expect(page).toContain('mine-report');
    expect(page).not.toContain('mine-inquiry');
    expect(page).not.toContain('other-report');
  });

  it('filters by the language of the mail, and names it on the case', async () => {
    const console = aConsole();
    const urdu = aCase({ subject: 'in-urdu', writtenIn: 'ur' });
    console.store.seed(
      urdu,
      aCase({ subject: 'in-arabic' }),
      aCase({ subject: 'in-english', language: 'en' }),
    );
    const subjectsOf = async (language: string) => {
      const { page } = await pageOf(console, `/cases?language=${language}`);
      return ['in-urdu', 'in-arabic', 'in-english'].filter((subject) => page.includes(subject));
    };
    expect(await subjectsOf('ur')).toEqual(['in-urdu']);
    expect(await subjectsOf('ar')).toEqual(['in-arabic']);
    expect(await subjectsOf('en')).toEqual(['in-english']);
    expect(await subjectsOf('tlh')).toHaveLength(3);
    const { page } = await pageOf(console, `/cases/${urdu.id}`);
    expect(textOf(page)).toMatch(/اللغة\s*الأوردية/u);
    expect(textOf(page)).toContain('تُرجى كتابة الرد بالعربية والإنجليزية معًا');
  });

  it('leads from page to page through every case once, whatever department it is in', async () => {
    const console = aConsole();
    const departments = ['operations', 'planning', 'care'];
    const cases = Array.from({ length: 68 }, (_, n) =>
      aCase({ department: departments[n % 3] ?? 'care', nextDueAt: WORKING_MORNING + n * 60_000 }),
    );
    console.store.seed(...cases);
    const seen: string[] = [];
    let path: string | undefined = '/cases';
    while (path !== undefined) {
      const { page } = await pageOf(console, path);
      seen.push(...[...page.matchAll(/<a href="\/cases\/([^"]+)"><bdi/gu)].map(([, id]) => id ?? ''));
      path = /rel="next" href="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(cases.map(({ id }) => id));
  });

  it('starts at the beginning when the place in the list is not understood', async () => {
    const console = aConsole();
    console.store.seed(aCase({ subject: 'still here' }));
    const { response, page } = await pageOf(console, '/cases?from=nonsense&state=what');
    expect(response.status).toBe(200);
    expect(page).toContain('still here');
  });

  it('escapes what strangers wrote', async () => {
    const console = aConsole();
    console.store.seed(aCase({ subject: '<script>alert(1)</script>', assignee: '"><img src=x>' }));
    const { page } = await pageOf(console, '/cases');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
  });

  it('speaks English to who asked for it', async () => {
    const console = aConsole();
    const switched = await console.app.request('/language/en?to=/cases%3Fmine%3D1');
    expect(switched.headers.get('location')).toBe('/cases?mine=1');
    const cookie = switched.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('SameSite=Lax');
    const { page } = await pageOf(console, '/cases', { cookie: cookie.split(';')[0] });
    expect(page).toContain('<html lang="en" dir="ltr">');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])(
    'never switches to %s',
    async (to) => {
      const { app } = aConsole();
      const switched = await app.request(`/language/en?to=${encodeURIComponent(to)}`);
      expect(switched.headers.get('location')).toBe('/');
    },
  );
});

describe('the search', () => {
  it.each([(id: string) => id.replaceAll('-', '').toLowerCase(), (id: string) => ` ${id} `])(
    'finds a reference however it is written',
    async (written) => {
      const { app, store } = aConsole();
      const supportCase = aCase();
      store.seed(supportCase);
      const found = await app.request(`/search?q=${encodeURIComponent(written(supportCase.id))}`);
      expect(found.headers.get('location')).toBe(`/cases/${supportCase.id}`);
    },
  );

  it('finds a reference written in Arabic digits', async () => {
    const { app, store } = aConsole();
    const supportCase = aCase();
    store.seed(supportCase);
    const arabic = supportCase.id.replace(/\d/gu, (digit) => String.fromCharCode(0x0660 + Number(digit)));
    const found = await app.request(`/search?q=${encodeURIComponent(arabic)}`);
    expect(found.headers.get('location')).toBe(`/cases/${supportCase.id}`);
  });

  it.each(['0501234567', '٠٥٠١٢٣٤٥٦٧', '+966 50 123 4567'])(
    'finds the cases of the number %s',
    async (typed) => {
      const { app, store, keys } = aConsole();
      const id = await beneficiaryId(keys, { phone: '+966501234567' });
      const beneficiary = aBeneficiary({ id, phone: '+966501234567' });
      store.seed(aCase({ beneficiary, subject: 'first' }), aCase({ beneficiary, subject: 'second' }));
      const page = await (await app.request(`/search?q=${encodeURIComponent(typed)}`)).text();
      expect(page).toContain('first');
      expect(page).toContain('second');
    },
  );

  it('finds the cases of an address, and says when there is none', async () => {
    const { app, store, keys } = aConsole();
    const id = await beneficiaryId(keys, { email: 'norah@example.com' });
    const supportCase = aCase({ beneficiary: aBeneficiary({ id }) });
    store.seed(supportCase);
    const found = await app.request('/search?q=Norah@Example.com');
    expect(found.headers.get('location')).toBe(`/cases/${supportCase.id}`);
    const none = await (await app.request('/search?q=nobody@example.com')).text();
    expect(none).toContain('لا توجد معاملة تطابق ما بحثت عنه');
  });
});
