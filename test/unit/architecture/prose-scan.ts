const COMMENT_OR_STRING =
  /\/\*(?<block>[\s\S]*?)\*\/|(?<=^|\s)\/\/(?<line>.*)|'(?<single>(?:\\.|[^'\\\n])*)'|`(?<template>(?:\\.|[^`\\])*)`/gmu;
const HASH_COMMENT = /^[ \t]*#(?!!)(?<text>.*)$/u;
const MARKUP = /<[a-z!/]|\{[a-z-]+:/u;
const TITLE =
  /\(\s*(?:'(?<single>(?:\\.|[^'\\\n])*)'|"(?<double>(?:\\.|[^"\\\n])*)"),\s*(?:async\s*)?(?:\(|\w+\s*=>)/gu;
const ADJACENT_LINES = /^(?<indent>[ \t]*)\/\/.*(?:\n\k<indent>\/\/.*)+/gmu;
const ARABIC = /\p{Script=Arabic}/u;
const CODE_BLOCK = /^```[\s\S]*?^```/gmu;

/** Drop code in backticks and links, which are not prose, and collapse white space. */
const plain = (text: string): string =>
  text
    .replaceAll(/`[^`]*`|\{@\w+ [^}]*\}|https?:\/\/\S+/gu, 'X')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Split at the ends of sentences, at blank lines and at list items, so that each part reads alone. */
const split = (text: string): string[] =>
  text
    .split(/\n\s*\n|\n\s*[-|] |\n\s*@(?:param \w+|\w+) |(?<=[.:;?!])\s+/u)
    .map(plain)
    .filter((sentence) => sentence !== '');

/** Write each run of line comments as one block comment, so that a sentence over two lines is read whole. */
const joined = (source: string): string =>
  source.replaceAll(ADJACENT_LINES, (run) => `/*${run.replaceAll(/^[ \t]*\/\//gmu, '')}*/`);

const commentIn = (groups: Partial<Record<string, string>> | undefined): string | undefined =>
  groups?.block?.replaceAll(/^[ \t]*\*+ ?/gmu, '') ?? groups?.line;

/** Return the sentences of the comments of a TypeScript file. */
export const commentSentencesOf = (source: string): string[] =>
  [...joined(source).matchAll(COMMENT_OR_STRING)].flatMap(({ groups }) => split(commentIn(groups) ?? ''));

/**
 * Return the sentences of a TypeScript file: those of comments, and string literals of three words or more. A
 * file with Arabic text holds words for people, so only its comments are returned. HTML and CSS are not prose.
 */
export function sentencesOf(source: string): string[] {
  return [...joined(source).matchAll(COMMENT_OR_STRING)].flatMap(({ groups }) => {
    const comment = commentIn(groups);
    if (comment !== undefined) return split(comment);
    const literal = (groups?.single ?? groups?.template ?? '').replaceAll(/\$\{[^}]*\}/gu, 'X');
    const isProse = literal.trim().split(/\s+/u).length >= 3 && !MARKUP.test(literal);
    return isProse && !ARABIC.test(source) ? split(literal) : [];
  });
}

/** Return the titles of the tests of a file. */
export const titlesOf = (source: string): string[] =>
  [...source.matchAll(TITLE)]
    .map(({ groups }) => plain(groups?.single ?? groups?.double ?? ''))
    .filter((title) => title.includes(' '));

/** Return the sentences of the `#` comments of a script or a YAML file. */
export const sentencesOfHashComments = (text: string): string[] =>
  split(
    text
      .split('\n')
      .map((line) => HASH_COMMENT.exec(line)?.groups?.text ?? '\n')
      .join('\n'),
  );

/** Return the sentences of a Markdown file, without its code blocks. */
export const sentencesOfMarkdown = (text: string): string[] => split(text.replaceAll(CODE_BLOCK, ''));
