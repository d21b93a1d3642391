import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { DrawDeps } from '#shared/application/programme/draw/draw-step.ts';
import { putRows, type StoredTransaction } from '#shared/application/programme/stored-rows.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { FRAME } from '#shared/domain/outreach/frame.ts';
import { replicateId } from '#shared/domain/outreach/week/replicate.ts';
import { sizesOf } from '#shared/domain/outreach/week/week.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { aList } from '#test/builders/a-week.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

export const TODAY = '2026-01-04';
export const WEEK = '2026-01-04';
export const by = 'agent:huda';
const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
export const phoneAt = (index: number): string => `+9665${10_000_000 + index}`;

/** A row of a list: number, service, days before today. */
export type Row = readonly [number, number, number];

/** A list, and the persons behind its numbers. */
export interface World {
  readonly rows: readonly Row[];
  /** Numbers that belong to the person of the number before them. */
  readonly joined: readonly number[];
  readonly optedOut: readonly number[];
}

export const storedOf = ([index, service, days]: Row): StoredTransaction => ({
  ...{ phone: phoneAt(index), language: index % 3 === 0 ? 'en' : 'ar' },
  service: {
    name: `خدمة ${service}`,
    on: new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10),
  },
});

/** A centre with the rows of a world as a list, in stored parts of some rows. */
export async function centreOf({ rows, joined, optedOut }: World, partRows: number) {
  const [store, blobs] = [new MemoryStore(), new MemoryBlobs()];
  const idAt = (index: number) => beneficiaryId(keys, { phone: phoneAt(index) });
  const act = { by, at: 1, recordedAt: 1 } as const;
  for (const index of joined) {
    const [id, other] = await Promise.all([idAt(index - 1), idAt(index)]);
    await updatePerson(store, { ...act, id, cause: `join ${index}`, command: { do: 'join', other, by } });
    await updatePerson(store, {
      ...act,
      id: other,
      cause: `into ${index}`,
      command: { do: 'join-into', into: id },
    });
  }
  for (const index of optedOut) {
    const command = { do: 'opt-out', of: ['surveys'], by: 'beneficiary' } as const;
    await updatePerson(store, { ...act, id: await idAt(index), cause: `wish ${index}`, command });
  }
  let parts = 0;
  for (let from = 0; from < rows.length; from += partRows, parts += 1)
    await putRows(blobs, 'list-1', parts, rows.slice(from, from + partRows).map(storedOf));
  await updateAggregate(store, { kind: 'frame', id: FRAME, cause: 'list', ...act }, () => ({
    state: { id: FRAME, version: 0, causes: [], lists: [aList({ parts, good: rows.length, at: 1 })] },
    events: [],
  }));
  const deps: DrawDeps = { store, blobs, keys, rules: shippedRules(), numberFault: () => undefined };
  return { deps, store, blobs, idAt };
}

export type Centre = Awaited<ReturnType<typeof centreOf>>;
export const order = { by, target: 30, completion: 0.5, mode: 'agent', seed: 'seed' } as const;

/** Return the sample as `number service replicate`, and the counts of the week. */
export async function sampleOf({ store }: Centre) {
  const week = await store.load('week', WEEK);
  const { items } = await store.callsOut('evaluation', 'live', { limit: 1000 });
  const calls = items
    .map(({ phone, week: place }) => `${phone} ${place?.stratum} ${place?.replicate}`)
    .sort();
  const listed = await Promise.all(
    (week ? sizesOf(week) : []).map((_, index) => store.load('replicate', replicateId(WEEK, index + 1))),
  );
  const inReplicates = listed
    .flatMap((one, index) => (one?.calls ?? []).map((id) => `${id} ${index + 1}`))
    .sort();
  return {
    week,
    calls,
    inReplicates,
    planned: items.map(({ id, week: place }) => `${id} ${place?.replicate}`).sort(),
  };
}
