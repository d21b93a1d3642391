import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { CentreBus } from './event-bus.ts';
import { EventConsumer } from './event-consumer.ts';
import { idAfter } from './id-after.ts';
import type { Platform } from './platform.ts';
import type { ContactCentre } from './telephone.ts';

export interface OutreachProps {
  readonly bus: CentreBus;
  readonly table: CaseTable;
  readonly instance: ConnectInstance;
  readonly telephone: Pick<ContactCentre, 'flows' | 'queues'>;
}

/** Lambda polls a queue with at least two workers. They share the rate limit of outbound calls. */
const DIALLERS = 2;
const OUTBOUND = 'outbound/';
const TASK_FLOW = 'outbound/task';

/** Places outbound calls, stores their results, and creates tasks for follow-ups of agents. */
export class Outreach extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: OutreachProps) {
    super(scope, id);
    const { table, instance, telephone } = props;
    const { bus } = props.bus;
    const { stage } = platform;
    const flows = [...telephone.flows].filter(([name]) => name.startsWith(OUTBOUND));
    const ids = Object.fromEntries(flows.map(([name, arn]) => [name, idAfter(arn, '/contact-flow/')]));
    const taskFlow = telephone.flows.get(TASK_FLOW);
    new EventConsumer(this, 'Dial', platform, {
      bus,
      consumer: 'outreach/dial',
      variables: {
        TABLE_NAME: table.use('write'),
        CONNECT_INSTANCE_ID: instance.callsOut(),
        OUTBOUND_QUEUE_ID: idAfter(telephone.queues.general, '/queue/'),
        OUTBOUND_FLOWS: Stack.of(this).toJsonString(ids),
        CAMPAIGN_CALLS: String(stage.campaignCalls),
        DIALLERS: String(DIALLERS),
      },
      batchSize: 5,
      maxConcurrency: DIALLERS,
      impact:
        'No outbound calls are placed: promised callbacks, calls to investors and evaluation calls wait.',
    });
    new EventConsumer(this, 'CompleteCall', platform, {
      bus,
      consumer: 'outreach/complete-call',
      variables: {
        TABLE_NAME: table.use('write'),
        CONNECT_INSTANCE_ID: instance.contacts('connect:DescribeContact', 'connect:StopContact'),
      },
      gather: Duration.seconds(5),
      maxConcurrency: 2,
      impact:
        'Results of outbound calls are not stored, so that beneficiaries who were reached are called again.',
    });
    new EventConsumer(this, 'TaskForDeadline', platform, {
      bus,
      consumer: 'outreach/task-for-deadline',
      variables: {
        TABLE_NAME: table.use('read'),
        CONNECT_INSTANCE_ID: instance.tasks(stage.connectTasks ? taskFlow : undefined),
        TASK_FLOW_ID:
          stage.connectTasks && taskFlow !== undefined ? idAfter(taskFlow, '/contact-flow/') : '-',
      },
      maxConcurrency: 2,
      postpones: true,
      impact: 'Agents receive no tasks for due follow-ups. Beneficiaries may wait for a promised call.',
    });
  }
}
