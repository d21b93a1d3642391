import { CfnOutput, type CfnStack, NestedStack, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { RECORDED } from '#shared/adapters/content-keys.ts';
import { CallStreams } from './call-streams.ts';
import type { CaseTable } from './case-table.ts';
import { ConnectInstance, contactsOf } from './connect-instance.ts';
import type { ContentBuckets } from './content-buckets.ts';
import type { CentreBus } from './event-bus.ts';
import type { Granted } from './granted.ts';
import { Outreach } from './outreach.ts';
import type { Platform } from './platform.ts';
import type { SigningKey } from './signing-key.ts';
import { ContactCentre } from './telephone.ts';

export interface TelephonyProps {
  readonly bus: CentreBus;
  readonly table: CaseTable;
  readonly content: ContentBuckets;
  readonly signingKey: SigningKey;
}

const INSTANCE_ARN = 'InstanceArn';
const INSTANCE_ID = 'InstanceId';

/**
 * All resources of Connect, as a nested stack: CloudFormation allows 500 resources per stack. The outer stack
 * uses only the instance.
 */
export class Telephony extends NestedStack {
  /** The URL of the instance; see {@link ConnectInstance.url}. */
  readonly url: string | undefined;
  private readonly instance: ConnectInstance;

  constructor(scope: Construct, id: string, platform: Platform, props: TelephonyProps) {
    super(scope, id, { description: `Rida, telephone (${platform.stage.name})` });
    const { bus, table, content, signingKey } = props;
    const instance = new ConnectInstance(this, 'Connect', platform);
    instance.store({
      what: 'CALL_RECORDINGS',
      bucket: content.recordings,
      prefix: RECORDED,
      key: platform.keys.content,
    });
    const telephone = new ContactCentre(this, 'Telephone', platform, { instance, table, signingKey });
    new CallStreams(this, 'CallStreams', platform, { instance, table, signingKey, content });
    new Outreach(this, 'Outreach', platform, { bus, table, instance, telephone });
    this.instance = instance;
    this.url = instance.url;
    new CfnOutput(this, INSTANCE_ARN, { value: instance.arn });
    new CfnOutput(this, INSTANCE_ID, { value: instance.instanceId });
  }

  /**
   * Return the instance id and the permissions for these actions on its contacts, for functions of the outer
   * stack.
   */
  contacts(...actions: readonly `connect:${string}`[]): Granted {
    if (!this.instance.isNew) return this.instance.contacts(...actions);
    const outer = this.nestedStackResource as CfnStack;
    const given = (output: string): string => outer.getAtt(`Outputs.${output}`).toString();
    const nameInFindings = `<${Stack.of(outer).getLogicalId(outer)}.Outputs.${INSTANCE_ARN}>`;
    return contactsOf({ arn: given(INSTANCE_ARN), instanceId: given(INSTANCE_ID), nameInFindings }, actions);
  }
}
