import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
} from '@aws-sdk/client-connect';
import { answering } from './custom-resource.ts';

const connect = new ConnectClient({});

/** CloudFormation claims a number, but has nothing to lead it to a flow. */
export const handler = answering(async ({ RequestType, ResourceProperties }) => {
  const PhoneNumberId = ResourceProperties.PhoneNumberId;
  const InstanceId = ResourceProperties.InstanceId;
  const ContactFlowId = ResourceProperties.ContactFlowId;
  await (RequestType === 'Delete'
    ? connect.send(new DisassociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId }))
    : connect.send(new AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId })));
});
