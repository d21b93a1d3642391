import { readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bannedPhrases, plainComments, plainPaths } from './plain-prose.ts';
import {
  commentSentencesOf,
  sentencesOf,
  sentencesOfHashComments,
  sentencesOfMarkdown,
  titlesOf,
} from './prose-scan.ts';

const filesOf = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path).flatMap((name) => (name === 'node_modules' ? [] : filesOf(posix.join(path, name))));

/** All phrases in one expression: few sentences have one, and only those are searched phrase by phrase. */
const anyPhrase = new RegExp(bannedPhrases.map(({ phrase }) => `(?:${phrase.source})`).join('|'), 'iu');

const complaints = (sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence) =>
    (anyPhrase.test(sentence) ? bannedPhrases : [])
      .filter(({ phrase }) => phrase.test(sentence))
      .map(({ phrase, instead }) => `"${sentence}" has "${phrase.exec(sentence)?.[0]}": write ${instead}`),
  );

type Reader = (text: string) => string[];

const complaintsIn = (files: readonly string[], readers: Readonly<Record<string, Reader>>): string[] =>
  files.flatMap((file) => {
    const read = readers[posix.extname(file)];
    return read
      ? complaints(read(readFileSync(file, 'utf8'))).map((complaint) => `${file}: ${complaint}`)
      : [];
  });

test.each(plainPaths)('%s is written in plain technical English', (path) => {
  const files = filesOf(path);
  expect(files).not.toEqual([]);
  const readers = {
    '.ts': sentencesOf,
    '.js': sentencesOf,
    '.md': sentencesOfMarkdown,
    '.jsonc': commentSentencesOf,
    '.yml': sentencesOfHashComments,
    '.sh': sentencesOfHashComments,
    '': sentencesOfHashComments,
  };
  expect(complaintsIn(files, readers)).toEqual([]);
});

test.each(plainComments)('the comments and titles of %s are plain technical English', (path) => {
  const files = filesOf(path);
  expect(files).not.toEqual([]);
  expect(
    complaintsIn(files, {
      '.ts': (text) => [...commentSentencesOf(text), ...titlesOf(text)],
      '.md': sentencesOfMarkdown,
    }),
  ).toEqual([]);
});

describe('the scan finds a banned phrase', () => {
  test.each([
    ['in a line comment', 'const a = 1; // a mail that comes again'],
    ['over two line comments', '  // a mail that comes\n  // again\n'],
    ['over two lines of TSDoc', '/**\n * A mail that comes\n * again.\n */'],
    ['in an error', "throw new Error('the mail comes again today');"],
    ['in a template', `throw new Error(\`the mail \${id} comes again\`);`],
    ['at the start of a sentence', '/** Whole sentences. Who writes gets an answer. */'],
    ['in a list item', '/**\n * - whose case it is\n */'],
  ])('%s', (_, source) => {
    expect(complaints(sentencesOf(source))).toHaveLength(1);
  });

  test('in a comment of a test', () => {
    const title = "'a mail that comes again'";
    const source = `/** A mail that comes again. */\ntest(${title}, () => {});`;
    expect(complaints(commentSentencesOf(source))).toHaveLength(1);
  });

  test.each([
    ['test(', ', () => {});'],
    ['it.each([1, 2])(\n  ', ',\n  async (_) => {},\n);'],
    ['describe(', ', each => {});'],
  ])('in a title after %j', (before, after) => {
    for (const title of [`'a mail that comes again'`, `"a colleague's mail comes again"`])
      expect(complaints(titlesOf(`${before}${title}${after}`))).toHaveLength(1);
  });

  test('in a comment of a script', () => {
    expect(
      complaints(sentencesOfHashComments('set -e\n# A mail that comes\n# again.\necho done')),
    ).toHaveLength(1);
  });

  test('in Markdown', () => {
    expect(
      complaints(sentencesOfMarkdown('# A\n\n| file | holds |\n|---|---|\n| `a.ts` | it comes again |')),
    ).toHaveLength(1);
  });
});

describe('the scan accepts', () => {
  test.each([
    ['code in backticks', '/** `comes again` is a phrase. */'],
    ['a question', '/** Who writes it? */'],
    ['an address', "const page = 'https://example.test/a/nobody';"],
    ['a key of two words', "const key = 'nobody here';"],
    ['words for people', "const texts = { en: 'This case comes again', ar: 'بلاغ' };"],
    ['markup', 'const page = html`<p class="standing">one two</p>`;'],
    ['a style', 'const style = `.standing{display:flex; color: red}`;'],
    ['identifiers', 'const nobody = lies(stands);'],
    ['plain sentences', '/** Reject the command. There is no timer. The case is no longer open. */'],
  ])('%s', (_, source) => {
    expect(complaints(sentencesOf(source))).toEqual([]);
  });

  test('a code block of Markdown', () => {
    expect(complaints(sentencesOfMarkdown('Run it:\n```\ncomes again\n```\nDone.'))).toEqual([]);
  });
});
