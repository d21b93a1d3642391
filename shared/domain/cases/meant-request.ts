import type { DepartmentRequest } from './case.ts';

/**
 * Return the request of a department that its words are about: the one that they name, otherwise the only open one,
 * otherwise the newest, when none is open. Of several open ones without a name, none: an answer to the wrong
 * question would hide that the right one is still owed.
 * @param theirs the requests of the department, in the order in which they were made
 */
export function meantRequest(
  theirs: readonly DepartmentRequest[],
  named: string | undefined,
): DepartmentRequest | undefined {
  const direct = theirs.find(({ id }) => id === named);
  if (direct) return direct;
  const open = theirs.filter(({ ended }) => !ended);
  return open.length === 0 ? theirs.at(-1) : open.length === 1 ? open[0] : undefined;
}
