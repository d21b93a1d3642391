import type { CorrectedField } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import type { Deciding } from '../context.ts';
import { CORRECTED_FIELDS, correctedCase, factsOf } from '../correction.ts';
import type { Decision } from '../decision.ts';
import { isSetAside } from '../set-aside.ts';
import type { CommandOf } from './case-step.ts';

/** Fields whose values are ids of the settings. All others are personal. */
const IDS: ReadonlySet<CorrectedField> = new Set(['district', 'service']);

/** Correct facts of a case in any status. No clock depends on them. */
export function correct(
  state: Case,
  { to, says, by }: CommandOf<'correct'>,
  { cause, rules }: Deciding,
): Decision {
  const next = correctedCase(state, to);
  const [before, after] = [factsOf(state), factsOf(next)];
  const isConfirmed = state.serviceGuessed === true && next.serviceGuessed === undefined;
  const changed = CORRECTED_FIELDS.filter(
    (field) => before[field] !== after[field] || (field === 'service' && isConfirmed),
  );
  if (changed.length === 0) return { rejected: 'nothing-changed' };
  if (after.subject.trim() === '') return { rejected: 'empty' };
  const names = (field: 'district' | 'service'): boolean => changed.includes(field) && after[field] !== '';
  if (names('district') && !rules.districts.has(after.district)) return { rejected: 'unknown-district' };
  if (names('service') && !rules.services.has(after.service)) return { rejected: 'unknown-service' };
  const changes = changed.map((field) => ({
    field,
    ...(IDS.has(field) && before[field] !== '' && { from: before[field] }),
    ...(IDS.has(field) && after[field] !== '' && { to: after[field] }),
  }));
  const data = {
    ...{ by, changes, openedAt: isoInstant(state.openedAt) },
    ...(says && { message: cause }),
    ...(isSetAside(state) && { setAside: true as const }),
  };
  return { case: next, events: [{ type: 'rida.case.corrected.v1', data }] };
}
