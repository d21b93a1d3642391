import type { Samples } from '../sample.ts';
import { cases } from './cases.ts';
import { followUps } from './follow-ups.ts';
import { mail } from './mail.ts';
import { outreach } from './outreach.ts';
import { telephone } from './telephone.ts';
import { timers } from './timers.ts';

/** One sample for each outcome of every function. */
export const samples = {
  ...cases,
  ...followUps,
  ...mail,
  ...outreach,
  ...telephone,
  ...timers,
} satisfies Samples;
