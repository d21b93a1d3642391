import { fedQueues } from '../fed-queues.ts';
import { ofType, type Resource, refersTo, type Template, textOf } from '../model.ts';
import {
  arn,
  DOCS,
  type Found,
  first,
  invoked,
  isA,
  type Kind,
  type Need,
  ofKey,
  roleOf,
  toQueue,
} from './kind.ts';

const mappings = (template: Template, type: string) =>
  ofType(template, 'AWS::Lambda::EventSourceMapping')
    .map(([id, { Properties }]) => ({
      id,
      Properties,
      source: first(Properties.EventSourceArn),
      worker: first(Properties.FunctionName),
    }))
    .filter(({ source }) => isA(template, source, type));

const polled = (
  template: Template,
  type: string,
  actions: readonly string[],
  keyOf: (source: Resource['Properties']) => unknown,
  more: readonly Need[] = [],
): Found[] =>
  mappings(template, type).map(({ id, Properties, source, worker }) => ({
    from: source,
    to: worker,
    role: roleOf(template, worker),
    checkedBy: id,
    needs: [
      { actions, on: source, resource: [textOf(Properties.EventSourceArn)] },
      ...ofKey(keyOf(template.resources[source]?.Properties ?? {}), ['kms:Decrypt']),
      ...more,
    ],
  }));

/** The ways of schedules, queues and streams to functions, with the role of the schedule or the function. */
export const sourceWays = {
  'schedule to function': {
    page: `${DOCS}/scheduler/latest/UserGuide/setting-up.html`,
    find: (template) =>
      ofType(template, 'AWS::Scheduler::Schedule').map(([id, { Properties }]) => {
        const target = Properties.Target as { Arn: unknown; RoleArn: unknown };
        const worker = first(target.Arn);
        return {
          from: id,
          to: worker,
          role: first(target.RoleArn),
          checkedBy: id,
          needs: invoked(worker),
        };
      }),
  },
  'schedule to dead letters': {
    page: `${DOCS}/scheduler/latest/UserGuide/configuring-schedule-dlq.html`,
    find: (template) =>
      ofType(template, 'AWS::Scheduler::Schedule').flatMap(([id, { Properties }]) => {
        const target = Properties.Target as { RoleArn: unknown; DeadLetterConfig?: { Arn: unknown } };
        return refersTo(target.DeadLetterConfig).map((queue) => ({
          from: id,
          to: queue,
          role: first(target.RoleArn),
          checkedBy: id,
          needs: toQueue(template, queue),
        }));
      }),
  },
  'queue to function': {
    page: `${DOCS}/lambda/latest/dg/services-sqs-configure.html`,
    find: (template) =>
      fedQueues(template).map(({ queue, reader, worker, mapping }) => ({
        ...{ from: queue, to: worker, role: roleOf(template, reader) },
        ...(mapping !== undefined && { checkedBy: mapping }),
        needs: [
          {
            actions: [
              'sqs:ReceiveMessage',
              'sqs:DeleteMessage',
              ...(mapping ? ['sqs:GetQueueAttributes'] : []),
            ],
            ...{ on: queue, resource: arn(queue) },
          },
          ...ofKey(template.resources[queue]?.Properties.KmsMasterKeyId, ['kms:Decrypt']),
          ...(mapping ? [] : invoked(worker)),
        ],
      })),
  },
  'stream to function': {
    page: `${DOCS}/lambda/latest/dg/services-kinesis-create.html`,
    find: (template) =>
      polled(
        template,
        'AWS::Kinesis::Stream',
        [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
        ],
        ({ StreamEncryption }) => StreamEncryption,
      ),
  },
  'table stream to function': {
    page: `${DOCS}/lambda/latest/dg/services-ddb-create.html`,
    find: (template) =>
      polled(
        template,
        'AWS::DynamoDB::Table',
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        ({ SSESpecification }) => SSESpecification,
        [{ actions: ['dynamodb:ListStreams'], on: '*', resource: ['*'] }],
      ),
  },
  'failed stream records to bucket': {
    page: `${DOCS}/lambda/latest/dg/kinesis-on-failure-destination.html`,
    find: (template) =>
      ofType(template, 'AWS::Lambda::EventSourceMapping').flatMap(([id, { Properties }]) =>
        refersTo(Properties.DestinationConfig)
          .filter((bucket) => isA(template, bucket, 'AWS::S3::Bucket'))
          .map((bucket) => ({
            from: id,
            to: bucket,
            role: roleOf(template, first(Properties.FunctionName)),
            checkedBy: id,
            needs: [
              { actions: ['s3:PutObject'], on: bucket, resource: [`\${${bucket}.Arn}/aws/lambda/batch`] },
              { actions: ['s3:ListBucket'], on: bucket, resource: arn(bucket) },
              ...ofKey(template.resources[bucket]?.Properties.BucketEncryption, ['kms:GenerateDataKey']),
            ],
          })),
      ),
  },
  'failed stream records to queue': {
    page: `${DOCS}/lambda/latest/dg/kinesis-on-failure-destination.html`,
    find: (template) =>
      ofType(template, 'AWS::Lambda::EventSourceMapping').flatMap(([id, { Properties }]) =>
        refersTo(Properties.DestinationConfig)
          .filter((queue) => isA(template, queue, 'AWS::SQS::Queue'))
          .map((queue) => ({
            from: id,
            to: queue,
            role: roleOf(template, first(Properties.FunctionName)),
            checkedBy: id,
            needs: toQueue(template, queue),
          })),
      ),
  },
} satisfies Record<string, Kind>;
