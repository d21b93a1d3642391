import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const LONGEST = 120;

const tooLong = (text: string): readonly number[] =>
  text.split('\n').flatMap((line, at) => ([...line].length > LONGEST ? [at + 1] : []));

/** A script that is built: its strings cannot be broken. */
const BUILT = 'workspace.js';

/** The formatter cannot break template literals, so their lines are checked here. */
test('no line of the pages is longer than 120 characters', () => {
  const files = readdirSync('functions/web', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== BUILT)
    .map(({ parentPath, name }) => posix.join(parentPath, name));
  expect(files.length).toBeGreaterThan(100);
  const long = files.flatMap((path) => tooLong(readFileSync(path, 'utf8')).map((line) => `${path}:${line}`));
  expect(long).toEqual([]);
});

/** The formatter does not break comments. */
test('no comment has a line longer than 120 characters', () => {
  const files = ['events', 'functions', 'infra', 'shared', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|js|cjs)$/u.test(entry.name))
      .map(({ parentPath, name }) => posix.join(parentPath, name)),
  );
  const commentsOf = (text: string): string => text.replaceAll(/^(?!\s*(?:\/\/|\/?\*)).*$/gmu, '');
  const long = files.flatMap((path) =>
    tooLong(commentsOf(readFileSync(path, 'utf8'))).map((line) => `${path}:${line}`),
  );
  expect(long).toEqual([]);
});

describe('the check', () => {
  test.each([
    ['a line of 120 characters', 'x'.repeat(120), []],
    ['a longer line', `a\n${'x'.repeat(121)}\nb`, [2]],
    ['Arabic, by characters and not by bytes', 'م'.repeat(120), []],
  ])('judges %s', (_, text, lines) => {
    expect(tooLong(text)).toEqual(lines);
  });
});
