import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { obstacleKind, procedureKind } from './investor-vocabulary.ts';
import { actor } from './vocabulary.ts';
/** Something holds a procedure of an investor up. */
export const obstacleMet = defineEvent(
  'rida.obstacle.met.v1',
  'Something holds a procedure of an investor up.',
  z.object({
    obstacle: z.string(),
    kind: obstacleKind,
    procedure: z.string(),
    of: procedureKind,
    department: z.string(),
    by: actor,
  }),
);
