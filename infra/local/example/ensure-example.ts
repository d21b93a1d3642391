import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { StartFailure } from '../start-failure.ts';
import type { ExampleName } from './example-names.ts';

const MARK = 'example.json';
/** Building makes much garbage: a larger young generation saves a tenth of the time. */
const HEAP = '--max-semi-space-size=32';

const marked = z.object({ example: z.string() });

/** Record in a folder that its example is complete. */
export const markBuilt = (data: string, example: string): Promise<void> =>
  writeDurably(join(data, MARK), Buffer.from(JSON.stringify({ example })));

/**
 * Build an example in an empty data folder, in a process of its own. A folder with the same complete example is
 * left as it is, with everything that happened in it since.
 * @throws StartFailure when the folder has other data, or the example cannot be built
 */
export async function ensureExample(example: ExampleName, data: string): Promise<void> {
  const mark = await unlessMissing(readFile(join(data, MARK), 'utf8'));
  if (mark !== undefined && marked.parse(JSON.parse(mark)).example === example) return;
  const hasData = await access(join(data, 'rida.db')).then(
    () => true,
    () => false,
  );
  if (hasData)
    throw new StartFailure(
      `--example ${example}: ${data} has other data, or an example that was not completed; choose an empty folder with --data`,
    );
  console.log(`The example "${example}" is built in ${data}. This happens once.`);
  const until = Math.floor(Date.now() / MINUTE) * MINUTE;
  const file = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [HEAP, file, example, data, String(until)], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new StartFailure(`--example ${example}: it could not be built`);
}
