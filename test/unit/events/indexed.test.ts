import { expect, it } from 'vitest';
import { registry, typesFor } from '#events/registry.ts';

/**
 * Events after which no search has another result. A case is found by its reference, beneficiary, subject, messages,
 * outcome and survey comment, and filtered by state, type, department, category, channel and age. `cases/erase` removes
 * erased cases from the index.
 */
const NOT_SEARCHED = [
  'rida.acknowledgement.withheld.v1',
  'rida.acknowledgement.due.v1',
  'rida.message.failed.v1',
  'rida.case.assigned.v1',
  'rida.case.unassigned.v1',
  'rida.case.linked.v1',
  'rida.case.unlinked.v1',
  'rida.case.split.v1',
  'rida.case.returned.v1',
  'rida.case.watched.v1',
  'rida.case.unwatched.v1',
  'rida.promise.made.v1',
  'rida.promise.ended.v1',
  'rida.department.request-withdrawn.v1',
  'rida.department.reminder-due.v1',
  'rida.department.time-decided.v1',
  'rida.case.erased.v1',
  'rida.case.status-changed.v1',
  'rida.message.spoken.v1',
  'rida.mail.quarantined.v1',
  'rida.call.started.v1',
  'rida.call.ended.v1',
  'rida.sla.warned.v1',
  'rida.sla.breached.v1',
  'rida.case.escalated.v1',
  'rida.sla.retracted.v1',
  'rida.case.retimed.v1',
  'rida.notices.due.v1',
  'rida.survey.invited.v1',
  'rida.call.rated.v1',
  'rida.call.survey-decided.v1',
  'rida.survey.suppressed.v1',
  'rida.obstacle.cleared.v1',
  'rida.obstacle.met.v1',
  'rida.plan.closing-due.v1',
  'rida.plan.ended.v1',
  'rida.plan.started.v1',
  'rida.plan.touched.v1',
  'rida.procedure.changed.v1',
  'rida.outcome.returned.v1',
  'rida.outcome.suspected.v1',
];
/** Events of other aggregates than cases. */
const OF_OTHERS = /^rida\.(beneficiary|agent|call-out|recovery|task|check)\./u;

it('an event of a case is indexed for the search, or is listed here because it changes no result', () => {
  const indexed = new Set<string>(typesFor('cases/index-case'));
  const rest = registry
    .map(({ event }): string => event.type)
    .filter((type) => !indexed.has(type) && !OF_OTHERS.test(type));
  expect(rest.sort()).toEqual(NOT_SEARCHED.toSorted());
});
