import type { WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { PersonDeps } from './persons.ts';

export interface DrawDeps extends PersonDeps {
  readonly blobs: BlobStore;
}

/** Why no sample is drawn. */
export type DrawRefusal =
  | 'drawn-already'
  | 'under-way'
  | 'nobody'
  | 'unread'
  | 'closed'
  | 'too-large'
  | 'services'
  | 'outdated';

/** The result of a step. */
export interface StepResult {
  /** The work of it, in looks at a person. */
  readonly cost: number;
  /** No step of this stage follows. */
  readonly isLast: boolean;
  /** The changed fields of the draw. */
  readonly next?: Partial<WeekDraw>;
  /** The draw ends here. */
  readonly refused?: DrawRefusal;
}
