import './small-heap.ts';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readOptions, USAGE } from './options.ts';
import { explainStartFailure } from './start-failure.ts';

// Files that SQLite creates are readable by their owner only, as all others.
process.umask(0o077);

/**
 * Store the compiled code in the data folder. A later start then takes it from there, and needs neither the time
 * nor the memory of compiling. The folder itself is created and locked when the centre opens.
 */
function keepCompiledCode(data: string): void {
  if (existsSync(data)) enableCompileCache(join(data, 'compiled'));
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  if (options.example) {
    const { ensureExample } = await import('./example/ensure-example.ts');
    await ensureExample(options.example, options.data);
  }
  keepCompiledCode(options.data);
  const { runCentre } = await import('./run-centre.ts');
  await runCentre(options);
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
});
