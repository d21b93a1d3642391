import { readFileSync } from 'node:fs';
import { type OwnWords, ownWords } from '#functions/telephone/flows/own-words.ts';
import { readSheet, SheetError } from '#shared/adapters/csv/read-sheet.ts';

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? 'unknown';

/** Read the prompts of a centre in its own words. A file that cannot be read is a problem of them. */
export function readPromptFile(file: string): OwnWords {
  const unread = (problem: string): OwnWords => ({ problems: [problem], changed: 0, in: (flows) => flows });
  try {
    return ownWords(readSheet(readFileSync(file)));
  } catch (cause) {
    if (cause instanceof SheetError) return unread(cause.message);
    const code = codeOf(cause);
    if (/^E[A-Z]+$/u.test(code)) return unread(`cannot be read (${code})`);
    throw cause;
  }
}
