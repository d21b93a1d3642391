import { describe, expect, it } from 'vitest';
import { refersTo, synthesise } from './synthesise.ts';

const { resources, ofType } = synthesise();
const READERS = ['telephone/contact-records', 'telephone/agent-events'];
const sources = ofType('AWS::Lambda::EventSourceMapping')
  .map(([, { Properties }]) => Properties)
  .filter(({ EventSourceArn }) =>
    refersTo(EventSourceArn).some((id) => resources[id]?.Type === 'AWS::Kinesis::Stream'),
  );
const serviceOfSource = ({ FunctionName }: (typeof sources)[number]) =>
  resources[refersTo(FunctionName)[0] ?? '']?.Metadata?.['rida:service'];

describe('the stream of calls', () => {
  it('is one, with the shortest retention, under an own key, and Connect writes both kinds of records to it', () => {
    const streams = ofType('AWS::Kinesis::Stream');
    expect(streams).toHaveLength(1);
    const [id = '', stream] = streams[0] ?? [];
    expect(stream?.Properties).toMatchObject({ RetentionPeriodHours: 24, ShardCount: 1 });
    expect(stream?.Properties.StreamEncryption).toMatchObject({ EncryptionType: 'KMS' });
    const stored = ofType('AWS::Connect::InstanceStorageConfig')
      .map(([, { Properties }]) => Properties)
      .filter(({ StorageType }) => StorageType === 'KINESIS_STREAM');
    expect(stored.map(({ ResourceType }) => ResourceType).sort()).toEqual([
      'AGENT_EVENTS',
      'CONTACT_TRACE_RECORDS',
    ]);
    for (const { KinesisStreamConfig } of stored) expect(refersTo(KinesisStreamConfig)).toEqual([id]);
  });

  it('is read by each function for its own records, so that no record has two readers or none', () => {
    const patterns = sources.map(({ FilterCriteria }) =>
      (FilterCriteria as { Filters: { Pattern: string }[] }).Filters.map(({ Pattern }) =>
        JSON.parse(Pattern),
      ),
    );
    expect(patterns.flat()).toEqual([
      { data: { EventType: [{ exists: false }] } },
      { data: { EventType: [{ exists: true }] } },
    ]);
    expect(sources.map(serviceOfSource)).toEqual(READERS);
  });

  it('loses nothing over a weekend: what fails is stored before the stream forgets it, and feeds an alarm', () => {
    const [bucket = '', failed] = ofType('AWS::S3::Bucket').find(([id]) => /Failed/u.test(id)) ?? [];
    expect(failed?.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    for (const source of sources) {
      expect(source).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      expect(source.MaximumRetryAttempts).toBeUndefined();
      expect(source.MaximumRecordAgeInSeconds).toBeLessThan(23 * 3_600);
      const { OnFailure } = source.DestinationConfig as { OnFailure: { Destination: unknown } };
      expect(refersTo(OnFailure.Destination)).toEqual([bucket]);
    }
    const [, rule] =
      ofType('AWS::Events::Rule').find(
        ([
          ,
          {
            Properties: { EventPattern },
          },
        ]) => refersTo(EventPattern).includes(bucket),
      ) ?? [];
    const [target] = (rule?.Properties.Targets ?? []) as { Arn: unknown }[];
    const [queue = ''] = refersTo(target?.Arn);
    const watching = ofType('AWS::CloudWatch::Alarm').filter(([, alarm]) =>
      refersTo(alarm.Properties.Dimensions).includes(queue),
    );
    expect(watching).toHaveLength(1);
  });

  it('gives its readers the stream, the table and nothing of mail or telephone', () => {
    for (const [, { Properties, Metadata }] of ofType('AWS::Lambda::Function')) {
      if (!READERS.includes(String(Metadata?.['rida:service']))) continue;
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      expect(Variables).toHaveProperty('FAILED_BUCKET');
      expect(Variables).not.toHaveProperty('BLOB_BUCKET');
      expect(Variables).not.toHaveProperty('CONNECT_INSTANCE_ID');
    }
  });
});
