import { ofType, refersTo, type Template, textOf } from '../model.ts';
import { arn, DOCS, first, invoked, type Kind, ofKey, SENDS, sentFrom } from './kind.ts';

const receiptActions = (template: Template) =>
  ofType(template, 'AWS::SES::ReceiptRule').flatMap(([id, { Properties }]) => {
    const { Name, Actions = [] } = Properties.Rule as { Name: string; Actions?: { S3Action?: object }[] };
    const set = textOf(template.resources[first(Properties.RuleSetName)]?.Properties.RuleSetName);
    const source = `arn:aws:ses:${template.region}:\${AWS::AccountId}:receipt-rule-set/${set}:receipt-rule/${Name}`;
    return Actions.flatMap(({ S3Action }) =>
      S3Action
        ? [
            {
              id,
              source,
              ...(S3Action as { BucketName: unknown; ObjectKeyPrefix: string; TopicArn: unknown }),
            },
          ]
        : [],
    );
  });

/** The ways of SES, S3, Connect and API Gateway to buckets, topics, streams and functions. */
export const contentWays = {
  'receipt rule to bucket': {
    page: `${DOCS}/ses/latest/dg/receiving-email-permissions.html`,
    service: 'ses.amazonaws.com',
    find: (template) =>
      receiptActions(template).map(({ id, source, BucketName, ObjectKeyPrefix }) => {
        const bucket = first(BucketName);
        return {
          from: id,
          to: bucket,
          checkedBy: id,
          context: { ...sentFrom(source), 's3:TlsVersion': ['1.2'] },
          needs: [
            { actions: ['s3:PutObject'], on: bucket, resource: [`\${${bucket}.Arn}/${ObjectKeyPrefix}mail`] },
            ...ofKey(template.resources[bucket]?.Properties.BucketEncryption, SENDS),
          ],
        };
      }),
  },
  'receipt rule to topic': {
    page: `${DOCS}/ses/latest/dg/receiving-email-permissions.html`,
    service: 'ses.amazonaws.com',
    find: (template) =>
      receiptActions(template).map(({ id, source, TopicArn }) => ({
        from: id,
        to: first(TopicArn),
        checkedBy: id,
        context: sentFrom(source),
        needs: [
          { actions: ['sns:Publish'], on: first(TopicArn), resource: arn(first(TopicArn)) },
          ...ofKey(template.resources[first(TopicArn)]?.Properties.KmsMasterKeyId, SENDS),
        ],
      })),
  },
  'bucket to access logs': {
    page: `${DOCS}/AmazonS3/latest/userguide/enable-server-access-logging.html`,
    service: 'logging.s3.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::S3::Bucket').flatMap(([bucket, { Properties }]) => {
        const logging = Properties.LoggingConfiguration as
          | { DestinationBucketName: unknown; LogFilePrefix: string }
          | undefined;
        if (!logging) return [];
        const target = first(logging.DestinationBucketName);
        return [
          {
            from: bucket,
            to: target,
            context: { ...sentFrom(...arn(bucket)), 's3:TlsVersion': ['1.2'] },
            needs: [
              {
                actions: ['s3:PutObject'],
                on: target,
                resource: [`\${${target}.Arn}/${logging.LogFilePrefix}log`],
              },
            ],
          },
        ];
      }),
  },
  'Connect to bucket': {
    page: `${DOCS}/connect/latest/adminguide/connect-slr.html`,
    find: (template) =>
      ofType(template, 'AWS::Connect::InstanceStorageConfig').flatMap(([id, { Properties }]) => {
        const { BucketName, BucketPrefix, EncryptionConfig } = (Properties.S3Config ?? {}) as Record<
          string,
          unknown
        >;
        return refersTo(BucketName).map((bucket) => ({
          from: id,
          to: bucket,
          linkedRole: true,
          context: { 'aws:SecureTransport': ['true'], 's3:TlsVersion': ['1.2'] },
          needs: [
            {
              actions: ['s3:PutObject'],
              on: bucket,
              resource: [`\${${bucket}.Arn}/${textOf(BucketPrefix)}/call`],
            },
            ...ofKey(EncryptionConfig, ['kms:CreateGrant']),
          ],
        }));
      }),
  },
  'Connect to stream': {
    page: `${DOCS}/connect/latest/adminguide/connect-slr.html`,
    find: (template) =>
      ofType(template, 'AWS::Connect::InstanceStorageConfig').flatMap(([id, { Properties }]) =>
        refersTo(Properties.KinesisStreamConfig).map((stream) => ({
          from: id,
          to: stream,
          linkedRole: true,
          needs: [
            { actions: ['kinesis:PutRecord', 'kinesis:PutRecords'], on: stream, resource: arn(stream) },
          ],
        })),
      ),
  },
  'Connect to stream key': {
    page: `${DOCS}/connect/latest/adminguide/data-streaming.html`,
    service: 'connect.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::Connect::InstanceStorageConfig').flatMap(([id, { Properties }]) =>
        refersTo(Properties.KinesisStreamConfig).map((stream) => ({
          from: id,
          to: stream,
          checkedBy: id,
          context: sentFrom(...arn(first(Properties.InstanceArn))),
          needs: ofKey(template.resources[stream]?.Properties.StreamEncryption, ['kms:GenerateDataKey']),
        })),
      ),
  },
  'Connect to function': {
    page: `${DOCS}/connect/latest/adminguide/connect-lambda-functions.html`,
    service: 'connect.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::Connect::IntegrationAssociation').flatMap(([id, { Properties }]) =>
        Properties.IntegrationType === 'LAMBDA_FUNCTION'
          ? [
              {
                from: id,
                to: first(Properties.IntegrationArn),
                checkedBy: id,
                context: sentFrom(...arn(first(Properties.InstanceId)), textOf(Properties.InstanceId)),
                needs: invoked(first(Properties.IntegrationArn)),
              },
            ]
          : [],
      ),
  },
  'API to function': {
    page: `${DOCS}/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html`,
    service: 'apigateway.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::ApiGatewayV2::Route').map(([id, { Properties }]) => {
        const integration = template.resources[first(Properties.Target)]?.Properties;
        const worker = first(integration?.IntegrationUri);
        const path = String(Properties.RouteKey).split(' ')[1];
        const api = `arn:aws:execute-api:${template.region}:\${AWS::AccountId}:${textOf(Properties.ApiId)}`;
        return {
          from: id,
          to: worker,
          context: sentFrom(`${api}/$default/GET${path}`),
          needs: invoked(worker),
        };
      }),
  },
} satisfies Record<string, Kind>;
