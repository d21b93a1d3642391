import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { checkAttributes, type DialRefusal, type Telephone } from '#shared/ports/telephone.ts';
import { connectContacts } from './connect-contacts.ts';
import { startedOr } from './connect-start.ts';
import { connectStop } from './connect-stop.ts';
import { connectTasks } from './connect-tasks.ts';

export interface ConnectTelephoneOptions {
  readonly instanceId: string;
  /** Ids of the flows that calls and tasks may begin with, by name. */
  readonly flows: Readonly<Record<string, string>>;
  /** The queue whose number is shown to whoever is called. */
  readonly queueId: string;
  /**
   * Whether the account may place campaign calls, a quota that must be asked for: only then does Connect tell
   * answering machines from people and let a call ring for less than its 60 seconds.
   */
  readonly campaign: boolean;
  now(): number;
}

/**
 * What exceptions of StartOutboundVoiceContact mean to a call. Connect has no exception for a number that is
 * none: it finds a parameter invalid, and all others were checked before.
 */
const REFUSALS: Readonly<Record<string, DialRefusal>> = {
  DestinationNotAllowedException: 'not-allowed',
  OutboundContactNotPermittedException: 'not-allowed',
  LimitExceededException: 'limit',
  InvalidParameterException: 'invalid-number',
  InvalidRequestException: 'misconfigured',
  ResourceNotFoundException: 'misconfigured',
  AccessDeniedException: 'misconfigured',
};

/** The least and most seconds that Connect lets a campaign call ring. */
const RINGING = { least: 15, most: 60 };

/** Places calls through Connect. */
const connectDial =
  (
    client: ConnectClient,
    { instanceId, flows, queueId, campaign }: ConnectTelephoneOptions,
  ): Telephone['dial'] =>
  async ({ token, to, flow, attributes, ringSeconds }) => {
    checkAttributes(attributes);
    const flowId = flows[flow];
    if (flowId === undefined) return { refused: 'misconfigured' };
    const command = new StartOutboundVoiceContactCommand({
      InstanceId: instanceId,
      ContactFlowId: flowId,
      DestinationPhoneNumber: to,
      QueueId: queueId,
      ClientToken: token,
      Attributes: { ...attributes },
      TrafficType: campaign ? 'CAMPAIGN' : 'GENERAL',
      ...(campaign && {
        RingTimeoutInSeconds: Math.min(RINGING.most, Math.max(RINGING.least, ringSeconds)),
        AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: true },
      }),
    });
    return startedOr(() => client.send(command), REFUSALS);
  };

/** Amazon Connect: calls out, tasks, and what is known of contacts. */
export const connectTelephone = (client: ConnectClient, options: ConnectTelephoneOptions): Telephone => ({
  ...connectContacts(client, options.instanceId),
  dial: connectDial(client, options),
  stop: connectStop(client, options.instanceId),
  task: connectTasks(client, options),
});
