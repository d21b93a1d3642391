import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { caseType, channel, language, priority, segment } from './vocabulary.ts';
/** A case exists: somebody brought an observation, an inquiry, a report or a complaint. */
export const caseOpened = defineEvent(
  'rida.case.opened.v1',
  'A case exists: somebody brought an observation, an inquiry, a report or a complaint.',
  z.object({
    type: caseType,
    category: z.string(),
    department: z.string(),
    segment,
    channel,
    language,
    priority,
    beneficiaryId: z.string(),
    /** Whether an acknowledgement may be sent: the sender is authenticated and no machine. */
    acknowledge: z.boolean(),
    /** The case this one continues or may belong to. */
    related: z.string().optional(),
    /** Set aside as spam or dangerous: in no list and no figure until it is restored. */
    setAside: z.literal(true).optional(),
  }),
);
