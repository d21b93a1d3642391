import { ofType, refersTo, type Template } from '../model.ts';
import { arn, DOCS, type Found, first, type Kind, ofKey, SENDS, sentFrom, toQueue } from './kind.ts';

const ruleTargets = (
  template: Template,
  pick: (target: { Arn: unknown; DeadLetterConfig?: { Arn: unknown } }) => unknown,
): Found[] =>
  ofType(template, 'AWS::Events::Rule').flatMap(([rule, { Properties }]) =>
    (Properties.Targets as { Arn: unknown; DeadLetterConfig?: { Arn: unknown } }[]).flatMap((target) => {
      const queue = first(pick(target));
      if (queue === '') return [];
      return [
        {
          from: rule,
          to: queue,
          context: sentFrom(...arn(rule)),
          needs: toQueue(template, queue),
        },
      ];
    }),
  );

/** The ways of CloudWatch, EventBridge, SNS and CloudWatch Logs to topics, queues and keys. */
export const eventWays = {
  'alarm to topic': {
    page: `${DOCS}/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html`,
    service: 'cloudwatch.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::CloudWatch::Alarm').flatMap(([alarm, { Properties }]) =>
        [...new Set([...refersTo(Properties.AlarmActions), ...refersTo(Properties.OKActions)])].map(
          (topic) => ({
            from: alarm,
            to: topic,
            context: sentFrom(
              ...arn(alarm),
              `arn:aws:cloudwatch:${template.region}:\${AWS::AccountId}:alarm:${alarm}`,
            ),
            needs: [
              { actions: ['sns:Publish'], on: topic, resource: arn(topic) },
              ...ofKey(template.resources[topic]?.Properties.KmsMasterKeyId, SENDS),
            ],
          }),
        ),
      ),
  },
  'rule to queue': {
    page: `${DOCS}/eventbridge/latest/userguide/eb-use-resource-based.html`,
    service: 'events.amazonaws.com',
    find: (template) => ruleTargets(template, ({ Arn }) => Arn),
  },
  'rule to dead letters': {
    page: `${DOCS}/eventbridge/latest/userguide/eb-rule-dlq.html`,
    service: 'events.amazonaws.com',
    find: (template) => ruleTargets(template, ({ DeadLetterConfig }) => DeadLetterConfig?.Arn),
  },
  'bus to dead letters': {
    page: `${DOCS}/eventbridge/latest/userguide/eb-encryption-event-bus-dlq.html`,
    service: 'events.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::Events::EventBus').flatMap(([bus, { Properties }]) =>
        refersTo(Properties.DeadLetterConfig).map((queue) => ({
          from: bus,
          to: queue,
          context: sentFrom(...arn(bus)),
          needs: toQueue(template, queue),
        })),
      ),
  },
  'bus to key': {
    page: `${DOCS}/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html`,
    service: 'events.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::Events::EventBus').map(([bus, { Properties }]) => ({
        from: bus,
        to: first(Properties.KmsKeyIdentifier),
        checkedBy: bus,
        context: sentFrom(...arn(bus)),
        needs: ofKey(Properties.KmsKeyIdentifier, ['kms:DescribeKey', ...SENDS]),
      })),
  },
  'archive to key': {
    page: `${DOCS}/eventbridge/latest/userguide/encryption-archives.html`,
    service: 'events.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::Events::Archive').map(([archive, { Properties }]) => ({
        from: archive,
        to: first(Properties.KmsKeyIdentifier),
        checkedBy: archive,
        context: sentFrom(...arn(archive)),
        needs: ofKey(Properties.KmsKeyIdentifier, [
          'kms:DescribeKey',
          ...SENDS,
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ]),
      })),
  },
  'topic to queue': {
    page: `${DOCS}/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html`,
    service: 'sns.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::SNS::Subscription').flatMap(([, { Properties }]) =>
        Properties.Protocol === 'sqs'
          ? [
              {
                from: first(Properties.TopicArn),
                to: first(Properties.Endpoint),
                context: sentFrom(...arn(first(Properties.TopicArn))),
                needs: toQueue(template, first(Properties.Endpoint)),
              },
            ]
          : [],
      ),
  },
  'topic to dead letters': {
    page: `${DOCS}/sns/latest/dg/sns-configure-dead-letter-queue.html`,
    service: 'sns.amazonaws.com',
    find: (template) =>
      ofType(template, 'AWS::SNS::Subscription').flatMap(([, { Properties }]) =>
        refersTo(Properties.RedrivePolicy).map((queue) => ({
          from: first(Properties.TopicArn),
          to: queue,
          context: sentFrom(...arn(first(Properties.TopicArn))),
          needs: toQueue(template, queue),
        })),
      ),
  },
  'log group to key': {
    page: `${DOCS}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html`,
    service: `logs.\${AWS::Region}.amazonaws.com`,
    find: (template) =>
      ofType(template, 'AWS::Logs::LogGroup').map(([group, { Properties }]) => ({
        from: group,
        to: first(Properties.KmsKeyId),
        checkedBy: group,
        context: {
          'kms:EncryptionContext:aws:logs:arn': [
            `arn:aws:logs:${template.region}:\${AWS::AccountId}:log-group:${group}`,
          ],
        },
        needs: ofKey(Properties.KmsKeyId, [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ]),
      })),
  },
} satisfies Record<string, Kind>;
