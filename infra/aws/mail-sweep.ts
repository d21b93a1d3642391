import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type ContentBuckets, INBOX } from './content-buckets.ts';
import { DeadLetters } from './dead-letters.ts';
import { loggedCode } from './logged-code.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';
import type { WorkQueue } from './work-queue.ts';

export interface MailSweepProps {
  readonly content: ContentBuckets;
  /** Where the news of received mail waits. */
  readonly received: WorkQueue;
}

const FORGOTTEN = 'mail-forgotten';
const IMPACT = 'People wrote to the centre, their mail was accepted, and it lay without a case until now.';

/** Every night: mail that was accepted and of which no news came is handed to the intake after all. */
export class MailSweep extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: MailSweepProps) {
    super(scope, id);
    const { content, received } = props;
    const missed = new DeadLetters(this, 'Missed', foundation, {
      impact: 'Should mail lie somewhere without a case, nobody notices it.',
      remedy: 'The next night finds what this one missed: mend the function, then delete the messages.',
    });
    const sweep = new RidaFunction(this, 'Function', foundation, {
      service: 'mail/mail-sweep',
      variables: {
        BLOB_BUCKET: content.listingInbox(),
        INBOX_PREFIX: INBOX,
        RECEIVED_QUEUE_URL: received.sending(),
      },
      memoryMiB: 256,
      timeout: Duration.minutes(5),
      deadLetters: missed,
    });
    new Schedule(this, 'Nightly', {
      calls: sweep,
      at: 'cron(45 1 * * ? *)',
      zone: 'Asia/Riyadh',
      description: 'looks for mail without a case',
      missed,
      retries: 2,
    });
    foundation.alarms.add(this, 'FoundAlarm', {
      metric: loggedCode(this, 'Found', foundation, { logGroup: sweep.logGroup, code: FORGOTTEN }),
      threshold: 1,
      impact: IMPACT,
      remedy:
        'It is handed to the intake every night until it becomes a case: look at the dead letters and the log of mail/mail-intake, and at the SNS topic of received mail.',
    });
  }
}
