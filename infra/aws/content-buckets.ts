import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ADMINISTRATOR, INBOX, RECORDED } from '#shared/adapters/content-keys.ts';
import { KEPT_MAIL_DAYS } from '#shared/domain/mail/help-address.ts';
import { LISTS } from '#shared/domain/outreach/frame.ts';
import { PROOF_KEPT } from '#shared/domain/reports/proof-kept.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Granted } from './granted.ts';
import { exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

const locked = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
} as const;

/** The S3 actions for each access. Erasing deletes all versions, because the bucket is versioned. */
const OBJECT_ACTIONS = {
  add: ['s3:PutObject'],
  read: ['s3:GetObject'],
  write: ['s3:GetObject', 's3:PutObject'],
  erase: ['s3:GetObject', 's3:DeleteObject', 's3:DeleteObjectVersion'],
};

/** How long failed records are kept: longer than an operator needs, and shorter than their cases. */
const FAILED_DAYS = 30;

/** How long exported files are kept: as long as their day can be exported again. */
const EXPORTED_DAYS = Math.ceil(PROOF_KEPT / DAY);

/** The buckets for mail and for recordings, and a bucket for their access logs. */
export class ContentBuckets extends Construct {
  /** Raw mails, attachments and long texts. */
  readonly mail: Bucket;
  /** Call recordings. */
  readonly recordings: Bucket;
  /** The daily files for other systems. */
  readonly exports: Bucket;
  /** Records of calls that could not be processed. */
  readonly failed: Bucket;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    // S3 delivers access logs only with its own key (S3 user guide, "Enabling server access logging").
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...locked,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(platform.stage.logRetentionDays) }],
    });
    this.mail = this.bucket('Mail', accessLogs);
    // The mail was moved to its final key; the old version in the inbox is not needed.
    this.mail.addLifecycleRule({ prefix: INBOX, noncurrentVersionExpiration: Duration.days(1) });
    this.mail.addLifecycleRule({
      prefix: ADMINISTRATOR,
      expiration: Duration.days(KEPT_MAIL_DAYS),
      noncurrentVersionExpiration: Duration.days(1),
    });
    this.recordings = this.bucket('Recordings', accessLogs);
    this.exports = this.bucket('Exports', accessLogs, EXPORTED_DAYS);
    this.failed = this.bucket('FailedRecords', accessLogs, FAILED_DAYS);
    // The L2 construct would add a function to the stack for this property.
    const failed = this.failed.node.defaultChild as CfnBucket;
    failed.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }

  /** Return the name of the mail bucket and the permissions to read, write or erase objects. */
  use(access: keyof typeof OBJECT_ACTIONS): Granted {
    const { keys } = this.platform;
    return {
      value: this.mail.bucketName,
      statements: [
        new PolicyStatement({
          actions: OBJECT_ACTIONS[access],
          resources: [this.mail.arnForObjects('*')],
        }),
        // Without this permission, S3 returns AccessDenied instead of NoSuchKey for a missing object.
        new PolicyStatement({
          actions: access === 'erase' ? ['s3:ListBucket', 's3:ListBucketVersions'] : ['s3:ListBucket'],
          resources: [this.mail.bucketArn],
        }),
        keys.use(keys.content),
      ],
      exceptions: [exceptions.mailObjects(this.mail)],
    };
  }

  /**
   * Return the permissions to write, and to move a processed mail out of the inbox. Its last version is kept
   * for a day.
   */
  takingIn(): Granted {
    const { value, statements, exceptions: found = [] } = this.use('write');
    const prefixes = [INBOX, ADMINISTRATOR];
    const resources = prefixes.map((prefix) => this.mail.arnForObjects(`${prefix}*`));
    return {
      value,
      statements: [...statements, new PolicyStatement({ actions: ['s3:DeleteObject'], resources })],
      exceptions: [...found, ...prefixes.map((prefix) => exceptions.mailObjects(this.mail, prefix))],
    };
  }

  /** Return the permissions to keep lists of transactions, and to delete all versions of their parts. */
  keepingLists(): Granted {
    const { keys } = this.platform;
    const actions = [...OBJECT_ACTIONS.write, 's3:DeleteObject', 's3:DeleteObjectVersion'];
    return {
      value: this.mail.bucketName,
      statements: [
        new PolicyStatement({ actions, resources: [this.mail.arnForObjects(`${LISTS}*`)] }),
        new PolicyStatement({
          actions: ['s3:ListBucket', 's3:ListBucketVersions'],
          resources: [this.mail.bucketArn],
        }),
        keys.use(keys.content),
      ],
      exceptions: [exceptions.mailObjects(this.mail, LISTS)],
    };
  }

  /** Return the name of the bucket of exported files, and the permissions to replace them in all versions. */
  exporting(): Granted {
    const { keys } = this.platform;
    const actions = [...OBJECT_ACTIONS.write, 's3:DeleteObjectVersion'];
    return {
      value: this.exports.bucketName,
      statements: [
        new PolicyStatement({ actions, resources: [this.exports.arnForObjects('*')] }),
        new PolicyStatement({
          actions: ['s3:ListBucket', 's3:ListBucketVersions'],
          resources: [this.exports.bucketArn],
        }),
        keys.use(keys.content),
      ],
      exceptions: [exceptions.exportedFiles(this.exports)],
    };
  }

  /**
   * Return the name of the mail bucket and the permission to list its inbox: keys and times, not contents.
   */
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

  /**
   * Return the name of the recordings bucket and the permissions to read objects, or to erase all their
   * versions.
   */
  recorded(access: 'read' | 'erase'): Granted {
    const { keys } = this.platform;
    return {
      value: this.recordings.bucketName,
      statements: [
        new PolicyStatement({
          actions: OBJECT_ACTIONS[access],
          resources: [this.recordings.arnForObjects(`${RECORDED}/*`)],
        }),
        // Without this permission, S3 returns AccessDenied for a missing recording.
        new PolicyStatement({
          actions: access === 'erase' ? ['s3:ListBucket', 's3:ListBucketVersions'] : ['s3:ListBucket'],
          resources: [this.recordings.bucketArn],
        }),
        keys.use(keys.content, 'kms:Decrypt'),
      ],
      exceptions: [exceptions.recordedCalls(this.recordings, `${RECORDED}/`)],
    };
  }

  /**
   * Return the name of the bucket for failed records and the permission to store them, for a function and for
   * the event source mapping that uses its role.
   */
  failing(): Granted {
    const { keys } = this.platform;
    return {
      value: this.failed.bucketName,
      statements: [
        new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.failed.arnForObjects('*')] }),
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.failed.bucketArn] }),
        keys.use(keys.content),
      ],
      exceptions: [exceptions.failedRecords(this.failed)],
    };
  }

  private bucket(id: string, accessLogs: Bucket, days = this.platform.stage.contentRetentionDays): Bucket {
    const bucket = new Bucket(this, id, {
      ...locked,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.platform.keys.content,
      bucketKeyEnabled: true,
      versioned: true,
      // The type declarations of the CDK do not compile with exactOptionalPropertyTypes.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      lifecycleRules: [
        {
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    return bucket;
  }
}
