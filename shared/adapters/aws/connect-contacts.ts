import {
  type ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { SECOND } from '#shared/domain/time/instant.ts';
import type { ContactFacts, Contacts } from '#shared/ports/telephone-system.ts';

const defined = <T extends object>(facts: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

const msOf = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * SECOND;

async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Amazon Connect's facts about a contact. It keeps them for two years (API reference, DescribeContact). */
export const connectContacts = (client: ConnectClient, instanceId: string): Contacts => ({
  async describe(contactId) {
    const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId });
    const Contact = (await orUndefined(client.send(command)))?.Contact;
    if (Contact === undefined) return undefined;
    return defined<ContactFacts>({
      initiatedAt: Contact.InitiationTimestamp?.getTime(),
      queuedAt: Contact.QueueInfo?.EnqueueTimestamp?.getTime(),
      answeredAt: Contact.AgentInfo?.ConnectedToAgentTimestamp?.getTime(),
      endedAt: Contact.DisconnectTimestamp?.getTime(),
      reason: Contact.DisconnectReason,
      agent: Contact.AgentInfo?.Id,
      connectedAt: Contact.ConnectedToSystemTimestamp?.getTime(),
      initiationMethod: Contact.InitiationMethod,
      queue: Contact.QueueInfo?.Id,
      afterWorkMs: msOf(Contact.AgentInfo?.AfterContactWorkDuration),
      updatedAt: Contact.LastUpdateTimestamp?.getTime(),
      customer: Contact.CustomerEndpoint?.Address,
      answeringMachine: Contact.AnsweringMachineDetectionStatus,
    });
  },
  async attributes(contactId) {
    const command = new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId: contactId });
    return (await orUndefined(client.send(command)))?.Attributes;
  },
});
