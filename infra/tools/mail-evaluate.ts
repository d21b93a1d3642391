import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import type { Explanation } from '#shared/domain/mail/explain.ts';
import { SAMPLE } from '#test/unit/mail/labelled.ts';
import { LETTERS } from '#test/unit/mail/letters.ts';
import { TABLE } from '#test/unit/mail/table/all.ts';
import { explained, isRight } from '#test/unit/mail/table/judge.ts';
import type { Row } from '#test/unit/mail/table/row.ts';
import { type LabelPair, type RuleFigures, ruleFigures } from './mail-figures.ts';
import type { CommandIo } from './tool-command.ts';

/** The minimum of rows of a kind. The command fails below it. */
const FEWEST_ROWS = 20;
const WORDING = 0.95;
const AUTHOR = 0.98;
/** The minimum for each kind of machine. */
const MACHINE = 0.95;

interface Result {
  readonly kind: string;
  readonly row: Row;
  readonly found: Explanation;
}

const percent = (value: number): string => value.toFixed(3);

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [[title, ...columns], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return `${all.map(line).join('\n')}\n`;
}

const figuresTable = (title: string, figures: readonly RuleFigures[]): string =>
  table(
    title,
    ['rows', 'right', 'precision', 'recall'],
    figures.map(({ label, rows, right, precision, recall }) => [
      label,
      String(rows),
      String(right),
      percent(precision),
      percent(recall),
    ]),
  );

const hasWords = (text: string): boolean => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);

async function results(): Promise<Result[]> {
  const reader = createMailReader({}, 2);
  const all = Object.entries(TABLE).flatMap(([kind, rows]) => rows.map((row) => ({ kind, row })));
  const found = await Promise.all(
    all.map(async ({ kind, row }) => ({ kind, row, found: await explained(reader, row.raw) })),
  );
  await reader.close();
  return found;
}

/** Report for each kind how many rows are right, and how many texts are exact. */
function printKinds(found: readonly Result[]): { readonly text: string; readonly faults: string[] } {
  const faults: string[] = [];
  const rows = Object.entries(Object.groupBy(found, ({ kind }) => kind)).map(([kind, of = []]) => {
    const right = of.filter((one) => isRight(one.found, one.row)).length;
    const worded = of.filter(({ row }) => row.out.text !== undefined);
    const exact = worded.filter((one) => one.found.text === one.row.out.text).length;
    const empty = of.filter((one) => !hasWords(one.found.text) && hasWords(one.found.fullText)).length;
    const wording = worded.length === 0 ? 1 : exact / worded.length;
    if (of.length < FEWEST_ROWS) faults.push(`${kind}: ${of.length} rows, fewer than ${FEWEST_ROWS}`);
    if (wording < WORDING) faults.push(`${kind}: exact wording ${percent(wording)}, below ${WORDING}`);
    if (empty > 0) faults.push(`${kind}: ${empty} empty texts of mails that have a text`);
    return [
      kind,
      ...[of.length, right, worded.length, exact].map(String),
      worded.length === 0 ? '-' : percent(wording),
      String(empty),
    ];
  });
  const columns = ['rows', 'right', 'texts', 'exact', 'wording', 'empty'];
  return { text: table('kind of mail', columns, rows), faults };
}

/** Report whether the rules separate machines from people, and kinds of machines. */
function printAuthors(found: readonly Result[]): { readonly text: string; readonly faults: string[] } {
  const judged = found
    .filter(({ row }) => row.out.kind !== undefined)
    .map(({ row, found: { automaticKind } }) => ({
      expected: row.out.kind ?? 'person',
      found: automaticKind ?? 'person',
    }));
  const author = (kind: string): string => (kind === 'person' ? 'person' : 'machine');
  const authors = ruleFigures(
    judged.map(({ expected, found: is }) => ({ expected: author(expected), found: author(is) })),
  );
  const faults = authors.flatMap(({ label, precision, recall }) =>
    precision < AUTHOR || recall < AUTHOR
      ? [`${label}: precision ${percent(precision)}, recall ${percent(recall)}, below ${AUTHOR}`]
      : [],
  );
  const kinds = ruleFigures(judged).filter(({ label }) => label !== 'person');
  for (const { label, rows, precision, recall } of kinds) {
    if (rows < FEWEST_ROWS) faults.push(`${label}: ${rows} rows, fewer than ${FEWEST_ROWS}`);
    if (precision < MACHINE || recall < MACHINE)
      faults.push(`${label}: precision ${percent(precision)}, recall ${percent(recall)}, below ${MACHINE}`);
  }
  return {
    text: `${figuresTable('person or machine', authors)}\n${figuresTable('kind of machine', kinds)}`,
    faults,
  };
}

function printClassifier(): string {
  const labelled = [
    ...SAMPLE.map(([text, type, category]) => ({ type, category, by: classify('', text) })),
    ...LETTERS.map(({ subject, text, ...expected }) => ({ ...expected, by: classify(subject, text) })),
  ];
  const types: LabelPair[] = labelled.map(({ type, by }) => ({ expected: type, found: by.type }));
  const categories: LabelPair[] = labelled.map(({ category, by }) => ({
    expected: category,
    found: by.category,
  }));
  return [
    figuresTable('type of case', ruleFigures(types)),
    figuresTable('category', ruleFigures(categories)),
  ].join('\n');
}

/** Print how well the mail rules classify the table of mails. Return the exit code. */
export async function evaluateMailRules({ console }: CommandIo): Promise<number> {
  const found = await results();
  const kinds = printKinds(found);
  const authors = printAuthors(found);
  console.log([kinds.text, authors.text, printClassifier()].join('\n'));
  const wrong = found.filter((one) => !isRight(one.found, one.row));
  for (const { kind, row } of wrong) console.log(`wrong: ${kind}: ${row.name}`);
  const faults = [...kinds.faults, ...authors.faults];
  for (const fault of faults) console.error(`below the threshold: ${fault}`);
  return faults.length === 0 ? 0 : 1;
}
