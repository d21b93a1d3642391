export type RingPurpose = 'callback' | 'call-out';

/** A phone that rings. */
export interface Ring {
  readonly why: RingPurpose;
  readonly until: number;
}
