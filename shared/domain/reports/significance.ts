/** Below this number of answers a share is hidden, because a person could be identified. */
const HIDDEN_BELOW = 5;
/** Below this number of answers a share is marked as too few to judge by. */
const FEW_BELOW = 30;

export type Significance = 'hidden' | 'few' | 'shown';

export const significanceOf = (n: number): Significance =>
  n < HIDDEN_BELOW ? 'hidden' : n < FEW_BELOW ? 'few' : 'shown';
