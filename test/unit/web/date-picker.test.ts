import { describe, expect, it } from 'vitest';
import {
  datePartsOf,
  gregorianDate,
  monthsOf,
  withDates,
  yearsOf,
} from '#functions/web/settings/date-parts.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { change, get, preview } from '#test/unit/settings/steps.ts';
import { textOf } from './forms.ts';

const PAGE = '/settings/calendars/saudi-government';
const picked = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}~day`]: day,
  [`${name}~month`]: month,
  [`${name}~year`]: year,
});
const ruleOf = (parts: readonly [string, string, string]): string | undefined =>
  withDates(new Map(Object.entries(picked('on', parts)).map(([name, value]) => [name, [value]]))).get(
    'on',
  )?.[0];

describe('a picked date', () => {
  it.each([
    [['23', '09', '2026'], '2026-09-23'],
    [['23', '09', ''], '--09-23'],
    [['01', 'AH:10', ''], 'AH:--10-01'],
    [['01', 'AH:10', '1448'], 'AH:1448-10-01'],
    [['', '', ''], ''],
    [['', '', '2026'], '2026'],
    [['23', '', '2026'], '2026--23'],
    [['', '09', ''], '--09-'],
    [['01', 'AH:10', '2026'], '~AH:2026-10-01'],
    [['23', '09', '1448'], '~1448-09-23'],
  ] as const)('%j is the rule %s, and is shown again', (parts, rule) => {
    expect(ruleOf(parts)).toBe(rule);
    const [day, month, year] = parts;
    expect(datePartsOf(rule)).toEqual({ day, month, year });
  });

  it('leaves the other fields of a form as they are', () => {
    const typed = new Map([
      ['name', ['x']],
      ['holidays.0.on', ['--09-23']],
    ]);
    expect(withDates(typed)).toEqual(typed);
  });

  it.each([
    ['1447/10/01 هـ', '2026-03-20'],
    ['٢٣/٩/٢٠٢٦', '2026-09-23'],
    ['--09-23', '--09-23'],
    ['2026-02-30', '2026-02-30'],
    ['soon', 'soon'],
  ])('%s is the Gregorian %s', (text, date) => {
    expect(gregorianDate(text)).toBe(date);
  });

  it('has the months of both calendars by their names', () => {
    const { gregorian, hijri } = monthsOf('ar');
    expect([gregorian.length, hijri.length]).toEqual([12, 12]);
    expect([gregorian[8], hijri[0], hijri[9]]).toEqual([
      { value: '09', name: 'سبتمبر' },
      { value: 'AH:01', name: 'محرم' },
      { value: 'AH:10', name: 'شوال' },
    ]);
    expect(monthsOf('en').hijri[8]?.name).toBe('Ramadan');
  });

  it('has the years from last year on, and that of the date in force', () => {
    const today = Date.UTC(2026, 0, 4) / 86_400_000;
    expect(yearsOf(today, '').gregorian).toEqual(['2025', '2026', '2027', '2028', '2029', '2030', '2031']);
    expect(yearsOf(today, '').hijri[0]).toBe('1446');
    expect(yearsOf(today, '2019').gregorian[0]).toBe('2019');
    expect(yearsOf(today, '1440').hijri[0]).toBe('1440');
  });
});

describe('a holiday', () => {
  const chosen = (page: string, name: string): string[] =>
    ['day', 'month', 'year'].map((part) => {
      const select = page.split(`name="${name}~${part}"`)[1]?.split('</select>')[0] ?? '';
      return /<option value="([^"]*)" selected>/u.exec(select)?.[1] ?? '';
    });

  it('shows its date picked, in the calendar of its rule', async () => {
    const { page } = await get(aSettingsConsole(), PAGE);
    expect(chosen(page, 'holidays.0.on')).toEqual(['23', '09', '']);
    expect(chosen(page, 'holidays.2.on')).toEqual(['01', 'AH:10', '']);
    expect(page).not.toMatch(/name="[^"]*\.on"/u);
  });

  it.each([
    [['05', 'AH:01', ''], 'AH:--01-05'],
    [['11', '11', '2026'], '2026-11-11'],
  ] as const)('is added with the picked date %j', async (parts, on) => {
    const console = aSettingsConsole();
    const at = (await console.keeper.inForce()).settings.calendars.find(({ id }) => id === 'saudi-government')
      ?.holidays.length;
    await change(console, PAGE, {
      ...picked(`holidays.${at}.on`, parts),
      [`holidays.${at}.name.ar`]: 'يوم البلدية',
      [`holidays.${at}.name.en`]: 'Municipality day',
      [`holidays.${at}.state`]: 'confirmed',
    });
    const { settings } = await console.keeper.inForce();
    const holidays = settings.calendars.find(({ id }) => id === 'saudi-government')?.holidays;
    expect(holidays?.[at ?? -1]).toMatchObject({ on, name: { ar: 'يوم البلدية' } });
  });

  it.each([
    ['a month without a day', ['', '09', '']],
    ['a day that the month has not', ['31', '09', '']],
    ['a Hijri month in a Gregorian year', ['01', 'AH:10', '2026']],
    ['a Gregorian month in a Hijri year', ['01', '10', '1448']],
  ] as const)('is refused with %s, and the parts stay', async (_, parts) => {
    const { status, page } = await preview(aSettingsConsole(), PAGE, picked('holidays.0.on', parts));
    expect(status).toBe(422);
    expect(textOf(page)).toContain('المطلوب تاريخ موجود');
    expect(chosen(page, 'holidays.0.on')).toEqual([...parts]);
  });

  it('is confirmed with dates of either calendar', async () => {
    const console = aSettingsConsole();
    await change(console, `${PAGE}/confirm`, {
      key: 'holidays.2.1447',
      ...picked('from', ['19', '03', '2026']),
      ...picked('to', ['05', 'AH:10', '1447']),
    });
    const { settings } = await console.keeper.inForce();
    const eids = settings.calendars[0]?.holidays.filter(({ name }) => name.en === 'Eid al-Fitr');
    expect(eids?.[1]).toMatchObject({ on: '2026-03-19', days: 6, state: 'confirmed' });
  });
});
