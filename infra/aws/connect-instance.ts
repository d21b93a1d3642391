import { Aws, Stack } from 'aws-cdk-lib';
import { CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct, type IDependable } from 'constructs';
import type { Content } from './content.ts';
import type { Foundation } from './foundation.ts';
import type { Granted } from './granted.ts';
import { exceptions } from './nag.ts';

/** The telephone exchange: one that exists, or a new one whose recordings Rida keeps. */
export class ConnectInstance extends Construct {
  readonly arn: string;
  readonly instanceId: string;
  /** As cdk-nag writes the ARN. */
  private readonly nameInFindings: string;
  /** What must be there before anything is made in the instance. */
  readonly ready: IDependable;

  constructor(scope: Construct, id: string, { stage, keys }: Foundation, { recordings }: Content) {
    super(scope, id);
    this.ready = this;
    if (stage.connectInstanceArn !== undefined) {
      this.arn = stage.connectInstanceArn;
      this.nameInFindings = this.arn;
      this.instanceId = this.arn.slice(this.arn.lastIndexOf('/') + 1);
      return;
    }
    const instance = new CfnInstance(this, 'Instance', {
      identityManagementType: 'CONNECT_MANAGED',
      instanceAlias: `rida-${stage.name}-${Aws.ACCOUNT_ID}`,
      attributes: {
        inboundCalls: true,
        outboundCalls: true,
        contactflowLogs: true,
        autoResolveBestVoices: true,
      },
    });
    this.arn = instance.attrArn;
    this.nameInFindings = `<${Stack.of(this).getLogicalId(instance)}.Arn>`;
    this.instanceId = instance.attrId;
    new CfnInstanceStorageConfig(this, 'Recordings', {
      instanceArn: this.arn,
      resourceType: 'CALL_RECORDINGS',
      storageType: 'S3',
      s3Config: {
        bucketName: recordings.bucketName,
        bucketPrefix: 'calls',
        encryptionConfig: { encryptionType: 'KMS', keyId: keys.content.keyArn },
      },
    });
  }

  /** The instance's id, and the right to ask about its contacts. */
  describing(): Granted {
    return this.contacts('connect:DescribeContact');
  }

  /** The instance's id, and the right to do something with its contacts. */
  contacts(...actions: readonly `connect:${string}`[]): Granted {
    const resource = `${this.arn}/contact/*`;
    return {
      value: this.instanceId,
      statements: [new PolicyStatement({ actions: [...actions], resources: [resource] })],
      exceptions: [exceptions.contacts(`${this.nameInFindings}/contact/*`)],
    };
  }
}
