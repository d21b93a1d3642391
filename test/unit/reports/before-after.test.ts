import { beforeEach, describe, expect, it } from 'vitest';
import { aroundDay } from '#shared/domain/reports/before-after.ts';
import { localDay, startOfDay } from '#shared/domain/reports/local-day.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import { daysOf } from '#shared/domain/reports/period.ts';
import { bucketOf } from '#shared/domain/reports/time-bucket.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { textOf } from '../web/forms.ts';

const CHANGE_DAY = '2026-10-04';
const TODAY = '2026-11-30';

describe('the times before and after a change', () => {
  it.each([
    ['four whole weeks', CHANGE_DAY, 4, TODAY, '2026-09-06', '2026-10-31'],
    ['fewer when less has passed', '2026-11-10', 8, TODAY, '2026-10-27', '2026-11-23'],
    ['over the new year', '2025-12-28', 2, TODAY, '2025-12-14', '2026-01-10'],
    ['from a leap day on', '2028-02-29', 2, '2028-06-01', '2028-02-15', '2028-03-13'],
  ])('have the same weekdays: %s', (_, day, weeks, today, from, to) => {
    const around = aroundDay(day, weeks, today);
    expect([around?.before.from, around?.after.to]).toEqual([from, to]);
    expect(around?.before.to).toBe(formatDate(parseDate(day) - 1));
    expect(daysOf(around?.before ?? { from: day, to: day }).length % 7).toBe(0);
  });

  it.each([
    ['today', TODAY],
    ['six days ago', '2026-11-24'],
    ['still to come', '2027-01-01'],
  ])('do not exist before a whole week has passed: %s', (_, day) => {
    expect(aroundDay(day, 4, TODAY)).toBeNull();
  });
});

type Counts = Record<string, number>;
const desk = () => aConsole({ agent: { user: 'huda', name: 'هدى', roles: ['supervisor'] } });
let centre: ReturnType<typeof desk>;

/** A day with so many cases of each department, resolved in time or late, and answered. */
const aDay = (
  operations: readonly [number, number],
  planning: readonly [number, number],
  score = 5,
): Counts => ({
  'arrived|case': 20,
  ...{ 'opened-in|operations': 10, 'opened-in|planning': 10 },
  ...{ 'resolution|kept|operations': operations[0], 'breached|resolution|operations': operations[1] },
  ...{ 'resolution|kept|planning': planning[0], 'breached|resolution|planning': planning[1] },
  [`worked|${bucketOf(score * 60)}`]: 8,
  [`worked-in|operations|${bucketOf(score * 60)}`]: 4,
  [`worked-in|planning|${bucketOf(score * 60)}`]: 4,
  ...{ 'score|mail|5': 4, 'score|mail|1': 1 },
});

async function fill(from: string, to: string, of: (day: string) => Counts): Promise<void> {
  for (const day of daysOf({ from, to }))
    await centre.figures.save({ day, shard: 0, version: 1, counts: of(day) }, []);
}

const change = (more: Partial<NotedChange> = {}): NotedChange => ({
  ...{ id: 'one', day: CHANGE_DAY, name: { ar: 'نموذج جديد', en: 'New form' }, kind: 'form' },
  ...{ by: 'huda', at: startOfDay(CHANGE_DAY) },
  ...more,
});

const page = async (id = 'one', query = '', language = 'en'): Promise<string> =>
  (
    await centre.app.request(`/figures/changes/${id}${query}`, {
      headers: { cookie: `language=${language}` },
    })
  ).text();
const rowOf = (html: string, name: string): string[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gsu)]
    .map(([, line = '']) =>
      [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => textOf(cell).trim()),
    )
    .find(([first]) => first?.startsWith(name)) ?? [];
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');

beforeEach(() => {
  centre = desk();
  centre.clock.set(startOfDay(TODAY) + 10 * 3_600_000);
});

describe('the page before and after', () => {
  it('says what the data carry, with the interval, and that the change need not be the reason', async () => {
    await centre.figures.saveChange(change(), 'new');
    await fill('2026-09-06', '2026-10-03', () => aDay([6, 4], [8, 2], 5));
    await fill('2026-10-04', '2026-10-31', () => aDay([9, 1], [8, 2], 4));
    const html = await page();
    expect(rowOf(html, 'Resolution in time').map(plain)).toEqual([
      'Resolution in time (overdue open cases count)',
      '70%',
      '85%',
      '+15 points (+10 to +20)',
      'better, beyond chance',
    ]);
    const [, before, after, ratio = '', verdict] = rowOf(html, 'Half were resolved within').map(plain);
    expect([before, after, verdict]).toEqual(['5 hours', '4 hours', 'better, beyond chance']);
    expect(ratio).toMatch(/^−1\d% \(−2\d% to −1?\d%\)$/u);
    expect(rowOf(html, 'Satisfied, by mail').map(plain).at(-1)).toBe('within chance');
    expect(html).toContain('does not show that the change is its reason');
    const arabic = await page('one', '', 'ar');
    expect(arabic).toContain('لا يُثبت أن التغيير سببه');
    expect(arabic).not.toMatch(/بسبب التغيير|أدى التغيير/u);
  });

  it('says nothing of too few, and nothing at all before a week has passed', async () => {
    await centre.figures.saveChange(change(), 'new');
    await fill('2026-09-06', '2026-10-31', () => ({ 'arrived|case': 0, 'score|mail|5': 1 }));
    const row = rowOf(await page(), 'Satisfied, by mail').map(plain);
    expect(row.slice(-2)).toEqual(['–', 'too few to judge by']);
    await centre.figures.saveChange(change({ id: 'new', day: '2026-11-28' }), 'new');
    const early = await page('new');
    expect(early).toContain('A whole week has not passed');
    expect(early).not.toContain('<tbody>');
  });

  it('names what else changed: another change, Ramadan, working days, departments', async () => {
    const ramadan = '2026-02-18';
    await centre.figures.saveChange(change({ day: ramadan }), 'new');
    const also = { id: 'two', day: '2026-02-24', name: { ar: 'حملة', en: 'Campaign' } };
    await centre.figures.saveChange(change({ ...also, kind: 'campaign' }), 'new');
    const gone = { ...also, id: 'three', name: { ar: 'ملغى', en: 'Cancelled one' } };
    await centre.figures.saveChange(change({ ...gone, withdrawn: { by: 'huda', at: 1 } }), 'new');
    await fill('2026-01-21', '2026-02-17', () => aDay([9, 1], [8, 2]));
    await fill(ramadan, '2026-03-17', () => ({ ...aDay([9, 1], [8, 2]), 'opened-in|care': 3 }));
    const html = await page();
    expect(html).toContain('Another change: Campaign (2026-02-24)');
    expect(html).not.toContain('Cancelled one');
    expect(html).toContain('Days of Ramadan: 0 before and 28 after');
    expect(html).toMatch(/Departments without cases before: /u);
    expect(rowOf(html, 'Received').at(-1)).toBe('the working hours differ, so the periods are not compared');
  });

  it('compares the department of the change with all others', async () => {
    await centre.figures.saveChange(change({ department: 'operations' }), 'new');
    await fill('2026-09-06', '2026-10-03', () => aDay([6, 4], [6, 4]));
    await fill('2026-10-04', '2026-10-31', () => aDay([9, 1], [9, 1]));
    const html = await page();
    const lines = [...html.matchAll(/<td[^>]*>(There|Elsewhere)<\/td>(.*?)<\/tr>/gsu)].map(
      ([, where, rest = '']) =>
        plain(`${where} ${textOf(rest)}`)
          .replaceAll(/\s+/gu, ' ')
          .trim(),
    );
    expect(lines.slice(0, 2)).toEqual([
      expect.stringContaining('There 60% 90% +30 points'),
      expect.stringContaining('Elsewhere 60% 90% +30 points'),
    ]);
    expect(html).toContain('this change alone is probably not the reason');
  });

  it('does not compare work in time when the deadlines themselves changed', async () => {
    await centre.figures.saveChange(change({ kind: 'targets' }), 'new');
    await fill('2026-09-06', '2026-10-03', () => aDay([3, 7], [3, 7]));
    await fill('2026-10-04', '2026-10-31', () => aDay([9, 1], [9, 1]));
    const html = await page();
    expect(rowOf(html, 'Resolution in time').at(-1)).toBe('the definition changed between the periods');
    expect(rowOf(html, 'Satisfied, by mail').at(-1)).toBe('within chance');
  });

  it('takes the measures and the length of its address, and the usual ones instead of wrong ones', async () => {
    await centre.figures.saveChange(change(), 'new');
    await fill('2026-08-09', '2026-11-28', () => aDay([9, 1], [8, 2]));
    const chosen = await page('one', '?weeks=8&of=thanks&of=moon');
    expect(chosen).toContain('2026-08-09 – 2026-10-03');
    expect(rowOf(chosen, 'Cases of thanks')).toHaveLength(5);
    expect(rowOf(chosen, 'Received')).toEqual([]);
    expect(rowOf(await page('one', '?weeks=x&of=moon'), 'Received')).toHaveLength(5);
  });
});

describe('the changes', () => {
  const headers = { origin: 'http://localhost' };
  const post = (path: string, fields: Record<string, string>) =>
    centre.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const form = { day: CHANGE_DAY, kind: 'campaign', nameAr: 'حملة', nameEn: 'Campaign', department: '' };

  it('are noted once, marked in the trends, and withdrawn', async () => {
    await fill('2026-09-01', '2026-11-29', () => aDay([9, 1], [8, 2]));
    expect((await post('/figures/changes/note', form)).status).toBe(303);
    expect((await post('/figures/changes/note', form)).status).toBe(409);
    const [noted] = await centre.figures.changes();
    expect(noted).toMatchObject({ day: CHANGE_DAY, by: 'huda', kind: 'campaign' });
    const figures = await (await centre.app.request('/figures')).text();
    expect(figures).toContain(`href="/figures/changes/${noted?.id}"`);
    expect(figures).toMatch(/<line class="change"[^>]*><title>2026-10-04 حملة<\/title>/u);
    expect((await post(`/figures/changes/${noted?.id}/withdraw`, {})).status).toBe(303);
    expect(await (await centre.app.request('/figures')).text()).not.toContain('class="change"');
    expect((await centre.app.request(`/figures/changes/${noted?.id}`)).status).toBe(404);
    expect(await (await centre.app.request('/figures/changes')).text()).toContain('سُحب');
    // Noted again, it is in force again.
    expect((await post('/figures/changes/note', form)).status).toBe(303);
    expect((await centre.figures.changes()).map(({ withdrawn }) => withdrawn)).toEqual([undefined]);
  });

  it.each([
    ['no day', { day: 'أمس' }, 'اليوم الذي بدأ فيه'],
    ['a day of the Hijri calendar', { day: '1447-09-01' }, 'اليوم الذي بدأ فيه'],
    ['a day years ahead', { day: '2030-01-01' }, 'اليوم الذي بدأ فيه'],
    ['an impossible day', { day: '2026-02-30' }, 'اليوم الذي بدأ فيه'],
    ['no name', { nameAr: ' ' }, 'اسمه بالعربية'],
    ['a long name', { nameEn: 'x'.repeat(81) }, 'اسمه بالإنجليزية'],
    ['another kind', { kind: 'moon' }, 'نوعه'],
    ['an unknown department', { department: 'moon' }, 'يخص'],
  ])('with %s are refused with the name of the field', async (_, wrong, label) => {
    const refused = await post('/figures/changes/note', { ...form, ...wrong });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toMatch(new RegExp(`role="alert"[^>]*>.*${label}:`, 'su'));
    expect(await centre.figures.changes()).toEqual([]);
  });

  it('take digits of Arabic, and names in which markup is text', async () => {
    const typed = { ...form, day: '٢٠٢٦-١٠-٠٤', nameEn: '<script>x</script>' };
    expect((await post('/figures/changes/note', typed)).status).toBe(303);
    expect((await centre.figures.changes())[0]?.day).toBe(CHANGE_DAY);
    const html = await (
      await centre.app.request('/figures/changes', { headers: { cookie: 'language=en' } })
    ).text();
    expect(html).toContain('&lt;script&gt;');
  });

  it('are noted by supervisors and leaders, and read by everybody who reads figures', async () => {
    for (const [role, status] of [
      ['leader', 303],
      ['agent', 403],
      ['quality', 403],
    ] as const) {
      centre = aConsole({ agent: { user: 'x', name: 'x', roles: [role] } });
      centre.clock.set(startOfDay(TODAY) + DAY / 2);
      expect(localDay(centre.clock.now())).toBe(TODAY);
      expect((await post('/figures/changes/note', form)).status).toBe(status);
      expect((await centre.app.request('/figures/changes')).status).toBe(200);
    }
  });
});
