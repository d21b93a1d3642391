import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Granted } from './granted.ts';
import { exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

const locked = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** Where SES puts what it received, in the mail bucket; what has become a case is no longer here. */
export const INBOX = 'raw/';

/** What may be done with an object; erasing takes every version, because the bucket keeps them. */
const OBJECT_ACTIONS = {
  read: ['s3:GetObject'],
  write: ['s3:GetObject', 's3:PutObject'],
  erase: ['s3:GetObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
};

/** Where in its bucket Connect puts recordings. */
export const RECORDED = 'calls';

/** Two buckets for what beneficiaries sent and said, and one that records who looked at them. */
export class ContentBuckets extends Construct {
  /** Raw mail, attachments and long texts. */
  readonly mail: Bucket;
  /** Recorded calls. */
  readonly recordings: Bucket;
  private readonly foundation: Platform;

  constructor(scope: Construct, id: string, foundation: Platform) {
    super(scope, id);
    this.foundation = foundation;
    // S3 delivers access logs only under its own key (S3 user guide, "Enabling server access logging").
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...locked,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(foundation.stage.logRetentionDays) }],
    });
    this.mail = this.bucket('Mail', accessLogs);
    // The mail itself lies under another name by then.
    this.mail.addLifecycleRule({ prefix: INBOX, noncurrentVersionExpiration: Duration.days(1) });
    this.recordings = this.bucket('Recordings', accessLogs);
  }

  /** The mail bucket's name, and reading, writing or taking away whole objects in it. */
  use(access: keyof typeof OBJECT_ACTIONS): Granted {
    const { keys } = this.foundation;
    return {
      value: this.mail.bucketName,
      statements: [
        new PolicyStatement({
          actions: OBJECT_ACTIONS[access],
          resources: [this.mail.arnForObjects('*')],
        }),
        // Without it S3 says "forbidden" of an object that is not there, instead of "no such key".
        new PolicyStatement({
          actions: access === 'erase' ? ['s3:ListBucket', 's3:ListBucketVersions'] : ['s3:ListBucket'],
          resources: [this.mail.bucketArn],
        }),
        keys.use(keys.content),
      ],
      exceptions: [exceptions.mailObjects(this.mail)],
    };
  }

  /** The same as writing, and moving what became a case out of the inbox; its last version stays a day. */
  takingIn(): Granted {
    const { value, statements, exceptions: found = [] } = this.use('write');
    const resources = [this.mail.arnForObjects(`${INBOX}*`)];
    return {
      value,
      statements: [...statements, new PolicyStatement({ actions: ['s3:DeleteObject'], resources })],
      exceptions: [...found, exceptions.mailObjects(this.mail, INBOX)],
    };
  }

  /** The mail bucket's name, and seeing what lies in its inbox: names and times, no mail. */
  listingInbox(): Granted {
    return {
      value: this.mail.bucketName,
      statements: [
        new PolicyStatement({
          actions: ['s3:ListBucket'],
          resources: [this.mail.bucketArn],
          conditions: { StringEquals: { 's3:prefix': INBOX } },
        }),
      ],
    };
  }

  /** The name of the bucket of recordings, and reading single ones or taking them away in every version. */
  recorded(access: 'read' | 'erase'): Granted {
    const { keys } = this.foundation;
    return {
      value: this.recordings.bucketName,
      statements: [
        new PolicyStatement({
          actions: OBJECT_ACTIONS[access],
          resources: [this.recordings.arnForObjects(`${RECORDED}/*`)],
        }),
        // Without it S3 says "forbidden" of a recording that is not there.
        new PolicyStatement({
          actions: access === 'erase' ? ['s3:ListBucket', 's3:ListBucketVersions'] : ['s3:ListBucket'],
          resources: [this.recordings.bucketArn],
        }),
        keys.use(keys.content, 'kms:Decrypt'),
      ],
      exceptions: [exceptions.recordedCalls(this.recordings, `${RECORDED}/`)],
    };
  }

  private bucket(id: string, accessLogs: Bucket): Bucket {
    const bucket = new Bucket(this, id, {
      ...locked,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.foundation.keys.content,
      bucketKeyEnabled: true,
      versioned: true,
      // The CDK's own declarations do not hold under exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      lifecycleRules: [
        {
          expiration: Duration.days(this.foundation.stage.contentRetentionDays),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    return bucket;
  }
}
