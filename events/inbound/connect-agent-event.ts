import * as z from 'zod';
import { contactId, enumerated, listOf, maybe, text, word } from './connect-values.ts';

/**
 * An event of Amazon Connect's agent event stream on Kinesis (administrator guide, "Agent event streams data
 * model"). It contains a snapshot of the agent's contacts. An unreadable contact is left out.
 */
export const connectAgentEvent = z.object({
  AgentARN: word,
  CurrentAgentSnapshot: maybe(
    z.object({
      Configuration: maybe(z.object({ Username: text })),
      Contacts: listOf(
        z.object({
          ContactId: contactId,
          InitialContactId: text,
          Channel: enumerated,
          InitiationMethod: enumerated,
          State: enumerated,
          StateStartTimestamp: text,
        }),
      ),
    }),
  ),
});
export type ConnectAgentEvent = z.infer<typeof connectAgentEvent>;
