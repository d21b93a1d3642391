import { build } from 'esbuild';
import { expect, test } from 'vitest';
import {
  connectClient,
  dynamoClient,
  eventBridgeClient,
  s3Client,
  secretsClient,
  sesClient,
  sqsClient,
} from '#shared/adapters/aws/clients.ts';

const region = 'eu-central-1';

test.each([
  ['DynamoDB', dynamoClient(region), 3],
  ['DynamoDB with a caller on the line', dynamoClient(region, { onTheLine: true }), 2],
  ['S3', s3Client(region), 3],
  ['SQS', sqsClient(region), 3],
  ['EventBridge', eventBridgeClient(region), 3],
  ['Secrets Manager', secretsClient(region), 3],
  ['SES', sesClient(region), 1],
  ['Connect', connectClient(region), 4],
])('%s is asked in its Region and a known number of times', async (_service, client, attempts) => {
  expect(await client.config.region()).toBe(region);
  expect(await client.config.maxAttempts()).toBe(attempts);
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
