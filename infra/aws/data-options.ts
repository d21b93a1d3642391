import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import type { ContentBuckets } from './content-buckets.ts';
import type { SigningKey } from './signing-key.ts';

export interface DataOptionsProps {
  readonly table: CaseTable;
  readonly content: ContentBuckets;
  readonly signingKey: SigningKey;
}

/** Print the options with which `npm run data` exports the data of this deployment, or imports into it. */
export function dataOptions(scope: Construct, { table, content, signingKey }: DataOptionsProps): void {
  new CfnOutput(Stack.of(scope), 'DataOptions', {
    value: [
      `--region ${Aws.REGION}`,
      `--table ${table.use('read').value}`,
      `--mail-bucket ${content.mail.bucketName}`,
      `--recordings-bucket ${content.recordings.bucketName}`,
      `--secret ${signingKey.reading().value}`,
    ].join(' '),
    description: 'The options for npm run data -- export --aws and import --aws',
  });
}
