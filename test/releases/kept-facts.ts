import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';

/** The facts of a data folder that every later version has to tell in the same way. */
export const factsSchema = z.strictObject({
  dataVersion: z.int(),
  /** The instant at which the facts were read. */
  at: z.int(),
  cases: z.record(
    z.string(),
    z.strictObject({
      ...{ type: z.string(), category: z.string(), department: z.string(), status: z.string() },
      ...{ priority: z.string(), language: z.string(), subject: z.string(), openedAt: z.int() },
      /** The types of its events, in order. */
      events: z.array(z.string()),
    }),
  ),
  /** The counters of each day. */
  figures: z.record(z.string(), z.record(z.string(), z.number())),
  /** For each page, the words on it that people wrote. */
  pages: z.record(z.string(), z.array(z.string())),
});
export type Facts = z.output<typeof factsSchema>;

/** Words that people wrote or quote, in contrast to names of the code: with a space, an address, a number. */
const WRITTEN = /[\p{L}\d].*[\s@].*[\p{L}\d]|^\+?\d{9,}$|^\w{3}-\w{3}-\w{4}$/u;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Return all texts in a value, and in the values that it contains. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\r?\n/u).map((line) => line.trim());
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Return whether a page shows a text. */
export function shows(source: string, text: string): boolean {
  // The places where a long address may break are no words.
  const page = source.replaceAll('<wbr>', '');
  return (
    page.includes(text) ||
    page.includes(escaped(text)) ||
    page.includes(escaped(text).replaceAll("'", '&#39;'))
  );
}

/** Return the values of a column of the database in a data folder. */
function columnOf(folder: string, query: string, ...given: readonly string[]): string[] {
  const database = new DatabaseSync(join(folder, 'rida.db'), { readOnly: true });
  try {
    return database
      .prepare(query)
      .all(...given)
      .map((row) => String(Object.values(row)[0]));
  } finally {
    database.close();
  }
}

const MESSAGES = 'SELECT CAST(bytes AS TEXT) FROM blobs WHERE key GLOB ?';

const LISTS = [
  ...[
    '/cases',
    '/cases?state=resolved',
    '/cases?state=closed',
    '/calls',
    '/calls-out',
    '/figures',
    '/absence',
  ],
  ...[
    '/settings',
    '/settings/document',
    '/mailbox',
    '/mailbox/administrator',
    '/search?q=norah%40example.com',
  ],
] as const;

/** Read the facts of an open centre and its data folder. */
export async function factsOf(centre: LocalCentre, folder: string, at: number): Promise<Facts> {
  const { page } = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  const ids = columnOf(
    folder,
    "SELECT substr(pk, 6) FROM items WHERE pk LIKE 'case#%' AND sk = 'state' ORDER BY 1",
  );
  const facts: Facts = { dataVersion: DATA_VERSION, at, cases: {}, figures: {}, pages: {} };
  const written = new Set<string>();
  const people = new Set<string>();
  const keep = async (path: string, texts: Iterable<string>): Promise<void> => {
    const html = await page(path);
    facts.pages[path] = [...new Set(texts)].filter((text) => WRITTEN.test(text) && shows(html, text));
  };
  for (const id of ids) {
    const state = await centre.store.load('case', id);
    if (!state) continue;
    const commits = await centre.store.timeline('case', id);
    const { type, category, department, status, priority, language, subject, openedAt } = state;
    const events = commits.flatMap((commit) => commit.events.map((event) => event.type));
    facts.cases[id] = { type, category, department, status, priority, language, subject, openedAt, events };
    const messages = columnOf(folder, MESSAGES, `cases/${id}/*.json`).map(
      (text) => JSON.parse(text) as unknown,
    );
    await keep(`/cases/${id}`, textsIn([state, commits, messages]));
    for (const text of textsIn([id, state])) written.add(text);
    if (!state.erased) people.add(state.beneficiary.id);
  }
  for (const path of LISTS) await keep(path, written);
  for (const id of [...people].slice(0, 12)) await keep(`/people/${id}`, written);
  for (const { day, counts } of await centre.figures.range('2025-01-01', '2027-01-01'))
    facts.figures[day] = { ...counts };
  return facts;
}
