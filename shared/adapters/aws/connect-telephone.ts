import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import { checkAttributes, type DialRefusal, type Telephone } from '#shared/ports/telephone-system.ts';
import { connectContacts } from './connect-contacts.ts';
import { startedOr } from './connect-start.ts';
import { connectStop } from './connect-stop.ts';
import { connectTasks } from './connect-tasks.ts';

export interface ConnectTelephoneOptions {
  readonly instanceId: string;
  /** Ids of the flows for calls and tasks, by name. */
  readonly flows: Readonly<Record<string, string>>;
  /** The queue whose number is displayed to the called person. */
  readonly queueId: string;
  /**
   * True when the account may place campaign calls, a quota that must be requested. Only then does Connect
   * detect answering machines and allow a ringing time below 60 seconds.
   */
  readonly campaign: boolean;
  now(): number;
}

/**
 * Refusals by the exceptions of StartOutboundVoiceContact. Connect has no exception for an invalid number: it
 * reports an invalid parameter, and all other parameters were checked before.
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

/** Minimum and maximum ringing time of a campaign call, seconds. */
const RINGING = { least: 15, most: 60 };

/** Place calls through Connect. */
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

/** Amazon Connect as telephone system: outgoing calls, tasks, and facts about contacts. */
export const connectTelephone = (client: ConnectClient, options: ConnectTelephoneOptions): Telephone => ({
  ...connectContacts(client, options.instanceId),
  dial: connectDial(client, options),
  stop: connectStop(client, options.instanceId),
  task: connectTasks(client, options),
});
