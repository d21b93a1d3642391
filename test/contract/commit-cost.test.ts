import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Draft } from '#shared/domain/case/command.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import type { Heads, Kind } from '#shared/ports/store.ts';
import { countCapacity, spentBy } from '#test/bench/capacity.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { causeOf, changeOf, emptyDigest, presentStaff, unknownPerson, unopened } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const T = WORKING_MORNING;
const TEXT =
  'نشكر لكم تواصلكم مع البلدية، تمت صيانة إنارة الشارع أمام المدرسة واستبدال الكشافات التالفة، ونعتذر عن التأخير.';

/** A case by mail as it usually is: long ids, an Arabic subject, a Message-ID of an ordinary length. */
const ORDINARY: Partial<Case> = {
  subject: 'إنارة الشارع المقابل لمدرسة الحي لا تعمل منذ أسبوع والأطفال يخرجون في الظلام',
  beneficiary: {
    id: causeOf('norah'),
    name: 'نورة بنت سعد القحطاني',
    email: 'norah.alqahtani@gmail.com',
    authenticated: true,
  },
  lastMessageId: '<CAF=8xQ2k3vY9bT1nR7wZpLm4sD6hJ0aKcXeVuGiOq5yBtNrWf@mail.gmail.com>',
  nextDueAt: T + 4 * HOUR,
};

const events = (...drafts: Draft[]): { events: Draft[] } => ({ events: drafts });

describe.runIf(endpoint)('what a commit costs', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'commit-cost' });
  const capacity = countCapacity(client);
  let head: Case | undefined;
  beforeAll(() => createTable(client, 'commit-cost'));

  /** One step as a consumer of events does it: read a head at least this old, commit. */
  const step = (after: (state: Case) => Case, over: ReturnType<typeof events>) =>
    spentBy(capacity, async () => {
      const before = head && (await store.load('case', head.id, head.version));
      const answer = await store.commit(changeOf('case', before, after(before ?? unopened(ORDINARY)), over));
      if (answer.outcome === 'conflict') throw new Error('nobody else wrote');
      head = answer.head;
    });

  test('each step of an ordinary case by mail', async () => {
    const open = await step((state) => state, events(OPENED));
    const effect = await spentBy(capacity, () =>
      store.recordEffect('case', head?.id ?? '', {
        id: causeOf('ack'),
        at: T,
        what: 'acknowledgement',
        to: 'norah.alqahtani@gmail.com',
        token: `<${causeOf('ack')}@rida.example.gov.sa>`,
        providerId: causeOf('p'),
      }),
    );
    const reply = await step(
      (state) => ({
        ...state,
        status: 'open',
        nextDueAt: T + DAY,
        facts: [
          ...state.facts,
          { at: T + HOUR, type: 'agent-contact' },
          { at: T + HOUR, type: 'status', status: 'open' },
        ],
      }),
      events(
        {
          type: 'rida.message.sent.v1',
          data: { message: causeOf('reply'), channel: 'mail', by: 'agent:salem' },
        },
        { type: 'rida.case.status-changed.v1', data: { from: 'new', to: 'open', by: 'agent:salem' } },
      ),
    );
    const resolve = await step(
      (state) => ({
        ...state,
        status: 'resolved',
        resolution: { at: T + 5 * HOUR, by: 'agent:salem', outcome: TEXT },
        survey: { state: 'planned', at: T + 6 * HOUR },
        nextDueAt: T + 6 * HOUR,
        facts: [...state.facts, { at: T + 5 * HOUR, type: 'status', status: 'resolved' }],
      }),
      events({ type: 'rida.note.added.v1', data: { message: causeOf('note'), by: 'agent:salem' } }),
    );
    const tick = await step(
      (state) => ({
        ...state,
        survey: { state: 'invited', invitation: 's0', at: T + 6 * HOUR, expiresAt: T + 8 * DAY },
        nextDueAt: T + 6 * DAY,
      }),
      events({
        type: 'rida.survey.invited.v1',
        data: {
          invitation: 's0',
          mode: 'mail',
          definition: 'after-case-v1',
          language: 'ar',
          expiresAt: isoInstant(T + 8 * DAY),
        },
      }),
    );
    const close = await step(
      ({ nextDueAt: _, ...state }) => ({
        ...state,
        status: 'closed',
        closing: { at: T + DAY, reason: 'finished' },
        survey: {
          state: 'answered',
          invitation: 's0',
          at: T + DAY,
          score: 5,
          finished: true,
          language: 'ar',
          comment: TEXT,
        },
      }),
      events({ type: 'rida.case.closed.v1', data: { by: 'beneficiary', reason: 'finished' } }),
    );
    expect({ open, effect, reply, resolve, tick, close }).toEqual({
      open: { writes: 4, reads: 0 },
      effect: { writes: 1, reads: 0 },
      reply: { writes: 4, reads: 0.5 },
      resolve: { writes: 4, reads: 0.5 },
      tick: { writes: 4, reads: 0.5 },
      close: { writes: 4, reads: 0.5 },
    });
  });

  test('a repeated delivery costs no write when the head was read, and one when it was not', async () => {
    const wanted = unopened(ORDINARY);
    await store.commit(changeOf('case', undefined, wanted));
    const blind = await spentBy(capacity, () => store.commit(changeOf('case', undefined, wanted)));
    expect(blind).toEqual({ writes: 1, reads: 2 });
    const seen = await store.load('case', wanted.id);
    const again = changeOf('case', seen, wanted, { cause: causeOf(`${wanted.id} 0`) });
    expect(await spentBy(capacity, () => store.commit(again))).toEqual({ writes: 0, reads: 0 });
  });

  test('a sweep over a shard in which nothing is due costs half a read unit', async () => {
    for (let n = 0; n < 30; n += 1) await store.commit(changeOf('case', undefined, unopened(ORDINARY)));
    expect(await spentBy(capacity, () => store.due(0, T, { limit: 100 }))).toEqual({ writes: 0, reads: 0.5 });
  });

  test('each step of what is no case, and of the end of one', async () => {
    const quiet = events();
    const commit = <K extends Kind>(kind: K, before: Heads[K] | undefined, after: Heads[K]) =>
      spentBy(capacity, () => store.commit(changeOf(kind, before, after, quiet)));
    const headOf = async <K extends Kind>(kind: K, id: string): Promise<Heads[K]> => {
      const found = await store.load(kind, id);
      if (!found) throw new Error('it was stored');
      return found;
    };
    const known = unknownPerson({
      name: 'نورة بنت سعد القحطاني',
      contacts: [
        { kind: 'email', value: 'norah.alqahtani@gmail.com', beneficiaryId: causeOf('norah') },
        { kind: 'phone', value: '+966500000001', beneficiaryId: causeOf('phone') },
      ],
      joined: [causeOf('phone')],
      optOuts: ['surveys'],
    });
    const person = await commit('person', undefined, known);
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
    const waits = emptyDigest({ notices: [notice(0)], nextDueAt: T });
    const gathers = await commit('digest', undefined, waits);
    const one = await headOf('digest', waits.id);
    const gathersMore = await commit('digest', one, { ...one, notices: [notice(0), notice(1)] });
    const { nextDueAt: ___, ...two } = await headOf('digest', waits.id);
    const told = await commit('digest', await headOf('digest', waits.id), { ...two, notices: [] });

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
    expect({ person, away, begins, returns, gathers, gathersMore, told, erase, scrub }).toEqual({
      person: { writes: 2, reads: 0 },
      away: { writes: 3, reads: 0 },
      begins: { writes: 4, reads: 0 },
      returns: { writes: 3, reads: 0 },
      gathers: { writes: 3, reads: 0 },
      gathersMore: { writes: 2, reads: 0 },
      told: { writes: 3, reads: 0 },
      erase: { writes: 4, reads: 0 },
      scrub: { writes: 2, reads: 4 },
    });
  });

  test('a digest that has told a hundred times costs what its first notice did', async () => {
    let head = await store.load('digest', 'supervisor');
    const gather = async (n: number): Promise<void> => {
      const after = { ...(head ?? emptyDigest({ id: 'supervisor' })), more: n };
      const answer = await store.commit(changeOf('digest', head, after, events()));
      if (answer.outcome === 'committed') head = answer.head;
    };
    const first = await spentBy(capacity, () => gather(1));
    for (let n = 2; n < 100; n += 1) await gather(n);
    expect([first, await spentBy(capacity, () => gather(100))]).toEqual([
      { writes: 2, reads: 0 },
      { writes: 2, reads: 0 },
    ]);
    expect(head?.version).toBe(100);
  });

  test('what goes through closed cases reads the index alone, and through open ones half a unit a case', async () => {
    const department = 'cost-of-age';
    const closing = { at: T, reason: 'finished' } as const;
    for (let n = 0; n < 20; n += 1) {
      const { nextDueAt: _, ...ordinary } = ORDINARY;
      const old = unopened({ ...ordinary, department, status: 'closed', closing });
      await store.commit(changeOf('case', undefined, old));
    }
    const aged = await spentBy(capacity, () => store.closedBefore(department, T + 1, { limit: 20 }));
    expect(aged).toEqual({ writes: 0, reads: 0.5 });
    const live = await spentBy(capacity, async () => {
      expect((await store.live(0, { limit: 20 })).items).toHaveLength(20);
    });
    expect(live).toEqual({ writes: 0, reads: 11 });
  });
});

const OPENED: Draft = {
  type: 'rida.case.opened.v1',
  data: {
    type: 'report',
    category: 'lighting',
    department: 'operations',
    segment: 'citizen',
    channel: 'mail',
    language: 'ar',
    priority: 'normal',
    beneficiaryId: causeOf('norah'),
    acknowledge: true,
  },
};
