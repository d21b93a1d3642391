import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface MailFeedbackProps {
  readonly table: CaseTable;
  /** The configuration set all mail of the centre goes out with. */
  readonly configurationSet: string;
}

const TIMEOUT = Duration.seconds(30);

/** What became of mail that was sent comes back to its case. SES tells the default bus. */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: MailFeedbackProps) {
    super(scope, id);
    const { table, configurationSet } = props;
    const work = new WorkQueue(this, 'Feedback', foundation, {
      impact: 'Mail of ours did not reach beneficiaries, and no agent learns that they should be called.',
      workTimeout: TIMEOUT,
    });
    new Rule(this, 'Rule', {
      description: 'What became of the mail of the centre',
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
    const worker = new RidaFunction(this, 'Function', foundation, {
      service: 'mail/mail-feedback',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: TIMEOUT,
      deadLetters: work.deadLetters,
    });
    work.feed(worker, { batchSize: 10, maxConcurrency: 2 });
  }
}
