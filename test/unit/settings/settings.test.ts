import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { deployedHelpAddress, deployedRules } from '#shared/settings/deployed-rules.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';

const complaintOf = (overlay: unknown): string => {
  try {
    compileRules(readSettings(defaultSettings, overlay));
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return String((error as Error).message);
  }
  return 'no complaint';
};
const { desk, survey, centre, audiences } = defaultSettings;
const [calendar] = defaultSettings.calendars;
const [policy] = defaultSettings.policies;

describe('the shipped settings', () => {
  const rules = compileRules(readSettings(defaultSettings));

  it('are valid and give every category a department', () => {
    expect(complaintOf({})).toBe('no complaint');
    for (const { department } of rules.categories.values())
      expect(rules.departments.has(department)).toBe(true);
    expect(rules.categories.has('other')).toBe(true);
    expect(rules.departments.has(rules.desk.fallbackDepartment)).toBe(true);
  });

  it('say in milliseconds what they say in days', () => {
    expect(rules.desk).toMatchObject({ reopenWithinMs: 14 * DAY, closeAfterMs: 14 * DAY });
    expect(rules.survey).toMatchObject({ delayMs: 24 * HOUR, expiryMs: 14 * DAY, coolDownMs: 30 * DAY });
  });

  it('write to addresses that do not exist', () => {
    const addresses = JSON.stringify(defaultSettings).match(/[\w.]+@[\w.]+/gu) ?? [];
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address).toMatch(/@rida\.example$/u);
  });
});

describe('settings laid over the shipped ones', () => {
  it('replace single fields of a section, and lists whole', () => {
    const departments = [
      { id: 'care', name: { ar: 'الرعاية', en: 'Care' }, email: 'c@x.example', headEmail: 'h@x.example' },
    ];
    const categories = [{ id: 'other', name: { ar: 'أخرى', en: 'Other' }, department: 'care' }];
    const read = readSettings(defaultSettings, { desk: { reopenDays: 7 }, departments, categories });
    expect(read.desk).toEqual({ ...desk, reopenDays: 7 });
    expect(read.departments).toEqual(departments);
    expect(read.survey).toEqual(survey);
    expect(defaultSettings.desk.reopenDays).toBe(14);
  });

  it('take an optional field away with null', () => {
    const read = readSettings(defaultSettings, { escalation: { quietHours: null } });
    expect(read.escalation).toEqual({ groupMinutes: 2, urgentBreaksQuiet: true });
  });

  it('lose the slash at the end of the public address', () => {
    const read = readSettings(defaultSettings, { centre: { publicUrl: 'https://rida.example.gov.sa///' } });
    expect(read.centre.publicUrl).toBe('https://rida.example.gov.sa');
  });

  it.each<[string, unknown, string[]]>([
    ['no object', [], ['settings: expected an object of sections']],
    ['text', 'desk', ['settings: expected an object of sections']],
    ['an unknown section', { dsk: {} }, ['dsk']],
    ['an unknown field', { desk: { reopenDay: 7 } }, ['settings.desk', 'reopenDay']],
    ['a number as text', { desk: { reopenDays: '7' } }, ['settings.desk.reopenDays', 'number']],
    ['no days at all', { desk: { closeDays: 0 } }, ['settings.desk.closeDays', '>0']],
    [
      'an address that is none',
      { audiences: { supervisor: 'boss' } },
      ['settings.audiences.supervisor', 'mail address'],
    ],
    [
      'an address in a centre',
      { centre: { helpAddress: 'help' } },
      ['settings.centre.helpAddress', 'mail address'],
    ],
    ['a page that is none', { centre: { publicUrl: 'rida' } }, ['settings.centre.publicUrl', 'https://']],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://rida.example',
      'mailto:a@rida.example',
      'https://',
      'https://rida.example@evil.example',
      'https://user:word@rida.example',
      'https://rida.example?page=',
      'https://rida.example#',
    ].map((publicUrl): [string, object, string[]] => [
      `a page that no browser may open: ${publicUrl}`,
      { centre: { publicUrl } },
      ['settings.centre.publicUrl', 'https://'],
    ]),
    ['a name in one language', { centre: { name: { ar: 'مركز' } } }, ['settings.centre.name.en']],
    [
      'a department nobody knows',
      { desk: { fallbackDepartment: 'moon' } },
      ['settings.desk.fallbackDepartment', 'department', '"moon"'],
    ],
    [
      'a calendar nobody knows',
      { desk: { calendar: 'moon' } },
      ['settings.desk.calendar', 'calendar', '"moon"'],
    ],
    [
      'a category of no department',
      { categories: [{ id: 'x', name: { ar: 'س', en: 'x' }, department: 'moon' }] },
      ['settings.categories.0.department', '"moon"'],
    ],
    [
      'a policy of no calendar',
      { policies: [{ ...policy, calendarId: 'moon' }] },
      ['settings.policies.0.calendarId', '"moon"'],
    ],
    [
      'a list with an id twice',
      { policies: [policy, policy] },
      ['settings.policies.1.id', 'is listed twice'],
    ],
    ['an empty list', { policies: [] }, ['settings.policies']],
    ['a score beyond the scale', { survey: { lowScore: 5 } }, ['settings.survey.lowScore', '<=4']],
    [
      'a calendar without hours',
      { calendars: [{ ...calendar, hours: {}, overrides: [], exceptions: [] }] },
      ['calendars', 'hours'],
    ],
    ['a zone that is none', { calendars: [{ ...calendar, zone: 'Asia/Moon' }] }, ['calendars', 'zone']],
  ])('with %s are refused by name', (_, overlay, problem) => {
    const complaint = complaintOf(overlay);
    for (const word of problem) expect(complaint).toContain(word);
  });

  it('name everything that is wrong at once', () => {
    const complaint = complaintOf({
      desk: { reopenDays: -1 },
      audiences: { ...audiences, leadership: 'x' },
      centre: { ...centre, phone: '' },
    });
    expect(complaint.split('\n')).toHaveLength(3);
  });
});

describe('the rules in force', () => {
  it('are looked up again after a minute, and compiled only when they changed', async () => {
    const store = new MemorySettings();
    const clock = fixedClock();
    const source = rulesSource(store, clock, defaultSettings);
    const shipped = await source.current();
    expect(shipped.version).toBe(0);
    await store.write({ version: 1, document: { desk: { reopenDays: 3 } }, by: 'huda', at: 1 });
    clock.advance(59_999);
    expect(await source.current()).toBe(shipped);
    expect(store.reads).toBe(1);
    clock.advance(1);
    const changed = await source.current();
    expect(changed).toMatchObject({ version: 1, desk: { reopenWithinMs: 3 * DAY } });
    clock.advance(60_000);
    expect(await source.current()).toBe(changed);
    expect(store.reads).toBe(3);
  });

  it('are looked up again when the clock is set back', async () => {
    const store = new MemorySettings();
    const clock = fixedClock();
    const source = rulesSource(store, clock, defaultSettings);
    await source.current();
    clock.advance(-DAY);
    await source.current();
    expect(store.reads).toBe(2);
  });

  it('take what operators changed over what the deployment says, over the shipped', async () => {
    const store = new MemorySettings();
    await store.write({ version: 1, document: { centre: { phone: '199099' } }, by: 'huda', at: 1 });
    const deployment = JSON.stringify({ centre: { phone: '941', helpAddress: 'help@city.example' } });
    const { centre: found } = await deployedRules(store, fixedClock(), deployment).current();
    expect(found).toMatchObject({ phone: '199099', helpAddress: 'help@city.example', name: centre.name });
  });

  it('know the help address that SES receives mail for, whatever operators set', () => {
    expect(deployedHelpAddress('{"centre":{"helpAddress":"help@city.example"}}')).toBe('help@city.example');
    for (const none of ['{}', 'null', '[]', '{"centre":{}}', '{"centre":{"helpAddress":1}}'])
      expect(deployedHelpAddress(none)).toBeUndefined();
    expect(() => deployedHelpAddress('{')).toThrow('DEPLOYMENT: expected JSON');
  });

  it('of a deployment that are not JSON are refused at once', () => {
    expect(() => deployedRules(new MemorySettings(), fixedClock(), '{')).toThrow('DEPLOYMENT: expected JSON');
  });
});

it('a centre with categories of its own has none of the shipped policies for other categories', () => {
  const own = [{ id: 'water', name: { ar: 'مياه', en: 'Water' }, department: 'operations' }];
  const ids = (document: unknown) => readSettings(defaultSettings, document).policies.map(({ id }) => id);
  expect(ids({})).toContain('digital-services');
  expect(ids({ categories: own })).not.toContain('digital-services');
  expect(() => ids({ categories: own, policies: defaultSettings.policies })).toThrow('e-services');
});
