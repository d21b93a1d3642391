import {
  type ConnectClient,
  ContactNotFoundException,
  ResourceNotFoundException,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
} from '@aws-sdk/client-connect';
import {
  checkAttributes,
  type DialRefusal,
  TASK_HORIZON_MS,
  type TaskRefusal,
  type Telephone,
} from '#shared/ports/telephone.ts';
import { connectContacts } from './connect-contacts.ts';

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

/** What a task may hold (API reference, StartTaskContact). */
const MOST_NAME = 512;
const MOST_DESCRIPTION = 4096;

const THROTTLED = ['ThrottlingException', 'TooManyRequestsException'];

/**
 * What exceptions of StartOutboundVoiceContact mean to a call. Connect has no exception for a number that is
 * none: it finds a parameter invalid, and all others were checked before.
 */
const DIAL_REFUSALS: Readonly<Record<string, DialRefusal>> = {
  DestinationNotAllowedException: 'not-allowed',
  OutboundContactNotPermittedException: 'not-allowed',
  LimitExceededException: 'limit',
  InvalidParameterException: 'invalid-number',
  InvalidRequestException: 'misconfigured',
  ResourceNotFoundException: 'misconfigured',
  AccessDeniedException: 'misconfigured',
};
const TASK_REFUSALS: Readonly<Record<string, TaskRefusal>> = {
  ServiceQuotaExceededException: 'limit',
  InvalidParameterException: 'misconfigured',
  InvalidRequestException: 'misconfigured',
  ResourceNotFoundException: 'misconfigured',
  AccessDeniedException: 'misconfigured',
};

function refusalOf<R extends string>(
  error: unknown,
  refusals: Readonly<Record<string, R>>,
): R | 'throttled' | undefined {
  if (!(error instanceof Error)) return undefined;
  return THROTTLED.includes(error.name) ? 'throttled' : refusals[error.name];
}

/** Amazon Connect: calls out, tasks, and what is known of contacts. */
export function connectTelephone(client: ConnectClient, options: ConnectTelephoneOptions): Telephone {
  const { instanceId, flows, queueId, campaign, now } = options;

  async function started<R extends string>(
    sent: () => Promise<{ ContactId?: string | undefined }>,
    refusals: Readonly<Record<string, R>>,
  ): Promise<{ contactId: string } | { refused: R | 'throttled' }> {
    try {
      const { ContactId } = await sent();
      if (ContactId === undefined) throw new Error('Connect started a contact and did not say which');
      return { contactId: ContactId };
    } catch (error) {
      const refused = refusalOf(error, refusals);
      if (refused === undefined) throw error;
      return { refused };
    }
  }

  return {
    ...connectContacts(client, instanceId),

    async dial({ token, to, flow, attributes, ringSeconds }) {
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
          RingTimeoutInSeconds: Math.min(60, Math.max(15, ringSeconds)),
          AnswerMachineDetectionConfig: {
            EnableAnswerMachineDetection: true,
            AwaitAnswerMachinePrompt: true,
          },
        }),
      });
      return started<DialRefusal>(() => client.send(command), DIAL_REFUSALS);
    },

    async stop(contactId) {
      try {
        await client.send(new StopContactCommand({ InstanceId: instanceId, ContactId: contactId }));
        return true;
      } catch (error) {
        if (error instanceof ContactNotFoundException || error instanceof ResourceNotFoundException)
          return false;
        throw error;
      }
    },

    async task({ token, name, description, url, flow, at, attributes }) {
      checkAttributes(attributes);
      const flowId = flows[flow];
      if (flowId === undefined) return { refused: 'misconfigured' };
      if (at !== undefined && at - now() > TASK_HORIZON_MS) return { refused: 'too-far' };
      const command = new StartTaskContactCommand({
        InstanceId: instanceId,
        ContactFlowId: flowId,
        Name: name.slice(0, MOST_NAME),
        Description: description.slice(0, MOST_DESCRIPTION),
        References: { Rida: { Type: 'URL', Value: url } },
        ClientToken: token,
        Attributes: { ...attributes },
        // A time that has passed meanwhile would be refused: then it is offered at once.
        ...(at !== undefined && at > now() && { ScheduledTime: new Date(at) }),
      });
      return started<TaskRefusal>(() => client.send(command), TASK_REFUSALS);
    },
  };
}
