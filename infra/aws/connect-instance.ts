import { Aws, CfnOutput, type CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DeployStep } from './deploy-step.ts';
import type { Granted } from './granted.ts';
import { type InstanceStorage, OWN_ROLES, placing, storageConfig } from './instance-storage.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

/**
 * The telephone exchange: one that exists, or a new one. Whatever is made in it is made {@link inTurn}.
 */
export class ConnectInstance extends Construct {
  readonly arn: string;
  readonly instanceId: string;
  /** Where agents open it, `https://<alias>.my.connect.aws`; unknown for an existing one whose alias is not set. */
  readonly url: string | undefined;
  readonly isNew: boolean;
  /** As cdk-nag writes the ARN. */
  readonly nameInFindings: string;
  private readonly foundation: Platform;
  private last: CfnResource | undefined;
  private readonly offered: InstanceStorage[] = [];
  private adoption: DeployStep | undefined;

  constructor(scope: Construct, id: string, foundation: Platform) {
    super(scope, id);
    this.foundation = foundation;
    const { connectInstanceArn, connectInstanceAlias, connectSignIn, name } = foundation.stage;
    this.isNew = connectInstanceArn === undefined;
    if (connectInstanceArn !== undefined) {
      this.arn = connectInstanceArn;
      this.nameInFindings = connectInstanceArn;
      this.instanceId = connectInstanceArn.slice(connectInstanceArn.lastIndexOf('/') + 1);
      this.url = connectInstanceAlias && addressOf(connectInstanceAlias);
      return;
    }
    const alias = connectInstanceAlias ?? `rida-${name}-${Aws.ACCOUNT_ID}`;
    const instance = this.inTurn(
      new CfnInstance(this, 'Instance', {
        identityManagementType: connectSignIn,
        instanceAlias: alias,
        attributes: {
          inboundCalls: true,
          outboundCalls: true,
          contactflowLogs: true,
          autoResolveBestVoices: true,
          // Agents hear what the other side's network says before it answers ("the number is not in use").
          earlyMedia: true,
          // A supervisor can join; a department can be asked while the caller listens.
          multiPartyConference: true,
          enhancedContactMonitoring: true,
          // Analysing what is said is a decision of its own about personal data.
          contactLens: false,
        },
      }),
    );
    this.arn = instance.attrArn;
    this.nameInFindings = `<${Stack.of(this).getLogicalId(instance)}.Arn>`;
    this.instanceId = instance.attrId;
    this.url = addressOf(alias);
  }

  /** Has a resource made after those before it: Connect takes about two changes a second and refuses the rest. */
  inTurn<T extends CfnResource>(resource: T): T {
    if (this.last) resource.addResourceDependency(this.last);
    this.last = resource;
    return resource;
  }

  /**
   * Says where the instance keeps something. An existing one is given it only while it keeps the same thing
   * nowhere: what somebody set is never written over.
   */
  store(storage: InstanceStorage): void {
    if (this.isNew) {
      const config = { instanceArn: this.arn, ...storageConfig(storage) };
      this.inTurn(new CfnInstanceStorageConfig(this, `Storage-${storage.what}`, config));
      return;
    }
    this.offered.push(storage);
    this.adoption ??= this.adopt();
    for (const statement of placing(storage)) this.adoption.allow(statement);
  }

  /** The instance's id, and the right to do something with its contacts. */
  contacts(...actions: readonly `connect:${string}`[]): Granted {
    return contactsOf(this, actions);
  }

  /** Runs once, while deploying; what it has to offer is known when everything has been asked for. */
  private adopt(): DeployStep {
    const stack = Stack.of(this);
    const step = new DeployStep(this, 'Adopt', this.foundation, {
      step: 'offer-storage',
      properties: {
        InstanceId: this.instanceId,
        Offers: Lazy.string({ produce: () => stack.toJsonString(this.offered.map(storageConfig)) }),
      },
      statements: [
        new PolicyStatement({
          actions: [
            'connect:AssociateInstanceStorageConfig',
            'connect:DisassociateInstanceStorageConfig',
            'connect:ListInstanceStorageConfigs',
          ],
          resources: [this.arn],
        }),
        new PolicyStatement({ actions: ['iam:PutRolePolicy'], resources: [OWN_ROLES] }),
      ],
    });
    accept(step, [exceptions.ownRolesOfConnect]);
    new CfnOutput(Stack.of(this.foundation), 'StorageByHand', {
      value: step.resource.getAttString('Left'),
      description: 'What the Connect instance keeps elsewhere than Rida looks for it, to be settled by hand',
    });
    return step;
  }
}

/** The id of an instance, and the right to do something with its contacts. */
export const contactsOf = (
  { arn, instanceId, nameInFindings }: Pick<ConnectInstance, 'arn' | 'instanceId' | 'nameInFindings'>,
  actions: readonly `connect:${string}`[],
): Granted => ({
  value: instanceId,
  statements: [new PolicyStatement({ actions: [...actions], resources: [`${arn}/contact/*`] })],
  exceptions: [exceptions.contacts(`${nameInFindings}/contact/*`)],
});

const addressOf = (alias: string): string => `https://${alias}.my.connect.aws`;
