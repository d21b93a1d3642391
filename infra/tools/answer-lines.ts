import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CommandIo } from './tool-command.ts';

const LINES_AT_ONCE = 512;

/** Print lines, and wait for a slow reader: output must not accumulate in memory. */
async function print(stdout: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !stdout.write(`${lines.join('\n')}\n`)) await once(stdout, 'drain');
}

/**
 * Iterate over the lines of UTF-8 text. A line ends with LF, CR or both. No other sign ends one: JSON
 * allows U+2028 inside a text (RFC 8259, section 7), and `node:readline` would cut it there.
 */
async function* linesOf(stdin: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  const cut = (text: string): string[] => {
    const [first = '', ...more] = text.split(/[\r\n]/u);
    begun.push(first);
    if (more.length === 0) return [];
    const lines = [begun.join(''), ...more];
    begun = [lines.pop() ?? ''];
    return lines;
  };
  for await (const chunk of stdin) yield* cut(decoder.decode(Buffer.from(chunk), { stream: true }));
  yield* cut(`${decoder.decode()}\n`);
}

/** The id of a question, unless it is nested too deep to be written. */
function writtenId(item: unknown): unknown {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null;
  return typeof id === 'object' ? null : id;
}

function answerLine(answer: (item: unknown) => unknown, line: string): string {
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch (error) {
    return JSON.stringify({ id: null, error: `expected a line of JSON: ${(error as Error).message}` });
  }
  try {
    return JSON.stringify(answer(item));
  } catch (error) {
    // JSON.parse reads values that are nested too deep for a check by recursion, and for JSON.stringify.
    const why = error instanceof RangeError ? 'its values are nested too deep' : (error as Error).message;
    return JSON.stringify({ id: writtenId(item), error: `question: ${why}` });
  }
}

/** Read JSON lines from standard input, and print one JSON line for each. Empty lines are left out. */
export async function answerLines(
  { stdin, stdout }: Pick<CommandIo, 'stdin' | 'stdout'>,
  answer: (item: unknown) => unknown,
): Promise<void> {
  const out: string[] = [];
  for await (const line of linesOf(stdin)) {
    // Files that were joined have a mark at the begin of each.
    const text = line.replace(/^\uFEFF/u, '');
    if (text.trim() !== '') out.push(answerLine(answer, text));
    if (out.length >= LINES_AT_ONCE) await print(stdout, out.splice(0));
  }
  await print(stdout, out);
}
