import { type App, type CfnElement, Names, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** The id of a cdk-nag finding that is accepted, with the reason. */
export interface Exception {
  readonly id: string;
  readonly reason: string;
}

/** Check the app with the AwsSolutions and Serverless rule packs. A finding stops the synthesis. */
export function checkWithNag(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}

/** Accept findings of a construct and of the constructs below it. */
export function accept(construct: IConstruct, exceptions: readonly Exception[]): void {
  for (const exception of exceptions) Validations.of(construct).acknowledge(exception);
  // The stack trace of an entry has the path of this clone.
  for (const entry of construct.node.metadata)
    if (entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      Object.assign(entry, { trace: undefined });
}

const exception = (id: string, reason: string): Exception => ({ id, reason });

/** All accepted findings. Each is accepted only for the construct that causes it. */
export const exceptions = {
  tracing: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'X-Ray does not support resource-level permissions: its two write actions can only be allowed on *. They are in a separate policy.',
  ),
  receiptRules: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'SES does not support resource-level permissions for the active rule set. The function runs only during a deployment, and does not replace a rule set of another system unless requested.',
  ),
  mailObjects: (bucket: Bucket, prefix = ''): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/${prefix}*]`,
      'Object keys are created at run time (a message id, a hash). The bucket contains only mail, and the actions are limited to single objects.',
    ),
  exportedFiles: (bucket: Bucket): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/*]`,
      'The names of exported files contain their day. The bucket has only these files, and the actions are limited to single objects.',
    ),
  failedRecords: (bucket: Bucket): Exception =>
    exception(
      // The role is in the nested stack, and refers to the bucket by a parameter.
      `AwsSolutions-IAM5[Resource::<referenceto${Names.nodeUniqueId((bucket.node.defaultChild as CfnElement).node)}Arn>/*]`,
      'Lambda names the objects of failed batches by shard and time. The role may only add objects.',
    ),
  recordedCalls: (bucket: Bucket, prefix: string): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/${prefix}*]`,
      'Connect names recordings by contact and time. This role reads single objects for signed-in agents, or erases them together with their case.',
    ),
  contacts: (resource: string): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::${resource}]`,
      'Contact ids are created at run time. The permission is limited to the contacts of this instance.',
    ),
  callsOut: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'StartOutboundVoiceContact supports no resource type (service authorization reference). The role has no other action on *.',
  ),
  listStreams: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'ListStreams supports no resource type (service authorization reference), and Lambda checks it when it creates the event source mapping.',
  ),
  ownRolesOfConnect: exception(
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:role/aws-service-role/connect.amazonaws.com/*]',
    'Connect creates a service role for each instance with a random suffix in its name. The function runs only during a deployment, and only allows Connect to write to the buckets and streams of Rida.',
  ),
  deadLetters: [
    exception(
      'AwsSolutions-SQS3',
      'This is the dead-letter queue of a rule, a schedule, a stream, a subscription or a bus, which the cdk-nag rule does not check.',
    ),
    exception(
      'Serverless-SQSRedrivePolicy',
      'This is a dead-letter queue. Its messages wait for an operator, and it has an alarm.',
    ),
  ],
  synchronous: exception(
    'Serverless-LambdaDLQ',
    'This function is invoked synchronously, by a page, a flow, a queue or a stream. Lambda writes to a dead-letter queue of a function only for asynchronous invocations.',
  ),
  failedRun: exception(
    'Serverless-LambdaAsyncFailureDestination',
    'The dead-letter queue of the function receives a run that failed after its repeats.',
  ),
  ownStreamKey: exception(
    'AwsSolutions-KDS3',
    'Contact records contain phone numbers of callers. The policy of a customer-managed key limits who can read them; the AWS-managed key of Kinesis is open to all readers of the stream.',
  ),
  queueSource: exception(
    'Serverless-LambdaEventSourceMappingDestination',
    'Lambda does not support failure destinations for SQS event sources. The dead-letter queue of the source queue receives failed messages.',
  ),
  openRoutes: exception(
    'AwsSolutions-APIG4',
    'Survey links are opened by people without an account, and carry a sealed token. The console authenticates users with OpenID Connect, which needs a redirect that an API Gateway authorizer cannot send.',
  ),
  signingKey: exception(
    'AwsSolutions-SMG4',
    'A new key invalidates links in mails that were already sent, and changes the ids of beneficiaries. It is rotated by hand after a leak.',
  ),
  providerSecret: exception(
    'AwsSolutions-SMG4',
    'The provider of text messages issues this secret. Only an operator can replace it, at the provider and here.',
  ),
  rebuilt: exception(
    'AwsSolutions-DDB3',
    'The table has the words of cases, and is built again from them by a command. A backup would keep words that were erased.',
  ),
  clientSecret: exception(
    'AwsSolutions-SMG4',
    'Cognito creates the client secret and cannot rotate it. A new client is deployed instead.',
  ),
} as const;
