import { type App, type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding that is accepted, and why that is right. */
export interface Exception {
  readonly id: string;
  readonly reason: string;
}

/** Has the app checked by the AwsSolutions and Serverless packs; a finding stops the synthesis. */
export function checkWithNag(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}

/** Accepts findings of a construct and what is below it. */
export function accept(construct: IConstruct, exceptions: readonly Exception[]): void {
  for (const exception of exceptions) Validations.of(construct).acknowledge(exception);
}

const exception = (id: string, reason: string): Exception => ({ id, reason });

/** Every exception there is. Each is accepted where the one thing it speaks of is made, never wider. */
export const exceptions = {
  tracing: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'X-Ray knows no resources: its two write actions can only be allowed on *. They stand in a policy of their own.',
  ),
  receiptRules: exception(
    'AwsSolutions-IAM5[Resource::*]',
    'SES knows no resources for which rule set is active. The function runs only while deploying, and refuses to replace the rule set of others.',
  ),
  mailObjects: (bucket: Bucket, prefix = ''): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/${prefix}*]`,
      'The names of objects are made at run time (a message id, a hash). The bucket holds nothing but mail, and the actions are those on single objects.',
    ),
  recordedCalls: (bucket: Bucket, prefix: string): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement)}.Arn>/${prefix}*]`,
      'Connect names recordings by contact and time. Who has this reads single ones for signed-in agents, or takes single ones away with their case.',
    ),
  contacts: (resource: string): Exception =>
    exception(
      `AwsSolutions-IAM5[Resource::${resource}]`,
      'The ids of contacts are made by callers, and the contacts are those of the one instance.',
    ),
  ownRolesOfConnect: exception(
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iam::<AWS::AccountId>:role/aws-service-role/connect.amazonaws.com/*]',
    'Connect makes a role of its own for an instance and draws its name. The function runs only while deploying, and only lets Connect write where Rida keeps things.',
  ),
  deadLetters: [
    exception(
      'AwsSolutions-SQS3',
      'This is a dead-letter queue: that of a rule, a schedule, a stream, a subscription or a bus, which the rule does not look at.',
    ),
    exception(
      'Serverless-SQSRedrivePolicy',
      'This is a dead-letter queue: what lies here waits for a person, who is called by its alarm.',
    ),
  ],
  ownStreamKey: exception(
    'AwsSolutions-KDS3',
    'Records of contacts hold callers’ numbers: with a key of ours it is said who may read them; that of Kinesis opens to whoever may read the stream.',
  ),
  queueSource: exception(
    'Serverless-LambdaEventSourceMappingDestination',
    'Lambda knows no failure destination for SQS: the dead-letter queue of the source queue takes what fails.',
  ),
  openRoutes: exception(
    'AwsSolutions-APIG4',
    'Survey links are opened by people without an account and are sealed; the console signs people in itself with OpenID Connect, which a browser can follow and a token authoriser cannot start.',
  ),
  signingKey: exception(
    'AwsSolutions-SMG4',
    'With another key, links in mail that is out would break and a beneficiary would get another id. It is replaced by hand after a leak.',
  ),
  clientSecret: exception(
    'AwsSolutions-SMG4',
    'Cognito makes the client secret and cannot change it in place; a new client is deployed instead.',
  ),
} as const;
