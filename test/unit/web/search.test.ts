import { describe, expect, it } from 'vitest';
import { indexWholeCase } from '#shared/application/search/index-case.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

const old = aCase({
  ...{ subject: 'إنارة الممشى', openedAt: WORKING_MORNING - 40 * DAY, status: 'closed' },
  ...{ department: 'environment', type: 'complaint', channel: 'phone' },
  closing: { at: WORKING_MORNING, reason: 'finished' },
});
const young = aCase({ subject: 'إنارة الحديقة', beneficiary: aBeneficiary({ id: 'b-2', name: 'هيفاء' }) });

async function filled() {
  const page = aConsole();
  page.store.seed(old, young);
  for (const { id } of [old, young]) await indexWholeCase(page, id);
  const refs = async (query: string): Promise<string[]> => {
    const html = await (await page.app.request(`/search?${query}`)).text();
    return [...html.matchAll(/<a href="\/cases\/([0-9A-Z-]+)"/gu)].map(([, ref = '']) => ref);
  };
  return { ...page, refs };
}

describe('the search page', () => {
  it('lists cases by their words, with the words in the box', async () => {
    const { app, refs } = await filled();
    expect(await refs('q=إنارة')).toEqual([young.id, old.id]);
    expect(await refs('q=هيفا')).toEqual([young.id]);
    const html = await (await app.request('/search?q=إنارة')).text();
    expect(html).toContain('value="إنارة"');
    expect(html).toContain('معاملتان');
  });

  it.each([
    ['state=closed', [old.id]],
    ['state=active', [young.id]],
    ['state=resolved', []],
    ['type=complaint', [old.id]],
    ['department=environment', [old.id]],
    ['channel=phone', [old.id]],
    ['period=30', [young.id]],
    ['period=365', [young.id, old.id]],
    ['order=time', [young.id, old.id]],
    ['state=anything&type=1&channel=&period=x&order=&page=-4', [young.id, old.id]],
  ])('filters by %s', async (filter, expected) => {
    const { refs } = await filled();
    expect(await refs(`q=إنارة&${filter}`)).toEqual(expected);
  });

  it('does not leave the page for a single result of words, nor with a filter', async () => {
    const { app } = await filled();
    expect((await app.request('/search?q=هيفاء')).status).toBe(200);
    expect((await app.request(`/search?q=${young.id}`)).headers.get('location')).toBe(`/cases/${young.id}`);
    expect((await app.request(`/search?q=${young.id}&state=active`)).status).toBe(200);
    expect((await app.request(`/search?q=${young.id}&state=closed`)).status).toBe(200);
  });

  it('finds a new case that is not indexed yet by its identifiers', async () => {
    const { app, store, keys } = await filled();
    const { beneficiaryId } = await import('#shared/application/beneficiary-id.ts');
    const id = await beneficiaryId(keys, { phone: '+966551234567' });
    const fresh = aCase({ beneficiary: aBeneficiary({ id, phone: '+966551234567' }) });
    store.seed(fresh);
    const typed = encodeURIComponent('جوال 055-123-4567');
    expect((await app.request(`/search?q=${typed}`)).headers.get('location')).toBe(`/cases/${fresh.id}`);
  });

  it('pages through many results', async () => {
    const page = aConsole();
    const many = Array.from({ length: 60 }, (_, n) =>
      aCase({ subject: 'طفح مياه', openedAt: WORKING_MORNING - n * 1000 }),
    );
    page.store.seed(...many);
    for (const { id } of many) await indexWholeCase(page, id);
    const html = async (n: number) => (await page.app.request(`/search?q=طفح&page=${n}`)).text();
    const refs = (text: string) =>
      [...text.matchAll(/<a href="\/cases\/([0-9A-Z-]+)"/gu)].map(([, ref]) => ref);
    const pages = await Promise.all([1, 2, 3, 4].map(html));
    expect(pages.flatMap(refs)).toEqual(many.map(({ id }) => id));
    expect(pages[0]).toContain('rel="next"');
    expect(pages[0]).not.toContain('rel="prev"');
    expect(pages[2]).not.toContain('rel="next"');
    expect(pages[0]).toContain('60 معاملة');
  });

  it.each(['', '%20', '"', 'AND', '%00', '<script>', '((((', '😀', 'a'.repeat(5000), '1-'.repeat(2000)])(
    'answers %j',
    async (typed) => {
      const { app } = await filled();
      const answer = await app.request(`/search?q=${typed}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('<script>');
    },
  );

  it('speaks English', async () => {
    const { app } = await filled();
    const answer = await app.request('/search?q=qqqq', { headers: { cookie: 'language=en' } });
    expect(await answer.text()).toContain('No case matches your search');
  });
});
