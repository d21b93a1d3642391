import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { obstacleKind, procedureKind } from './investor-vocabulary.ts';
import { actor } from './vocabulary.ts';
/** An obstacle of an investor is out of the way. */
export const obstacleCleared = defineEvent(
  'rida.obstacle.cleared.v1',
  'An obstacle of an investor is out of the way.',
  z.object({
    obstacle: z.string(),
    kind: obstacleKind,
    procedure: z.string(),
    of: procedureKind,
    department: z.string(),
    /** Working minutes for which it held the procedure up. */
    workingMinutes: z.int().nonnegative(),
    by: actor,
  }),
);
