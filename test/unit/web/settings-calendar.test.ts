import { describe, expect, it } from 'vitest';
import { confirmed, upcomingHolidays } from '#functions/web/settings/upcoming-holidays.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { change, get, post, preview } from '#test/unit/settings/steps.ts';
import { textOf } from './forms.ts';

const PAGE = '/settings/calendars/saudi-government';
const calendarOf = async ({ keeper }: ReturnType<typeof aSettingsConsole>, id = 'saudi-government') =>
  (await keeper.inForce()).settings.calendars.find((one) => one.id === id);

describe('a decree', () => {
  it('at 11:22 that today ends at 12:00 moves the deadlines of running clocks at once', async () => {
    const console = aSettingsConsole();
    console.clock.set(WORKING_MORNING + HOUR + 22 * MINUTE);
    const supportCase = aCase({ openedAt: console.clock.now() });
    console.store.seed(supportCase);
    await console.keeper.current();
    const applied = await change(console, `${PAGE}/decree`, {
      on: '٢٠٢٦/١/٤',
      kind: 'ends',
      ends: '١٢',
      name: 'قرار',
    });
    expect(applied.status).toBe(303);
    expect(console.settings.versions[0]?.effect).toEqual({ moved: 1, looked: 1 });
    // Of two hours, 38 minutes remain today; the rest counts from 07:30 of the next day.
    expect(deadlinesOf(supportCase, await console.keeper.current(), console.clock.now()).firstResponse).toBe(
      Date.parse('2026-01-05T07:30+03:00') + 82 * MINUTE,
    );
  });

  it.each<[string, Record<string, string>, object]>([
    ['closes a day', { kind: 'closed' }, { kind: 'closed' }],
    [
      'opens part of a day',
      { kind: 'open', from: '9', to: '13' },
      { kind: 'open', from: '09:00', to: '13:00' },
    ],
    ['takes a Hijri date', { kind: 'closed', on: '1447/07/20 هـ' }, { on: '2026-01-09', kind: 'closed' }],
  ])('%s', async (_, fields, exception) => {
    const console = aSettingsConsole();
    await change(console, `${PAGE}/decree`, { on: '2026-01-10', ...fields });
    const calendar = await calendarOf(console);
    expect(calendar?.exceptions).toMatchObject([exception]);
    expect(calendar?.version).toBe(2);
  });

  it('replaces the one before for the day, and can be withdrawn', async () => {
    const console = aSettingsConsole();
    await change(console, `${PAGE}/decree`, { on: '2026-01-04', kind: 'ends', ends: '12:00' });
    await change(console, `${PAGE}/decree`, { on: '2026-01-04', kind: 'ends', ends: '13:00' });
    expect((await calendarOf(console))?.exceptions).toMatchObject([{ from: '13:00' }]);
    await change(console, `${PAGE}/decree`, { on: '2026-01-04', kind: 'usual' });
    expect((await calendarOf(console))?.exceptions).toEqual([]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['without a time', { kind: 'ends', ends: '' }, 'ends', 'هذا الحقل مطلوب'],
    ['with a time that is none', { kind: 'ends', ends: '25:70' }, 'ends', 'يُكتب الوقت بصيغة مثل 07:30'],
    ['that ends before it begins', { kind: 'open', from: '13:00', to: '9' }, 'to', 'النهاية قبل البداية'],
    ['of a year long past', { kind: 'closed', on: '1700-01-04' }, 'on', 'من 2025 إلى 2031'],
    ['on a day that is none', { kind: 'closed', on: '2026-02-30' }, 'on', 'المطلوب تاريخ موجود'],
    [
      'in a Hijri year out of range',
      { kind: 'closed', on: '1700-01-01 هـ' },
      'on',
      'السنة الهجرية خارج المدى',
    ],
    ['of no kind', { kind: 'moon' }, 'kind', 'هذا الحقل مطلوب'],
  ])('%s is refused at its field', async (_, fields, name, message) => {
    const console = aSettingsConsole();
    const { status, page } = await preview(console, `${PAGE}/decree`, { on: '2026-01-04', ...fields });
    expect(status).toBe(422);
    expect(textOf(page)).toContain(message);
    const field = name === 'on' ? 'on~day' : name;
    if (name !== 'kind') expect(page).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`, 'u'));
    expect(console.settings.versions).toEqual([]);
  });

  it('over settings that a colleague changed is not previewed', async () => {
    const console = aSettingsConsole();
    await change(console, `${PAGE}/decree`, { on: '2026-01-04', kind: 'closed' });
    const late = await post(console, `${PAGE}/decree`, { _base: '0', on: '2026-01-05', kind: 'closed' });
    expect(late.status).toBe(409);
  });
});

describe('holidays and seasons to come', () => {
  const today = parseDate('2026-01-04');

  it('are listed with their dates, the next first', () => {
    const upcoming = upcomingHolidays(saudiGovernment, today).map(({ list, year, from, to, proposed }) => [
      ...[list, year, formatDate(from), formatDate(to), proposed],
    ]);
    expect(upcoming).toEqual([
      ['overrides', 1447, '2026-02-18', '2026-03-19', true],
      ['holidays', 2026, '2026-02-22', '2026-02-22', false],
      ['holidays', 1447, '2026-03-20', '2026-03-25', true],
      ['holidays', 1447, '2026-05-26', '2026-05-31', true],
      ['holidays', 2026, '2026-09-23', '2026-09-23', false],
      ['overrides', 1448, '2027-02-08', '2027-03-08', true],
    ]);
  });

  it('are confirmed with other dates for one year only', async () => {
    const console = aSettingsConsole();
    const { page } = await get(console, PAGE);
    expect(textOf(page)).toContain('الموافق 1 شوال 1447هـ');
    await change(console, `${PAGE}/confirm`, { key: 'holidays.2.1447', from: '2026-03-19', to: '٢٤/٣/٢٠٢٦' });
    const eids = (await calendarOf(console))?.holidays.filter(({ name }) => name.en === 'Eid al-Fitr');
    expect(eids).toMatchObject([
      { on: 'AH:--10-01', state: 'proposed', except: [1447] },
      { on: '2026-03-19', days: 6, state: 'confirmed' },
    ]);
    expect(textOf((await get(console, PAGE)).page)).toContain('إجازة عيد الفطر مؤكد');
  });

  it('confirm a season, and a dated proposal in its place', () => {
    const [ramadan] = upcomingHolidays(saudiGovernment, today);
    const dates = { from: '2026-02-19', to: '2026-03-20', days: 30 };
    const { overrides } = confirmed(
      saudiGovernment,
      { list: 'overrides', at: 0, year: ramadan?.year ?? 0 },
      dates,
    );
    expect(overrides).toMatchObject([
      { from: 'AH:--09-01', except: [1447] },
      { from: '2026-02-19', state: 'confirmed' },
    ]);
    const dated = {
      ...saudiGovernment,
      holidays: [{ on: '2026-11-01', name: { ar: 'ي', en: 'd' }, state: 'proposed' as const }],
    };
    expect(
      confirmed(
        dated,
        { list: 'holidays', at: 0, year: 2026 },
        { from: '2026-11-02', to: '2026-11-02', days: 1 },
      ).holidays,
    ).toEqual([{ on: '2026-11-02', days: 1, name: { ar: 'ي', en: 'd' }, state: 'confirmed' }]);
  });

  it.each([
    ['a date that is none', { from: 'soon', to: '2026-03-24' }, 'from'],
    ['an end before the start', { from: '2026-03-24', to: '2026-03-19' }, 'to'],
  ])('are not confirmed with %s', async (_, dates, name) => {
    const { status, page } = await preview(aSettingsConsole(), `${PAGE}/confirm`, {
      key: 'holidays.2.1447',
      ...dates,
    });
    expect(status).toBe(422);
    expect(page).toMatch(new RegExp(`name="${name}~day"[^>]*aria-invalid="true"`, 'u'));
  });
});

describe('a calendar', () => {
  it('takes several intervals a day', async () => {
    const console = aSettingsConsole();
    await change(console, PAGE, {
      'hours.sun.0.0': '8',
      'hours.sun.0.1': '12',
      'hours.sun.1.0': '١٦:٠٠',
      'hours.sun.1.1': '20:00',
    });
    expect((await calendarOf(console))?.hours.sun).toEqual([
      ['08:00', '12:00'],
      ['16:00', '20:00'],
    ]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'intervals that overlap',
      { 'hours.sun.1.0': '14:00', 'hours.sun.1.1': '16:00' },
      'تقاويم الدوام › دوام الجهات الحكومية › ساعات الدوام › الأحد',
      'متداخلة',
    ],
    [
      'an end before its start',
      { 'hours.fri.0.0': '14:00', 'hours.fri.0.1': '9:00' },
      'الجمعة',
      'النهاية قبل البداية',
    ],
    ['an end that is missing', { 'hours.fri.0.0': '14:00', 'hours.fri.0.1': '' }, 'الجمعة', 'يُكتب الوقت'],
    ['an unknown zone', { zone: 'Asia/Moon' }, 'المنطقة الزمنية', 'منطقة زمنية غير معروفة'],
    ['a holiday on a day that is none', { 'holidays.0.on': '--13-40' }, 'الإجازات', 'المطلوب تاريخ موجود'],
    ['a scope but no original', { 'scope.cities': 'أبها' }, 'بديل عن تقويم', 'يلزم تحديد التقويم'],
  ])('with %s is refused at its place', async (_, fields, place, message) => {
    const { status, page } = await preview(aSettingsConsole(), PAGE, fields);
    expect(status).toBe(422);
    expect(textOf(page)).toContain(place);
    expect(textOf(page)).toContain(message);
  });

  it('for some departments stands in for another', async () => {
    const console = aSettingsConsole();
    const week = Object.fromEntries(
      ['sun', 'mon'].flatMap((day) => [
        [`hours.${day}.0.0`, '9'],
        [`hours.${day}.0.1`, '17'],
      ]),
    );
    await change(console, '/settings/calendars/~add', {
      ...{ id: 'evening', 'name.ar': 'مسائي', 'name.en': 'Evening', zone: 'Asia/Riyadh', source: 'قرار' },
      ...{ variantOf: 'saudi-government', 'scope.departments': 'care', 'scope.cities': '', ...week },
    });
    expect(await calendarOf(console, 'evening')).toMatchObject({
      variantOf: 'saudi-government',
      scope: { departments: ['care'] },
      hours: { sun: [['09:00', '17:00']] },
    });
    expect((await calendarOf(console, 'evening'))?.scope).toEqual({ departments: ['care'] });
  });

  it('in use is not removed', async () => {
    const { status, page } = await preview(aSettingsConsole(), PAGE, { _remove: '1' });
    expect(status).toBe(422);
    expect(textOf(page)).toContain('معالجة المعاملات › تقويم المركز');
  });

  it('with an unknown id is not found', async () => {
    const console = aSettingsConsole();
    expect((await get(console, '/settings/calendars/moon')).status).toBe(404);
    expect((await post(console, '/settings/calendars/moon/decree', {})).status).toBe(404);
  });
});
