import { type Cost, sqliteGround } from '#test/contract/growth/ground.ts';
import { GROWTH } from '#test/contract/growth/rows.ts';
import { markdownTable } from './markdown-table.ts';

const SIZES = [1_000, 10_000, 100_000] as const;

const costText = (cost: Cost): string => `${cost.statements ?? 0} and ${cost.rows ?? 0}`;

/** Print what each act costs while something else grows: statements, and rows returned or written. */
export async function run(): Promise<void> {
  const rows: string[][] = [];
  for (const growth of GROWTH) {
    const ground = sqliteGround();
    const costs = new Map<string, string[]>(Object.keys(growth.acts).map((name) => [name, []]));
    let filled = 0;
    for (const size of SIZES) {
      await ground.fill(growth.items(filled, size));
      filled = size;
      for (const [name, act] of Object.entries(growth.acts))
        costs.get(name)?.push(costText(await ground.costOf(() => act(ground, size))));
    }
    for (const [name, measured] of costs) rows.push([growth.what, name, ...measured]);
  }
  console.log(markdownTable(['what grows', 'act', ...SIZES.map((size) => size.toLocaleString('en'))], rows));
}

if (import.meta.main) await run();
