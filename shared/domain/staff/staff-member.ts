import type { Actor } from '#events/vocabulary.ts';

/** When a member of staff is away. Their cases return to the queue when it begins. */
export interface Absence {
  readonly from: number;
  /** Absent until they say that they are back. */
  readonly until?: number;
  /** The colleague who takes over their cases. */
  readonly handOverTo?: string;
  readonly by: Actor;
  /** Set once it has begun and was told. */
  readonly begun?: true;
}

/** A member of staff as far as it changes from day to day; who they are is in the settings. */
export interface StaffMember {
  /** User name. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly absence?: Absence;
  /** When the sweep must look: an absence begins or ends. */
  readonly nextDueAt?: number;
}
