import { parseArgs } from 'node:util';
import { backUp, checkDataFolder, isFree } from '#infra/local/storage/backup.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { type CommandIo, failed, Refusal, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent data -- <command> [options]
  check FOLDER             check a data folder: its parts, its key, its clock, the structure of its database
  backup FOLDER TARGET     copy a data folder to an empty folder, also while a centre has it open
  restore BACKUP FOLDER    copy a backup to an empty folder, from which npm start --data FOLDER continues

A backup contains the key and everything that people wrote. Only its owner can read it; store it safely.
Exit codes: 0 done, 1 damaged or not possible, 2 invalid command.`;

const parse = ({ args }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });

/** Check the folder of a command. The line of a damage names the folder. */
const naming = async <T>(folder: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) throw new Refusal(`${folder}: ${error.message}`, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined)
      throw new Refusal(`${folder}: it cannot be read or written (${code})`, { cause: error });
    throw error;
  }
};

async function copy(from: string, to: string, done: string, io: CommandIo): Promise<void> {
  if (!(await isFree(to))) throw new Refusal(`${to}: the folder is not empty; name another one`);
  await naming(from, backUp(from, to));
  io.console.log(done);
}

async function run(io: CommandIo, [command, first, second, ...more]: readonly string[]): Promise<void> {
  const isWhole = first !== undefined && more.length === 0;
  if (command === 'check' && isWhole && second === undefined) {
    await naming(first, checkDataFolder(first));
    io.console.log(`${first}: the data folder is in order`);
  } else if (command === 'backup' && isWhole && second !== undefined) {
    await copy(first, second, `${second}: a backup of ${first}`, io);
  } else if (command === 'restore' && isWhole && second !== undefined) {
    await copy(
      first,
      second,
      `${second}: restored from ${first}; start it with npm start -- --data ${second}`,
      io,
    );
  } else {
    throw new UsageError(USAGE);
  }
}

/** Check, back up and restore the data folder of a centre on one computer: `npm run data`. */
export const data: ToolCommand = async (io) => {
  try {
    const { values, positionals } = parse(io);
    if (values.help) {
      io.console.log(USAGE);
      return 0;
    }
    await run(io, positionals);
    return 0;
  } catch (error) {
    return failed(io.console, error);
  }
};

if (import.meta.main) await runCommand(data);
