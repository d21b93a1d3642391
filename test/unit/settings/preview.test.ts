import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { settingsChanges } from '#shared/settings/changes.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { eachLiveCase } from '#shared/settings/live-cases.ts';
import { previewing } from '#shared/settings/preview.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { findingUses, removesAny } from '#shared/settings/uses.ts';
import { touchesDeadlines, weigh } from '#shared/settings/weigh.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const shipped = readSettings(defaultSettings);
const over = (document: unknown): Settings => readSettings(shipped, document);
const endsAt = (time: string): Settings =>
  over({
    calendars: shipped.calendars.map((one) =>
      one.id === 'saudi-government'
        ? { ...one, exceptions: [{ on: '2026-01-04', kind: 'closed', from: time }] }
        : one,
    ),
  });
const preview = (after: Settings, cases: Iterable<Case>, now = WORKING_MORNING) => {
  const judging = previewing(compileRules(shipped), compileRules(after), now);
  for (const supportCase of cases) judging.add(supportCase);
  return judging.result();
};
const usesOf = (before: Settings, after: Settings, cases: Iterable<Case>) => {
  const finder = findingUses(before, after);
  for (const supportCase of cases) finder.add(supportCase);
  return finder.result();
};
const reportsWithin = (minutes: number): Settings =>
  over({
    policies: shipped.policies.map((one) =>
      one.id === 'report'
        ? {
            ...one,
            targets: { ...one.targets, normal: { ...one.targets.normal, firstResponseMinutes: minutes } },
          }
        : one,
    ),
  });

describe('the effect of settings on open cases', () => {
  it('is nothing when nothing differs', () => {
    expect(preview(shipped, [aCase(), aCase()])).toEqual({
      ...{ looked: 2, moved: 0, earlier: 0, late: 0, rescued: 0, most: [] },
    });
  });

  it('names the deadline that moves most, from and to', () => {
    const supportCase = aCase({ subject: 'lamp' });
    const { moved, earlier, most } = preview(endsAt('10:30'), [supportCase]);
    expect({ moved, earlier }).toEqual({ moved: 1, earlier: 0 });
    // Two hours from 10:00: half an hour until the hours of the decree end, the rest from 07:30 of the next
    // day.
    expect(most).toEqual([
      {
        ...{ reference: supportCase.id, subject: 'lamp', clock: 'firstResponse' },
        ...{ from: WORKING_MORNING + 2 * HOUR, to: WORKING_MORNING + 21.5 * HOUR + 90 * MINUTE },
      },
    ]);
  });

  it('counts what becomes late at once, and what is in time again', () => {
    const asked = WORKING_MORNING + HOUR;
    expect(preview(reportsWithin(30), [aCase()], asked)).toMatchObject({
      moved: 1,
      earlier: 1,
      late: 1,
      rescued: 0,
    });
    const late = WORKING_MORNING + 3 * HOUR;
    expect(preview(reportsWithin(240), [aCase()], late)).toMatchObject({
      moved: 1,
      earlier: 0,
      late: 0,
      rescued: 1,
    });
  });

  it('names ten at most, the largest first; a lost deadline is before all others', () => {
    const cases = Array.from({ length: 14 }, (_, i) => aCase({ openedAt: WORKING_MORNING - i * MINUTE }));
    const without = over({
      policies: shipped.policies.map((one) =>
        one.id === 'complaint'
          ? {
              ...one,
              targets: { ...one.targets, normal: { ...one.targets.normal, firstResponseMinutes: undefined } },
            }
          : one,
      ),
    });
    const complaint = aCase({ type: 'complaint' });
    expect(preview(without, [...cases, complaint]).most).toMatchObject([
      { reference: complaint.id, to: null },
    ]);
    const { most, moved } = preview(reportsWithin(60), cases);
    expect(moved).toBe(14);
    expect(most).toHaveLength(10);
  });

  it('leaves closed and paused clocks alone', () => {
    const paused = aCase({
      status: 'pending-beneficiary',
      facts: [
        { at: WORKING_MORNING, type: 'opened' },
        { at: WORKING_MORNING, type: 'status', status: 'pending-beneficiary' },
      ],
    });
    expect(preview(reportsWithin(30), [paused]).moved).toBe(0);
  });
});

describe('open cases', () => {
  it('are read over all shards and pages, up to a bound that is told', async () => {
    const store = new MemoryStore({ shards: 3 }).seed(...Array.from({ length: 700 }, () => aCase()));
    const visited = async (most?: number) => {
      const seen = new Set<string>();
      const partial = await eachLiveCase(store, ({ id }) => seen.add(id), most);
      return [seen.size, partial];
    };
    expect(await visited()).toEqual([700, false]);
    expect(await visited(700)).toEqual([700, false]);
    expect(await visited(650)).toEqual([650, true]);
  });
});

describe('weighing', () => {
  it('reads no case when no deadline can move and nothing goes away', async () => {
    const asked = () => Promise.reject(new Error('nobody should ask'));
    const store = { live: asked, dueShards: asked };
    const inForce = { settings: shipped, version: 0, stored: undefined };
    const after = over({ assignment: { mode: 'by-hand' } });
    const { preview: none, changes } = await weigh({ store }, inForce, after, WORKING_MORNING);
    expect(none).toBeUndefined();
    expect(changes).toEqual([
      { section: 'assignment', kind: 'changed', place: ['mode'], from: 'least-loaded', to: 'by-hand' },
    ]);
    expect(touchesDeadlines(shipped, endsAt('12:00'))).toBe(true);
  });

  it('finds what would go away although open cases use it', () => {
    const after = over({
      categories: shipped.categories.filter(({ id }) => id !== 'lighting'),
      staff: [],
    });
    const before = {
      ...shipped,
      staff: [
        {
          user: 'salem',
          name: { ar: 'س', en: 's' },
          email: 's@x.example',
          departments: ['care'],
          skills: [],
          languages: ['ar' as const],
          capacity: 5,
        },
      ],
    };
    const lit = aCase({ assignee: 'salem' });
    const closed = aCase({ status: 'closed' });
    expect(removesAny(before, after)).toBe(true);
    expect(usesOf(before, after, [lit, closed, aCase({ category: 'roads' })])).toEqual([
      { section: 'categories', id: 'lighting', cases: 1, references: [lit.id] },
      { section: 'staff', id: 'salem', cases: 1, references: [lit.id] },
    ]);
  });

  it('counts a department that owes an answer as used', () => {
    const after = { ...shipped, departments: shipped.departments.filter(({ id }) => id !== 'planning') };
    const request = { id: 'r1', department: 'planning', askedAt: 0, dueAt: 1, by: 'agent:salem' as const };
    const asked = aCase({ requests: [request] });
    const answered = aCase({
      requests: [{ ...request, ended: { at: 1, how: 'answered', by: 'agent:salem' } }],
    });
    expect(usesOf(shipped, after, [asked, answered])).toMatchObject([{ id: 'planning', cases: 1 }]);
  });
});

describe('changes', () => {
  it('tell entries that came, went, changed and moved', () => {
    const [first, second, ...rest] = shipped.policies;
    const policies = [second, first, ...rest].filter((one) => one !== undefined);
    const departments = shipped.departments.slice(1);
    const categories = [
      ...shipped.categories,
      { id: 'trees', name: { ar: 'أشجار', en: 'Trees' }, department: 'care' },
    ];
    const changes = settingsChanges(shipped, { ...shipped, policies, departments, categories });
    expect(changes.map(({ section, entry, kind }) => [section, entry, kind])).toEqual([
      ['departments', 'care', 'removed'],
      ['categories', 'trees', 'added'],
      ['policies', undefined, 'moved'],
    ]);
  });

  it('tell decrees and intervals one by one', () => {
    const changes = settingsChanges(shipped, endsAt('12:00'));
    expect(changes).toEqual([
      {
        ...{ section: 'calendars', entry: 'saudi-government', kind: 'added', place: ['exceptions'] },
        to: { on: '2026-01-04', kind: 'closed', from: '12:00' },
      },
    ]);
  });

  it('tell an optional field that went away', () => {
    const { quietHours: _, ...escalation } = shipped.escalation;
    expect(settingsChanges(shipped, { ...shipped, escalation })).toMatchObject([
      { section: 'escalation', kind: 'removed', place: ['quietHours'] },
    ]);
  });
});
