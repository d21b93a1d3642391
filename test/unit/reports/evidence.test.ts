import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/reports/roll-up.ts';
import { figuresText } from '#functions/web/figures/figures-text.ts';
import { percent } from '#functions/web/figures/share-text.ts';
import { numberText } from '#functions/web/figures/value-text.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { DGA_AXES, measuresOf, tablesOf } from '#shared/domain/reports/dga-axes.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import type { MeasureUnit } from '#shared/domain/reports/measure-entry.ts';
import { isPersonal, TABLES } from '#shared/domain/reports/tables.ts';
import { rowOf } from '#shared/domain/staff/route-access.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { everyEvent } from '#test/builders/every-event.ts';
import { textOf } from '../web/forms.ts';

const LANGUAGES = ['ar', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const PATH = '/figures/evidence?from=2026-11-20&to=2026-11-29';

const supervisor = { user: 'huda', name: 'Huda', roles: ['supervisor'] } as const;
const desk = aConsole({ agent: supervisor });
const empty = aConsole({ agent: { ...supervisor, roles: ['leader'] } });

beforeAll(async () => {
  for (const one of [desk, empty]) one.clock.set(Date.parse('2026-11-29T12:00:00Z'));
  await rollUp({ figures: desk.figures, figureShards: 3, clock: desk.clock }, everyEvent(7));
});

const get = (of: typeof desk, path: string, language: Language) =>
  of.app.request(path, { headers: { cookie: `language=${language}` } });
const pageOf = async (of: typeof desk, language: Language, path = PATH) =>
  await (await get(of, path, language)).text();

/** The rows of the sheets, as records by the place of a column. */
async function sheetsOf(of: typeof desk, language: Language) {
  const bytes = await (await get(of, `${PATH}&as=xlsx`, language)).arrayBuffer();
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  return sheets.map(({ name, rows }) => ({
    name,
    columns: rows[0]?.map(String) ?? [],
    lines: rows.slice(1).map((row) => ({
      ...{ part: row[0], id: String(row[1]), row: row[3], unit: row[6], note: row[11] ?? null },
      ...{ value: (row[7] ?? null) as number | null, n: (row[8] ?? null) as number | null },
      ...{ low: (row[9] ?? null) as number | null, high: (row[10] ?? null) as number | null },
      ...{ from: row[4], shows: row[12], definition: row[13], events: row[15] },
    })),
  }));
}

type Line = Awaited<ReturnType<typeof sheetsOf>>[number]['lines'][number];

const cellsIn = (line: string): string[] =>
  [...line.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].map(([, cell = '']) =>
    textOf(cell).replace(/\s+/gu, ' ').trim(),
  );

const unitOf = (named: unknown, language: Language): MeasureUnit =>
  (Object.entries(figuresText[language].columns.units).find(([, name]) => name === named)?.[0] ??
    'count') as MeasureUnit;

const valueText = ({ value, unit }: Line, language: Language): string =>
  value === null ? '–' : numberText(value, unitOf(unit, language), { language });
const intervalText = ({ low, high }: Line): string =>
  low === null || high === null ? '–' : `${percent(low)} – ${percent(high)}`;

describe('the axes', () => {
  it('are the four of the Authority, in its order', () => {
    expect(DGA_AXES.map(({ name }) => name.ar)).toEqual([
      ...['الاستجابة', 'حلول الشكاوى', 'قنوات تقديم الشكاوى', 'اتفاقيات مستوى الخدمة'],
    ]);
  });

  it.each(DGA_AXES)('have measures, tables and limits, which the registry knows: $id', (axis) => {
    expect(axis.measures.length).toBeGreaterThan(0);
    expect(axis.tables.length).toBeGreaterThan(0);
    expect(axis.limits.length).toBeGreaterThan(0);
    const ids = axis.measures.map(({ id }) => id);
    expect(ids.filter((id) => !MEASURE_IDS.includes(id))).toEqual([]);
    expect(measuresOf(axis, figuresOf([])).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    const tables = axis.tables.map(({ id }) => id);
    expect(tables.filter((id) => !TABLES.some((table) => table.id === id))).toEqual([]);
    expect(tablesOf(axis).map(({ table }) => table.id)).toEqual(tables);
  });

  it('have no table about the work of single persons', () => {
    expect(DGA_AXES.flatMap(tablesOf).filter(({ table }) => isPersonal(table))).toEqual([]);
  });

  it('say everything in Arabic letters and in Latin letters', () => {
    const texts = DGA_AXES.flatMap(({ name, asks, measures, tables, limits }) => [
      ...[name, asks, ...limits],
      ...[...measures, ...tables].map(({ shows }) => shows),
    ]);
    expect(
      texts.filter(({ ar, en }) => !/^[^a-z]*\p{Script=Arabic}/iu.test(ar) || !/^[A-Z]/u.test(en)),
    ).toEqual([]);
  });
});

describe.each(LANGUAGES)('the evidence in %s', (language) => {
  it('has the same cells of each measure on the page as in the workbook', async () => {
    const page = await pageOf(desk, language);
    const sheets = await sheetsOf(desk, language);
    expect(sheets.map(({ name }) => name)).toEqual(DGA_AXES.map(({ name }) => name[language]));
    for (const [at, axis] of DGA_AXES.entries()) {
      const table = page.split(`data-axis="${axis.id}"`)[1]?.split('</table>')[0] ?? '';
      const rows = [...table.matchAll(/<tr data-measure="([^"]*)">(.*?)<\/tr>/gsu)];
      const measures = sheets[at]?.lines.slice(2, 2 + axis.measures.length) ?? [];
      expect(rows.map(([, id]) => id)).toEqual(measures.map(({ id }) => id));
      for (const [nth, line] of measures.entries()) {
        const [, id = '', row = ''] = rows[nth] ?? [];
        const note = line.note === null ? '' : ` ${line.note}`;
        expect([id, ...cellsIn(row)]).toEqual([
          line.id,
          `${valueText(line, language)}${note}`.trim(),
          ...[intervalText(line), line.n === null ? '–' : String(line.n)],
        ]);
        const said = textOf(row).replace(/\s+/gu, ' ');
        const { definition, name } = CATALOGUE[id as MeasureId];
        expect(line.definition).toBe(definition[language]);
        for (const text of [name[language], line.shows, line.definition, line.events])
          expect([id, said.includes(String(text))]).toEqual([id, true]);
      }
    }
  });

  it('has the same cells of each table on the page as in the workbook', async () => {
    const page = await pageOf(desk, language);
    const sheets = await sheetsOf(desk, language);
    const size = { ar: 'العدد', en: 'n =' }[language];
    for (const [at, axis] of DGA_AXES.entries()) {
      const part = page.split(`id="axis-${axis.id}"`)[1]?.split('<section class="axis"')[0] ?? '';
      for (const { id, columns } of tablesOf(axis).map(({ table }) => table)) {
        const table = part.split(`data-table="${id}"`)[1]?.split('</table>')[0] ?? '';
        const rows = [...table.matchAll(/<tr data-row="([^"]*)">(.*?)<\/tr>/gsu)];
        expect([id, rows.length > 0]).toEqual([id, true]);
        const onPage = rows.flatMap(([, row = '', line = '']) =>
          cellsIn(line).map((cell, nth) => [`${id}.${columns[nth]?.id}.${row}`, cell.replace(' *', '')]),
        );
        const inFile = sheets[at]?.lines.filter((line) => line.id.startsWith(`${id}.`)) ?? [];
        expect(onPage).toEqual(
          inFile.map((line) => [
            line.id,
            `${valueText(line, language)}${line.low === null ? '' : ` ${intervalText(line)} ${size} ${line.n}`}`,
          ]),
        );
      }
    }
  });

  it('says of each axis what it has no evidence of, on the page and in the workbook', async () => {
    const text = textOf(await pageOf(desk, language));
    const sheets = await sheetsOf(desk, language);
    for (const [at, { limits, asks }] of DGA_AXES.entries()) {
      const said = sheets[at]?.lines.map(({ shows }) => shows) ?? [];
      for (const one of [asks, ...limits]) {
        expect(text).toContain(one[language]);
        expect(said).toContain(one[language]);
      }
    }
  });

  it('names its period, and has nothing to show in an empty centre', async () => {
    const text = textOf(await pageOf(empty, language));
    expect(text).toContain('2026-11-20 – 2026-11-29');
    const { none } = figuresText[language];
    const sheets = await sheetsOf(empty, language);
    const lines = sheets.flatMap(({ lines: all }) => all);
    expect(lines.filter(({ id }) => id.includes('.')).map(({ value }) => value ?? 0)).not.toContain(1);
    expect(lines.filter(({ id }) => id === 'resolution').map(({ value, note }) => [value, note])).toEqual([
      [null, none],
    ]);
    expect(lines.filter(({ id }) => id === 'received').map(({ value }) => value)).toEqual([0]);
    expect(text).toContain(none);
    expect(text).not.toMatch(/NaN|undefined|null/u);
  });
});

describe('the page of the evidence', () => {
  it('is open to readers of figures, and a file of it is recorded', async () => {
    expect(rowOf('/figures/evidence')).toEqual({
      GET: 'figures.read',
      records: 'export',
      recordedWith: 'as',
    });
    const outsider = aConsole({ agent: { user: 'sami', name: 'Sami', roles: ['administrator'] } });
    expect((await get(outsider, PATH, 'en')).status).toBe(403);
    expect((await get(outsider, `${PATH}&as=xlsx`, 'en')).status).toBe(403);
  });

  it('is linked from the figures with the same period, and leads back', async () => {
    const figures = await pageOf(desk, 'en', '/figures?from=2026-11-20&to=2026-11-29');
    expect(figures).toContain('href="/figures/evidence?from=2026-11-20&amp;to=2026-11-29"');
    expect(await pageOf(desk, 'en')).toContain('href="/figures?from=2026-11-20&to=2026-11-29"');
  });

  it.each([
    ['from=2026-11-30&to=2026-12-05', 'This day has not come yet'],
    ['from=2026-11-20&to=2026-11-10', 'The last day must not be before the first day'],
    ['from=x', 'Enter a valid date'],
    ['from=2020-01-01&to=2026-11-01&as=xlsx', 'The longest period is three years'],
  ])('refuses an impossible period by its field: %s', async (query, says) => {
    const answer = await get(desk, `/figures/evidence?${query}`, 'en');
    expect([answer.status, (await answer.text()).includes(says)]).toEqual([400, true]);
  });

  it('reads Arabic digits, and a number of days', async () => {
    const digits = encodeURIComponent('٢٠٢٦-١١-٢٠');
    expect(textOf(await pageOf(desk, 'en', `/figures/evidence?from=${digits}`))).toContain(
      '2026-11-20 – 2026-11-29',
    );
    expect(textOf(await pageOf(desk, 'en', '/figures/evidence?days=7'))).toContain('2026-11-23 – 2026-11-29');
  });

  it('keeps the range of dates of its heading on one line', async () => {
    const page = await pageOf(aConsole({ agent: supervisor }), 'en');
    expect(page).toMatch(/<h1>[^<]*<span class="whole">\d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d<\/span>/u);
  });

  it('hides a share of fewer than five, and marks one of fewer than thirty', async () => {
    const few = aConsole({ agent: supervisor });
    few.clock.set(Date.parse('2026-11-29T12:00:00Z'));
    const counts = { 'score|mail|5': 3, 'score|mail|1': 1, 'promise|kept': 9, 'promise|late': 1 };
    await few.figures.save({ day: '2026-11-25', shard: 0, version: 1, counts }, []);
    const row = (await pageOf(few, 'en')).split('data-measure="satisfiedMail"')[1]?.split('</tr>')[0] ?? '';
    expect(cellsIn(row)).toEqual([`– ${figuresText.en.hidden}`, '–', '–']);
    const lines = (await sheetsOf(few, 'en')).flatMap(({ lines: all }) => all);
    const of = (id: string) =>
      lines.filter((line) => line.id === id).map(({ value, n, note }) => [value, n, note]);
    expect(of('satisfiedMail')).toEqual([[null, null, figuresText.en.hidden]]);
    expect(of('promises')).toEqual([[0.9, 10, figuresText.en.few]]);
  });
});
