import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const USE = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * Two keys. `content` protects what people told the centre and is at rest: table, mail, recordings,
 * secrets. `transit` protects what is on its way or about operation: bus, queues, topics, logs. The
 * services that need the second (CloudWatch, SNS, EventBridge) can therefore never read the first.
 *
 * Both are handed out as references by ARN: constructs that would widen the key policy on their own
 * (with `kms:ReEncrypt*` and the like) cannot, and each use is stated here or in a function's role.
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
          actions: service === 'events' ? [...USE, 'kms:DescribeKey'] : USE,
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
   * Lets SES write mail under the content key, for one receipt rule only (SES developer guide, "Giving
   * permissions to Amazon SES for email receiving").
   */
  admitReceiptRule(ruleArn: string): void {
    this.contentKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: [...USE, 'kms:Encrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': ruleArn } },
      }),
    );
  }

  /** Lets Connect write records of contacts under the content key (administrator guide, "Enable data streaming"). */
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

  /** What a role needs beside its right to a resource under one of the keys. */
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
    return new Key(this, id, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
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
