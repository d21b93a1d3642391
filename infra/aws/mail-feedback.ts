import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface MailFeedbackProps {
  readonly table: CaseTable;
  /** The configuration set of all sent mail. */
  readonly configurationSet: string;
}

const TIMEOUT = Duration.seconds(30);

/**
 * Receives delivery events of sent mail, which SES publishes on the default bus, and stores failures on their
 * cases.
 */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: MailFeedbackProps) {
    super(scope, id);
    const { table, configurationSet } = props;
    const work = new SqsWorkQueue(this, 'Feedback', platform, {
      impact:
        'Bounces and complaints of sent mail are not stored, so that agents do not call the beneficiaries instead.',
      workTimeout: TIMEOUT,
    });
    new Rule(this, 'Rule', {
      description: 'Delivery events of mail that the centre sent',
      eventPattern: {
        source: ['aws.ses'],
        detailType: [
          'Email Bounced',
          'Email Complaint Received',
          'Email Delivered',
          'Email Delivery Delayed',
          'Email Rejected',
          'Email Rendering Failed',
        ],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
      },
      targets: [work.target()],
    });
    const worker = new RidaFunction(this, 'Function', platform, {
      service: 'mail/mail-feedback',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: TIMEOUT,
    });
    work.feed(worker, { batchSize: 10, maxConcurrency: 2 });
  }
}
