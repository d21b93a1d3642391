import { CustomResource, Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { type DeployStepName, RidaFunction } from './rida-function.ts';

export interface DeployStepProps {
  /** The name of the handler in `deploy-time/`, without `.handler.ts`. */
  readonly step: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
}

/** An action that runs during a deployment, for things that have no CloudFormation resource. */
export class DeployStep extends Construct {
  readonly resource: CustomResource;
  readonly function: RidaFunction<DeployStepName>;

  constructor(scope: Construct, id: string, platform: Platform, props: DeployStepProps) {
    super(scope, id);
    const { step, properties, statements } = props;
    this.function = new RidaFunction(this, 'Function', platform, {
      service: `deploy-time/${step}`,
      variables: {},
      memoryMiB: 256,
      timeout: Duration.seconds(30),
      statements,
      deadLetters: new DeadLetters(this, 'DeadLetters', platform, {
        impact: 'A step of the deployment failed. Mails or calls of beneficiaries may not reach the centre.',
        remedy: 'Read the reason in the events of the CloudFormation stack, fix the cause and deploy again.',
      }),
    });
    this.resource = this.once('Resource', properties);
  }

  /** Run the step with these properties. */
  once(id: string, properties: DeployStepProps['properties']): CustomResource {
    const resource = new CustomResource(this, id, {
      resourceType: 'Custom::RidaDeployStep',
      serviceToken: this.function.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: { ...properties },
    });
    resource.node.addDependency(this.function.role ?? this.function);
    return resource;
  }

  /** Add a permission to the role of the step. */
  allow(statement: PolicyStatement): void {
    this.function.addToRolePolicy(statement);
  }
}
