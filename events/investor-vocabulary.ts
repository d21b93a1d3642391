import * as z from 'zod';

/** A procedure of an investor at a department. */
export const procedureKind = z.enum([
  'licence',
  'building-permit',
  'land-lease',
  'utility-connection',
  'inspection',
  'site-handover',
  'payment',
  'other',
]);
export type ProcedureKind = z.infer<typeof procedureKind>;

export const procedureState = z.enum(['waiting', 'under-way', 'done', 'withdrawn']);
export type ProcedureState = z.infer<typeof procedureState>;

/** The kind of thing that holds a procedure of an investor up. */
export const obstacleKind = z.enum([
  'missing-documents',
  'unpaid-fees',
  'late-department',
  'waits-for-department',
  'outside-body',
  'unclear-requirements',
  'site-conflict',
  'system-fault',
  'other',
]);
export type ObstacleKind = z.infer<typeof obstacleKind>;

/** How the plan of an investor ended: the investor said that it is finished, gave it up, or the case ended. */
export const planEnd = z.enum(['finished', 'withdrawn', 'case-ended']);
export type PlanEnd = z.infer<typeof planEnd>;
