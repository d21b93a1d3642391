import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabaseToFill } from '#shared/adapters/embedded/filled-database.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteSearchIndex } from '#shared/adapters/embedded/sqlite-search-index.ts';
import type { SearchEntry } from '#shared/domain/search/search-entry.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { searchWords } from '#shared/domain/search/search-words.ts';

const MESSAGES = 100_000;
const ROUNDS = 20;

const PLACES = 'التحلية السلام النخيل الملقا الورود الروضة المروج النزهة الربيع الصحافة'.split(' ');
const MATTERS = 'إنارة حفرة نفايات تسرب رصيف أشجار ضوضاء رخصة سوق مواقف لوحة كلاب صرف مدرسة حديقة'.split(' ');
const NAMES = 'نورة سعد فاطمة خالد ريم تركي هيفاء ماجد سارة عبدالله منى علي'.split(' ');
const FAMILIES = 'القحطاني الشهري الحربي الغامدي العتيبي الدوسري الزهراني المطيري'.split(' ');
const OPENING = 'السلام عليكم ورحمة الله وبركاته نود إفادتكم بوجود مشكلة في الحي';
const CLOSING = 'نأمل المعالجة في أقرب وقت ممكن ولكم جزيل الشكر والتقدير';

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A case of one mail with its own number among frequent words. */
function message(n: number): { entry: SearchEntry; words: readonly string[] } {
  const matter = pick(MATTERS, n * 7);
  const place = pick(PLACES, Math.floor(n / 3));
  const name = `${pick(NAMES, n * 5)} ${pick(FAMILIES, Math.floor(n / 7))}`;
  const subject = `${matter} في شارع ${place}`;
  const phone = String(500_000_000 + ((n * 7919) % 99_999_989));
  return {
    entry: {
      ...{ caseRef: `case-${n}`, version: 1, openedAt: 1_700_000_000_000 + n * 300_000 },
      facets: {
        state: n % 9 === 0 ? 'active' : 'closed',
        type: 'report',
        department: 'care',
        category: matter,
        channel: 'mail',
      },
      ...{
        numbers: [`case${n}`, phone, `0${phone}`, `966${phone}`],
        names: searchWords(name),
        subject: searchWords(subject),
      },
    },
    words: searchWords(`${OPENING} ${subject} قرب المبنى رقم ${n % 900} ورقم البلاغ السابق ${n} ${CLOSING}`),
  };
}

const QUERIES = [
  'إنارة التحلية',
  'السلام عليكم',
  'القحطاني',
  'نورة الشهري',
  '0500791900',
  '77123',
  'حفر',
  'case-500',
  'ال',
  'نو',
  'لا شيء',
];

/** Index 100,000 messages on one computer, and search them. */
export async function run(): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-search-'));
  try {
    const path = join(folder, 'rida.db');
    const filled = openDatabaseToFill(path);
    const index = new SqliteSearchIndex(filled);
    const before = process.cpuUsage();
    for (let n = 0; n < MESSAGES; n += 1) {
      const { entry, words } = message(n);
      await index.write(entry, words);
    }
    const { user, system } = process.cpuUsage(before);
    filled.close();
    const database = openDatabase(path);
    const search = new SqliteSearchIndex(database);
    const times: Record<string, number | string> = {
      'messages indexed': MESSAGES,
      'processor seconds of indexing': ((user + system) / 1e6).toFixed(1),
      megabytes: (statSync(path).size / 1e6).toFixed(1),
    };
    for (const typed of QUERIES) {
      const [query = { terms: [] }] = searchQueries(typed);
      const { hits } = await search.find({ query });
      const started = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round += 1) await search.find({ query });
      const used = process.cpuUsage(started);
      times[`ms: ${typed} (${hits.length})`] = ((used.user + used.system) / 1e3 / ROUNDS).toFixed(2);
    }
    database.close();
    return times;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
