import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { procedureKind, procedureState } from './investor-vocabulary.ts';
import { actor } from './vocabulary.ts';
/** A procedure of an investor was added, or its department, due time or state changed. */
export const procedureChanged = defineEvent(
  'rida.procedure.changed.v1',
  'A procedure of an investor was added, or its department, due time or state changed.',
  z.object({
    procedure: z.string(),
    kind: procedureKind,
    department: z.string(),
    state: procedureState,
    dueAt: instant,
    /** Missing for a procedure that was added. */
    from: z.object({ department: z.string(), state: procedureState, dueAt: instant }).optional(),
    /** For a procedure that is done: whether that was after its due time. */
    late: z.boolean().optional(),
    by: actor,
  }),
);
