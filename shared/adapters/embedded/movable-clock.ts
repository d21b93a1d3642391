import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Clock } from '#shared/ports/outside.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { writeDurably } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

/** A clock that can be moved forward to test deadlines. */
export interface MovableClock extends Clock {
  /** Milliseconds ahead of the underlying clock. */
  ahead(): number;
  /** Move it forward, never back, because stored times would then be in the future. */
  advance(ms: number): Promise<void>;
}

const kept = z.object({ aheadMs: z.int().nonnegative() });

function readAhead(path: string, file: string): number {
  try {
    return kept.parse(JSON.parse(file)).aheadMs;
  } catch (cause) {
    const what = 'expected JSON with aheadMs; write {"aheadMs":0} if the clock was never moved';
    throw new StoreError('damaged', `clock ${path}: the file is damaged: ${what}`, { cause });
  }
}

/** Open a movable clock. Its offset is stored in a file, so that a restart does not move time back. */
export async function openMovableClock(path: string, below: Clock): Promise<MovableClock> {
  const file = await unlessMissing(readFile(path, 'utf8'));
  let aheadMs = file === undefined ? 0 : readAhead(path, file);
  let writing: Promise<void> = Promise.resolve();

  return {
    now: () => below.now() + aheadMs,
    ahead: () => aheadMs,
    advance(ms) {
      if (!Number.isSafeInteger(ms) || ms < 0)
        return Promise.reject(new RangeError('the clock moves only forward, by whole milliseconds'));
      const move = async (): Promise<void> => {
        const next = aheadMs + ms;
        await writeDurably(path, Buffer.from(JSON.stringify({ aheadMs: next })));
        aheadMs = next;
      };
      const moved = writing.then(move);
      writing = moved.catch(() => {});
      return moved;
    },
  };
}
