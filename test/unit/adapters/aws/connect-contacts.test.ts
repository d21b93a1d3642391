import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { connectContacts } from '#shared/adapters/aws/connect-contacts.ts';

const connect = mockClient(ConnectClient);
const telephone = connectContacts(new ConnectClient({ region: 'eu-central-1' }), 'instance-1');
beforeEach(() => void connect.reset());

test('the facts of an ended call are told in epoch milliseconds', async () => {
  connect.on(DescribeContactCommand, { InstanceId: 'instance-1', ContactId: 'c-1' }).resolves({
    Contact: {
      InitiationTimestamp: new Date(1000),
      QueueInfo: { EnqueueTimestamp: new Date(2000) },
      AgentInfo: { Id: 'agent-1', ConnectedToAgentTimestamp: new Date(3000) },
      DisconnectTimestamp: new Date(4000),
      DisconnectReason: 'CUSTOMER_DISCONNECT',
    },
  });
  expect(await telephone.describe('c-1')).toEqual({
    initiatedAt: 1000,
    queuedAt: 2000,
    answeredAt: 3000,
    endedAt: 4000,
    agent: 'agent-1',
    reason: 'CUSTOMER_DISCONNECT',
  });
});

test('facts that Connect does not report are absent, not undefined', async () => {
  connect.on(DescribeContactCommand).resolves({ Contact: { InitiationTimestamp: new Date(1000) } });
  expect(Object.keys((await telephone.describe('c-1')) ?? {})).toEqual(['initiatedAt']);
});

test('a contact that Connect does not know is undefined; any other failure is thrown', async () => {
  connect.on(DescribeContactCommand).rejects(new ResourceNotFoundException({ message: '', $metadata: {} }));
  expect(await telephone.describe('c-1')).toBeUndefined();
  connect.on(DescribeContactCommand).rejects(new Error('throttled'));
  await expect(telephone.describe('c-1')).rejects.toThrow('throttled');
});

test('the attributes of a contact are those of the call it began with', async () => {
  connect
    .on(GetContactAttributesCommand, { InstanceId: 'instance-1', InitialContactId: 'c-1' })
    .resolves({ Attributes: { language: 'ar' } });
  expect(await telephone.attributes('c-1')).toEqual({ language: 'ar' });
  connect
    .on(GetContactAttributesCommand)
    .rejects(new ResourceNotFoundException({ message: '', $metadata: {} }));
  expect(await telephone.attributes('c-2')).toBeUndefined();
});
