import type { DataOf } from '#events/registry.ts';
import { everyOf, membersWith } from '../../every-of.ts';
import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CommandOf } from './case-step.ts';

type Change = DataOf<'rida.case.reclassified.v1'>['changes'][number];

const FIELDS = everyOf<Change['field']>()([
  'type',
  'category',
  'department',
  'priority',
  'segment',
  'language',
]);
/** Fields that choose the service level or its calendar. A change moves deadlines. */
const TERMS = membersWith<Change['field']>({
  type: true,
  category: true,
  department: true,
  priority: true,
  segment: true,
  language: false,
});

/** Fields that group the figures. They can be corrected on a resolved case too. */
const FIGURES = membersWith<Change['field']>({
  type: true,
  category: true,
  department: false,
  priority: false,
  segment: false,
  language: false,
});

/**
 * Correct the classification. Recompute deadlines from their original starts. A change of department removes
 * the assignee, and what a person decided about assignment.
 */
export function reclassify(
  state: Case,
  { to, by }: CommandOf<'reclassify'>,
  { recordedAt, rules }: Deciding,
): Decision {
  if (state.status === 'closed') return { rejected: 'not-active' };
  const changes = FIELDS.flatMap((field): Change[] => {
    const value = to[field];
    return value === undefined || value === state[field] ? [] : [{ field, from: state[field], to: value }];
  });
  if (changes.length === 0) return { rejected: 'nothing-changed' };
  if (!isActive(state.status) && changes.some(({ field }) => !FIGURES.has(field)))
    return { rejected: 'not-active' };
  const changed = new Set(changes.map(({ field }) => field));
  if (changed.has('category') && !rules.categories.has(to.category ?? ''))
    return { rejected: 'unknown-category' };
  if (changed.has('department') && !rules.departments.has(to.department ?? ''))
    return { rejected: 'unknown-department' };
  const { assignee, byHand, ...rest } = state;
  const moves = changed.has('department');
  const loses = moves && assignee !== undefined;
  const next: Case = {
    ...rest,
    ...Object.fromEntries(changes.map(({ field, to: value }) => [field, value])),
    ...(assignee !== undefined && !loses && { assignee }),
    ...(byHand && !moves && { byHand }),
    facts: changes.some(({ field }) => TERMS.has(field))
      ? [...state.facts, { at: recordedAt, type: 'terms' }]
      : state.facts,
  };
  return {
    case: next,
    events: [
      { type: 'rida.case.reclassified.v1', data: { by, changes, ...(loses && { unassigned: assignee }) } },
    ],
  };
}
