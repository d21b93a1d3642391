import * as z from 'zod';
import { contactId, enumerated, maybe, seconds, text, word } from './connect-values.ts';

/**
 * A contact event of Amazon Connect on EventBridge (detail-type `Amazon Connect Contact Event`). Delivery is
 * best effort, and events may repeat and change order. Unknown event types and fields are ignored. It has no
 * phone number or attributes: those are provided by the flow and joined by contact id.
 */
export const connectContactEvent = z.object({
  time: word,
  detail: z.object({
    eventType: enumerated.transform((type) => type ?? ''),
    contactId,
    initialContactId: text,
    previousContactId: text,
    channel: enumerated,
    initiationMethod: enumerated,
    initiationTimestamp: text,
    connectedToSystemTimestamp: text,
    disconnectTimestamp: text,
    disconnectReason: enumerated,
    queueInfo: maybe(z.object({ queueArn: text, enqueueTimestamp: text })),
    agentInfo: maybe(
      z.object({
        agentArn: text,
        connectedToAgentTimestamp: text,
        afterContactWorkDuration: seconds,
        afterContactWorkStartTimestamp: text,
        afterContactWorkEndTimestamp: text,
      }),
    ),
  }),
});
export type ConnectContactEvent = z.infer<typeof connectContactEvent>;
