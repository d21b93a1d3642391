import { describe, expect, it } from 'vitest';
import { draftOf } from '#functions/web/settings/draft.ts';
import { typedDate, typedNumber, typedTime } from '#functions/web/settings/typed-text.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

const shipped = readSettings(defaultSettings);

describe('typed text', () => {
  it.each<[string, number | string]>([
    ['30', 30],
    ['٣٠', 30],
    ['۷٫۵', 7.5],
    [' 75 % ', 75],
    ['ثلاثون', 'ثلاثون'],
    ['3,5', '3,5'],
  ])('%s is a number: %s', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it.each([
    ['7:30', '07:30'],
    ['٧:٣٠', '07:30'],
    ['0730', '07:30'],
    ['١٢', '12:00'],
    ['24:00', '24:00'],
    ['12:00 ظهرًا', '12:00'],
    ['12 ظهرا', '12:00'],
    ['٢:٣٠ ظهرًا', '14:30'],
    ['2:30 م', '14:30'],
    ['2:30 PM', '14:30'],
    ['الساعة 7:30 صباحًا', '07:30'],
    ['12:30 ص', '00:30'],
    ['4 عصرًا', '16:00'],
    ['10 ليلًا', '22:00'],
    ['2 ليلًا', '02:00'],
    ['14:30 مساءً', '14:30'],
    ['7 قريبًا', '7 قريبًا'],
    ['noon', 'noon'],
    ['25:99', '25:99'],
  ])('%s is the time %s', (text, time) => {
    expect(typedTime(text)).toBe(time);
  });

  it.each([
    ['2026-09-23', '2026-09-23'],
    ['٢٠٢٦/٩/٢٣', '2026-09-23'],
    ['23/9/2026', '2026-09-23'],
    ['23.9.2026 م', '2026-09-23'],
    ['1448/10/1 هـ', 'AH:1448-10-01'],
    ['١٤٤٨-١٠-٠١', 'AH:1448-10-01'],
    ['AH:1448-10-01', 'AH:1448-10-01'],
    ['--09-23', '--09-23'],
    ['--10-01 هـ', 'AH:--10-01'],
    ['AH:--10-01', 'AH:--10-01'],
    ['next Thursday', 'next Thursday'],
    ['', ''],
  ])('%s is the date %s', (text, date) => {
    expect(typedDate(text)).toBe(date);
  });
});

const typed = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]));

describe('a form', () => {
  it('puts fields in their place and leaves the rest alone', () => {
    const { document } = draftOf(
      shipped,
      'departments.1',
      typed({ 'name.ar': ' التشغيل ', city: 'أبها', calendar: '' }),
    );
    const [, operations] = document.departments as unknown[];
    expect(operations).toEqual({
      ...shipped.departments[1],
      name: { ar: 'التشغيل', en: shipped.departments[1]?.name.en },
      city: 'أبها',
    });
    expect(document.policies).toEqual(shipped.policies);
  });

  it('takes empty rows, and rows to remove, away; and knows which row was which', () => {
    const { document, nameOf } = draftOf(
      shipped,
      'calendars.0',
      typed({
        ...{ 'hours.sun.0.0': '', 'hours.sun.0.1': '', 'hours.sun.1.0': '٨', 'hours.sun.1.1': '١٢:٣٠' },
        ...{ 'hours.fri.0.0': '', 'hours.fri.0.1': '' },
        ...{ 'holidays.4.on': '', 'holidays.4.state': '', remove: 'holidays.0' },
      }),
    );
    const [calendar] = document.calendars as typeof shipped.calendars;
    expect(calendar?.hours).toEqual({ ...shipped.calendars[0]?.hours, sun: [['08:00', '12:30']] });
    expect(calendar?.holidays).toEqual(shipped.calendars[0]?.holidays.slice(1));
    expect(nameOf(['calendars', 0, 'hours', 'sun', 0, 1])).toBe('hours.sun.1.1');
    expect(nameOf(['calendars', 0, 'holidays', 0, 'on'])).toBe('holidays.1.on');
    expect(nameOf(['categories', 2, 'department'])).toBe('categories.2.department');
  });

  it('keeps a half-filled interval, so that its missing end is named', () => {
    const { document } = draftOf(
      shipped,
      'calendars.0',
      typed({ 'hours.fri.0.0': '9', 'hours.fri.0.1': '' }),
    );
    expect((document.calendars as typeof shipped.calendars)[0]?.hours.fri).toEqual([['09:00', '']]);
  });

  it('reads check boxes, shares and sets', () => {
    const policy = draftOf(
      shipped,
      'policies.1',
      typed({ 'ladder.0.atShare': '٨٠', 'when.types': ['', 'report', 'inquiry'], 'when.channels': [''] }),
    ).document;
    expect((policy.policies as typeof shipped.policies)[1]).toMatchObject({
      when: { types: ['report', 'inquiry'] },
    });
    expect((policy.policies as typeof shipped.policies)[1]?.ladder[0]).toMatchObject({ atShare: 0.8 });
    const quiet = draftOf(
      shipped,
      'escalation',
      typed({ urgentBreaksQuiet: [''], 'quietHours.from': '', 'quietHours.to': '' }),
    ).document;
    expect(quiet.escalation).toEqual({ groupMinutes: 2, urgentBreaksQuiet: false });
  });

  it('begins another entry from its blank', () => {
    const { document } = draftOf(
      shipped,
      'staff.0',
      typed({ user: 'salem', languages: ['', 'ar'], capacity: '٢٠' }),
      { skills: [] },
    );
    expect(document.staff).toEqual([{ skills: [], user: 'salem', languages: ['ar'], capacity: 20 }]);
  });
});
