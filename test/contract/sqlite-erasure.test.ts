import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-erasure-'));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const NAME = 'Norah-who-asked-to-be-forgotten';

/** Return whether a file of the folder contains a name, including the write-ahead log. */
const isOnDisk = (): boolean =>
  readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(NAME));

describe('erased data', () => {
  it('of a case is in no file, although its state was overwritten and its rows moved', async () => {
    const database = openDatabase(join(folder, 'rida.db'));
    const store = new SqliteStore(database);
    const trace = { by: 'beneficiary', at: 1, recordedAt: 1, correlationId: 'c', causationId: 'c' } as const;
    const opening = async (after: ReturnType<typeof aCase>) => {
      const change = {
        kind: 'case',
        id: after.id,
        cause: `opening ${after.id}`,
        ...trace,
        events: [],
      } as const;
      const done = await store.commit({ ...change, before: undefined, after });
      if (done.outcome !== 'committed') throw new Error(done.outcome);
      return done.state;
    };
    const fresh = (over: Parameters<typeof aCase>[0]) => aCase({ version: 0, causes: [], ...over });
    const supportCase = await opening(
      fresh({ beneficiary: aBeneficiary({ name: NAME }), subject: `${NAME} `.repeat(300) }),
    );
    // Other rows cause page splits.
    for (let other = 0; other < 200; other += 1) await opening(fresh({ subject: 'x'.repeat(500) }));
    expect(isOnDisk()).toBe(true);
    const change = { kind: 'case', id: supportCase.id, cause: 'erased', ...trace, events: [] } as const;
    const { name: _, ...beneficiary } = supportCase.beneficiary;
    await store.commit({
      ...change,
      before: supportCase,
      after: { ...supportCase, beneficiary, subject: '' },
    });
    await store.scrub('case', supportCase.id, scrubbed);
    expect(isOnDisk()).toBe(false);
    database.close();
  });

  it('of message rows is in no file, while others are written', async () => {
    const database = openDatabase(join(folder, 'rida.db'));
    const blobs = rowBlobs(database);
    await blobs.put('cases/a/m.json', new TextEncoder().encode(NAME.repeat(1000)), 'application/json');
    expect(isOnDisk()).toBe(true);
    await Promise.all([blobs.remove(['cases/a/']), blobs.put('cases/b/m.json', new Uint8Array(9), 'x/y')]);
    expect(isOnDisk()).toBe(false);
    expect((await blobs.get('cases/b/m.json'))?.bytes).toHaveLength(9);
    database.close();
  });
});
