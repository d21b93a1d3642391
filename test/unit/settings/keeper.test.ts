import { describe, expect, it } from 'vitest';
import {
  categoryName,
  departmentName,
  districtName,
  serviceName,
  staffName,
} from '#functions/web/shell/view.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { overlayOf } from '#shared/settings/overlay.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';

const shipped = readSettings(defaultSettings);

function aKeeper(deployment: unknown = {}) {
  const store = new MemorySettings();
  const clock = fixedClock();
  const errors: string[] = [];
  const keeper = rulesSource(store, clock, defaultSettings, deployment, ({ message }, version) =>
    errors.push(version === undefined ? message : `settings version ${version}: ${message}`),
  );
  const store1 = (document: unknown) =>
    store.write({ version: store.versions.length + 1, document, by: 'huda', at: WORKING_MORNING });
  return { store, clock, errors, keeper, put: store1 };
}
const change = (over: object, base = 0) => ({
  ...{ settings: { ...shipped, ...over }, base, by: 'huda', at: WORKING_MORNING, note: 'because' },
});

describe('the stored part of new settings', () => {
  it('is only what differs, and brings the same settings back', () => {
    const { quietHours: _, ...escalation } = shipped.escalation;
    const settings = { ...shipped, escalation, desk: { ...shipped.desk, reopenDays: 3 }, staff: [] };
    const overlay = overlayOf(shipped, settings);
    expect(overlay).toEqual({ desk: { reopenDays: 3 }, escalation: { quietHours: null } });
    expect(readSettings(shipped, JSON.parse(JSON.stringify(overlay)))).toEqual(settings);
  });
});

describe('settings that were applied', () => {
  it('are in force at once in the process that applied them, and elsewhere within a minute', async () => {
    const { keeper, store, clock } = aKeeper();
    const elsewhere = rulesSource(store, clock, defaultSettings);
    await Promise.all([keeper.current(), elsewhere.current()]);
    expect(await keeper.apply(change({ desk: { ...shipped.desk, reopenDays: 3 } }))).toBe(true);
    expect(await keeper.current()).toMatchObject({ version: 1, desk: { reopenWithinMs: 3 * DAY } });
    expect(await elsewhere.current()).toMatchObject({ version: 0 });
    clock.advance(MINUTE);
    expect(await elsewhere.current()).toMatchObject({ version: 1, desk: { reopenWithinMs: 3 * DAY } });
  });

  it('are refused over a version that is no longer in force, and nothing changes', async () => {
    const { keeper, store } = aKeeper();
    await keeper.apply(change({ assignment: { mode: 'by-hand' } }));
    expect(await keeper.apply(change({ desk: { ...shipped.desk, reopenDays: 3 } }))).toBe(false);
    expect(store.versions).toHaveLength(1);
    expect((await keeper.inForce()).settings.desk).toEqual(shipped.desk);
  });

  it('keep the names of removed members of staff, until they are back', async () => {
    const { keeper, store } = aKeeper();
    const member = (user: string) => ({
      ...{ user, name: { ar: `اسم ${user}`, en: `Name ${user}` }, email: `${user}@city.gov.sa` },
      ...{ departments: ['care'], skills: [], languages: ['ar' as const], capacity: 10 },
    });
    const [huda, salem, noura] = ['huda', 'salem', 'noura'].map(member);
    const staffs = [[huda, salem, noura], [huda, noura], [huda], [huda, salem], [huda, salem]];
    const former: string[][] = [];
    for (const [base, staff] of staffs.entries()) {
      expect(await keeper.apply(change({ staff }, base))).toBe(true);
      former.push([...(await keeper.current()).formerStaff.keys()].toSorted());
    }
    expect(former).toEqual([[], ['salem'], ['noura', 'salem'], ['noura'], ['noura']]);
    const elsewhere = await rulesSource(store, fixedClock(), defaultSettings).current();
    expect(elsewhere.formerStaff.get('noura')).toEqual({ ar: 'اسم noura', en: 'Name noura' });
    expect(staffName({ rules: elsewhere, language: 'ar' }, 'noura')).toBe('اسم noura');
    expect(staffName({ rules: elsewhere, language: 'en' }, 'stranger')).toBe('stranger');
  });

  it('keep the last names of removed entries of lists, in every process, until they are back', async () => {
    const { keeper, store } = aKeeper();
    const { services, districts } = shipped;
    const [permit] = services;
    const [olaya] = districts;
    if (!permit || !olaya) throw new Error('the delivered settings have services and districts');
    const renamed = { ...permit, name: { ar: 'رخصة البناء الفورية', en: 'Instant permit' } };
    const others = services.slice(1);
    const names = async (of: typeof keeper) => {
      const rules = await of.current();
      const view = { rules, language: 'ar' as const };
      return [serviceName(view, permit.id), districtName(view, olaya.id), rules.services.has(permit.id)];
    };
    const steps: readonly (readonly [object, readonly unknown[]])[] = [
      [{ services: [renamed, ...others] }, [renamed.name.ar, olaya.name.ar, true]],
      [{ services: others }, [renamed.name.ar, olaya.name.ar, false]],
      [{ services: others, districts: districts.slice(1) }, [renamed.name.ar, olaya.name.ar, false]],
      [
        { desk: { ...shipped.desk, reopenDays: 3 }, services: others, districts: [] },
        [renamed.name.ar, olaya.name.ar, false],
      ],
      [{ services: [permit, ...others] }, [permit.name.ar, olaya.name.ar, true]],
    ];
    for (const [base, [over, expected]] of steps.entries()) {
      expect(await keeper.apply(change(over, base))).toBe(true);
      expect(await names(keeper)).toEqual(expected);
      expect(await names(rulesSource(store, fixedClock(), defaultSettings))).toEqual(expected);
    }
    const view = { rules: await keeper.current(), language: 'ar' as const };
    expect([...view.rules.formerNames.keys()]).toEqual([]);
    for (const nameOf of [serviceName, districtName, departmentName, categoryName])
      expect(nameOf(view, 'never-there')).toBe('never-there');
  });

  it('leave unchanged fields to the deployment', async () => {
    const { keeper, store } = aKeeper({ centre: { phone: '941' } });
    const { settings } = await keeper.inForce();
    await keeper.apply({ ...change({}), settings: { ...settings, assignment: { mode: 'by-hand' } } });
    expect(store.versions[0]?.document).toEqual({ assignment: { mode: 'by-hand' } });
    expect((await keeper.inForce()).settings.centre.phone).toBe('941');
  });

  it('can be looked up by their version', async () => {
    const { keeper } = aKeeper();
    await keeper.apply(change({ assignment: { mode: 'by-hand' } }));
    expect((await keeper.past(0))?.settings).toEqual(shipped);
    expect((await keeper.past(1))?.settings.assignment.mode).toBe('by-hand');
    expect(await keeper.past(2)).toBeUndefined();
  });
});

describe('stored settings that this release does not take', () => {
  const broken = { desk: { reopenDays: 3 }, categories: [{ id: 'x', colour: 'red' }] };

  it('stop nothing: the valid sections hold, the rest is as shipped, and people are told once', async () => {
    const { keeper, errors, put, clock } = aKeeper();
    await put(broken);
    const rules = await keeper.current();
    expect(rules).toMatchObject({ version: 1, desk: { reopenWithinMs: 3 * DAY } });
    expect(rules.categories.size).toBe(shipped.categories.length);
    clock.advance(MINUTE);
    await keeper.current();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('settings version 1');
    expect(errors[0]).toContain('settings.categories.0');
    expect((await keeper.inForce()).problem?.issues.length).toBeGreaterThan(0);
  });

  it('leave the last good rules in force where there are any', async () => {
    const { keeper, errors, put, clock } = aKeeper();
    await put({ desk: { reopenDays: 5 } });
    await keeper.current();
    await put(broken);
    clock.advance(MINUTE);
    expect(await keeper.current()).toMatchObject({ version: 2, desk: { reopenWithinMs: 5 * DAY } });
    expect(errors).toHaveLength(1);
  });

  it.each([
    ['no object', 'text'],
    ['an unknown section', { moon: {} }],
    ['a reference to nothing', { desk: { calendar: 'moon' } }],
  ])('and %s is as good as nothing', async (_, document) => {
    const { keeper, errors, put } = aKeeper();
    await put(document);
    expect((await keeper.current()).desk.reopenWithinMs).toBe(14 * DAY);
    expect(errors).toHaveLength(1);
  });
});

describe('a store that does not answer', () => {
  it('stops nothing once rules are known, and is asked again a minute later', async () => {
    const { keeper, errors, store, clock } = aKeeper();
    const rules = await keeper.current();
    store.outage = new Error('out of reach');
    clock.advance(MINUTE);
    expect(await keeper.current()).toBe(rules);
    expect(await keeper.current()).toBe(rules);
    expect(errors).toEqual(['out of reach']);
    expect(store.reads).toBe(2);
  });

  it('is an error while nothing is known', async () => {
    const { keeper, store } = aKeeper();
    store.outage = new Error('out of reach');
    await expect(keeper.current()).rejects.toThrow('out of reach');
  });
});
