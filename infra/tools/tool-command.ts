import { Console } from 'node:console';
import type { Readable, Writable } from 'node:stream';
import { StoreError } from '#shared/ports/store-error.ts';

/** The arguments, environment and streams of a command: those of the process, or of a test. */
export interface CommandIo {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly console: Pick<Console, 'log' | 'error'>;
}

/** A command line tool. Resolves to its exit code. */
export type ToolCommand = (io: CommandIo) => Promise<number>;

/** Run a command with the streams of this process, and set the exit code. */
export async function runCommand(command: ToolCommand): Promise<void> {
  // A command may write files with data of people: only their owner can read them.
  process.umask(0o077);
  const { argv, env, stdin, stdout, stderr } = process;
  // A closed pipe, such as of head, ends the command without an error.
  stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit();
  });
  process.exitCode = await command({
    ...{ args: argv.slice(2), env, stdin, stdout, console: new Console(stdout, stderr) },
  });
}

/** Is this an error of parseArgs, such as an unknown option? */
export const isWrongUse = (error: unknown): error is Error =>
  (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;

/** The command line is invalid: exit code 2. */
export class UsageError extends Error {}

/** The command cannot be carried out: exit code 1. */
export class Refusal extends Error {}

/**
 * Print why a command failed: one line for a mistake of the user or of the data, the stack for anything else.
 * Return the exit code: 2 for a wrong command line, otherwise 1.
 *
 * @param mistakes the other errors that are mistakes for this command
 */
export function failed(
  console: CommandIo['console'],
  error: unknown,
  mistakes: readonly (new (...given: never[]) => Error)[] = [],
): number {
  const isUsage = error instanceof UsageError || isWrongUse(error);
  const isMistake = isUsage || [Refusal, StoreError, ...mistakes].some((kind) => error instanceof kind);
  console.error(isMistake ? (error as Error).message : error);
  return isUsage ? 2 : 1;
}
