import { roleStatements } from '../access.ts';
import { list, ofType, type Resource, refersTo, type Template } from '../model.ts';
import { arn, DOCS, type Found, first, type Kind, ofKey, roleOf, SENDS, toQueue } from './kind.ts';

/** The key actions that each action on an encrypted resource needs. */
const KEY_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'dynamodb:GetItem': ['kms:Decrypt'],
  'dynamodb:BatchGetItem': ['kms:Decrypt'],
  'dynamodb:Query': ['kms:Decrypt'],
  'dynamodb:PutItem': ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  'dynamodb:UpdateItem': ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  'dynamodb:DeleteItem': ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  's3:GetObject': ['kms:Decrypt'],
  // Multipart uploads also decrypt.
  's3:PutObject': SENDS,
  'secretsmanager:GetSecretValue': ['kms:Decrypt'],
  'sqs:SendMessage': SENDS,
};

/** Return what roles of functions need on the keys of the resources that their policies name. */
const reached = (
  template: Template,
  type: string,
  keyOf: (properties: Resource['Properties']) => unknown,
): Found[] =>
  ofType(template, 'AWS::Lambda::Function').flatMap(([id]) => {
    const role = roleOf(template, id);
    const statements = roleStatements(template, role).map(({ statement }) => statement);
    return ofType(template, type).flatMap(([target, { Properties }]) => {
      const used = statements.filter(({ Resource: resource }) => refersTo(resource).includes(target));
      const actions = used.flatMap(({ Action }) => list(Action)).flatMap((one) => KEY_ACTIONS[one] ?? []);
      const needs = ofKey(keyOf(Properties), [...new Set(actions)].sort());
      return actions.length > 0 && needs.length > 0 ? [{ from: id, to: target, role, needs }] : [];
    });
  });

/** The ways of functions to what their policies name, with the role of the function. */
export const functionWays = {
  'function to dead letters': {
    page: `${DOCS}/lambda/latest/dg/invocation-async-retain-records.html`,
    find: (template) =>
      ofType(template, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) =>
        refersTo(Properties.DeadLetterConfig).map((queue) => ({
          from: id,
          to: queue,
          role: roleOf(template, id),
          checkedBy: id,
          needs: toQueue(template, queue),
        })),
      ),
  },
  'function to traces': {
    page: `${DOCS}/lambda/latest/dg/services-xray.html`,
    find: (template) =>
      ofType(template, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) =>
        (Properties.TracingConfig as { Mode?: string } | undefined)?.Mode === 'Active'
          ? [
              {
                from: id,
                to: 'X-Ray',
                role: roleOf(template, id),
                checkedBy: id,
                needs: [
                  {
                    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
                    on: '*',
                    resource: ['*'],
                  },
                ],
              },
            ]
          : [],
      ),
  },
  'function to table': {
    page: `${DOCS}/amazondynamodb/latest/developerguide/encryption.usagenotes.html`,
    find: (template) => reached(template, 'AWS::DynamoDB::Table', ({ SSESpecification }) => SSESpecification),
  },
  'function to bucket': {
    page: `${DOCS}/AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    find: (template) => reached(template, 'AWS::S3::Bucket', ({ BucketEncryption }) => BucketEncryption),
  },
  'function to secret': {
    page: `${DOCS}/secretsmanager/latest/userguide/security-encryption.html`,
    find: (template) => reached(template, 'AWS::SecretsManager::Secret', ({ KmsKeyId }) => KmsKeyId),
  },
  'function to queue': {
    page: `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html`,
    find: (template) => reached(template, 'AWS::SQS::Queue', ({ KmsMasterKeyId }) => KmsMasterKeyId),
  },
  'function to log group': {
    page: `${DOCS}/lambda/latest/dg/monitoring-cloudwatchlogs.html`,
    find: (template) =>
      ofType(template, 'AWS::Lambda::Function').map(([id, { Properties }]) => {
        const group = first(Properties.LoggingConfig);
        return {
          from: id,
          to: group,
          role: roleOf(template, id),
          checkedBy: id,
          needs: [
            { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], on: group, resource: arn(group) },
          ],
        };
      }),
  },
} satisfies Record<string, Kind>;
