import * as z from 'zod';
import { contactId, enumerated, listOf, maybe, seconds, text } from './connect-values.ts';

const endpoint = maybe(z.object({ Address: text }));

/**
 * A contact record of Amazon Connect on a Kinesis stream (administrator guide, "Data model for contact
 * records"). It is delivered at least once after all work on the contact is done, and again when it changes.
 * Only the ids are required. Of up to 32 KB of attributes, only Rida's own are read.
 */
export const connectContactRecord = z.object({
  ContactId: contactId,
  InitialContactId: text,
  PreviousContactId: text,
  NextContactId: text,
  Channel: enumerated,
  InitiationMethod: enumerated,
  InitiationTimestamp: text,
  ConnectedToSystemTimestamp: text,
  DisconnectTimestamp: text,
  DisconnectReason: enumerated,
  LastUpdateTimestamp: text,
  CustomerEndpoint: endpoint,
  Attributes: maybe(z.record(z.string(), z.unknown())),
  Agent: maybe(
    z.object({
      ARN: text,
      Username: text,
      ConnectedToAgentTimestamp: text,
      AgentInteractionDuration: seconds,
      CustomerHoldDuration: seconds,
      NumberOfHolds: seconds,
      AfterContactWorkDuration: seconds,
    }),
  ),
  Queue: maybe(z.object({ ARN: text, Name: text, EnqueueTimestamp: text, Duration: seconds })),
  Recordings: listOf(
    z.object({
      Location: text,
      Status: enumerated,
      MediaStreamType: enumerated,
      ParticipantType: enumerated,
      StartTimestamp: text,
      StopTimestamp: text,
      UnprocessedTranscriptLocation: text,
    }),
  ),
});
export type ConnectContactRecord = z.infer<typeof connectContactRecord>;
