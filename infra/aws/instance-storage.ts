import { Aws } from 'aws-cdk-lib';
import type { CfnInstanceStorageConfigProps } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IStream } from 'aws-cdk-lib/aws-kinesis';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** A storage type of an instance, with its bucket or stream. */
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

/** Return the storage configuration in the form of CloudFormation. */
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
 * Return the additional permissions that the caller of AssociateInstanceStorageConfig needs. Connect checks
 * the bucket or stream and extends its own role for writing to it (admin guide, "Restrict AWS resources that
 * can be associated").
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

/**
 * The service roles of Connect in this account, one for each instance. Connect adds a random suffix to their
 * names.
 */
export const OWN_ROLES = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/connect.amazonaws.com/*`;
