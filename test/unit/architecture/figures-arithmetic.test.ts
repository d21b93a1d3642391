import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The folders that show, store or send figures. Numbers are computed in `shared/domain/reports` alone. */
const FOLDERS = ['functions/web/figures', 'functions/reports', 'shared/application/reports'];
const TOOLS = ['infra/tools/figures-command.ts', 'infra/tools/rebuild-figures.ts'];

/** Files whose arithmetic is about something else than counters. */
const ABOUT: Readonly<Record<string, string>> = {
  'functions/web/figures/behind-page.ts': 'the letters around a value in the name of a counter',
  'functions/web/figures/behind-routes.ts': 'the rows of a file',
  'functions/web/figures/call-figures-card.ts': 'seconds as milliseconds of a clock',
  'functions/web/figures/call-figures-text.ts': 'the plural of a noun',
  'functions/web/figures/claim-text.ts': 'the digits of a number in a sentence',
  'functions/web/figures/changes/changes-routes.ts': 'the import of zod',
  'functions/web/figures/changes/effect-text.ts': 'a difference and a ratio as percent',
  'functions/web/figures/figures-page.ts': 'the score that a place in a list stands for',
  'functions/web/figures/number-name.ts': 'the letters before the values in the name of a counter',
  'functions/web/figures/read-figures.ts': 'days of the calendar',
  'functions/web/figures/report/report-of.ts': 'digits, and the days that a note does not name',
  'functions/web/figures/report/report-page.ts': 'the place of a cell after its name',
  'functions/web/figures/report/report-routes.ts': 'the import of zod',
  'functions/web/figures/share-text.ts': 'a share as percent',
  'functions/web/figures/speed-card.ts': 'a change without its sign',
  'functions/web/figures/value-text.ts': 'seconds as minutes',
  'functions/web/figures/working-time-text.ts': 'minutes as hours',
  'functions/reports/env.ts': 'the path of a package',
  'functions/reports/export-day.ts': 'subjects, and the places of events in a list',
  'functions/reports/export-days.function.ts': 'days',
  'functions/reports/export-days.ts': 'lines and days',
  'functions/reports/export-parts.ts': 'bytes',
  'functions/reports/roll-up.ts': 'shards, attempts and versions',
  'functions/reports/send-reports.function.ts': 'mails',
  'functions/reports/send-reports.ts': 'mails, and the pixels of pictures',
  'infra/tools/rebuild-figures.ts': 'versions',
  'shared/application/reports/behind.ts': 'the rows of a list',
};

/** Return the code without comments and texts. Expressions in templates stay. */
const codeOf = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu, "''");

const ARITHMETIC = /\.reduce\(|Math\.\w+\(|[\w)\]] [-+*/%] [\w([]|[-+*]= /u;
/** Counters of a day, read by their names. */
const COUNTERS = /\bcounts(?:\.(?:sum|by)\(|\[)|Object\.(?:entries|values|keys)\(counts\)/u;

const isCheckedAs = (pattern: RegExp, source: string): boolean => pattern.test(codeOf(source));

const files = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ).filter((path) => path.endsWith('.ts') && !path.includes('/charts/')),
  ...TOOLS,
];

describe('outside of shared/domain/reports', () => {
  it('no file computes with counters', () => {
    const found = files.filter((path) => isCheckedAs(ARITHMETIC, readFileSync(path, 'utf8')));
    expect(found.sort()).toEqual(Object.keys(ABOUT).sort());
  });

  it.each(files)('%s reads no counter by its name', (path) => {
    expect(isCheckedAs(COUNTERS, readFileSync(path, 'utf8'))).toBe(false);
  });

  it.each([
    ['const all = lines.reduce((sum, { count }) => sum + count, 0);', true],
    ['const rest = Math.max(0, asked - answered);', true],
    ['const share = good / all;', true],
    ['total += count;', true],
    ["const text = 'a - b';", false],
    ['// asked - answered', false],
    ['const list = [...a, ...b];', false],
  ])('the check judges %j', (code, isFound) => {
    expect(isCheckedAs(ARITHMETIC, code)).toBe(isFound);
  });
});
