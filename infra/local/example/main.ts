import { buildExample } from './build-example.ts';
import { markBuilt } from './ensure-example.ts';
import type { ExampleName } from './example-names.ts';
import { EXAMPLES } from './example-options.ts';

const isName = (name: string): name is ExampleName => Object.hasOwn(EXAMPLES, name);

/** Build the example of the first argument in the folder of the second one, until the instant of the third. */
async function main(): Promise<void> {
  const [name = '', data = '', until = ''] = process.argv.slice(2);
  if (!isName(name)) throw new RangeError(`no example "${name}"`);
  let shown = 0;
  await buildExample({
    ...EXAMPLES[name],
    data,
    until: Number(until),
    onProgress(done, of) {
      const percent = Math.floor((done / of) * 20) * 5;
      if (percent > shown) console.log(`  ${percent} % of ${of.toLocaleString('en')} cases`);
      shown = Math.max(shown, percent);
    },
  });
  await markBuilt(data, name);
}

await main();
