import type { Selection } from './selection.ts';

/** The resolutions of a department whose deadline was met or passed. */
export const ofResolutionKept = (department: string): Selection =>
  ['resolution|kept', 'breached|resolution', 'missed-unannounced'].map((name) => `${name}|${department}`);

/** The answers of a department that the share in time is of. */
export const ofAnswersInTime = (department: string): Selection =>
  ['in-time', 'late'].map((when) => `department-answer|${when}|${department}`);

/** Return the counters of a measure in a department, of those that are compared by department. */
export function ofMeasureIn(
  measure: 'resolution' | 'firstResponse' | 'median',
  department: string,
): Selection {
  if (measure === 'resolution') return ofResolutionKept(department);
  return measure === 'median'
    ? [`resolved|${department}`]
    : ['kept', 'late'].map((verdict) => `first-response|${verdict}|${department}`);
}
