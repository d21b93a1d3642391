import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The log needs at most `FILES` times this size on disk. */
const LARGEST_FILE = 5_000_000;
const FILES = 4;

const pathOf = (data: string, age: number): string =>
  join(data, 'log', age === 0 ? 'centre.jsonl' : `centre.${age}.jsonl`);

export interface LogFile {
  write(line: string): void;
  close(): void;
}

/**
 * Open the log of a centre in its data folder: lines of JSON, in files that replace the oldest when they are
 * full. The folder is created with the first line.
 */
export function logFile(data: string, largest: number = LARGEST_FILE): LogFile {
  let file: { readonly descriptor: number; bytes: number } | undefined;
  const close = (): void => {
    if (file) closeSync(file.descriptor);
    file = undefined;
  };
  const open = () => {
    mkdirSync(join(data, 'log'), { recursive: true, mode: 0o700 });
    const descriptor = openSync(pathOf(data, 0), 'a', 0o600);
    return { descriptor, bytes: fstatSync(descriptor).size };
  };
  const rotate = (): void => {
    close();
    for (let age = FILES - 1; age > 0; age -= 1) {
      if (existsSync(pathOf(data, age - 1))) renameSync(pathOf(data, age - 1), pathOf(data, age));
    }
  };
  return {
    write(line) {
      const bytes = Buffer.byteLength(line);
      file ??= open();
      if (file.bytes > 0 && file.bytes + bytes > largest) {
        rotate();
        file = open();
      }
      writeSync(file.descriptor, line);
      file.bytes += bytes;
    },
    close,
  };
}

/** A line of the log, with the fields of its logger. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly time: string };

const lineOf = (text: string): LogLine[] => {
  try {
    return [JSON.parse(text) as LogLine];
  } catch {
    // The last line of a process that was stopped may be incomplete.
    return [];
  }
};

/** Read the log of a centre, oldest line first. */
export const readLog = (data: string): LogLine[] =>
  Array.from({ length: FILES }, (_, age) => pathOf(data, FILES - 1 - age))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean).flatMap(lineOf));
