import * as z from 'zod';

const when = z.string().nullish();

/**
 * A contact event of Amazon Connect on EventBridge (detail-type `Amazon Connect Contact Event`).
 * Delivery is best effort and may repeat and reorder; unknown event types and fields are kept out.
 * It carries neither phone number nor attributes: those come from the flow, joined by contact id.
 */
export const connectContactEvent = z.object({
  id: z.string(),
  'detail-type': z.literal('Amazon Connect Contact Event'),
  source: z.string(),
  time: z.string(),
  detail: z.object({
    eventType: z.string(),
    contactId: z.string().min(1),
    initialContactId: z.string().nullish(),
    previousContactId: z.string().nullish(),
    relatedContactId: z.string().nullish(),
    channel: z.string(),
    instanceArn: z.string().nullish(),
    initiationMethod: z.string().nullish(),
    initiationTimestamp: when,
    connectedToSystemTimestamp: when,
    disconnectTimestamp: when,
    disconnectReason: z.string().nullish(),
    queueInfo: z
      .object({ queueArn: z.string().nullish(), queueType: z.string().nullish(), enqueueTimestamp: when })
      .nullish(),
    agentInfo: z.object({ agentArn: z.string().nullish(), connectedToAgentTimestamp: when }).nullish(),
  }),
});
export type ConnectContactEvent = z.infer<typeof connectContactEvent>;
