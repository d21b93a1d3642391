import { buildExample } from './build-example.ts';
import { markBuilt } from './ensure-example.ts';
import type { ExampleName } from './example-names.ts';
import { EXAMPLES } from './example-options.ts';
import { missingIn } from './tally.ts';

const isName = (name: string): name is ExampleName => Object.hasOwn(EXAMPLES, name);

/** Build the example of the first argument in the folder of the second one, until the instant of the third. */
async function main(): Promise<void> {
  const [name = '', data = '', until = ''] = process.argv.slice(2);
  if (!isName(name)) throw new RangeError(`no example "${name}"`);
  let shown = 0;
  const summary = await buildExample({
    ...EXAMPLES[name],
    data,
    until: Number(until),
    onProgress(done, of) {
      const percent = Math.floor((done / of) * 20) * 5;
      if (percent > shown) console.log(`  ${percent} % of ${of.toLocaleString('en')} cases`);
      shown = Math.max(shown, percent);
    },
  });
  const missing = missingIn(summary);
  if (missing.length > 0) throw new Error(`the example has no ${missing.join(', ')}`);
  for (const [what, count] of Object.entries(summary)) console.log(`  ${count.toLocaleString('en')} ${what}`);
  await markBuilt(data, name);
}

await main();
