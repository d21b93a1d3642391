import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { type BaseEnv, baseEnv } from '#shared/runtime/env.ts';
import type { FunctionName } from '#shared/runtime/function-name.ts';
import { bundleOf } from './bundling.ts';
import type { DeadLetters } from './dead-letters.ts';
import { environments } from './environments.ts';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

/**
 * The variables that a function needs: those of its schema without the ones that the platform provides. A
 * missing or unknown variable does not compile.
 */
type FunctionVariables<S extends z.ZodObject> = {
  readonly [K in keyof z.input<S> as K extends keyof BaseEnv | keyof Platform['variables'] ? never : K]:
    | string
    | Granted;
};

/** The handler of a deployment step is `infra/aws/<name>.handler.ts`. */
export type DeployStepName = `deploy-time/${string}`;

/** The variables of a function, by its name. */
export type VariablesOf<N extends FunctionName | DeployStepName> = FunctionVariables<
  N extends FunctionName ? (typeof environments)[N] : typeof baseEnv
>;

export interface RidaFunctionProps<N extends FunctionName | DeployStepName> {
  /** The handler is `functions/<service>.handler.ts`. */
  readonly service: N;
  /** The variables of the environment schema of the function. */
  readonly variables: VariablesOf<N>;
  readonly timeout: Duration;
  readonly memoryMiB: number;
  /**
   * The queue for asynchronous invocations that failed after all retries. Lambda never writes to it for a
   * page, a flow, a queue or a stream.
   */
  readonly deadLetters?: DeadLetters;
  /** Concurrent executions reserved for this function. Default: none. */
  readonly reserved?: number;
  /** Permissions beside those of the variables. */
  readonly statements?: readonly PolicyStatement[];
}

/** The code where the context `aws:cdk:bundling-stacks` excludes the stack: checks need the template only. */
const NOT_BUNDLED = Code.fromInline('// not bundled');

const isDeployStep = (service: string): service is DeployStepName => service.startsWith('deploy-time/');

const grantedOf = (value: string | Granted): Granted =>
  typeof value === 'string' ? { value, statements: [] } : value;

/**
 * A Lambda function with its own role, an encrypted log group with a retention time, tracing, explicit memory
 * and timeout, a dead-letter queue, and an environment that is typed by its schema.
 */
export class RidaFunction<N extends FunctionName | DeployStepName> extends LambdaFunction {
  constructor(scope: Construct, id: string, platform: Platform, props: RidaFunctionProps<N>) {
    const { service, timeout, memoryMiB, deadLetters, reserved = 0, statements = [] } = props;
    const environment = isDeployStep(service) ? baseEnv : environments[service as FunctionName];
    const variables = Object.entries<string | Granted>({ ...props.variables }).map(
      ([name, value]) => [name, grantedOf(value)] as const,
    );
    const { stage, keys, tracing } = platform;
    const asked = Object.entries(platform.variables).filter(([name]) => name in environment.shape);
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      encryptionKey: keys.transit,
      retention: stage.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role: IRole = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Rida: ${service}`,
      managedPolicies: [tracing.policy],
    });
    super(scope, id, {
      code: Stack.of(scope).bundlingRequired ? Code.fromAsset(bundleOf(service)) : NOT_BUNDLED,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      description: `Rida ${service}`,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      timeout,
      memorySize: memoryMiB,
      ...(reserved > 0 && { reservedConcurrentExecutions: reserved }),
      ...(deadLetters && { deadLetterQueue: deadLetters.queue }),
      environment: {
        REGION: stage.region,
        STAGE: stage.name,
        SERVICE: service,
        // Without `__proto__`, no input can reach the prototype of all objects by a name.
        NODE_OPTIONS: '--enable-source-maps --disable-proto=delete',
        ...Object.fromEntries(asked),
        ...Object.fromEntries(variables.map(([name, { value }]) => [name, value])),
      },
    });
    const resource = this.node.defaultChild as CfnFunction;
    resource.tracingConfig = { mode: 'Active' };
    resource.addMetadata('rida:service', service);
    const needed = [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
      ...(deadLetters?.sending() ?? []),
      ...variables.flatMap(([, granted]) => granted.statements),
      ...statements,
    ];
    if (!deadLetters) accept(this, [exceptions.synchronous]);
    for (const statement of needed) role.addToPrincipalPolicy(statement);
    for (const [, granted] of variables) accept(role, granted.exceptions ?? []);
  }
}
