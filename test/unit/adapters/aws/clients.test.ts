import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import {
  callerWaits,
  connectClient,
  dynamoClient,
  eventBridgeClient,
  s3Client,
  secretsClient,
  sesClient,
  sqsClient,
} from '#shared/adapters/aws/clients.ts';
import { ANSWER_WITHIN_MS } from '#shared/runtime/chain-flow.ts';

const region = 'eu-central-1';

test.each([
  ['DynamoDB', dynamoClient(region), 3],
  ['DynamoDB with a caller on the line', dynamoClient(region, { onTheLine: true }), 2],
  ['S3', s3Client(region), 3],
  ['SQS', sqsClient(region), 3],
  ['EventBridge', eventBridgeClient(region), 3],
  ['Secrets Manager', secretsClient(region), 3],
  ['Secrets Manager with a caller on the line', secretsClient(region, { onTheLine: true }), 2],
  ['SES', sesClient(region), 1],
  ['Connect', connectClient(region), 4],
])('%s is asked in its Region and a known number of times', async (_service, client, attempts) => {
  expect(await client.config.region()).toBe(region);
  expect(await client.config.maxAttempts()).toBe(attempts);
});

/** The longest pause of the SDK before the second attempt, when the service is not throttling. */
const LONGEST_PAUSE_MS = 100;

test('a second attempt of both the table and the key fits into the time of a flow', () => {
  const { maxAttempts, requestTimeout } = callerWaits;
  expect(2 * (maxAttempts * requestTimeout + LONGEST_PAUSE_MS)).toBeLessThanOrEqual(ANSWER_WITHIN_MS);
});

test.each([
  ['the connection', 'tls'],
  ['the answer', 'http'],
])('an attempt that hangs before %s ends, and the second one is made', async (_, scheme) => {
  let attempts = 0;
  // Accepts connections. A TLS client waits for a handshake, an HTTP client for an answer.
  const server = createServer((socket) => {
    attempts += 1;
    socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `${scheme === 'tls' ? 'https' : 'http'}://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'none');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'none');
  const client = dynamoClient(region, { onTheLine: true });
  const asked = client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } }));
  await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(attempts).toBe(2);
  client.destroy();
  server.close();
  vi.unstubAllEnvs();
});

test('only Connect slows down by itself', async () => {
  const modeOf = async (mode: unknown): Promise<unknown> => (typeof mode === 'function' ? mode() : mode);
  expect(await modeOf(connectClient(region).config.retryMode)).toBe('adaptive');
  expect(await modeOf(dynamoClient(region).config.retryMode)).toBe('standard');
});

test('a bundle holds the clients it uses and hardly a trace of others', async () => {
  const { metafile } = await build({
    stdin: {
      contents: "import { sqsClient } from '#shared/adapters/aws/clients.ts'; console.log(sqsClient('x'));",
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  const bytes = Object.entries(output?.inputs ?? {}).map(([file, { bytesInOutput }]) => {
    const client = /@aws-sdk\/(client-[a-z0-9-]+|lib-dynamodb|util-dynamodb)\//u.exec(file)?.[1] ?? 'shared';
    return { client, bytesInOutput };
  });
  const total = new Map<string, number>();
  for (const { client, bytesInOutput } of bytes) total.set(client, (total.get(client) ?? 0) + bytesInOutput);
  const others = [...total].filter(([client]) => client !== 'shared' && client !== 'client-sqs');
  expect(total.get('client-sqs')).toBeGreaterThan(10_000);
  for (const [, size] of others) expect(size).toBeLessThan(2_000);
});
