import './small-heap.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { openCentre } from './open-centre.ts';
import { readOptions, USAGE } from './options.ts';
import { explainStartFailure } from './start-failure.ts';
import { welcome } from './welcome.ts';

/** Run a centre until the process receives a signal to stop. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') {
    console.log(USAGE);
    return;
  }
  const logger = createLogger({
    service: 'local/centre',
    level: options.verbose ? 'info' : 'warn',
    write: (line) => process.stderr.write(line),
  });
  const centre = await openCentre({ ...options, logger });
  console.log(await welcome(centre));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await centre.close();
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
});
