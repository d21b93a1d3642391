import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { DAY, HOUR, isoInstant } from '#shared/domain/time/instant.ts';
import { countCapacity, spentBy } from '#test/bench/capacity.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { causeOf, changeOf, unopened } from './changes.ts';
import { ORDINARY } from './ordinary-case.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const T = WORKING_MORNING;
const TEXT =
  'نشكر لكم تواصلكم مع البلدية، تمت صيانة إنارة الشارع أمام المدرسة واستبدال الكشافات التالفة، ونعتذر عن التأخير.';

const events = (...drafts: EventDraft[]): { events: EventDraft[] } => ({ events: drafts });

describe.runIf(endpoint)('the cost of a commit', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'commit-cost' });
  const capacity = countCapacity(client);
  let stored: Case | undefined;
  beforeAll(() => createTable(client, 'commit-cost'));

  /** One step of an event consumer: read a state of at least this version, commit. */
  const step = (after: (state: Case) => Case, over: ReturnType<typeof events>) =>
    spentBy(capacity, async () => {
      const before = stored && (await store.load('case', stored.id, stored.version));
      const answer = await store.commit(changeOf('case', before, after(before ?? unopened(ORDINARY)), over));
      if (answer.outcome === 'conflict') throw new Error('nobody else wrote');
      stored = answer.state;
    });

  test('each step of an ordinary case by mail', async () => {
    const open = await step((state) => state, events(OPENED));
    const effect = await spentBy(capacity, () =>
      store.recordEffect('case', stored?.id ?? '', {
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
      // Commit and state are over 1 KB each; four index entries.
      open: { writes: 8, reads: 0 },
      effect: { writes: 2, reads: 0 },
      // A moved timer moves two entries.
      reply: { writes: 7, reads: 0.5 },
      resolve: { writes: 8, reads: 0.5 },
      // A deadline that stays moves nothing in the list of work.
      tick: { writes: 5, reads: 0.5 },
      close: { writes: 7, reads: 0.5 },
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
});

const OPENED: EventDraft = {
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
