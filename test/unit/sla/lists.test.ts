import { expect, test } from 'vitest';
import { chooseCalendar } from '#shared/domain/sla/choose-calendar.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { always } from '#shared/domain/sla/data/always.ts';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { calendarListProblems, policyListProblems } from '#shared/domain/sla/list-problems.ts';

const base = saudiGovernment;
const variant = (id: string, more: object) => ({ ...always, id, variantOf: base.id, ...more });
const compiled = (...list: (typeof base)[]) => new Map(list.map((one) => [one.id, compile(one)]));
const at = Date.parse('2026-11-24T08:00:00Z');

test('the narrowest variant that holds stands in for a calendar', () => {
  const calendars = compiled(
    base,
    variant('parks', { scope: { departments: ['environment'] } }),
    variant('taif', { scope: { cities: ['Taif'] } }),
    variant('taif-parks', { scope: { cities: ['Taif'], departments: ['environment'] } }),
    variant('fair', { validity: { from: '2026-12-01', to: '2026-12-10' } }),
  );
  const chosen = (place: object) => chooseCalendar(calendars, base.id, { at, ...place })?.calendar.id;
  expect(chosen({})).toBe(base.id);
  expect(chosen({ department: 'environment' })).toBe('parks');
  expect(chosen({ city: 'Taif' })).toBe('taif');
  expect(chosen({ city: 'Taif', department: 'environment' })).toBe('taif-parks');
  expect(chosen({ department: 'planning' })).toBe(base.id);
  expect(chosen({ at: Date.parse('2026-12-10T20:59:00Z') })).toBe('fair');
  expect(chosen({ at: Date.parse('2026-12-10T21:00:00Z') })).toBe(base.id);
  expect(chooseCalendar(calendars, 'nowhere', { at })).toBeUndefined();
});

test.each([
  ['of nothing', [variant('a', { variantOf: 'nowhere', scope: { cities: ['Taif'] } })], [1, 'variantOf']],
  [
    'of a variant',
    [variant('a', { scope: { cities: ['Taif'] } }), variant('b', { variantOf: 'a' })],
    [2, 'variantOf'],
  ],
  ['without place or time', [variant('a', {})], [1]],
  [
    'that ends before it begins',
    [variant('a', { validity: { from: '2026-12-02', to: '2026-12-01' } })],
    [1, 'validity', 'to'],
  ],
  [
    'that holds where and when another does',
    [
      variant('a', {
        scope: { cities: ['Taif', 'Jeddah'] },
        validity: { from: '2026-12-01', to: '2026-12-10' },
      }),
      variant('b', { scope: { cities: ['Jeddah'] }, validity: { from: '2026-12-10' } }),
    ],
    [2],
  ],
  ['that says of what', [{ ...always, id: 'a', scope: { cities: ['Taif'] } }], [1, 'variantOf']],
])('a variant %s is named', (_, list, path) => {
  expect(calendarListProblems([base, ...list]).map((problem) => problem.path)).toEqual([path]);
});

test('variants that do not overlap, or of which one is limited in time, are valid together', () => {
  const list = [
    variant('a', { scope: { cities: ['Taif'] }, validity: { from: '2026-12-01', to: '2026-12-10' } }),
    variant('b', { scope: { cities: ['Taif'] }, validity: { from: '2026-12-11' } }),
    variant('c', { scope: { cities: ['Jeddah'] }, validity: { from: '2026-12-01' } }),
    variant('d', { scope: { cities: ['Taif'] } }),
    variant('e', { scope: { cities: ['Taif'], departments: ['environment'] } }),
  ];
  expect(calendarListProblems([base, ...list])).toEqual([]);
  const calendars = compiled(base, ...list.toReversed());
  const inTaif = (day: string) =>
    chooseCalendar(calendars, base.id, { city: 'Taif', at: Date.parse(`${day}T09:00:00Z`) })?.calendar.id;
  expect([inTaif('2026-11-30'), inTaif('2026-12-10'), inTaif('2026-12-11')]).toEqual(['d', 'a', 'b']);
});

test('delivered calendars and policies have no problem', () => {
  expect([...calendarListProblems([saudiGovernment, always]), ...policyListProblems(policies)]).toEqual([]);
});

test('a policy that matches nothing is named with the one before it', () => {
  const last = policies.slice(-1);
  const [first] = policies;
  if (!first) throw new Error('no policy');
  const again = { ...first, id: 'again', when: { ...first.when, priorities: ['urgent' as const] } };
  const [problem] = policyListProblems([first, again, ...last]);
  expect(problem).toMatchObject({ path: [1, 'when'] });
  expect(problem?.message).toContain(`"${first.id}"`);
  const none = { ...first, when: { types: [] } };
  expect(policyListProblems([none, ...last]).map(({ path }) => path)).toEqual([[0, 'when', 'types']]);
  expect(policyListProblems([first]).map(({ path }) => path)).toEqual([[0, 'when']]);
});
