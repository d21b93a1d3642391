import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { CommandIo } from './tool-command.ts';

const LINES_AT_ONCE = 512;

/** Print lines, and wait for a slow reader: output must not accumulate in memory. */
async function print(stdout: Writable, lines: readonly string[]): Promise<void> {
  if (lines.length > 0 && !stdout.write(`${lines.join('\n')}\n`)) await once(stdout, 'drain');
}

function answerLine(answer: (item: unknown) => unknown, line: string): unknown {
  try {
    return answer(JSON.parse(line));
  } catch (error) {
    return { id: null, error: `expected a line of JSON: ${(error as Error).message}` };
  }
}

/** Read JSON lines from standard input, and print one JSON line for each. Empty lines are left out. */
export async function answerLines(
  { stdin, stdout }: Pick<CommandIo, 'stdin' | 'stdout'>,
  answer: (item: unknown) => unknown,
): Promise<void> {
  const out: string[] = [];
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') out.push(JSON.stringify(answerLine(answer, line)));
    if (out.length >= LINES_AT_ONCE) await print(stdout, out.splice(0));
  }
  await print(stdout, out);
}
