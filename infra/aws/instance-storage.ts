import { Aws } from 'aws-cdk-lib';
import type { CfnInstanceStorageConfigProps } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IStream } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** Something an instance keeps, and where. */
export type InstanceStorage =
  | {
      readonly what: 'CALL_RECORDINGS';
      readonly bucket: Pick<IBucket, 'bucketArn' | 'bucketName'>;
      readonly prefix: string;
      readonly key: Pick<IKey, 'keyArn'>;
    }
  | {
      readonly what: 'CONTACT_TRACE_RECORDS' | 'AGENT_EVENTS';
      readonly stream: Pick<IStream, 'streamArn'>;
      readonly key: Pick<IKey, 'keyArn'>;
    };

/** As CloudFormation takes it. */
export const storageConfig = (
  storage: InstanceStorage,
): Omit<CfnInstanceStorageConfigProps, 'instanceArn'> =>
  storage.what === 'CALL_RECORDINGS'
    ? {
        resourceType: storage.what,
        storageType: 'S3',
        s3Config: {
          bucketName: storage.bucket.bucketName,
          bucketPrefix: storage.prefix,
          encryptionConfig: { encryptionType: 'KMS', keyId: storage.key.keyArn },
        },
      }
    : {
        resourceType: storage.what,
        storageType: 'KINESIS_STREAM',
        kinesisStreamConfig: { streamArn: storage.stream.streamArn },
      };

/**
 * What somebody who has Connect keep something needs beside the right to tell it so: Connect looks at the
 * place and lets its own role write there (admin guide, "Restrict AWS resources that can be associated").
 */
export const placing = (storage: InstanceStorage): PolicyStatement[] => [
  storage.what === 'CALL_RECORDINGS'
    ? new PolicyStatement({
        actions: ['s3:GetBucketAcl', 's3:GetBucketLocation'],
        resources: [storage.bucket.bucketArn],
      })
    : new PolicyStatement({
        actions: ['kinesis:DescribeStream'],
        resources: [storage.stream.streamArn],
      }),
  new PolicyStatement({ actions: ['kms:CreateGrant', 'kms:DescribeKey'], resources: [storage.key.keyArn] }),
];

/** Connect's own roles in this account, one an instance; their names end in letters Connect draws. */
export const OWN_ROLES = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/connect.amazonaws.com/*`;
