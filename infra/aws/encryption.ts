import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const USE = ['kms:Decrypt', 'kms:GenerateDataKey'];
/** EventBridge user guide, "Encrypting EventBridge archives with AWS KMS keys". */
const ARCHIVE = ['kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/**
 * Two KMS keys. `content` encrypts stored data of beneficiaries: table, mail, recordings, secrets. `transit`
 * encrypts messages and operational data: bus, queues, topics, logs. Services that use `transit` (CloudWatch,
 * SNS, EventBridge) can therefore never decrypt `content`.
 *
 * Both keys are passed on as imported ARNs. CDK constructs therefore cannot add statements to the key
 * policies (such as `kms:ReEncrypt*`). Each use is declared here or in the role of a function, and
 * `infra/tools/template/ways/ways.ts` compares it with the documentation of the service.
 */
export class Encryption extends Construct {
  readonly content: IKey;
  readonly transit: IKey;
  private readonly contentKey: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.contentKey = this.key('Content', 'Rida: cases, mail, recordings and secrets');
    const transit = this.key('Transit', 'Rida: events, queues, topics and logs');
    for (const service of ['events', 'sns', 'ses', 'cloudwatch']) {
      transit.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: service === 'events' ? [...USE, ...ARCHIVE] : USE,
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
        }),
      );
    }
    transit.addToResourcePolicy(this.forLogs());
    this.content = Key.fromKeyArn(this, 'ContentRef', this.contentKey.keyArn);
    this.transit = Key.fromKeyArn(this, 'TransitRef', transit.keyArn);
  }

  /**
   * Allow SES to encrypt mail with the content key, for receipt rules (SES developer guide, "Giving
   * permissions to Amazon SES for email receiving").
   */
  admitReceiptRules(ruleArns: readonly string[]): void {
    this.contentKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: [...USE, 'kms:Encrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': ruleArns } },
      }),
    );
  }

  /**
   * Allow Connect to encrypt contact records with the content key (administrator guide, "Enable data
   * streaming").
   */
  admitConnect(): void {
    this.contentKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('connect.amazonaws.com')],
        actions: ['kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }

  /** Return the key permissions that a role needs beside its permissions on the encrypted resource. */
  use(
    key: IKey,
    ...actions: readonly ('kms:Decrypt' | 'kms:Encrypt' | 'kms:GenerateDataKey')[]
  ): PolicyStatement {
    return new PolicyStatement({
      actions: [...(actions.length > 0 ? actions : USE)],
      resources: [key.keyArn],
    });
  }

  private key(id: string, description: string): Key {
    return new Key(this, id, {
      description,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** CloudWatch Logs user guide, "Encrypt log data using AWS KMS". */
  private forLogs(): PolicyStatement {
    const groups = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
    });
  }
}
