import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ExportedFile } from '#shared/domain/reports/export/export-schema.ts';
import type { ExportFiles } from '#shared/ports/export-files.ts';

const compress = promisify(gzip);

/** The size at which a part ends, before it is compressed. Two parts are in memory at a time. */
const PART_BYTES = 8 * 1024 * 1024;

/** The two kinds of files of a day. */
type ExportTable = 'events' | 'cases';

export interface PartsOptions {
  readonly table: ExportTable;
  readonly dt: string;
  readonly isCompressed: boolean;
  /** The parts that an earlier run wrote. */
  readonly written: readonly ExportedFile[];
  readonly partBytes?: number;
}

/** The lines of one day as files of bounded size: `events/dt=2026-11-29/part-00000.jsonl`. */
export class ExportParts {
  readonly #files: ExportFiles;
  readonly #options: PartsOptions;
  readonly #written: ExportedFile[];
  #lines: string[] = [];
  #bytes = 0;

  constructor(files: ExportFiles, options: PartsOptions) {
    this.#files = files;
    this.#options = options;
    this.#written = [...options.written];
  }

  /** Add a line. Write a part when it is full. */
  async add(line: object): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.#lines.push(text);
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes >= (this.#options.partBytes ?? PART_BYTES)) await this.#flush();
  }

  /** Write the last part. Return all parts of the day. */
  async finish(): Promise<readonly ExportedFile[]> {
    if (this.#lines.length > 0) await this.#flush();
    return this.#written;
  }

  async #flush(): Promise<void> {
    const { table, dt, isCompressed } = this.#options;
    const text = Buffer.from(this.#lines.join(''));
    const bytes = isCompressed ? await compress(text) : text;
    const part = `part-${String(this.#written.length).padStart(5, '0')}.jsonl${isCompressed ? '.gz' : ''}`;
    const name = `${table}/dt=${dt}/${part}`;
    await this.#files.put(name, bytes, isCompressed ? 'application/gzip' : 'application/x-ndjson');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#written.push({ name, lines: this.#lines.length, bytes: bytes.length, sha256 });
    this.#lines = [];
    this.#bytes = 0;
  }
}
