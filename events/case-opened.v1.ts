import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { caseType, channel, language, priority, segment } from './vocabulary.ts';
/** A case was opened: an observation, an inquiry, a report, a complaint or thanks. */
export const caseOpened = defineEvent(
  'rida.case.opened.v1',
  'A case was opened: an observation, an inquiry, a report, a complaint or thanks.',
  z.object({
    type: caseType,
    category: z.string(),
    department: z.string(),
    segment,
    channel,
    language,
    priority,
    beneficiaryId: z.string(),
    /** Id of the district, and of the e-service that it is about. */
    district: z.string().optional(),
    service: z.string().optional(),
    /** True when an acknowledgement may be sent: the sender is authenticated and not a machine. */
    acknowledge: z.boolean(),
    /** The case that this one continues or may belong to. */
    related: z.string().optional(),
    /** Closed by a spam or virus verdict. Excluded from lists and figures until it is restored. */
    setAside: z.literal(true).optional(),
  }),
);
