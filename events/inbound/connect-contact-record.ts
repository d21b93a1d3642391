import * as z from 'zod';

const text = z.string().nullish().catch(undefined);
const seconds = z.number().nonnegative().nullish().catch(undefined);
const endpoint = z.object({ Address: text }).nullish().catch(undefined);

/**
 * A contact record of Amazon Connect on a Kinesis stream (administrator guide, "Data model for contact
 * records"). It is delivered at least once after all work on the contact is done, and again when it changes.
 * Only the ids are required. Of up to 32 KB of attributes, only Rida's own are read.
 */
export const connectContactRecord = z.object({
  ContactId: z.string().min(1).max(100),
  InitialContactId: text,
  PreviousContactId: text,
  NextContactId: text,
  Channel: z.string(),
  InitiationMethod: text,
  InitiationTimestamp: text,
  ConnectedToSystemTimestamp: text,
  DisconnectTimestamp: text,
  DisconnectReason: text,
  LastUpdateTimestamp: text,
  CustomerEndpoint: endpoint,
  Attributes: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  Agent: z
    .object({
      ARN: text,
      Username: text,
      ConnectedToAgentTimestamp: text,
      AgentInteractionDuration: seconds,
      CustomerHoldDuration: seconds,
      NumberOfHolds: seconds,
      AfterContactWorkDuration: seconds,
    })
    .nullish()
    .catch(undefined),
  Queue: z
    .object({ ARN: text, Name: text, EnqueueTimestamp: text, Duration: seconds })
    .nullish()
    .catch(undefined),
  Recordings: z
    .array(
      z.object({
        Location: text,
        Status: text,
        MediaStreamType: text,
        ParticipantType: text,
        StartTimestamp: text,
        StopTimestamp: text,
        UnprocessedTranscriptLocation: text,
      }),
    )
    .nullish()
    .catch(undefined),
});
export type ConnectContactRecord = z.infer<typeof connectContactRecord>;
