import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Colleague } from '#shared/domain/rules.ts';
import { chooseAssignee } from '#shared/domain/staff/choose-assignee.ts';

const DEPARTMENTS = ['operations', 'planning'];
const CATEGORIES = ['lighting', 'roads', 'parks'];
const language = fc.constantFrom('ar' as const, 'en' as const);
const name = { ar: 'موظف', en: 'Colleague' };

const colleagues: fc.Arbitrary<Colleague[]> = fc
  .array(
    fc.record({
      departments: fc.subarray(DEPARTMENTS, { minLength: 1 }),
      skills: fc.subarray(CATEGORIES),
      languages: fc.uniqueArray(language, { minLength: 1 }),
      capacity: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 7 },
  )
  .map((list) => list.map((one, at) => ({ ...one, user: `u${at}`, name, email: `u${at}@rida.example` })));

const situation = fc.record({
  staff: colleagues,
  counts: fc.array(fc.nat(5), { minLength: 7, maxLength: 7 }),
  absences: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  id: fc.string({ minLength: 1, maxLength: 12 }),
  department: fc.constantFrom(...DEPARTMENTS),
  category: fc.constantFrom(...CATEGORIES),
  language,
});

const read = ({
  staff,
  counts,
  absences,
}: {
  staff: Colleague[];
  counts: number[];
  absences: boolean[];
}) => ({
  load: new Map(staff.map(({ user }, at) => [user, counts[at] ?? 0])),
  absent: new Set(staff.filter((_, at) => absences[at]).map(({ user }) => user)),
});

describe('the choice of an assignee', () => {
  it('is of the department, there, speaks the language, has room and is not of another skill', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const { load, absent } = read(one);
        const user = chooseAssignee(one, one.staff, load, absent);
        const fits = one.staff.filter(
          (each) =>
            each.departments.includes(one.department) &&
            each.languages.includes(one.language) &&
            !absent.has(each.user) &&
            (load.get(each.user) ?? 0) < each.capacity &&
            (each.skills.length === 0 || each.skills.includes(one.category)),
        );
        expect(user === undefined).toBe(fits.length === 0);
        if (user === undefined) return;
        expect(fits.map((each) => each.user)).toContain(user);
        const skilled = fits.filter(({ skills }) => skills.includes(one.category));
        const rivals = skilled.length > 0 ? skilled : fits;
        expect(rivals.map((each) => each.user)).toContain(user);
        const least = Math.min(...rivals.map((each) => load.get(each.user) ?? 0));
        expect(load.get(user)).toBe(least);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not depend on the order in which the settings name people', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const { load, absent } = read(one);
        const chosen = chooseAssignee(one, one.staff, load, absent);
        expect(chooseAssignee(one, [...one.staff].reverse(), load, absent)).toBe(chosen);
      }),
    );
  });

  it('is not always the same of several equals', () => {
    const staff = ['a', 'b', 'c'].map(
      (user): Colleague => ({
        ...{ user, name, email: `${user}@rida.example`, departments: ['operations'], skills: [] },
        ...{ languages: ['ar'], capacity: 9 },
      }),
    );
    const about = { department: 'operations', category: 'roads', language: 'ar' } as const;
    const chosen = Array.from({ length: 60 }, (_, n) =>
      chooseAssignee({ id: `case-${n}`, ...about }, staff, new Map(), new Set()),
    );
    for (const { user } of staff) expect(chosen.filter((one) => one === user).length).toBeGreaterThan(8);
  });
});
