import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { connectQueuePlaces } from '#shared/adapters/aws/connect-queue-places.ts';

const client = new DynamoDBClient({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
});

function asked(status: number, answer: unknown) {
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const send: typeof fetch = async (url, init) => {
    sent.push({ url: String(url), init });
    return new Response(JSON.stringify(answer), { status });
  };
  return { sent, places: connectQueuePlaces({ region: 'eu-central-1', client }, 'i-1', send) };
}

describe('a place in a queue', () => {
  it('is read from the contact by a signed request', async () => {
    const { places, sent } = asked(200, {
      MetricResults: [
        { Name: 'POSITION_IN_QUEUE', Value: { Number: 3 } },
        { Name: 'ESTIMATED_WAIT_TIME', Value: { Number: 120.5 } },
      ],
    });
    expect(await places.placeOf('c-1')).toEqual({ position: 3, waitSeconds: 120.5 });
    const [{ url, init } = { url: '', init: undefined }] = sent;
    expect(url).toBe('https://connect.eu-central-1.amazonaws.com/metrics/contact');
    expect(JSON.parse(String(init?.body))).toEqual({
      ...{ InstanceId: 'i-1', ContactId: 'c-1' },
      Metrics: [{ Name: 'POSITION_IN_QUEUE' }, { Name: 'ESTIMATED_WAIT_TIME' }],
    });
    expect(new Headers(init?.headers).get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/connect\/aws4_request, SignedHeaders=content-type;host;/u,
    );
  });

  it('is unknown when Connect knows none, and an error when it does not answer as it should', async () => {
    expect(await asked(200, { MetricResults: [] }).places.placeOf('c-1')).toEqual({});
    await expect(asked(404, {}).places.placeOf('c-1')).rejects.toThrow('answered 404');
    await expect(asked(200, { odd: true }).places.placeOf('c-1')).rejects.toThrow();
  });
});
