import { listQuery, workQuery } from '#functions/web/cases/list-query.ts';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteDeskStore } from '#shared/adapters/embedded/sqlite-desk-store.ts';
import { SqliteItems } from '#shared/adapters/embedded/sqlite-items.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { type WorkEntry, workOfCase } from '#shared/domain/work-list/work-entry.ts';
import { selectWork } from '#shared/domain/work-list/work-query.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { markdownTable } from './markdown-table.ts';

const SIZES = [5_000, 100_000] as const;
const REPEATS = 7;
const PATHS = [
  '/cases',
  '/cases?mine=1',
  '/cases?department=operations&type=report&due=overdue',
  '/cases?category=drainage&assignee=-',
  '/cases?sort=assignee&desc=1',
  '/cases?from=4975',
  '/cases?rows=100&from=4900&sort=opened',
] as const;

const pick = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;

/** An open case. All values of a filter occur, and deadlines are on both sides of the present. */
function caseAt(n: number, departments: readonly string[], categories: readonly string[]): Case {
  return aCase({
    ...{ department: pick(departments, n), category: pick(categories, n * 7) },
    ...{ type: pick(['report', 'inquiry', 'observation', 'complaint'] as const, n * 3) },
    ...{ priority: pick(['urgent', 'high', 'normal', 'normal', 'low'] as const, n * 11) },
    ...(n % 3 > 0 && { assignee: n % 50 === 1 ? 'salem' : `agent-${n % 40}` }),
    ...{ openedAt: T - n * MINUTE, deadlineAt: T + ((n * 7919) % 20_000) * MINUTE - 5_000 * MINUTE },
  });
}

const countsIn = (page: string): readonly number[] =>
  [...page.matchAll(/<strong>([\d,]+)<\/strong>/gu)]
    .slice(0, 4)
    .map(([, n]) => Number(n?.replaceAll(',', '')));

/** Print how long a page of the list of work takes, and whether its counts equal those of a full scan. */
export async function run(): Promise<void> {
  const rules = shippedRules();
  const [departments, categories] = [[...rules.departments.keys()], [...rules.categories.keys()]];
  const rows: string[][] = [];
  for (const size of SIZES) {
    const database = openDatabase(':memory:');
    const [store, items] = [new SqliteStore(database), new SqliteItems(database)];
    const entries: WorkEntry[] = [];
    await database.write(() => {
      for (let n = 0; n < size; n += 1) {
        const one = caseAt(n, departments, categories);
        items.replace(stateItem('case', one, 1));
        entries.push(...[workOfCase(one)].filter((entry) => entry !== undefined));
      }
    });
    const desk = aConsole();
    const app = oneAddress(SITE_PATHS, sitesOf({ ...desk.deps, store, desk: new SqliteDeskStore(database) }));
    for (const path of PATHS) {
      const times: number[] = [];
      let page = '';
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        const began = performance.now();
        page = await (await app.request(path)).text();
        times.push(performance.now() - began);
      }
      const asked = listQuery.parse(Object.fromEntries(new URL(path, 'http://x').searchParams));
      const { counts } = selectWork(entries, workQuery(asked, { ...salem, now: desk.clock.now() }));
      const isSame = JSON.stringify(countsIn(page)) === JSON.stringify(Object.values(counts));
      times.sort((a, b) => a - b);
      const [median = 0, worst = 0] = [times[Math.floor(REPEATS / 2)], times.at(-1)];
      rows.push([
        size.toLocaleString('en'),
        path,
        median.toFixed(0),
        worst.toFixed(0),
        isSame ? 'equal' : 'WRONG',
      ]);
    }
    database.close();
  }
  console.log(markdownTable(['open cases', 'page', 'median ms', 'worst ms', 'counts and full scan'], rows));
}

if (import.meta.main) await run();
