import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ConsumersProps } from './consumers.ts';
import { EventConsumer } from './event-consumer.ts';
import type { Platform } from './platform.ts';

/** Who carries what was decided of a case to other cases, to staff, and out of the store. */
export class CaseConsumers extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: Omit<ConsumersProps, 'mailOut'>) {
    super(scope, id);
    const { table, content, signingKey } = props;
    const { bus } = props.bus;
    new EventConsumer(this, 'Relate', foundation, {
      bus,
      consumer: 'cases/propagate-links',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
      },
      impact:
        'Merged cases lose their earlier deadlines, and beneficiaries of linked cases do not hear how they ended.',
    });
    new EventConsumer(this, 'Assign', foundation, {
      bus,
      consumer: 'cases/assign',
      variables: { TABLE_NAME: table.use('write') },
      // Two that choose at once see the same loads: little is gained by more of them.
      maxConcurrency: 2,
      impact: 'Cases stay without an assignee, also those of colleagues who are away: beneficiaries wait.',
    });
    new EventConsumer(this, 'Inform', foundation, {
      bus,
      consumer: 'notices/collect-for-watchers',
      variables: { TABLE_NAME: table.use('write') },
      gather: Duration.seconds(20),
      maxConcurrency: 2,
      impact: 'Agents do not learn that a beneficiary wrote again, or that a case is theirs now.',
    });
    new EventConsumer(this, 'Erase', foundation, {
      bus,
      consumer: 'cases/erase',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('erase'),
        RECORDINGS_BUCKET: content.recorded('erase'),
      },
      maxConcurrency: 2,
      impact: 'Personal data that beneficiaries asked to have removed is still there.',
    });
  }
}
