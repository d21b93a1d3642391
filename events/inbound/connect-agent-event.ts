import * as z from 'zod';

const text = z.string().nullish().catch(undefined);

/**
 * An event of Amazon Connect's agent event stream on Kinesis (administrator guide, "Agent event streams data
 * model"). It contains a snapshot of the agent's contacts. The agent is required; an unreadable contact is
 * left out.
 */
export const connectAgentEvent = z.object({
  EventId: z.string(),
  EventTimestamp: z.string(),
  EventType: z.string(),
  AgentARN: z.string(),
  CurrentAgentSnapshot: z
    .object({
      Configuration: z.object({ Username: text }).nullish().catch(undefined),
      Contacts: z
        .array(
          z
            .object({
              ContactId: z.string().min(1).max(100),
              InitialContactId: text,
              Channel: text,
              State: text,
              StateStartTimestamp: text,
            })
            .nullable()
            .catch(null),
        )
        .nullish()
        .catch(undefined),
    })
    .nullish(),
});
export type ConnectAgentEvent = z.infer<typeof connectAgentEvent>;
