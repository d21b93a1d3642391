import {
  ConnectClient,
  ContactNotFoundException,
  DescribeContactCommand,
  GetContactAttributesCommand,
  InvalidParameterException,
  ResourceNotFoundException,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';

const fault = { message: '', $metadata: {} };

/**
 * A double of Connect for the life of a contact: it stores started contacts, and returns the same contact for
 * the same token.
 */
export function connectDouble(): ConnectClient {
  const client = new ConnectClient({ region: 'eu-central-1' });
  const connect = mockClient(client);
  const started = new Map<string, Readonly<Record<string, string>>>();
  const byToken = new Map<string, string>();
  const start = (token: string | undefined, attributes: Record<string, string> | undefined) => {
    const id = byToken.get(String(token)) ?? `contact-${byToken.size + 1}`;
    byToken.set(String(token), id);
    started.set(id, attributes ?? {});
    return { ContactId: id };
  };
  connect.on(StartOutboundVoiceContactCommand).callsFake(({ DestinationPhoneNumber, ...input }) => {
    if (!/^\+[1-9]\d{6,14}$/u.test(DestinationPhoneNumber)) throw new InvalidParameterException(fault);
    return start(input.ClientToken, input.Attributes);
  });
  connect.on(StartTaskContactCommand).callsFake((input) => start(input.ClientToken, input.Attributes));
  connect.on(StopContactCommand).callsFake(({ ContactId }) => {
    if (!started.delete(ContactId)) throw new ContactNotFoundException(fault);
    return {};
  });
  connect.on(DescribeContactCommand).callsFake(({ ContactId }) => {
    if (!started.has(ContactId)) throw new ResourceNotFoundException(fault);
    return { Contact: { InitiationTimestamp: new Date(0) } };
  });
  connect.on(GetContactAttributesCommand).callsFake(({ InitialContactId }) => {
    if (!started.has(InitialContactId)) throw new ResourceNotFoundException(fault);
    return { Attributes: started.get(InitialContactId) };
  });
  return client;
}
