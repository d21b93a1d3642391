import { CfnQueue, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { CallLine, CallQueue } from '#shared/domain/telephone/line.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/** The queues of callers: the key is the name in flows, the value the description for agents. */
const QUEUES: Readonly<Record<CallLine, string>> = {
  general: 'All callers who ask for an agent',
  investors: 'Calls of investors, which are answered first',
  staff: 'Calls of staff of the municipality',
};
/** A separate queue, so that callbacks are not counted as callers who wait on the line. */
const CALLBACK = 'Callbacks, which keep their place in the queue';

export interface ConnectQueuesProps {
  readonly instance: ConnectInstance;
  readonly hoursArn: string;
  /** The flow that transfers a call into a queue (type QUEUE_TRANSFER). */
  readonly transferFlowArn: string;
  /** The caller id of calls from the queues. Absent if the centre has no number. */
  readonly callerNumberArn?: string | undefined;
}

/** The queues, and the quick connects: queues and outside numbers to which agents can transfer calls. */
export class ConnectQueues extends Construct {
  readonly arns: Readonly<Record<CallQueue, string>>;

  constructor(scope: Construct, id: string, platform: Platform, props: ConnectQueuesProps) {
    super(scope, id);
    const { instance, hoursArn, transferFlowArn, callerNumberArn } = props;
    const { name: stage, transferNumbers } = platform.stage;
    const inInstance = { instanceArn: instance.arn } as const;
    const queue = (name: CallQueue, description: string, quickConnectArns: readonly string[] = []) =>
      instance.inTurn(
        new CfnQueue(this, name, {
          ...inInstance,
          name: `Rida ${stage} ${name}`,
          description,
          hoursOfOperationArn: hoursArn,
          ...(callerNumberArn !== undefined && {
            outboundCallerConfig: { outboundCallerIdNumberArn: callerNumberArn },
          }),
          ...(quickConnectArns.length > 0 && { quickConnectArns: [...quickConnectArns] }),
        }),
      ).attrQueueArn;
    const waited = Object.fromEntries(
      Object.entries(QUEUES).map(([name, description]) => [name, queue(name as CallQueue, description)]),
    ) as Record<CallLine, string>;
    const toQueues = Object.entries(waited).map(([name, queueArn]) =>
      this.quickConnect(instance, `To-${name}`, {
        name: `Rida ${stage} ${name}`,
        quickConnectConfig: {
          quickConnectType: 'QUEUE',
          queueConfig: { queueArn, contactFlowArn: transferFlowArn },
        },
      }),
    );
    const outside = Object.entries(transferNumbers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, phoneNumber]) =>
        this.quickConnect(instance, `Outside-${name}`, {
          name: `Rida ${stage} ${name}`,
          quickConnectConfig: { quickConnectType: 'PHONE_NUMBER', phoneConfig: { phoneNumber } },
        }),
      );
    // Agents see the quick connects of all their queues. They are attached to the callback queue, to which no
    // quick connect refers: two resources that refer to each other cannot both be created first.
    this.arns = { ...waited, callback: queue('callback', CALLBACK, [...toQueues, ...outside]) };
  }

  private quickConnect(
    instance: ConnectInstance,
    id: string,
    props: Pick<ConstructorParameters<typeof CfnQuickConnect>[2], 'name' | 'quickConnectConfig'>,
  ): string {
    const made = new CfnQuickConnect(this, id, {
      instanceArn: instance.arn,
      description: 'Created by a deployment. Manual changes are overwritten by the next deployment.',
      ...props,
    });
    return instance.inTurn(made).attrQuickConnectArn;
  }
}
