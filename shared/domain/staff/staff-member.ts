import type { Actor } from '#events/vocabulary.ts';

/** A planned absence. When it begins, the cases of this member of staff return to the queue. */
export interface Absence {
  readonly from: number;
  /** Epoch milliseconds. When missing, the absence lasts until the member of staff ends it. */
  readonly until?: number;
  /** User name of the colleague who takes over the cases. */
  readonly handOverTo?: string;
  readonly by: Actor;
  /** Set after the absence has begun and its event was published. */
  readonly begun?: true;
}

/** The changing data of a member of staff. Name, departments and skills are in the settings (`Colleague`). */
export interface StaffMember {
  /** User name. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly absence?: Absence;
  /** They were removed from the settings. */
  readonly removed?: true;
  /** When the sweep must next begin or end the absence, epoch milliseconds. */
  readonly nextDueAt?: number;
}
