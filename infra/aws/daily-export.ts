import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';

export interface DailyExportProps {
  readonly table: CaseTable;
  readonly content: ContentBuckets;
}

/**
 * Every hour, write the files of the days that ended and are not exported yet, while the settings ask for them. A run
 * stops before its timeout, and the next one continues.
 */
export class DailyExport extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table, content }: DailyExportProps) {
    super(scope, id);
    const bucket = content.exporting();
    periodicFunction(this, platform, {
      id: 'ExportDays',
      service: 'reports/export-days',
      variables: { TABLE_NAME: table.use('read'), EXPORT_BUCKET: bucket },
      memoryMiB: 1024,
      timeout: Duration.minutes(14),
      at: 'rate(1 hour)',
      description: 'exports the events and cases of each day for other systems',
      missed: {
        impact:
          'Other systems, such as a data warehouse, do not receive the events and cases of the last days.',
        remedy: 'The next run writes all missed days. Fix the function, then delete the messages.',
      },
    });
    new CfnOutput(Stack.of(this), 'ExportBucket', {
      value: content.exports.bucketName,
      description: 'The bucket of the daily files for other systems, when the settings turn them on',
    });
  }
}
