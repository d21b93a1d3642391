import {
  type ConnectClient,
  DescribeContactCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import type { ContactFacts, Telephone } from '#shared/ports/outside.ts';

const defined = <T extends object>(facts: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;

/** What Amazon Connect knows of a contact, kept by it for two years (API reference, DescribeContact). */
export const connectTelephone = (client: ConnectClient, instanceId: string): Telephone => ({
  async describe(contactId) {
    try {
      const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId });
      const { Contact } = await client.send(command);
      if (Contact === undefined) return undefined;
      return defined<ContactFacts>({
        initiatedAt: Contact.InitiationTimestamp?.getTime(),
        queuedAt: Contact.QueueInfo?.EnqueueTimestamp?.getTime(),
        answeredAt: Contact.AgentInfo?.ConnectedToAgentTimestamp?.getTime(),
        endedAt: Contact.DisconnectTimestamp?.getTime(),
        reason: Contact.DisconnectReason,
        agent: Contact.AgentInfo?.Id,
      });
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  },
});
