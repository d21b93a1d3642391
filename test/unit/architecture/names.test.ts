import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identifiersOf, wordsOf } from './identifiers.ts';

/** Words that say too little of what a name holds, and names of earlier functions. */
const BANNED_WORDS = ['told', 'squeeze', 'inform', 'relate', 'retain', 'retained', 'conclude', 'concluded'];
const BANNED_NAMES = ['known', 'takeIn'];
/** Names of the CDK, and a log code, which is stable. */
const ALLOWED = ['RETAIN', 'RETAIN_ON_UPDATE_OR_DELETE', 'retained'];

const isBanned = (name: string): boolean =>
  !ALLOWED.includes(name) &&
  (BANNED_NAMES.includes(name) || wordsOf(name).some((word) => BANNED_WORDS.includes(word)));

/** A stem that several files share says nothing of each. */
const VAGUE_FILES = ['words.ts', 'desk.ts', 'told.ts'];

const files = ['events', 'functions', 'infra', 'shared', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|cjs)$/u.test(entry.name))
    .map(({ parentPath, name }) => posix.join(parentPath, name)),
);

test('no file has a banned or vague name', () => {
  expect(files.length).toBeGreaterThan(1000);
  const stem = (file: string): string => posix.basename(file).replace(/\..+$/u, '');
  expect(files.filter((file) => isBanned(stem(file)) || VAGUE_FILES.includes(posix.basename(file)))).toEqual(
    [],
  );
});

test('no identifier has a banned name', () => {
  const banned = files.flatMap((file) =>
    identifiersOf(readFileSync(file, 'utf8'))
      .filter(isBanned)
      .map((name) => `${file}: ${name}`),
  );
  expect(banned).toEqual([]);
});

describe('the scan', () => {
  test.each([
    ['a variable', 'const known = 1;', ['known']],
    ['a parameter', 'const a = (known: string) => a;', ['known']],
    ['a property', 'interface A { readonly told?: string }', ['told']],
    ['a part of a name', 'function informStaff() {}', ['informStaff']],
    ['a type', 'type LastTold = 1;', ['LastTold']],
    ['code in a template', `const a = \`all \${b.map((known) => \`\${known} x\`)} told\`;`, ['known']],
    ['code after a regular expression', 'const a = /[`\'"]/u.test(b);\nconst takeIn = 1;', ['takeIn']],
  ])('finds %s', (_, source, names) => {
    expect(identifiersOf(source).filter(isBanned)).toEqual(names);
  });

  test.each([
    ['a comment', '// known\n/* told */ const a = 1;'],
    ['a text', `const a = 'known'; const b = "told";`],
    ['the text of a template', `const a = \`known \${b} told \${c} known\`;`],
    ['a longer word', 'const related = unknown ?? information;'],
    ['a regular expression', 'const a = b.test(/known/u);'],
  ])('accepts %s', (_, source) => {
    expect(identifiersOf(source).filter(isBanned)).toEqual([]);
  });
});
