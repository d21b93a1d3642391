import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** The size of the log's header, of the header of a frame, and of the record, in bytes (sqlite.org/walformat.html). */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const RECORD = 12;
/** The place of the number of frames and of the salts in the index of the log, and the size of its header. */
const INDEX = { header: 48, frames: 16, salts: 32 };
/** The log starts over with the next salt. More restarts than these do not happen between two records. */
const MOST_RESTARTS = 1_000_000;
const NO_RECORD = Buffer.alloc(RECORD);

/** The part of the log that is on disk: the number of its frames, and the salts of its header. */
type LogPosition = Buffer;

const recordPath = (database: string): string => `${database}-synced`;

/** Add bytes to a checksum of the log. `isBig` is the order of the bytes in its words. */
function addChecksum(
  bytes: Buffer,
  [first, second]: readonly [number, number],
  isBig: boolean,
): [number, number] {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + words.getUint32(at, !isBig) + b) >>> 0;
    b = (b + words.getUint32(at + 4, !isBig) + a) >>> 0;
  }
  return [a, b];
}

/** Return the number of valid frames from the beginning of a log, up to a number. */
function validFrames(log: Buffer, most: number): number {
  const isBig = (log.readUInt32BE(0) & 1) === 1;
  const pageSize = log.readUInt32BE(8);
  let sum = addChecksum(log.subarray(0, 24), [0, 0], isBig);
  if (sum[0] !== log.readUInt32BE(24) || sum[1] !== log.readUInt32BE(28)) return 0;
  const size = FRAME_HEADER + pageSize;
  for (let frame = 0; frame < most; frame += 1) {
    const at = LOG_HEADER + frame * size;
    if (at + size > log.length) return frame;
    if (log.compare(log, 16, 24, at + 8, at + 16) !== 0) return frame;
    sum = addChecksum(log.subarray(at, at + 8), sum, isBig);
    sum = addChecksum(log.subarray(at + FRAME_HEADER, at + size), sum, isBig);
    if (sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20)) return frame;
  }
  return most;
}

/**
 * Check after a crash that the log of a database still has all frames that were on disk. SQLite itself silently leaves
 * out everything after the first damaged frame. Return what is wrong with it, or undefined.
 */
export function faultOfLog(database: string): 'missing' | 'damaged' | undefined {
  const hasRecord = existsSync(recordPath(database));
  const record = hasRecord ? readFileSync(recordPath(database)) : NO_RECORD;
  const frames = record.length < RECORD ? 0 : record.readUInt32BE(0);
  const path = `${database}-wal`;
  if (!existsSync(path)) return hasRecord && frames === 0 ? undefined : 'missing';
  if (frames === 0) return undefined;
  const log = readFileSync(path);
  if (log.length < LOG_HEADER) return 'damaged';
  const restarts = (log.readUInt32BE(16) - record.readUInt32BE(4)) >>> 0;
  const isSame = restarts === 0 && log.readUInt32BE(20) === record.readUInt32BE(8);
  if (!isSame && restarts > 0 && restarts < MOST_RESTARTS) return undefined;
  return isSame && validFrames(log, frames) === frames ? undefined : 'damaged';
}

/**
 * Records how much of a database's log is on disk. A record that cannot be written is not a failure of the work: the
 * earlier one demands less of the log.
 */
export class SyncedRecord {
  readonly #database: string;
  #index: number | undefined;
  #record: number | undefined;
  #isClosed = false;

  constructor(database: string) {
    this.#database = database;
  }

  /** Return the position of the log now, or undefined while its index cannot be read. */
  position(): LogPosition | undefined {
    try {
      this.#index ??= openSync(`${this.#database}-shm`, 'r');
      const index = Buffer.alloc(2 * INDEX.header);
      readSync(this.#index, index, 0, index.length, 0);
      // SQLite writes the header twice: both copies are equal unless it is being written.
      if (index.compare(index, 0, INDEX.header, INDEX.header) !== 0) return undefined;
      const position = Buffer.alloc(RECORD);
      position.writeUInt32BE(new Uint32Array(index.buffer, index.byteOffset + INDEX.frames, 1)[0] ?? 0);
      index.copy(position, 4, INDEX.salts, INDEX.salts + 8);
      return position;
    } catch {
      // Without an index there is no record, and so no check.
      return undefined;
    }
  }

  /** Record a position that is on disk. */
  write(position: LogPosition): void {
    if (this.#isClosed) return;
    try {
      this.#record ??= openSync(recordPath(this.#database), 'w', 0o600);
      writeSync(this.#record, position, 0, RECORD, 0);
    } catch {
      // For example, the disk is full.
    }
  }

  /** Forget the record before the log is removed or cut in order. */
  clear(): void {
    this.write(NO_RECORD);
    if (this.#record !== undefined) fsyncSync(this.#record);
  }

  close(): void {
    this.#isClosed = true;
    for (const file of [this.#index, this.#record]) if (file !== undefined) closeSync(file);
    [this.#index, this.#record] = [undefined, undefined];
  }
}
