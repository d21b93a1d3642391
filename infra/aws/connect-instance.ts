import { Aws, CfnOutput, type CfnResource, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnInstance, CfnInstanceStorageConfig } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { DeployStep } from './deploy-step.ts';
import type { Granted } from './granted.ts';
import { type InstanceStorage, OWN_ROLES, placing, storageConfig } from './instance-storage.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

/** The Amazon Connect instance, existing or new. Resources in it are created {@link inTurn}. */
export class ConnectInstance extends Construct {
  readonly arn: string;
  readonly instanceId: string;
  /**
   * The URL of the instance, `https://<alias>.my.connect.aws`. Undefined for an existing instance without a
   * configured alias.
   */
  readonly url: string | undefined;
  readonly isNew: boolean;
  /** The ARN in the form that cdk-nag uses in findings. */
  readonly nameInFindings: string;
  private readonly platform: Platform;
  private last: CfnResource | undefined;
  private readonly offered: InstanceStorage[] = [];
  private adoption: DeployStep | undefined;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    const { connectInstanceArn, connectInstanceAlias, connectSignIn, name } = platform.stage;
    this.isNew = connectInstanceArn === undefined;
    if (connectInstanceArn !== undefined) {
      this.arn = connectInstanceArn;
      this.nameInFindings = connectInstanceArn;
      this.instanceId = connectInstanceArn.slice(connectInstanceArn.lastIndexOf('/') + 1);
      this.url = connectInstanceAlias && addressOf(connectInstanceAlias);
      return;
    }
    const alias = connectInstanceAlias ?? `rida-${name}-${Aws.ACCOUNT_ID}`;
    // Connect writes the log of flows to the group of this name. It would create one that never expires.
    const flowLogs = new LogGroup(this, 'FlowLogs', {
      logGroupName: `/aws/connect/${alias}`,
      encryptionKey: platform.keys.transit,
      retention: platform.stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const instance = this.inTurn(
      new CfnInstance(this, 'Instance', {
        identityManagementType: connectSignIn,
        instanceAlias: alias,
        attributes: {
          inboundCalls: true,
          outboundCalls: true,
          contactflowLogs: true,
          autoResolveBestVoices: true,
          // Agents hear the announcements of the other network before the call is answered ("the number is
          // not in use").
          earlyMedia: true,
          // A supervisor can join a call, and an agent can consult a department while the caller listens.
          multiPartyConference: true,
          enhancedContactMonitoring: true,
          // Conversation analysis needs a separate decision about personal data.
          contactLens: false,
        },
      }),
    );
    instance.node.addDependency(flowLogs);
    instance.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.arn = instance.attrArn;
    this.nameInFindings = `<${Stack.of(this).getLogicalId(instance)}.Arn>`;
    this.instanceId = instance.attrId;
    this.url = addressOf(alias);
  }

  /**
   * Create a resource after all earlier ones: Connect accepts about two changes per second and rejects more.
   */
  inTurn<T extends CfnResource>(resource: T): T {
    if (this.last) resource.addResourceDependency(this.last);
    this.last = resource;
    return resource;
  }

  /**
   * Configure where the instance stores recordings, records or events. For an existing instance, this applies
   * only to types without storage: settings of the administrator are never overwritten.
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

  /** Return the instance id and the permissions for these actions on its contacts. */
  contacts(...actions: readonly `connect:${string}`[]): Granted {
    return contactsOf(this, actions);
  }

  /**
   * Return the instance id and the permission to read the place of a contact in its queue, which names the
   * instance too.
   */
  queuePlaces(): Granted {
    const { value, statements, exceptions: found = [] } = this.contacts('connect:GetContactMetrics');
    const actions = ['connect:GetContactMetrics'];
    const onInstance = new PolicyStatement({ actions, resources: [this.arn] });
    return { value, statements: [...statements, onInstance], exceptions: found };
  }

  /** Return the instance id and the permission to create tasks that start with a flow. */
  tasks(flowArn: string | undefined): Granted {
    const actions = ['connect:StartTaskContact'];
    const statements = flowArn === undefined ? [] : [new PolicyStatement({ actions, resources: [flowArn] })];
    return { value: this.instanceId, statements };
  }

  /** Return the instance id and the permission to place calls, which cannot name a resource. */
  callsOut(): Granted {
    return {
      value: this.instanceId,
      statements: [new PolicyStatement({ actions: ['connect:StartOutboundVoiceContact'], resources: ['*'] })],
      exceptions: [exceptions.callsOut],
    };
  }

  /**
   * Create the deployment step that offers the storage. It runs once per deployment, after all storage was
   * requested.
   */
  private adopt(): DeployStep {
    const stack = Stack.of(this);
    const step = new DeployStep(this, 'Adopt', this.platform, {
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
    new CfnOutput(Stack.of(this.platform), 'StorageByHand', {
      value: step.resource.getAttString('Left'),
      description: 'Storage of the Connect instance that differs from what Rida expects. Change it by hand.',
    });
    return step;
  }
}

/** Return an instance id and the permissions for these actions on its contacts. */
export const contactsOf = (
  { arn, instanceId, nameInFindings }: Pick<ConnectInstance, 'arn' | 'instanceId' | 'nameInFindings'>,
  actions: readonly `connect:${string}`[],
): Granted => ({
  value: instanceId,
  statements: [new PolicyStatement({ actions: [...actions], resources: [`${arn}/contact/*`] })],
  exceptions: [exceptions.contacts(`${nameInFindings}/contact/*`)],
});

const addressOf = (alias: string): string => `https://${alias}.my.connect.aws`;
