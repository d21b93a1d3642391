import '#infra/local/small-heap.ts';
import { readdirSync } from 'node:fs';

/**
 * `npm run bench` runs all benchmarks, `npm run bench -- sla mail` some. Each is a module that exports
 * `run()`, which prints its results or returns them.
 */
const benches: Readonly<Record<string, string>> = {
  sla: './sla.ts',
  kpi: './kpi.ts',
  store: './store.ts',
  sweep: './sweep.ts',
  mail: './mail.ts',
  acts: './acts.ts',
  growth: './growth.ts',
  pages: './pages.ts',
  work: './work.ts',
  search: './search.ts',
  import: './import.ts',
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`bench: no bench "${unknown.join('", "')}"; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const here = readdirSync(new URL('.', import.meta.url));
for (const [name, path] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!here.includes(path.slice(2))) throw new Error(`bench ${name} is listed but not there`);
  console.log(`\n# ${name}`);
  const { run } = (await import(path)) as { run(): Promise<Record<string, number | string> | undefined> };
  const measured = await run();
  if (measured) console.table(measured);
}
