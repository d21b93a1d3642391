import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';

const seconds = z.int().nonnegative();

/** A call is over. */
export const callEnded = defineEvent(
  'rida.call.ended.v1',
  'A call is over.',
  z.object({
    /** Of the first contact; transfers and call-backs are part of the call. */
    contactId: z.string(),
    startedAt: instant,
    seconds,
    queued: z.boolean(),
    /** Whether an agent spoke to the caller. */
    answered: z.boolean(),
    /** Time in queues until the first answer, or until the caller left. */
    waitSeconds: seconds.optional(),
    reason: z.string().optional(),
    caseRef: z.string().optional(),
    /** Of calls out, which are in no figure of calls received. */
    direction: z.enum(['in', 'out']).optional(),
    outcome: z.enum(['served', 'message', 'callback', 'abandoned', 'machine']).optional(),
    line: z.enum(['general', 'investors', 'staff']).optional(),
    /** Whether an agent answered while the caller held the line, and not by calling back. */
    onLine: z.boolean().optional(),
    /** Answered within the threshold, answered later, or left after it. */
    serviceLevel: z.enum(['within', 'late', 'left']).optional(),
    /** Left so soon that it says nothing about the centre. */
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
