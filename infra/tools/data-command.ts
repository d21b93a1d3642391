import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, checkDataFolder, isFree } from '#infra/local/storage/backup.ts';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { type CommandIo, failed, Refusal, runCommand, type ToolCommand, UsageError } from './tool-command.ts';
import type { CentreData, EmptyCentre } from './transfer/centre-data.ts';
import { deploymentOptions } from './transfer/deployment-options.ts';
import { fillCentre } from './transfer/fill-centre.ts';
import { importData } from './transfer/import-data.ts';
import { readCentre } from './transfer/read-centre.ts';
import { type CheckedExport, readExport } from './transfer/read-export.ts';
import { writeExport } from './transfer/write-export.ts';

const USAGE = `Usage: npm run --silent data -- <command> [options]
  check FOLDER             check a data folder: its parts, its key, its clock, the structure of its database
  backup FOLDER TARGET     copy a data folder to an empty folder, also while a centre has it open
  restore BACKUP FOLDER    copy a backup to an empty folder, from which npm start --data FOLDER continues
  export FOLDER TARGET     write all data of a centre to an empty folder, in the readable form of both hosts
  import EXPORT FOLDER     fill an empty folder from an export, with which npm start --data FOLDER continues
  export --aws OPTIONS TARGET    the same of a deployment that is not in use and whose queues are empty
  import --aws OPTIONS EXPORT    fill a new deployment; repeat it when it was interrupted
    OPTIONS are --region, --table, --mail-bucket, --recordings-bucket and --secret: the output DataOptions of the
    stack. The command uses your own AWS credentials.

A backup and an export contain the key and everything that people wrote. Only their owner can read them; store them
safely. Nothing is overwritten.
Exit codes: 0 done, 1 damaged or not possible, 2 invalid command.`;

const parse = ({ args }: CommandIo) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      aws: { type: 'boolean', default: false },
      ...deploymentOptions,
      help: { type: 'boolean', short: 'h' },
    },
  });
type Options = ReturnType<typeof parse>['values'];

/** Do something with a folder. The line of a damage names the file or the folder. */
const naming = async <T>(folder: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) throw new Refusal(`${folder}: ${error.message}`, { cause: error });
    const { code, syscall, path = folder } = error as NodeJS.ErrnoException;
    if (code !== undefined && syscall !== undefined)
      throw new Refusal(`${path}: it cannot be read or written (${code})`, { cause: error });
    throw error;
  }
};

/** Do something with AWS. Its answer, such as a missing bucket or right, is one line. */
const namingAws = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    const isAnswer =
      error instanceof Error && ('$metadata' in error || error.name === 'CredentialsProviderError');
    if (!isAnswer) throw error;
    throw new Refusal(`AWS: ${error.name}: ${error.message}`, { cause: error });
  }
};

/** Fill an empty or missing folder. When the work fails, it is empty again. */
async function fillNew<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!(await naming(folder, isFree(folder))))
    throw new Refusal(`${folder}: the folder is not empty; name another one`);
  try {
    return await work();
  } catch (error) {
    for (const name of (await unlessMissing(readdir(folder))) ?? [])
      await rm(join(folder, name), { recursive: true });
    throw error;
  }
}

const backUpTo = (from: string, to: string): Promise<void> =>
  fillNew(to, () => naming(from, backUp(from, to)));

/** Write an export. Return what it has, as a sentence. */
const exportTo = (target: string, open: () => Promise<CentreData>): Promise<string> =>
  fillNew(target, async () => {
    const data = await open();
    try {
      const { files } = await naming(target, writeExport(data, target, Date.now()));
      return `${files['items.jsonl'].lines} items and ${files['contents.jsonl'].lines} contents`;
    } finally {
      data.close();
    }
  });

async function importFrom(from: CheckedExport, to: EmptyCentre): Promise<string> {
  try {
    const { items, contents, there } = await importData(from, to);
    return `${items} items and ${contents} contents${there > 0 ? `; ${there} were there before` : ''}`;
  } finally {
    to.close();
  }
}

interface Asked {
  readonly io: CommandIo;
  readonly options: Options;
}

type Command = (asked: Asked, first: string, second: string) => Promise<void>;

/** The commands with one and with two folders. */
const ONE: Readonly<Record<string, Command>> = {
  async check({ io }, folder) {
    const version = await naming(folder, checkDataFolder(folder));
    const isEarlier = version < DATA_VERSION;
    const next = isEarlier ? `; its next start migrates data version ${version} to ${DATA_VERSION}` : '';
    io.console.log(`${folder}: the data folder is in order${next}`);
  },
};
const TWO: Readonly<Record<string, Command>> = {
  async backup({ io }, folder, target) {
    await backUpTo(folder, target);
    io.console.log(`${target}: a backup of ${folder}`);
  },
  async restore({ io }, from, folder) {
    await backUpTo(from, folder);
    io.console.log(`${folder}: restored from ${from}; start it with npm start -- --data ${folder}`);
  },
  async export({ io }, folder, target) {
    const what = await exportTo(target, () => naming(folder, readCentre(folder)));
    io.console.log(`${target}: exported from ${folder}: ${what}`);
  },
  async import({ io }, from, folder) {
    const checked = await naming(from, readExport(from));
    const what = await fillNew(folder, () =>
      naming(
        folder,
        fillCentre(folder).then((to) => importFrom(checked, to)),
      ),
    );
    io.console.log(`${folder}: imported ${what}; start it with npm start -- --data ${folder}`);
  },
};
/** The commands with a deployment and one folder. */
const WITH_AWS: Readonly<Record<string, Command>> = {
  async export({ io, options }, target) {
    const { openDeployment } = await import('./transfer/deployment.ts');
    const { readDeployment } = await import('./transfer/read-deployment.ts');
    const what = await exportTo(target, () => readDeployment(openDeployment(options)));
    io.console.log(`${target}: exported from the table ${options.table}: ${what}`);
  },
  async import({ io, options }, from) {
    const { openDeployment } = await import('./transfer/deployment.ts');
    const { fillDeployment } = await import('./transfer/fill-deployment.ts');
    const to = fillDeployment(openDeployment(options));
    const what = await importFrom(await naming(from, readExport(from)), to);
    io.console.log(`table ${options.table}: imported ${what}`);
  },
};

async function run(asked: Asked, [name = '', first = '', second = '', ...more]: readonly string[]) {
  const folders = asked.options.aws ? WITH_AWS : second === '' ? ONE : TWO;
  const command = Object.hasOwn(folders, name) ? folders[name] : undefined;
  const isWhole = first !== '' && more.length === 0 && !(asked.options.aws && second !== '');
  if (!command || !isWhole) throw new UsageError(USAGE);
  const work = command(asked, first, second);
  await (asked.options.aws ? namingAws(work) : work);
}

/** Check, back up, restore and move the data of a centre: `npm run data`. */
export const data: ToolCommand = async (io) => {
  try {
    const { values: options, positionals } = parse(io);
    if (options.help) {
      io.console.log(USAGE);
      return 0;
    }
    await run({ io, options }, positionals);
    return 0;
  } catch (error) {
    return failed(io.console, error);
  }
};

if (import.meta.main) await runCommand(data);
