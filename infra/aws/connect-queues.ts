import { CfnQueue, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/** The queues callers wait in, by the names flows use, and what agents see of each. */
const QUEUES = {
  general: 'Everybody who wants to speak to an agent',
  investors: 'Investors, answered before others',
  staff: "The municipality's own staff",
} as const;
/** Kept apart so that a call back does not count as somebody waiting on the line. */
const CALLBACK = 'Callers who are called back, in their place in the line';

export type QueueName = keyof typeof QUEUES | 'callback';

export interface ConnectQueuesProps {
  readonly instance: ConnectInstance;
  readonly hoursArn: string;
  /** The flow that puts a transferred call into a queue (type QUEUE_TRANSFER). */
  readonly transferFlowArn: string;
  /** The number calls out of the queues show; absent while the centre has none. */
  readonly callerNumberArn?: string | undefined;
}

/** The queues, and what agents may transfer calls to: each other's queues and outside numbers. */
export class ConnectQueues extends Construct {
  readonly arns: Readonly<Record<QueueName, string>>;

  constructor(scope: Construct, id: string, foundation: Platform, props: ConnectQueuesProps) {
    super(scope, id);
    const { instance, hoursArn, transferFlowArn, callerNumberArn } = props;
    const { name: stage, transferNumbers } = foundation.stage;
    const inInstance = { instanceArn: instance.arn } as const;
    const queue = (name: QueueName, description: string, quickConnectArns: readonly string[] = []) =>
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
      Object.entries(QUEUES).map(([name, description]) => [name, queue(name as QueueName, description)]),
    ) as Record<keyof typeof QUEUES, string>;
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
    // Agents see the quick connects of every queue of theirs. They hang on the one queue none of them leads
    // to: a queue and a quick connect that name each other cannot both be made first.
    this.arns = { ...waited, callback: queue('callback', CALLBACK, [...toQueues, ...outside]) };
  }

  private quickConnect(
    instance: ConnectInstance,
    id: string,
    props: Pick<ConstructorParameters<typeof CfnQuickConnect>[2], 'name' | 'quickConnectConfig'>,
  ): string {
    const made = new CfnQuickConnect(this, id, {
      instanceArn: instance.arn,
      description: 'Made from code: a change by hand is undone by the next deployment',
      ...props,
    });
    return instance.inTurn(made).attrQuickConnectArn;
  }
}
