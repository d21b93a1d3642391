import * as z from 'zod';

const text = z.string().nullish();
const seconds = z.number().nonnegative().nullish().catch(undefined);

/**
 * A contact event of Amazon Connect on EventBridge (detail-type `Amazon Connect Contact Event`). Delivery is
 * best effort, and events may repeat and change order. Unknown event types and fields are ignored. It has no
 * phone number or attributes: those are provided by the flow and joined by contact id.
 */
export const connectContactEvent = z.object({
  id: z.string(),
  'detail-type': z.literal('Amazon Connect Contact Event'),
  source: z.string(),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    contactId: z.string().min(1).max(100),
    initialContactId: text,
    previousContactId: text,
    relatedContactId: text,
    channel: z.string(),
    instanceArn: text,
    initiationMethod: text,
    initiationTimestamp: text,
    connectedToSystemTimestamp: text,
    disconnectTimestamp: text,
    disconnectReason: text,
    queueInfo: z.object({ queueArn: text, queueType: text, enqueueTimestamp: text }).nullish(),
    agentInfo: z
      .object({
        agentArn: text,
        connectedToAgentTimestamp: text,
        afterContactWorkDuration: seconds,
        afterContactWorkStartTimestamp: text,
        afterContactWorkEndTimestamp: text,
      })
      .nullish(),
  }),
});
export type ConnectContactEvent = z.infer<typeof connectContactEvent>;
