import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { localClient } from './table-definition.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The endpoint of DynamoDB Local, or undefined when it cannot run here. */
    readonly dynamodb: string | undefined;
  }
}

const HOW = 'run .ci/dynamodb-local.sh (Java 17 or later is needed), or set DYNAMODB_LOCAL_DIR';
const ANSWER_WITHIN_MS = 120_000;

const folder = (): string => {
  const given = process.env.DYNAMODB_LOCAL_DIR;
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return given ?? join(cache, 'rida', 'dynamodb-local');
};

const missing = (from: string): string | undefined => {
  if (!existsSync(join(from, 'DynamoDBLocal.jar'))) return `no DynamoDBLocal.jar in ${from}`;
  if (spawnSync('java', ['-version'], { stdio: 'ignore' }).error) return 'no java on the path';
  return undefined;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        server.close(() => resolve(port));
      });
  });

const answers = async (endpoint: string, java: ChildProcess): Promise<void> => {
  const until = Date.now() + ANSWER_WITHIN_MS;
  const client = localClient(endpoint, { maxAttempts: 1 });
  for (;;) {
    try {
      await client.listTables({});
      client.destroy();
      return;
    } catch (cause) {
      if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with ${java.exitCode}`, { cause });
      if (Date.now() > until) throw new Error('DynamoDB Local does not answer', { cause });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
};

/**
 * Start DynamoDB Local in memory for the contract tests. If it cannot run, the DynamoDB tests are skipped and
 * one line is printed. With RIDA_REQUIRE_ALL=1 the run fails instead.
 */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const from = folder();
  const lacking = missing(from);
  if (lacking !== undefined) {
    const line = `DynamoDB contract tests are LEFT OUT: ${lacking}; to have them: ${HOW}`;
    if (process.env.RIDA_REQUIRE_ALL === '1') throw new Error(line);
    console.warn(`\n!! ${line}\n`);
    project.provide('dynamodb', undefined);
    return undefined;
  }
  const port = await freePort();
  const library = `-Djava.library.path=${join(from, 'DynamoDBLocal_lib')}`;
  const java = spawn(
    'java',
    [
      library,
      '-Xmx512m',
      // The process lives for minutes: the second compiler and the parallel collector take more time than they save.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: from, stdio: 'ignore' },
  );
  const stop = (): void => void java.kill();
  try {
    const endpoint = `http://127.0.0.1:${port}`;
    await answers(endpoint, java);
    project.provide('dynamodb', endpoint);
    return stop;
  } catch (cause) {
    stop();
    throw cause;
  }
}
