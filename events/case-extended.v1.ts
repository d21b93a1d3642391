import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, contactMeans } from './vocabulary.ts';
/** The grounds of the law: the request takes unexpected or unusual effort, or the person made several. */
export const extensionGround = z.enum(['effort', 'several-requests']);
/** The period of a request about personal data was extended, once, before it ended. The person is told. */
export const caseExtended = defineEvent(
  'rida.case.extended.v1',
  'The period of a request about personal data was extended. The person is told why and until when.',
  z.object({
    /** The deadline before. */
    from: instant,
    until: instant,
    because: extensionGround,
    /** Id of the message with the reason in words. */
    message: z.string(),
    /** How staff told the person, when no mail could. */
    informedBy: contactMeans.optional(),
    by: actor,
  }),
);
