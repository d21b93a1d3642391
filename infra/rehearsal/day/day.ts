import { calls } from './calls.ts';
import { console } from './console.ts';
import { deadlines } from './deadlines.ts';
import { mails } from './mails.ts';
import { nights } from './nights.ts';
import { opening, rules } from './opening.ts';
import { outreach } from './outreach.ts';
import { people } from './people.ts';
import type { Step } from './scene.ts';
import { surveys } from './surveys.ts';

/** The day by subject, in order. A new function or event gets a step in the file of its subject. */
export const day: Readonly<Record<string, readonly Step[]>> = {
  opening,
  mails,
  calls,
  outreach,
  console,
  people,
  surveys,
  rules,
  deadlines,
  nights,
};
