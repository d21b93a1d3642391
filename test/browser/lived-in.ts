import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { EXAMPLES } from '#infra/local/example/example-options.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';
import { endOfExample } from '#test/local/lived-pages.ts';

/** A centre with a fixed clock, so that every run shows the same. */
export interface OpenedCentre {
  readonly centre: LocalCentre;
  close(): Promise<void>;
}

/** The key of the examples that are built here. With a key of its own, each would have other links and names. */
const KEY = new Uint8Array(32).fill(7);

/**
 * Open the example in a folder at its end. Without a folder, build one of a day, and remove it at the end.
 * @param port of the pages, which they show; a free one when missing
 */
export async function openLivedIn(given?: string, port = 0): Promise<OpenedCentre> {
  const data = given ?? (await mkdtemp(join(tmpdir(), 'rida-lived-in-')));
  const until = given === undefined ? WORKING_MORNING + 6 * HOUR : endOfExample(given);
  const tidy = async () => {
    if (given === undefined) await rm(data, { recursive: true, force: true });
  };
  try {
    if (given === undefined) await buildExample({ ...EXAMPLES.day, data, until, key: KEY });
    const centre = await openCentre({
      ...{ port, 'smtp-port': 0, data, 'trust-mail': 'loopback' as const, sweepEveryMs: 0 },
      below: { now: () => until },
      openReader: sharedReader,
    });
    const close = async () => {
      await centre.close();
      await tidy();
    };
    return { centre, close };
  } catch (error) {
    await tidy();
    throw error;
  }
}
