import type { Case } from '#shared/domain/cases/case.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import type { Settings } from './settings.ts';

/** A removed entry that open cases still use. */
export interface Use {
  readonly section: 'departments' | 'categories' | 'districts' | 'services' | 'staff';
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

/** Return the ids that `after` removes, by section. */
function removed(before: Settings, after: Settings): Readonly<Record<Use['section'], ReadonlySet<string>>> {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    departments: without(ids(before.departments), ids(after.departments)),
    categories: without(ids(before.categories), ids(after.categories)),
    districts: without(ids(before.districts), ids(after.districts)),
    services: without(ids(before.services), ids(after.services)),
    staff: without(
      before.staff.map(({ user }) => user),
      after.staff.map(({ user }) => user),
    ),
  };
}

/** Return true when the new settings remove an entry that cases may use. */
export const removesAny = (before: Settings, after: Settings): boolean =>
  Object.values(removed(before, after)).some((gone) => gone.size > 0);

/** Collects the uses of removed entries, case by case. */
export interface UseFinder {
  add(supportCase: Case): void;
  result(): Use[];
}

export function findingUses(before: Settings, after: Settings): UseFinder {
  const gone = removed(before, after);
  const found = new Map<string, Use>();
  const note = (section: Use['section'], id: string | undefined, reference: string): void => {
    if (id === undefined || !gone[section].has(id)) return;
    const use = found.get(`${section} ${id}`) ?? { section, id, cases: 0, references: [] };
    const references = [...use.references, reference].slice(0, NAMED);
    found.set(`${section} ${id}`, { ...use, cases: use.cases + 1, references });
  };
  return {
    add(supportCase) {
      if (!isActive(supportCase.status)) return;
      const asked = (supportCase.requests ?? [])
        .filter(({ ended }) => !ended)
        .map(({ department }) => department);
      note('categories', supportCase.category, supportCase.id);
      note('districts', supportCase.place?.district, supportCase.id);
      note('services', supportCase.service, supportCase.id);
      note('staff', supportCase.assignee, supportCase.id);
      for (const department of new Set([supportCase.department, ...asked]))
        note('departments', department, supportCase.id);
    },
    result: () => [...found.values()],
  };
}
