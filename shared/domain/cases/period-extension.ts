import type { DataOf } from '#events/registry.ts';
import type { Actor, ContactMeans } from '#events/vocabulary.ts';

/** The one extension of the period of a request about personal data. */
export interface PeriodExtension {
  readonly at: number;
  /** The deadline before. */
  readonly from: number;
  readonly until: number;
  readonly because: DataOf<'rida.case.extended.v1'>['because'];
  /** Id of the message with the reason in words. */
  readonly message: string;
  /** How staff told the person, when no mail could. */
  readonly informedBy?: ContactMeans;
  readonly by: Actor;
}
