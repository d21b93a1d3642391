import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import type { Bus } from './event-bus.ts';
import { EventConsumer } from './event-consumer.ts';
import type { MailOut } from './mail-out.ts';
import type { Platform } from './platform.ts';
import type { SigningKey } from './signing-key.ts';

export interface ConsumersProps {
  readonly bus: Bus;
  readonly table: CaseTable;
  readonly content: ContentBuckets;
  readonly mailOut: MailOut;
  readonly signingKey: SigningKey;
}

/** How many of each consumer that sends mail run at a time; the account's rate is shared among all. */
const SENDERS = { notify: 5, tell: 2, invite: 2, recover: 2 } as const;
const ALL_SENDERS = Object.values(SENDERS).reduce((sum, one) => sum + one, 0);

/** Everybody who acts on events, and what it means when they do not. */
export class Consumers extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: ConsumersProps) {
    super(scope, id);
    const { table, content, mailOut, signingKey } = props;
    const { bus } = props.bus;
    const sending = {
      CONFIGURATION_SET: mailOut.sending(),
      MAILS_PER_SECOND: String(foundation.stage.mailsPerSecond / ALL_SENDERS),
    };
    new EventConsumer(this, 'Notify', foundation, {
      bus,
      consumer: 'mail/notify-beneficiary',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('read'),
        ...sending,
      },
      maxConcurrency: SENDERS.notify,
      impact: 'Beneficiaries get neither acknowledgements nor the answers agents wrote to them.',
      alarmOn: {
        code: 'acknowledgements-stopped',
        impact:
          'More mail came within an hour than people write, so beneficiaries get no acknowledgement now.',
        remedy:
          'Look who writes; should it be people, raise desk.acknowledgementsPerHour on the settings page.',
      },
    });
    new EventConsumer(this, 'Escalate', foundation, {
      bus,
      consumer: 'notices/collect-escalations',
      variables: { TABLE_NAME: table.use('write') },
      // What comes within seconds is one write to a reader's digest, and two writers fight over it.
      batchSize: 100,
      gather: Duration.seconds(20),
      maxConcurrency: 2,
      impact: 'Late cases stay late: no supervisor or head of department is told of missed deadlines.',
    });
    new EventConsumer(this, 'Tell', foundation, {
      bus,
      consumer: 'notices/send-digest',
      variables: { TABLE_NAME: table.use('write'), ...sending },
      maxConcurrency: SENDERS.tell,
      impact: 'Supervisors, heads of department and agents are told of nothing: late cases stay late.',
    });
    new EventConsumer(this, 'Invite', foundation, {
      bus,
      consumer: 'surveys/invite',
      variables: {
        TABLE_NAME: table.use('write'),
        ...sending,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      maxConcurrency: SENDERS.invite,
      impact: 'Beneficiaries are not asked whether their case is finished and how it went.',
    });
    new EventConsumer(this, 'Recover', foundation, {
      bus,
      consumer: 'surveys/alert-supervisor',
      variables: { TABLE_NAME: table.use('write'), ...sending },
      maxConcurrency: SENDERS.recover,
      impact: 'Dissatisfied beneficiaries told us so, and nobody calls them back.',
    });
    new EventConsumer(this, 'RollUp', foundation, {
      bus,
      consumer: 'reports/roll-up',
      variables: { TABLE_NAME: table.use('write') },
      // A batch costs one write of the day's figures however large it is, and two writers fight over it.
      batchSize: 500,
      gather: Duration.minutes(2),
      maxConcurrency: 2,
      impact:
        'The figures the leadership decides by are incomplete, so beneficiaries wait where nobody looks.',
    });
  }
}
