export type RingPurpose = 'callback' | 'call-out';

/** A phone that rings at somebody's. */
export interface Ring {
  readonly why: RingPurpose;
  readonly until: number;
}
