import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface CallEventsProps {
  readonly instance: ConnectInstance;
  readonly table: CaseTable;
}

const LOG_TIMEOUT = Duration.seconds(30);

/**
 * Receives contact events, which Connect publishes at best effort on the default bus, and the function that
 * stores them.
 */
export class CallEvents extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { instance, table }: CallEventsProps) {
    super(scope, id);
    const work = new SqsWorkQueue(this, 'Work', platform, {
      impact: 'Ended calls are shown as active, and the figures of waiting and answering times are wrong.',
      workTimeout: LOG_TIMEOUT,
    });
    new Rule(this, 'ContactEvents', {
      description: 'Contact events of the calls of the centre',
      eventPattern: {
        source: ['aws.connect'],
        detailType: ['Amazon Connect Contact Event'],
        detail: { instanceArn: [instance.arn] },
      },
      targets: [work.target()],
    });
    const worker = new RidaFunction(this, 'Function', platform, {
      service: 'telephone/contact-events',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: LOG_TIMEOUT,
    });
    work.feed(worker, { batchSize: 10, maxConcurrency: 5 });
  }
}
