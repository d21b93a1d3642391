import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { survey } from '#infra/tools/survey-command.ts';
import { statisticsAnswer } from '#shared/domain/statistics/interchange-schema.ts';
import { runHere } from '#test/builders/run-command.ts';

async function batch(...lines: readonly (object | string)[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { out, status } = await runHere(survey, ['batch'], { input });
  return {
    status,
    answers: out
      .trim()
      .split('\n')
      .map((line) => z.parse(statisticsAnswer, JSON.parse(line))),
  };
}

const strata = [{ name: 'a', population: 10, n: 5, yes: 3 }];

describe('survey batch', () => {
  it('answers every question in the order asked', async () => {
    const { status, answers } = await batch(
      { id: 'share', op: 'share', strata, fpc: true },
      {
        id: 'mean',
        op: 'mean',
        strata: [{ name: 'a', population: 10, n: 5, mean: 3, variance: 2 }],
        fpc: false,
      },
      { id: 'wilson', op: 'wilson', n: 263, yes: 81 },
      { id: 'difference', op: 'difference', first: { n: 70, yes: 56 }, second: { n: 80, yes: 48 } },
      { id: 'rake', op: 'rake', cells: [{ values: { year: 2026 }, n: 4 }], margins: { year: { 2026: 10 } } },
      { id: 'xmr', op: 'xmr', values: [1, 2, 1, 2], screen: true },
      { id: 'rates', op: 'rates', counts: { I: 1, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, ineligible: 0 } },
      { id: 'allocate', op: 'allocate', strata: [{ name: 'a', population: 10 }], n: 4, floor: 2 },
      { op: 'wilson', n: 2, yes: 1 },
    );
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual([
      ...['share', 'mean', 'wilson', 'difference', 'rake', 'xmr', 'rates', 'allocate', null],
    ]);
    expect(answers.every((answer) => !('error' in answer))).toBe(true);
    expect(answers[4]).toEqual({ id: 'rake', weights: [2.5] });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'rakes a dimension and levels of the name "%s" as any other',
    async (name) => {
      const raking = (dimension: string, level: string) =>
        `{"op":"rake","cells":[{"values":{"${dimension}":"${level}","b":"1"},"n":3},{"values":{"${dimension}":"y",` +
        `"b":"1"},"n":2}],"margins":{"${dimension}":{"${level}":6,"y":6},"b":{"1":12}}}`;
      const { answers } = await batch(raking(name, 'x'), raking('a', name), raking(name, name));
      expect(answers).toEqual(Array.from({ length: 3 }, () => ({ id: null, weights: [2, 3] })));
      const [refused] = (await batch(`{"op":"rake","cells":[{"values":{},"n":1}],"margins":{"${name}":{}}}`))
        .answers;
      expect(refused).toEqual({ id: null, error: `cells[0]: no value of "${name}"` });
    },
  );

  it.each([
    ['{', 'expected a line of JSON'],
    ['7', 'question: expected a question'],
    ['null', 'question: expected a question'],
    [{ op: 'median' }, 'op: expected one of share, mean, wilson, difference, rake, xmr, rates, allocate'],
    [{ op: 'constructor' }, 'op: expected one of'],
    [{ op: 'wilson', n: 0, yes: 0 }, 'n: expected 1 or more, got 0'],
    [{ op: 'wilson', n: 3, yes: 4 }, 'yes: expected a number up to n 3, got 4'],
    [{ op: 'wilson', n: 3.5, yes: 1 }, 'n: expected a whole number'],
    [{ op: 'wilson', n: '3', yes: 1 }, 'n: expected a whole number'],
    [{ op: 'share', strata: [], fpc: true }, 'strata: expected at least one stratum'],
    [{ op: 'share', strata }, 'fpc: expected true or false'],
    [
      { op: 'share', strata: [{ ...strata[0], n: 1, yes: 1 }], fpc: true },
      'n is 1, so its variance is unknown',
    ],
    [{ op: 'difference', first: { n: 0, yes: 0 }, second: { n: 3, yes: 1 } }, 'first.n: expected 1 or more'],
    [
      { op: 'rake', cells: [{ values: { a: 'x' }, n: 1 }], margins: {} },
      'margins: expected at least one dimension',
    ],
    [{ op: 'xmr', values: [1], screen: true }, 'values: expected at least 2, got 1'],
    [{ op: 'xmr', values: [1e308, -1e308, 1e308], screen: true }, 'its numbers are too large'],
    [{ op: 'rates', counts: { I: 1 } }, 'counts.P: expected a whole number'],
    [{ op: 'allocate', strata: [{ name: 'a', population: 3 }], n: 9, floor: 0 }, 'n: expected at most 3'],
  ])('says why %j has no answer, and answers the next', async (line, error) => {
    const { status, answers } = await batch(line, { id: 2, op: 'wilson', n: 2, yes: 1 });
    expect(status).toBe(0);
    expect(answers).toEqual([
      { id: null, error: expect.stringContaining(error) },
      expect.objectContaining({ id: 2, low: expect.any(Number) }),
    ]);
  });
});

describe('lines that other programs write', () => {
  const asked = (id: unknown) => JSON.stringify({ id, op: 'wilson', n: 5, yes: 1 });
  it.each([
    ['a mark at the begin', `\uFEFF${asked(1)}\n${asked(2)}`, [1, 2]],
    ['marks of joined files', `\uFEFF${asked(1)}\n\uFEFF${asked(2)}`, [1, 2]],
    ['CR LF and empty lines', `\r\n${asked(1)}\r\n\r\n  \r\n${asked(2)}\r\n`, [1, 2]],
    ['CR', `${asked(1)}\r${asked(2)}`, [1, 2]],
    ['line separators inside a text', `${asked('a\u2028b\u2029c')}\n${asked(2)}`, ['a\u2028b\u2029c', 2]],
    ['the same id twice', `${asked(1)}\n${asked(1)}`, [1, 1]],
    ['ids of any type', `${asked({ a: [1] })}\n${asked(null)}`, [{ a: [1] }, null]],
  ])('with %s are answered one by one', async (_, input, ids) => {
    const { out, status } = await runHere(survey, ['batch'], { input });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.every((answer) => 'low' in answer)).toBe(true);
  });

  it('with values nested too deep are answered with an error', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const input = [`{"id":${deep},"op":"wilson","n":5,"yes":1}`, `{"id":2,"op":${deep}}`, asked(3)].join(
      '\n',
    );
    const { out, status } = await runHere(survey, ['batch'], { input });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { id: null, error: expect.stringContaining('nested too deep') },
      { id: 2, error: expect.stringContaining('op: expected one of') },
      { id: 3, low: expect.any(Number) },
    ]);
  });
});

describe('survey sample', () => {
  const HEADING = 'person,service';
  const rows = Array.from({ length: 30 }, (_, i) => `p${i},${i % 3 === 0 ? 'رخصة بناء' : 'شكوى'}`);
  const list = `${[HEADING, ...rows].join('\r\n')}\r\n`;

  async function sample(bytes: string | Uint8Array, ...args: readonly string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'rida-sample-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'list.csv');
    writeFileSync(file, bytes);
    return runHere(survey, ['sample', file, ...args]);
  }
  const usual = ['--seed', 'w48', '--n', '12', '--strata', 'service'];

  it('prints the rows drawn, and how many of each stratum', async () => {
    const { out, err, status } = await sample(list, ...usual);
    const [heading, ...drawn] = out.trim().split('\n');
    expect(status).toBe(0);
    expect(heading).toBe(HEADING);
    expect(new Set(drawn).size).toBe(12);
    expect(rows).toEqual(expect.arrayContaining(drawn));
    expect(err).toContain('12 of 30 drawn with seed "w48"');
    expect(err).toContain('رخصة بناء: 6 of 10');
  });

  const arabic1256 = (text: string) =>
    Uint8Array.from(text, (letter) => {
      const table = new TextDecoder('windows-1256').decode(
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
      );
      return table.indexOf(letter);
    });
  it.each([
    ['UTF-8 with a mark', `\uFEFF${list}`],
    ['UTF-16', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(list, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()],
    ['windows-1256', arabic1256(list)],
    ['invisible marks', list.replaceAll('p', '\u200fp\u200e')],
    ['the separator told to Excel', `sep=,\r\n${list}`],
    ['another order of rows', [HEADING, ...rows.toReversed()].join('\n')],
  ])('draws the same from %s', async (_, bytes) => {
    const [plain, other] = [await sample(list, ...usual), await sample(bytes, ...usual)];
    expect(other.out.replace(/\p{Cf}/gu, '')).toBe(plain.out);
  });

  it.each([';', '\t', '،'])('reads "%s" as a separator', async (separator) => {
    const { out, status } = await sample(list.replaceAll(',', separator), ...usual);
    expect(status).toBe(0);
    expect(out).toBe((await sample(list, ...usual)).out);
  });

  it('counts a person once, and says which rows name no person', async () => {
    const { err } = await sample(`${list}p3,شكوى\r\n,شكوى\r\n`, ...usual);
    expect(err).toContain('1 rows repeat a unit');
    expect(err).toContain('1 rows name no unit and were left out, the first in line 33');
  });

  it.each([
    [['--n', '3'], '--seed is missing', 2],
    [['--seed', 's', '--n', 'NaN'], '--n: expected a whole number from 0 up, got "NaN"', 2],
    [['--seed', 's', '--n', '1e1'], '--n: expected a whole number from 0 up, got "1e1"', 2],
    [['--seed', 's', '--n=-1'], '--n: expected a whole number from 0 up, got "-1"', 2],
    [['other.csv', '--seed', 's', '--n', '1'], 'sample: expected one file, got "other.csv" too', 2],
    [['--seed', 's'], '--n: expected a whole number', 2],
    [['--seed', 's', '--n', 'ten'], '--n: expected a whole number from 0 up, got "ten"', 2],
    [
      ['--seed', 's', '--n', '3', '--strata', 'city'],
      '--strata: expected one of person, service, got "city"',
      2,
    ],
    [['--seed', 's', '--n', '31'], 'n: expected at most 30, the whole population, got 31', 1],
    [['--seed', 's', '--n', '3', '--strata', 'service'], 'n: expected at least 10, the sum of the floors', 1],
  ])('refuses %j', async (args, message, code) => {
    const { err, status } = await sample(list, ...args);
    expect(err).toContain(message);
    expect(status).toBe(code);
  });

  it('takes Arabic digits', async () => {
    expect((await sample(list, '--seed', 's', '--n', '١٢')).err).toContain('12 of 30');
  });

  it.each([
    ['', 'expected a row of headings'],
    [`${HEADING}\n`, 'list: expected at least one unit'],
    [`${HEADING}\np1,"never closed\n${'x\n'.repeat(9)}`, 'line 2: a quotation mark is not closed'],
    [Buffer.from('person,service\np1,caf\xe9\n', 'latin1'), 'expected UTF-8, UTF-16 or windows-1256'],
  ])('says what is wrong with the list %j', async (bytes, message) => {
    const { err, status } = await sample(bytes, '--seed', 's', '--n', '1');
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at /mu);
    expect(status).toBe(1);
  });
});
