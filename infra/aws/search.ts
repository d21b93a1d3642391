import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { wordIndex } from '#shared/adapters/table/schema.ts';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { contentTable } from './content-table.ts';
import type { CentreBus } from './event-bus.ts';
import { EventConsumer } from './event-consumer.ts';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

/** `find` searches. `index` reads and changes the entries and words of single cases. */
export type SearchUse = 'find' | 'index';

const INDEX_ACTIONS = ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'];

/**
 * The table of the search: words of cases, which `npm run search -- rebuild` makes again from the cases. So it has no
 * backup, in which erased words would stay.
 */
export class SearchTable extends Construct {
  private readonly platform: Platform;
  private readonly table: Table;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    this.table = contentTable(this, platform, [wordIndex]);
    accept(this.table, [exceptions.rebuilt]);
  }

  /** Return the table name and the permissions for this access. */
  use(use: SearchUse): Granted {
    const { tableArn, tableName } = this.table;
    const { keys } = this.platform;
    const statements = {
      find: () => [
        new PolicyStatement({
          actions: ['dynamodb:Query'],
          resources: [tableArn, `${tableArn}/index/${wordIndex.name}`],
        }),
        new PolicyStatement({ actions: ['dynamodb:BatchGetItem'], resources: [tableArn] }),
        keys.use(keys.content, 'kms:Decrypt'),
      ],
      index: () => [
        new PolicyStatement({ actions: INDEX_ACTIONS, resources: [tableArn] }),
        keys.use(keys.content, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'),
      ],
    }[use]();
    return { value: tableName, statements };
  }
}

export interface SearchProps {
  readonly bus: CentreBus;
  readonly table: CaseTable;
  readonly searchTable: SearchTable;
  readonly contentBuckets: ContentBuckets;
}

/** The consumer that keeps the search up to date. */
export class Search extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: SearchProps) {
    super(scope, id);
    const { table, searchTable, contentBuckets } = props;
    new EventConsumer(this, 'IndexCase', platform, {
      bus: props.bus.bus,
      consumer: 'cases/index-case',
      variables: {
        TABLE_NAME: table.use('write'),
        SEARCH_TABLE: searchTable.use('index'),
        BLOB_BUCKET: contentBuckets.use('read'),
      },
      gather: Duration.seconds(2),
      impact:
        'Agents do not find new cases and messages by their words, so that beneficiaries who call are asked again for everything.',
    });
  }
}
