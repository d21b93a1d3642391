import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';

const seconds = z.int().nonnegative();

/** A call ended. */
export const callEnded = defineEvent(
  'rida.call.ended.v1',
  'A call ended.',
  z.object({
    /** Id of the first contact. Transfers and callbacks belong to the same call. */
    contactId: z.string(),
    startedAt: instant,
    seconds,
    queued: z.boolean(),
    /** True when an agent spoke to the caller. */
    answered: z.boolean(),
    /** Time in queues until the first answer, or until the caller left. */
    waitSeconds: seconds.optional(),
    reason: z.string().optional(),
    caseRef: z.string().optional(),
    /** `out` for outgoing calls, which the figures of incoming calls exclude. */
    direction: z.enum(['in', 'out']).optional(),
    outcome: z.enum(['served', 'message', 'callback', 'abandoned', 'machine']).optional(),
    line: z.enum(['general', 'investors', 'staff']).optional(),
    /** True when an agent answered while the caller was on the line, not in a callback. */
    onLine: z.boolean().optional(),
    /** Answered within the threshold, answered later, or abandoned after it. */
    serviceLevel: z.enum(['within', 'late', 'left']).optional(),
    /** True for an abandoned call that was too short to judge the centre by. */
    short: z.boolean().optional(),
    talkSeconds: seconds.optional(),
    holdSeconds: seconds.optional(),
    holds: z.int().nonnegative().optional(),
    afterWorkSeconds: seconds.optional(),
    transfers: z.int().nonnegative().optional(),
    callback: z.enum(['asked', 'kept']).optional(),
    message: z.boolean().optional(),
  }),
);
