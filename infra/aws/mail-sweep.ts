import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { INBOX } from '#shared/adapters/content-keys.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { loggedCode } from './logged-code.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';
import type { SqsWorkQueue } from './work-queue.ts';

export interface MailSweepProps {
  readonly contentBuckets: ContentBuckets;
  /** The queue of notifications of received mail. */
  readonly received: SqsWorkQueue;
}

const FORGOTTEN = 'mail-forgotten';
const IMPACT = 'Mail was received, but did not become a case within six hours. The senders are waiting.';

/** Every night, queue received mail again whose notification was lost or whose processing failed. */
export class MailSweep extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: MailSweepProps) {
    super(scope, id);
    const { contentBuckets, received } = props;
    const sweep = periodicFunction(this, platform, {
      id: 'Function',
      service: 'mail/mail-sweep',
      variables: {
        BLOB_BUCKET: contentBuckets.listingInbox(),
        INBOX_PREFIX: INBOX,
        RECEIVED_QUEUE_URL: received.sending(),
      },
      memoryMiB: 256,
      timeout: Duration.minutes(5),
      at: 'cron(45 1 * * ? *)',
      description: 'queues received mail that has no case',
      missed: {
        impact: 'Received mail without a case is not detected.',
        remedy:
          'The next nightly run does all the work of a missed run. Fix the function, then delete the messages.',
      },
    });
    platform.alarms.add(this, 'FoundAlarm', {
      metric: loggedCode(this, 'Found', platform, { logGroup: sweep.logGroup, code: FORGOTTEN }),
      threshold: 1,
      cause: `one line with the code ${FORGOTTEN}`,
      impact: IMPACT,
      remedy:
        'The mail is queued every night until it becomes a case. Check the dead-letter queue and the log of mail/mail-intake, and the SNS topic of received mail.',
    });
  }
}
