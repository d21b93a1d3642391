import {
  type ConnectClient,
  ContactNotFoundException,
  ResourceNotFoundException,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import type { Telephone } from '#shared/ports/telephone-system.ts';

/** Stop contacts of an instance. */
export const connectStop =
  (client: ConnectClient, instanceId: string): Telephone['stop'] =>
  async (contactId) => {
    try {
      await client.send(new StopContactCommand({ InstanceId: instanceId, ContactId: contactId }));
      return true;
    } catch (error) {
      if (error instanceof ContactNotFoundException || error instanceof ResourceNotFoundException)
        return false;
      throw error;
    }
  };
