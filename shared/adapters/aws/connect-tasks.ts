import { type ConnectClient, StartTaskContactCommand } from '@aws-sdk/client-connect';
import {
  checkAttributes,
  TASK_HORIZON_MS,
  type TaskRefusal,
  type Telephone,
} from '#shared/ports/telephone-system.ts';
import { startedOr } from './connect-start.ts';

export interface ConnectTasksOptions {
  readonly instanceId: string;
  /** Ids of the flows for tasks, by name. */
  readonly flows: Readonly<Record<string, string>>;
  now(): number;
}

/** Maximum lengths of a task's name and description (API reference, StartTaskContact). */
const MOST_NAME = 512;
const MOST_DESCRIPTION = 4096;

const REFUSALS: Readonly<Record<string, TaskRefusal>> = {
  ServiceQuotaExceededException: 'limit',
  InvalidParameterException: 'misconfigured',
  InvalidRequestException: 'misconfigured',
  ResourceNotFoundException: 'misconfigured',
  AccessDeniedException: 'misconfigured',
};

/** Create tasks for Connect's agents. */
export const connectTasks =
  (client: ConnectClient, { instanceId, flows, now }: ConnectTasksOptions): Telephone['task'] =>
  async ({ token, name, description, url, flow, at, attributes }) => {
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
      // Connect rejects a time in the past, so offer such a task at once.
      ...(at !== undefined && at > now() && { ScheduledTime: new Date(at) }),
    });
    return startedOr(() => client.send(command), REFUSALS);
  };
