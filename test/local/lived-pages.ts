import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { commitSort } from '#shared/adapters/table/keys.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { countingDatabase } from '#test/contract/growth/counting-database.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';

/** The cost of a page of a lived-in centre. */
export interface PageCost {
  readonly path: string;
  readonly bytes: number;
  readonly statements: number;
  readonly rows: number;
  /** Milliseconds of a request on this computer, the median of several. */
  readonly ms: number;
}

/** The instant at which an example ends: its last mail was sent just before. */
export function endOfExample(data: string): number {
  const database = new DatabaseSync(join(data, 'rida.db'), { readOnly: true });
  try {
    return Number(database.prepare('SELECT max(sent_at) AS at FROM sent_mails').get()?.at) + MINUTE;
  } finally {
    database.close();
  }
}

/** A case with so many commits is a long one. */
const LONG = 65;

const LISTS = [
  ...[
    '/cases',
    '/cases?mine=1',
    '/cases?state=resolved',
    '/cases?state=closed',
    '/cases?department=operations',
  ],
  ...['/calls', '/calls?only=abandoned', '/calls?only=callback', '/calls-out', '/calls-out?state=finished'],
  ...['/figures', '/figures?days=365', '/absence', '/settings', '/settings/policies', '/settings/document'],
  ...['/mailbox', '/queues', '/clock'],
] as const;

async function timed(ask: () => Promise<string>): Promise<{ readonly text: string; readonly ms: number }> {
  const before = performance.now();
  const text = await ask();
  return { text, ms: performance.now() - before };
}

/** Return the first address on a page that matches, if there is one. */
const linkOn = (page: string, link: RegExp): string[] => {
  const [, path] = link.exec(page) ?? [];
  return path === undefined ? [] : [path];
};

/**
 * Open a centre on a folder, request its pages as a supervisor, and return what each costs: the lists, then a page
 * that each list leads to, and the longest case.
 */
export async function costsOfPages(data: string, now: number, repeats: number): Promise<PageCost[]> {
  let counted: ReturnType<typeof countingDatabase> | undefined;
  const centre: LocalCentre = await openCentre({
    ...{ data, port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', sweepEveryMs: 0, pauseMs: 1 },
    below: { now: () => now },
    openReader: sharedReader,
    openDatabase: (path) => {
      counted = countingDatabase(path);
      return counted.database;
    },
  });
  try {
    const { page } = await signInAt(centre.url, 'lead', 'المشرف', 'supervisor');
    const longest = counted?.database.sql
      .prepare("SELECT substr(pk, 6) AS id FROM items WHERE sk = ? AND pk GLOB 'case#*' LIMIT 1")
      .get(commitSort(LONG));
    const [cases, resolved, calls, mails] = [
      await page('/cases'),
      await page('/cases?state=resolved'),
      await page('/calls'),
      await page('/mailbox'),
    ];
    const found = [
      ...linkOn(cases, /href="(\/cases\/[^"?]+)"/u),
      ...linkOn(resolved, /href="(\/cases\/[^"?]+)"/u),
      ...linkOn(calls, /href="(\/calls\/[^"?]+)"/u),
      ...linkOn(mails, /href="(\/mailbox\/\w+)"/u),
      ...(longest ? [`/cases/${String(longest.id)}`] : []),
    ];
    const ofCase = await page(found[0] ?? '/cases');
    const costs: PageCost[] = [];
    for (const path of [...LISTS, ...found, ...linkOn(ofCase, /href="(\/people\/[^"?]+)"/u)]) {
      const before = { ...counted?.count };
      const first = await timed(() => page(path));
      const after = { ...counted?.count };
      const all = [first];
      for (let n = 1; n < repeats; n += 1) all.push(await timed(() => page(path)));
      const sorted = all.toSorted((a, b) => a.ms - b.ms);
      costs.push({
        ...{ path, bytes: first.text.length, ms: sorted[Math.floor(sorted.length / 2)]?.ms ?? 0 },
        statements: (after.statements ?? 0) - (before.statements ?? 0),
        rows: (after.rows ?? 0) - (before.rows ?? 0),
      });
    }
    return costs;
  } finally {
    await centre.close();
  }
}
