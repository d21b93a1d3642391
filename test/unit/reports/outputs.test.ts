import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/reports/roll-up.ts';
import { readFigures } from '#functions/web/figures/read-figures.ts';
import { reportOf } from '#functions/web/figures/report/report-of.ts';
import { numberText } from '#functions/web/figures/value-text.ts';
import { everythingBehind } from '#shared/application/reports/behind.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import type { MeasureUnit } from '#shared/domain/reports/measure-entry.ts';
import { readTable } from '#shared/domain/reports/report-table.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import { TABLES } from '#shared/domain/reports/tables.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { everyEvent } from '#test/builders/every-event.ts';
import { textOf } from '../web/forms.ts';

/** Each sample of an event happens so often that no share is hidden. */
const TIMES = 7;
const PERIOD = { from: '2026-11-14', to: '2026-11-29' };
const PATH = `/figures?from=${PERIOD.from}&to=${PERIOD.to}&compare=none`;

interface Json {
  readonly measures: readonly {
    readonly id: MeasureId;
    readonly value: number | null;
    readonly n: number | null;
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly rowsAre: string;
    readonly columns: readonly { readonly id: string; readonly unit: MeasureUnit; readonly name: string }[];
    readonly rows: readonly {
      readonly row: string;
      readonly name: string;
      readonly cells: readonly { readonly value: number | null; readonly n: number | null }[];
    }[];
  }[];
}

const desk = aConsole({ agent: { user: 'huda', name: 'Huda', roles: ['supervisor'] } });
const get = (path: string, language = 'en') =>
  desk.app.request(path, { headers: { cookie: `language=${language}` } });

let json: Json;
beforeAll(async () => {
  desk.clock.set(Date.parse('2026-11-29T12:00:00Z'));
  await rollUp({ figures: desk.figures, figureShards: 3, clock: desk.clock }, everyEvent(TIMES));
  json = (await (await get(`${PATH}&as=json`)).json()) as Json;
});

/** The text of each cell of a table of the page, by row. */
function pageRows(page: string, id: string): Map<string, string[]> {
  const tables = [
    ...page.matchAll(new RegExp(`<table class="numbers" data-table="${id}">(.*?)</table>`, 'gsu')),
  ];
  const rows = tables.flatMap(([, body = '']) => [...body.matchAll(/<tr data-row="([^"]*)">(.*?)<\/tr>/gsu)]);
  return new Map(
    rows.map(([, row = '', line = '']) => [
      row,
      [...line.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) => textOf(cell).trim()),
    ]),
  );
}

const shown = (value: number | null, unit: MeasureUnit, language: 'ar' | 'en'): string =>
  value === null ? '–' : numberText(value, unit, { language });

/** A row of a file: its name and its cells. A share has its number beside it. */
const fileRow = (
  { columns, rowsAre }: Json['tables'][number],
  { row, name, cells }: Json['tables'][number]['rows'][number],
) => [
  ...(rowsAre === 'day' ? [row] : [row, name]),
  ...cells.flatMap(({ value, n }, at) => (columns[at]?.unit === 'share' ? [value, n] : [value])),
];

describe('every table of the figures', () => {
  it('has rows in this history', () => {
    expect(json.tables.map(({ id }) => id)).toEqual(TABLES.map(({ id }) => id));
    for (const { id, rows } of json.tables) expect([id, rows.length > 0]).toEqual([id, true]);
  });

  it.each(['ar', 'en'] as const)(
    'has the same cells on the page as in the interface for programs: %s',
    async (language) => {
      const page = await (await get(PATH, language)).text();
      for (const { id, columns, rows } of json.tables) {
        const found = pageRows(page, id);
        expect([id, [...found.keys()]]).toEqual([id, rows.map(({ row }) => row)]);
        for (const { row, cells } of rows)
          expect([id, row, found.get(row)?.map((cell) => cell.replace(/\s*\*$/u, ''))]).toEqual([
            ...[id, row],
            cells.map(({ value }, at) => shown(value, columns[at]?.unit ?? 'count', language)),
          ]);
      }
    },
  );

  it.each(TABLES.map(({ id }) => id))('has the same cells as CSV and as workbook: %s', async (id) => {
    const table = json.tables.find((one) => one.id === id);
    if (table === undefined) throw new Error(`${id} is missing`);
    const expected = table.rows.map((row) => fileRow(table, row));
    const csv: string[][] = parse(await (await get(`${PATH}&as=csv&table=${id}`)).text(), { bom: true });
    expect(csv.slice(1)).toEqual(expected.map((row) => row.map((cell) => String(cell ?? ''))));
    const bytes = await (await get(`${PATH}&as=xlsx&table=${id}`)).arrayBuffer();
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    const plain = (cell: unknown) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null);
    expect(sheets[0]?.rows.slice(1).map((row) => row.map(plain))).toEqual(expected);
    expect(csv[0]).toEqual(sheets[0]?.rows[0]);
  });

  it('is in the workbook of all figures, after the measures', async () => {
    const { sheets } = await readXlsx(new Uint8Array(await (await get(`${PATH}&as=xlsx`)).arrayBuffer()));
    expect(sheets.length).toBe(1 + json.tables.length);
    expect(sheets[0]?.rows.slice(1).map(([id, , , , , value, n]) => [id, value ?? null, n ?? null])).toEqual(
      json.measures.map(({ id, value, n }) => [id, value, n]),
    );
  });
});

describe('every measure', () => {
  it('has the same value as CSV, as JSON and in the report', async () => {
    const csv: string[][] = parse(await (await get(`${PATH}&as=csv`)).text(), { bom: true });
    expect(csv.slice(1).map(([id, , , , , value, n]) => [id, value, n])).toEqual(
      json.measures.map(({ id, value, n }) => [id, String(value ?? ''), String(n ?? '')]),
    );
    const rules = shippedRules();
    const now = desk.clock.now();
    const given = await readFigures(desk.figures, { now, calendar: rules.desk.calendar }, { ...PERIOD });
    const { tiles, departments } = reportOf(given, { language: 'en', rules, now });
    for (const [name, text = ''] of tiles.rows) {
      const id = MEASURE_IDS.find((one) => CATALOGUE[one].name.en === name);
      const { value, n } = json.measures.find((one) => one.id === id) ?? { value: null, n: null };
      const head = shown(value, id ? CATALOGUE[id].unit : 'count', 'en');
      expect([name, text.split(/[ *]/u)[0], n === null || text.includes(`n\u00a0=\u00a0${n})`)]).toEqual([
        name,
        head,
        true,
      ]);
    }
    const rows = json.tables.find(({ id }) => id === 'departments')?.rows ?? [];
    expect(
      departments.rows.map(([name, opened, resolved, kept]) => [
        name,
        opened,
        resolved,
        kept?.replace('*', ''),
      ]),
    ).toEqual(
      rows.map(({ name, cells: [opened, resolved, kept] }) => [
        ...[name, String(opened?.value), String(resolved?.value)],
        shown(kept?.value ?? null, 'share', 'en'),
      ]),
    );
  });
});

const isTime = (unit: MeasureUnit | undefined): boolean => unit === 'working-minutes' || unit === 'seconds';

describe('behind a number', () => {
  const behind = async (selection: Selection): Promise<number> => {
    let sum = 0;
    for await (const rows of everythingBehind(desk.deps, { selection, period: PERIOD }))
      sum += rows.reduce((all, { by }) => all + by, 0);
    return sum;
  };

  it('are as many cases and calls as it says, in every cell of every table', async () => {
    const { counts } = await readFigures(
      desk.figures,
      { now: desk.clock.now(), calendar: shippedRules().desk.calendar },
      { ...PERIOD },
    );
    for (const table of TABLES.filter(({ rowsAre }) => rowsAre !== 'day'))
      for (const { row, cells } of readTable(table, counts))
        for (const [at, { behind: selection, value, n }] of cells.entries())
          if (selection && !table.columns[at]?.isNear && !isTime(table.columns[at]?.unit))
            expect([table.id, row, at, await behind(selection)]).toEqual([
              table.id,
              row,
              at,
              n ?? value ?? 0,
            ]);
  });

  it.each([
    ['plan|started', /href="\/investors\/\w{3}-\w{3}-\w{4}"/u],
    ['opened', /href="\/cases\/\w{3}-\w{3}-\w{4}"/u],
    ['loop-opened', /href="\/quality\/recovery\/recovery-\w+"/u],
    ['closure', /href="\/quality\/closure-audit\/closure-audit-[\d-]+"/u],
    ['conversation', /href="\/quality\/conversation-review\/conversation-review-[\d-]+"/u],
    ['call-out', /href="\/calls-out\/call\/[^/"]+"/u],
    ['call', /href="\/calls\/[^/"]+"/u],
  ])('are the pages of their kind: %s', async (counter, link) => {
    const { from, to } = PERIOD;
    const page = await get(`/figures/behind?from=${from}&to=${to}&of=${encodeURIComponent(counter)}`);
    expect(await page.text()).toMatch(link);
  });

  it('tell no mark of the reviews of colleagues to people who do not check', async () => {
    const agent = aConsole({ agent: { user: 'salem', name: 'Salem', roles: ['agent'] } });
    const status = async (...of: string[]) =>
      (
        await agent.app.request(
          `/figures/behind?days=7${of.map((one) => `&of=${encodeURIComponent(one)}`).join('')}`,
        )
      ).status;
    expect(await status('conversation|solved|no')).toBe(404);
    expect(await status('conversation|solved')).toBe(404);
    expect(await status('conversation|solved|yes', 'conversation|greeting|no')).toBe(404);
    expect(await status('conversation|solved|yes', 'conversation|solved|no')).toBe(200);
  });

  it('are as many as each measure counts, or is a share of', async () => {
    const led = MEASURE_IDS.filter((id) => CATALOGUE[id].behind);
    for (const id of led) {
      const { value, n } = json.measures.find((one) => one.id === id) ?? { value: null, n: null };
      const { unit, behind: selection = [], isNear } = CATALOGUE[id];
      if (isTime(unit) || isNear) continue;
      expect([id, await behind(selection)]).toEqual([id, unit === 'share' ? (n ?? 0) : value]);
    }
    // The cells of the reports lead to the same lists, but for answers, texts and the open cases of an earlier day.
    const given = await readFigures(
      desk.figures,
      { now: desk.clock.now(), calendar: shippedRules().desk.calendar },
      { ...PERIOD },
    );
    const report = reportOf(given, { language: 'en', rules: shippedRules(), now: desk.clock.now() });
    const without = [report.tiles, report.departments, report.late].flatMap(({ columns, rows, paths }) =>
      rows.flatMap((row, line) =>
        row.flatMap((cell, at) => (at > 0 && /[1-9]/u.test(cell) && !paths[line]?.[at] ? [columns[at]] : [])),
      ),
    );
    expect(new Set(without)).toEqual(new Set(['Value', 'Satisfied (4 and 5)', 'Number']));
    expect(without.filter((name) => name === 'Value')).toHaveLength(1);
    expect(without.filter((name) => name === 'Number')).toHaveLength(2);
    // The answers of people have no list, so that none of them can be identified.
    expect(MEASURE_IDS.filter((id) => !CATALOGUE[id].behind)).toEqual([
      ...['satisfiedMail', 'satisfiedPhone', 'satisfiedCall'],
    ]);
  });
});
