import { describe, expect, it } from 'vitest';
import { classify } from '#shared/domain/mail/classify.ts';
import { CATEGORY_NAMES } from '#shared/domain/mail/data/category-names.ts';
import { AMBIGUOUS, SAMPLE } from './labelled.ts';
import { LETTERS } from './letters.ts';

/** Rows are the labels of people, columns those of the rules. */
function matrix(pairs: readonly (readonly [said: string, found: string])[]): string {
  const names = [...new Set(pairs.flat())].sort();
  const count = (expected: string, found: string): number =>
    pairs.filter(([one, other]) => one === expected && other === found).length;
  const width = Math.max(...names.map((name) => name.length)) + 1;
  const header = ' '.repeat(width) + names.map((name) => name.slice(0, 6).padStart(7)).join('');
  const rows = names.map(
    (expected) =>
      expected.padEnd(width) +
      names.map((found) => String(count(expected, found) || '.').padStart(7)).join(''),
  );
  return [header, ...rows].join('\n');
}

const share = (pairs: readonly (readonly [string, string])[]): number =>
  pairs.filter(([expected, found]) => expected === found).length / pairs.length;

describe('the classifier on messages people labelled', () => {
  const found = SAMPLE.map(([text, type, category]) => ({ text, type, category, by: classify('', text) }));
  const types = found.map(({ type, by }) => [type, by.type] as const);
  const categories = found.map(({ category, by }) => [category, by.category] as const);

  it('has a sample large enough to say something', () => {
    expect(SAMPLE.length).toBeGreaterThanOrEqual(110);
    expect(SAMPLE.length + AMBIGUOUS.length).toBeGreaterThanOrEqual(120);
  });

  it('finds the type of nine in ten', () => {
    process.stdout.write(`\n${matrix(types)}\n`);
    expect(share(types)).toBeGreaterThanOrEqual(0.9);
  });

  it('finds the category of nine in ten', () => {
    process.stdout.write(`\n${matrix(categories)}\n`);
    expect(share(categories)).toBeGreaterThanOrEqual(0.9);
  });

  it('is nearly always right where it is sure', () => {
    const sure = found.filter(({ by }) => by.confident);
    const right = sure.filter(({ type, category, by }) => by.type === type && by.category === category);
    expect(sure.length).toBeGreaterThan(SAMPLE.length / 4);
    expect(right.length / sure.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each(AMBIGUOUS)('leaves «%s» to a person', (text) => {
    expect(classify('', text).confident).toBe(false);
  });
});

describe('the classifier on letters people labelled', () => {
  const found = LETTERS.map((letter) => ({ ...letter, by: classify(letter.subject, letter.text) }));
  const right = found.filter(({ type, category, by }) => by.type === type && by.category === category);

  it('files nineteen in twenty as a person does', () => {
    expect(LETTERS.length).toBeGreaterThanOrEqual(130);
    expect(right.length / LETTERS.length).toBeGreaterThanOrEqual(0.95);
  });

  it('is nearly always right where it is sure', () => {
    const sure = found.filter(({ by }) => by.confident);
    expect(sure.length).toBeGreaterThan(LETTERS.length / 3);
    expect(sure.filter((one) => right.includes(one)).length / sure.length).toBeGreaterThanOrEqual(0.97);
  });

  it('knows every category by several letters', () => {
    const of = Map.groupBy(LETTERS, ({ category }) => category);
    for (const { id } of CATEGORY_NAMES) expect(of.get(id)?.length ?? 0, id).toBeGreaterThanOrEqual(6);
  });
});
