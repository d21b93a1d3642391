import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
} from '@aws-sdk/client-connect';
import { answering } from './custom-resource.ts';

const connect = new ConnectClient({});

/** Attaches a phone number to a flow. CloudFormation can claim a number, but not attach it. */
export const handler = answering(async ({ RequestType, ResourceProperties }) => {
  const PhoneNumberId = ResourceProperties.PhoneNumberId;
  const InstanceId = ResourceProperties.InstanceId;
  const ContactFlowId = ResourceProperties.ContactFlowId;
  await (RequestType === 'Delete'
    ? connect.send(new DisassociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId }))
    : connect.send(new AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId })));
});
