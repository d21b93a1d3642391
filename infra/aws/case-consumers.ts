import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ConsumersProps } from './consumers.ts';
import { EventConsumer } from './event-consumer.ts';
import type { Platform } from './platform.ts';
import type { SearchTable } from './search.ts';

export interface CaseConsumersProps extends Omit<ConsumersProps, 'mailOut'> {
  readonly searchTable: SearchTable;
}

/**
 * Consumers that apply events of a case to linked cases, assign cases, notify staff, and erase personal data.
 */
export class CaseConsumers extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: CaseConsumersProps) {
    super(scope, id);
    const { table, contentBuckets: content, signingKey } = props;
    const { bus } = props.bus;
    new EventConsumer(this, 'PropagateLinks', platform, {
      bus,
      consumer: 'cases/propagate-links',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
      },
      impact:
        'Merged cases lose their earlier deadlines, and beneficiaries of linked cases are not informed of the resolution.',
    });
    new EventConsumer(this, 'Assign', platform, {
      bus,
      consumer: 'cases/assign',
      variables: { TABLE_NAME: table.use('count') },
      // Parallel runs read the same workloads, so that more concurrency gives a worse distribution.
      maxConcurrency: 2,
      impact: 'Cases stay without an assignee, including cases of absent agents. Beneficiaries wait.',
    });
    new EventConsumer(this, 'CollectForWatchers', platform, {
      bus,
      consumer: 'notices/collect-for-watchers',
      variables: { TABLE_NAME: table.use('write') },
      gather: Duration.seconds(20),
      maxConcurrency: 2,
      impact: 'Agents are not notified when a beneficiary replies or a case is assigned to them.',
    });
    new EventConsumer(this, 'Erase', platform, {
      bus,
      consumer: 'cases/erase',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('erase'),
        RECORDINGS_BUCKET: content.recorded('erase'),
        SEARCH_TABLE: props.searchTable.use('index'),
      },
      maxConcurrency: 2,
      impact: 'Personal data that beneficiaries asked to have erased is still stored.',
    });
  }
}
