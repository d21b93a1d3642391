import type { Case } from '#shared/domain/case/case.ts';
import { isActive } from '#shared/domain/case/case.ts';
import type { Settings } from './settings.ts';

/** Something that would go away although open cases use it. */
export interface Use {
  readonly section: 'departments' | 'categories' | 'staff';
  /** Id or user. */
  readonly id: string;
  readonly cases: number;
  /** Some of their references. */
  readonly references: readonly string[];
}

const NAMED = 5;

const without = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const kept = new Set(after);
  return new Set(before.filter((id) => !kept.has(id)));
};

/** What `after` no longer has, by section. */
function removed(before: Settings, after: Settings): Readonly<Record<Use['section'], ReadonlySet<string>>> {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    departments: without(ids(before.departments), ids(after.departments)),
    categories: without(ids(before.categories), ids(after.categories)),
    staff: without(
      before.staff.map(({ user }) => user),
      after.staff.map(({ user }) => user),
    ),
  };
}

/** Whether settings take something away that cases may be using. */
export const removesAny = (before: Settings, after: Settings): boolean =>
  Object.values(removed(before, after)).some((gone) => gone.size > 0);

/** What open cases use of that which `after` no longer has. */
export function usesOf(before: Settings, after: Settings, cases: Iterable<Case>): Use[] {
  const gone = removed(before, after);
  const found = new Map<string, { section: Use['section']; id: string; references: string[] }>();
  for (const known of cases) {
    if (!isActive(known.status)) continue;
    const asked = (known.requests ?? []).filter(({ ended }) => !ended).map(({ department }) => department);
    const used: readonly (readonly [Use['section'], string | undefined])[] = [
      ['categories', known.category],
      ['staff', known.assignee],
      ...[...new Set([known.department, ...asked])].map((id) => ['departments', id] as const),
    ];
    for (const [section, id] of used) {
      if (id === undefined || !gone[section].has(id)) continue;
      const use = found.get(`${section} ${id}`) ?? { section, id, references: [] };
      use.references.push(known.id);
      found.set(`${section} ${id}`, use);
    }
  }
  return [...found.values()].map(({ references, ...use }) => ({
    ...use,
    cases: references.length,
    references: references.slice(0, NAMED),
  }));
}
