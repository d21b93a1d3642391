import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportMail } from '#functions/reports/report-mail.ts';
import { figuresApp } from '#functions/web/figures/figures-app.ts';
import { readFigures } from '#functions/web/figures/read-figures.ts';
import { reportOf } from '#functions/web/figures/report/report-of.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { textOf } from '../web/forms.ts';

/** The shipped settings, in which a department has another name. A second one of the counters is in no settings. */
const settings = readSettings(defaultSettings);
const RENAMED = settings.departments[0]?.id ?? '';
const NEW_NAME = { ar: 'إدارة الطرق والجسور', en: 'Roads and bridges' };
const REMOVED = 'closed-department';
const rules = compileRules({
  ...settings,
  departments: settings.departments.map((one) => (one.id === RENAMED ? { ...one, name: NEW_NAME } : one)),
});
const PERIOD = { from: '2025-12-28', to: '2026-01-03' };
const PATH = `/figures?from=${PERIOD.from}&to=${PERIOD.to}&compare=none`;

const desk = aConsole({ agent: { user: 'huda', name: 'Huda', roles: ['supervisor'] } });
const app = figuresApp({ ...desk.deps, rules: { ...desk.deps.rules, current: async () => rules } });
const get = (path: string, language = 'en') =>
  app.request(path, { headers: { cookie: `language=${language}` } });

beforeAll(async () => {
  const counts = {
    ...{ [`opened-in|${RENAMED}`]: 9, [`opened-in|${REMOVED}`]: 7, 'opened|mail|report': 16 },
    ...{ [`resolved|${RENAMED}`]: 8, [`resolved|${REMOVED}`]: 4 },
    ...{ [`resolution|kept|${RENAMED}`]: 8, [`resolution|kept|${REMOVED}`]: 4 },
  };
  await desk.figures.save({ day: '2026-01-01', shard: 0, version: 1, counts }, []);
});

/** Return the rows of the departments, each with its id, as every output shows them. */
async function rowsIn(
  output: 'page' | 'csv' | 'xlsx' | 'json' | 'mail',
  language: 'ar' | 'en',
): Promise<string[][]> {
  const table = `${PATH}&table=departments`;
  if (output === 'csv') return parse(await (await get(`${table}&as=csv`, language)).text(), { bom: true });
  if (output === 'xlsx') {
    const { sheets } = await readXlsx(
      new Uint8Array(await (await get(`${table}&as=xlsx`, language)).arrayBuffer()),
    );
    return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  }
  if (output === 'json') {
    const { tables } = (await (await get(`${table}&as=json`, language)).json()) as {
      tables: { rows: { row: string; name: string; cells: { value: number | null }[] }[] }[];
    };
    return (tables[0]?.rows ?? []).map(({ row, name, cells }) => [
      ...[row, name],
      ...cells.map(({ value }) => String(value ?? '')),
    ]);
  }
  const now = desk.clock.now();
  const given = await readFigures(desk.figures, { now, calendar: rules.desk.calendar }, { ...PERIOD });
  const of = (lang: 'ar' | 'en') => reportOf(given, { language: lang, rules, now });
  const mail = reportMail({
    ...{ reports: { ar: of('ar'), en: of('en') }, page: 'https://care.example/figures/report' },
    ...{ site: 'https://care.example', centre: rules.centre, contentIdOf: (_: string, name: string) => name },
  });
  const page = output === 'mail' ? mail.html : await (await get(PATH, language)).text();
  return [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, line = '']) =>
    [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => textOf(cell).trim()),
  );
}

describe.each(['page', 'csv', 'xlsx', 'json', 'mail'] as const)('on the %s', (output) => {
  it.each(['ar', 'en'] as const)('a renamed department has its new name, in %s', async (language) => {
    const rows = await rowsIn(output, language);
    expect(
      rows.some((row) => row.includes(NEW_NAME[language]) && row.includes('9') && row.includes('8')),
    ).toBe(true);
  });

  it('a removed department keeps its numbers, with its id for a name', async () => {
    const rows = await rowsIn(output, 'en');
    expect(rows.some((row) => row.includes(REMOVED) && row.includes('7') && row.includes('4'))).toBe(true);
  });

  it('a share of fewer than five is not shown, and one of more is', async () => {
    const rows = await rowsIn(output, 'en');
    const shares = (name: string) =>
      rows
        .filter((row) => row.includes(name))
        .flatMap((row) => row.filter((cell) => /^(100%\*?|100% \*|1)$/u.test(cell)));
    expect(shares(REMOVED)).toEqual([]);
    expect(shares(NEW_NAME.en).length).toBeGreaterThan(0);
  });
});

describe('a measure without data', () => {
  it('is empty in files, null for programs, and says so on the page', async () => {
    const csv: string[][] = parse(await (await get(`${PATH}&as=csv`)).text(), { bom: true });
    expect(csv.find(([id]) => id === 'callsWait')?.slice(5)).toEqual(['', '', '', '']);
    const { sheets } = await readXlsx(new Uint8Array(await (await get(`${PATH}&as=xlsx`)).arrayBuffer()));
    expect(
      sheets[0]?.rows
        .find(([id]) => id === 'callsWait')
        ?.slice(5)
        .every((cell) => (cell ?? null) === null),
    ).toBe(true);
    const { measures } = (await (await get(`${PATH}&as=json`)).json()) as {
      measures: { id: string; value: unknown; isHidden: boolean }[];
    };
    expect(measures.find(({ id }) => id === 'callsWait')).toMatchObject({ value: null, isHidden: false });
    expect(textOf(await (await get(PATH)).text())).toContain('Average speed of answer None yet');
  });

  it('leads to an empty list that says so, as does a removed department of another period', async () => {
    for (const of of ['service-level', `opened-in|${REMOVED}`]) {
      const page = await get(`/figures/behind?from=2025-01-01&to=2025-01-02&of=${encodeURIComponent(of)}`);
      expect([page.status, textOf(await page.text())]).toEqual([200, expect.stringContaining('Nothing')]);
    }
  });
});
