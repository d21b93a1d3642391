import { describe, expect, it } from 'vitest';
import { refersTo, synthesise } from './synthesise.ts';

const { resources, ofType } = synthesise();
const READERS = ['telephone/contact-records', 'telephone/agent-events'];

describe('the streams of calls', () => {
  it('are encrypted with a customer-managed key, and Connect is configured to write to them', () => {
    const streams = ofType('AWS::Kinesis::Stream');
    expect(streams).toHaveLength(2);
    for (const [, { Properties }] of streams)
      expect(Properties.StreamEncryption).toMatchObject({ EncryptionType: 'KMS' });
    const kept = ofType('AWS::Connect::InstanceStorageConfig').map(([, { Properties }]) => Properties);
    const what = kept
      .filter(({ StorageType }) => StorageType === 'KINESIS_STREAM')
      .map((one) => one.ResourceType);
    expect(what.sort()).toEqual(['AGENT_EVENTS', 'CONTACT_TRACE_RECORDS']);
  });

  it('are read so that one bad record does not block a shard, and permanent failures are reported', () => {
    const sources = ofType('AWS::Lambda::EventSourceMapping')
      .map(([, { Properties }]) => Properties)
      .filter(({ EventSourceArn }) =>
        refersTo(EventSourceArn).some((id) => resources[id]?.Type === 'AWS::Kinesis::Stream'),
      );
    const services = sources.map(
      ({ FunctionName }) => resources[refersTo(FunctionName)[0] ?? '']?.Metadata?.['rida:service'],
    );
    expect(services.sort()).toEqual([...READERS].sort());
    for (const source of sources) {
      expect(source).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      });
      const { OnFailure } = source.DestinationConfig as { OnFailure: { Destination: unknown } };
      expect(resources[refersTo(OnFailure.Destination)[0] ?? '']?.Type).toBe('AWS::SQS::Queue');
    }
  });

  it('give their readers the stream, the table and nothing of mail or telephone', () => {
    for (const [, { Properties, Metadata }] of ofType('AWS::Lambda::Function')) {
      if (!READERS.includes(String(Metadata?.['rida:service']))) continue;
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      expect(Variables).toHaveProperty('DEAD_LETTERS_URL');
      expect(Variables).not.toHaveProperty('BLOB_BUCKET');
      expect(Variables).not.toHaveProperty('CONNECT_INSTANCE_ID');
    }
  });
});
