import { execFile } from 'node:child_process';
import { Console } from 'node:console';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ToolCommand } from '#infra/tools/tool-command.ts';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface Around {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Run a command in this process, with its own streams. */
export async function runHere(
  command: ToolCommand,
  args: readonly string[],
  { input = '', env = {} }: Around = {},
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const status = await command({
    ...{ args, env, stdin: Readable.from([input]), stdout, console: new Console(stdout, stderr) },
  });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { status, out, err };
}

/** Run a tool as npm does, in a separate process. */
export const runTool = (file: string, args: readonly string[], { input = '', env = {} }: Around = {}) =>
  new Promise<Ran>((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, [file, ...args], options, (failure, out, err) =>
      resolve({ status: failure === null ? 0 : Number(failure.code), out, err }),
    );
    child.stdin?.end(input);
  });
