import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { countCapacity, spentBy } from '#test/bench/capacity.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { causeOf, changeOf, emptyDigest, presentStaff, unknownPerson, unopened } from './changes.ts';
import { ORDINARY } from './ordinary-case.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const T = WORKING_MORNING;
const quiet = { events: [] };
const EFFECT = { at: T, what: 'breached', to: 'huda@rida.example', token: causeOf('token') };

describe.runIf(endpoint)('the cost of other aggregates and of the end of a case', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'kind-cost' });
  const capacity = countCapacity(client);
  beforeAll(() => createTable(client, 'kind-cost'));

  test('each step of an aggregate that is not a case, and its last step', async () => {
    const commit = <K extends Kind>(kind: K, before: Aggregates[K] | undefined, after: Aggregates[K]) =>
      spentBy(capacity, () => store.commit(changeOf(kind, before, after, quiet)));
    const headOf = async <K extends Kind>(kind: K, id: string): Promise<Aggregates[K]> => {
      const found = await store.load(kind, id);
      if (!found) throw new Error('it was stored');
      return found;
    };
    const storedPerson = unknownPerson({
      name: 'نورة بنت سعد القحطاني',
      contacts: [
        { kind: 'email', value: 'norah.alqahtani@gmail.com', beneficiaryId: causeOf('norah') },
        { kind: 'phone', value: '+966500000001', beneficiaryId: causeOf('phone') },
      ],
      joined: [causeOf('phone')],
      optOuts: ['surveys'],
    });
    const person = await commit('person', undefined, storedPerson);
    const staff = presentStaff();
    const away = await commit('staff', undefined, {
      ...staff,
      absence: { from: T, until: T + DAY, handOverTo: 'huda', by: 'agent:salem' },
      nextDueAt: T,
    });
    const absent = await headOf('staff', staff.id);
    const begins = await commit('staff', absent, { ...absent, nextDueAt: T + DAY });
    const { nextDueAt: _, absence: __, ...back } = await headOf('staff', staff.id);
    const returns = await commit('staff', await headOf('staff', staff.id), back);

    const notice = (n: number): Notice => ({
      event: causeOf(`notice ${n}`),
      case: '4K7-R2M-0385',
      kind: 'breached',
      clock: 'firstResponse',
      level: 1,
      dueAt: isoInstant(T),
      department: 'operations',
      priority: 'high',
    });
    const waits = emptyDigest({ nextDueAt: T });
    const collect = (n: number) =>
      spentBy(capacity, () =>
        store.collectNotices(waits.id, [
          { notice: notice(n), effect: { ...EFFECT, id: causeOf(`fx ${n}`) } },
        ]),
      );
    const collects = await collect(0);
    const schedules = await commit('digest', undefined, waits);
    const collectsMore = await collect(1);
    const collectsAgain = await collect(1);
    const { nextDueAt: ___, ...due } = await headOf('digest', waits.id);
    const sends = await commit('digest', await headOf('digest', waits.id), {
      ...due,
      sent: [notice(0).event, notice(1).event],
    });
    const removes = await spentBy(capacity, async () =>
      store.removeNotices(waits.id, await store.waitingNotices(waits.id, 100)),
    );

    const closed = unopened({
      ...ORDINARY,
      status: 'closed',
      closing: { at: T + DAY, reason: 'finished' },
    });
    await store.commit(changeOf('case', undefined, closed));
    const old = await headOf('case', closed.id);
    const erase = await commit('case', old, {
      ...old,
      subject: '',
      beneficiary: { id: 'erased', authenticated: false },
      erased: { at: T + 2 * DAY, because: 'age' },
    });
    const scrub = await spentBy(capacity, () => store.scrub('case', closed.id, (commit) => commit));
    expect({
      ...{ person, away, begins, returns, collects, schedules, collectsMore, collectsAgain, sends, removes },
      ...{ erase, scrub },
    }).toEqual({
      person: { writes: 2, reads: 0 },
      away: { writes: 3, reads: 0 },
      begins: { writes: 4, reads: 0 },
      returns: { writes: 3, reads: 0 },
      // A notice and its proof, in one transaction; the proof has an index entry.
      collects: { writes: 6, reads: 0 },
      schedules: { writes: 3, reads: 0 },
      collectsMore: { writes: 6, reads: 0 },
      // Refused, but charged; then the proof is read.
      collectsAgain: { writes: 4, reads: 1 },
      sends: { writes: 3, reads: 0 },
      removes: { writes: 2, reads: 1 },
      // Its places in the lists of closed cases and of ended work are removed, and the second gets a reference.
      erase: { writes: 7, reads: 0 },
      scrub: { writes: 2, reads: 4 },
    });
  });

  test('a digest that has told a hundred times costs what its first notice did', async () => {
    let state = await store.load('digest', 'supervisor');
    const gather = async (n: number): Promise<void> => {
      const after = { ...(state ?? emptyDigest({ id: 'supervisor' })), sent: [causeOf(`${n}`)] };
      const answer = await store.commit(changeOf('digest', state, after, quiet));
      if (answer.outcome === 'committed') state = answer.state;
    };
    const first = await spentBy(capacity, () => gather(1));
    for (let n = 2; n < 100; n += 1) await gather(n);
    expect([first, await spentBy(capacity, () => gather(100))]).toEqual([
      { writes: 2, reads: 0 },
      { writes: 2, reads: 0 },
    ]);
    expect(state?.version).toBe(100);
  });

  test('applying settings reads only the index for closed cases, and half a unit for each open case', async () => {
    const department = 'cost-of-age';
    const closing = { at: T, reason: 'finished' } as const;
    for (let n = 0; n < 25; n += 1) {
      await store.commit(changeOf('case', undefined, unopened(ORDINARY)));
      const { nextDueAt: _, ...ordinary } = ORDINARY;
      const old = unopened({ ...ordinary, department, status: 'closed', closing });
      await store.commit(changeOf('case', undefined, old));
    }
    const aged = await spentBy(capacity, () => store.closedBefore(department, T + 1, { limit: 20 }));
    expect(aged).toEqual({ writes: 0, reads: 1 });
    const live = await spentBy(capacity, async () => {
      expect((await store.live(0, { limit: 20 })).items).toHaveLength(20);
    });
    expect(live).toEqual({ writes: 0, reads: 11 });
  });
});
