import type { CaseStatus } from '#events/vocabulary.ts';

/** All legal changes of status. Any other change is rejected. */
export const transitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: ['open', 'pending-beneficiary', 'pending-department', 'resolved', 'closed'],
  open: ['pending-beneficiary', 'pending-department', 'resolved', 'closed'],
  'pending-beneficiary': ['open', 'pending-department', 'resolved', 'closed'],
  'pending-department': ['open', 'pending-beneficiary', 'resolved', 'closed'],
  resolved: ['open', 'closed'],
  closed: ['open'],
};

export const mayMove = (from: CaseStatus, to: CaseStatus): boolean => transitions[from].includes(to);
