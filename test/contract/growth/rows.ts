import type { RidaEvent } from '#events/registry.ts';
import type { Actor } from '#events/vocabulary.ts';
import { applyRetention } from '#functions/cases/apply-retention.ts';
import { heldBack } from '#functions/mail/held-back.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { listCases } from '#functions/web/cases/list-cases.ts';
import type { ListQuery } from '#functions/web/cases/list-query.ts';
import { loadCase } from '#functions/web/cases/load-case.ts';
import { causeItem } from '#shared/adapters/table/cause-item.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import { effectItem } from '#shared/adapters/table/effect-item.ts';
import { countedItem, figuresItem } from '#shared/adapters/table/figures-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { quotaItem } from '#shared/adapters/table/quota-item.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { scheduleDigest, tickDigest } from '#shared/application/digests.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case, ClockFact } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { settleFacts } from '#shared/domain/cases/settle-facts.ts';
import { DAY, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { CAUSES_KEPT } from '#shared/ports/processed-causes.ts';
import type { CollectedNotice } from '#shared/ports/store.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { rulesSource } from '#shared/settings/rules-source.ts';
import { aCase, anInvestor, aReference } from '#test/builders/a-case.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryDesk } from '#test/doubles/memory-desk.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { causeOf } from '../changes.ts';
import { SHARDS } from './ground.ts';
import type { Act, Growth } from './growth.ts';
import { callGrowth, pastGrowth } from './past-rows.ts';
import { OFFICER, planActs } from './plan-rows.ts';
import { colleagueGrowth, staffGrowth } from './staff-rows.ts';

const range = function* (from: number, to: number): Generator<number> {
  for (let n = from; n < to; n += 1) yield n;
};

/* The past of one case */
const long = aCase({ id: aReference(), department: 'operations', nextDueAt: T + DAY });
const pastCause = (n: number): string => causeOf(`past ${n}`);

function* past(from: number, to: number): Generator<Item> {
  for (const n of range(from, to)) {
    yield commitItem(
      aCommit({
        kind: 'case',
        id: long.id,
        version: n + 1,
        cause: pastCause(n),
        patch: { subject: `s${n}` },
        ...{ at: T + n, recordedAt: T + n },
      }),
    );
    yield causeItem('case', long.id, pastCause(n), { commit: n + 1, recordedAt: T });
    const effect = { id: causeOf(`sent ${n}`), at: T + n, what: 'reply', to: 'a@b.example', token: 't' };
    yield effectItem('case', long.id, effect);
  }
  const causes = [...range(Math.max(0, to - CAUSES_KEPT), to)].map(pastCause);
  yield stateItem('case', { ...long, version: to, causes }, SHARDS);
}

const command = (cause: string) => ({
  ...({ id: long.id, command: { do: 'receive', channel: 'mail' }, cause, by: 'beneficiary' } as const),
  ...{ at: T + MINUTE, recordedAt: T + MINUTE, correlationId: cause, causationId: cause },
});

const page =
  (before?: number): Act =>
  async ({ store }) => {
    const file = await loadCase({ store, blobs: new MemoryBlobs(), rules, now: T }, long.id, before);
    if (file?.commits.length !== 30) throw new Error('a page has thirty commits');
  };

/* A long conversation in one case: the beneficiary writes, the centre asks back */
const talkedIn = aCase({ id: aReference(), department: 'operations' });
const asksBack = { do: 'reply', by: 'agent:salem', thenStatus: 'pending-beneficiary' } as const;
const writes = { do: 'receive', channel: 'mail' } as const;
const SOME_MESSAGES = 8;
let talked = talkedIn;

/** The facts of one message: every other one is an answer that asks back. */
const saidAt = (n: number): ClockFact[] => {
  const at = T + n * 10 * MINUTE;
  return n % 2 === 0
    ? [
        { at, type: 'beneficiary-contact' },
        { at, type: 'status', status: 'open' },
      ]
    : [
        { at, type: 'agent-contact' },
        { at, type: 'status', status: 'pending-beneficiary' },
      ];
};

/** Continue the conversation to a number of messages, and settle its facts as a decision does. */
function* conversation(from: number, to: number): Generator<Item> {
  if (from === 0) talked = talkedIn;
  for (let n = from; n < to; n += SOME_MESSAGES) {
    const said = [...range(n, Math.min(to, n + SOME_MESSAGES))].flatMap(saidAt);
    talked = settleFacts({ ...talked, facts: [...talked.facts, ...said] }, rules);
  }
  yield stateItem('case', { ...talked, status: 'pending-beneficiary', version: to, causes: [] }, SHARDS);
}

const say =
  (command: CaseCommand, by: Actor): Act =>
  ({ store }, size) => {
    const cause = causeOf(`${command.do} ${size}`);
    const at = T + (size + 1) * 10 * MINUTE;
    return handleCommand(
      { store, rules },
      {
        ...{ id: talkedIn.id, command, cause, by, at, recordedAt: at },
        correlationId: cause,
        causationId: cause,
      },
    );
  };

/* The events of a day that were counted */
const counted = (n: number): RidaEvent => ({
  ...{ id: causeOf(`counted ${n}`), type: 'rida.case.opened.v1', source: 'rida.desk', subject: 'x' },
  ...{ subjectVersion: 1, time: isoInstant(T), recordedTime: isoInstant(T) },
  ...{ correlationId: causeOf('c'), causationId: causeOf('c') },
  data: {
    ...{
      type: 'report',
      category: 'lighting',
      department: 'operations',
      segment: 'citizen',
      channel: 'mail',
    },
    ...{ language: 'ar', priority: 'normal', beneficiaryId: 'b', acknowledge: true },
  },
});

/* The notices of a reader */
const READER = 'supervisor';
const aNotice = (n: number): CollectedNotice => ({
  notice: {
    ...{ event: causeOf(`notice ${n}`), case: `case-${n % 100}`, kind: 'breached', department: 'operations' },
    ...{ clock: 'firstResponse', priority: 'normal', dueAt: isoInstant(T) },
  },
  effect: { id: causeOf(`effect ${n}`), at: T + n, what: 'breached', to: 'a@b.example', token: 't' },
});

function* manyCounted(from: number, to: number): Generator<Item> {
  for (const n of range(from, to)) {
    const { id, subject } = counted(n);
    const proof = { id, subject, day: '2026-01-04', at: T, recordedAt: T };
    yield countedItem({ ...proof, counters: { 'opened|mail|report': 1 } });
  }
  const counts = { 'opened|mail|report': to };
  yield figuresItem({ day: '2026-01-04', shard: 0, version: to, counts });
}

function* manySent(from: number, to: number): Generator<Item> {
  for (const n of range(from, to))
    yield commitItem(
      aCommit({ kind: 'digest', id: READER, version: n + 1, cause: causeOf(`d ${n}`), patch: {} }),
    );
  yield stateItem('digest', { id: READER, version: to, causes: [], sent: [], nextDueAt: T }, SHARDS);
}

const collect: Act = async ({ store }, size) => {
  const collected = await store.collectNotices(READER, [aNotice(1e6 + size)]);
  await scheduleDigest({ store, rules, now: T }, READER, collected);
};

/* The open cases of a large department, beside a small one */
const [LARGE, SMALL] = ['operations', 'planning'];
const isMine = (n: number): boolean => n < 60 && n % 2 === 0;
const openCases = Array.from({ length: 100_000 }, () => aReference());

function* openCasesOf(from: number, to: number): Generator<Item> {
  for (const n of range(from, to)) {
    const given = {
      ...{ id: openCases[n] ?? aReference(), openedAt: T - n, nextDueAt: T + n },
      department: n % 1000 < 30 && n < 1000 ? SMALL : LARGE,
    };
    // Every other case has the plan of an investor.
    const supportCase =
      n % 2 === 1
        ? anInvestor({ ...given, status: 'new', assignee: n < 60 ? OFFICER : `agent-${n % 500}` })
        : aCase({ ...given, assignee: isMine(n) ? 'salem' : `agent-${n % 500}` });
    yield stateItem('case', supportCase, SHARDS);
  }
}

const list =
  (over: Partial<ListQuery>): Act =>
  ({ store }) =>
    listCases(
      { store, desk: new MemoryDesk(), rules, now: T },
      { state: 'active', department: '', ...over },
      { user: 'salem', roles: ['agent'] },
    );

/** Colleagues change some cases, each once, before a page of the list is asked for. */
const CHANGED = 10;
const changedList: Act = async (ground, size) => {
  for (const n of range(0, CHANGED)) {
    const id = openCases[size - 1 - n] as Case['id'];
    const cause = causeOf(`changed ${size} ${n}`);
    const done = await handleCommand(
      { store: ground.others, rules },
      {
        ...({
          id,
          command: { do: 'set-status', to: 'open', by: 'agent:salem' },
          cause,
          by: 'agent:salem',
        } as const),
        ...{ at: T, recordedAt: T, correlationId: cause, causationId: cause },
      },
    );
    if (done.outcome !== 'committed') throw new Error(`the change was ${done.outcome}`);
  }
  await list({})(ground, size);
};

/* Closed cases that are not old enough to erase */
function* closedCases(from: number, to: number): Generator<Item> {
  const closing = { at: T, reason: 'finished' } as const;
  for (const n of range(from, to))
    yield stateItem(
      'case',
      { ...aCase({ status: 'closed', closing }), id: `closed-${n}` as Case['id'], version: 1 },
      SHARDS,
    );
}

/* Mails of one sender on one day */
const sender = aCase({}).beneficiary;
const sentCase = (n: number): Case => ({
  ...aCase({ beneficiary: sender, openedAt: T + n, subject: `subject ${'x'.repeat(n % 50)}` }),
  id: `sent-${n}` as Case['id'],
  version: 1,
});
function* mailsOfOne(from: number, to: number): Generator<Item> {
  for (const n of range(from, to)) yield stateItem('case', sentCase(n), SHARDS);
  const places = [...range(0, rules.desk.acknowledgementsPerDay)].map((n) => ({ slot: `sent-${n}`, at: T }));
  const quota = { name: `acknowledgements-to-${sender.id}`, allowed: places.length, withinMs: DAY };
  yield quotaItem(quota, { version: 1, places });
}

const keeper = rulesSource(new MemorySettings(), fixedClock(), defaultSettings);

export const GROWTH: readonly Growth[] = [
  staffGrowth,
  colleagueGrowth,
  callGrowth,
  pastGrowth,
  {
    what: 'mails of one sender on one day',
    items: mailsOfOne,
    acts: {
      'the limits of an acknowledgement': ({ store, quotas }, size) =>
        heldBack(
          { store, quotas, blobs: new MemoryBlobs(), clock: fixedClock(T + size) },
          rules,
          sentCase(size - 1),
        ),
    },
  },
  {
    what: 'closed cases within the retention time',
    items: closedCases,
    atStart: { act: list({ state: 'closed' }), readUnitsOfThousand: 30 },
    acts: {
      'the list of closed cases': list({ state: 'closed' }),
      'the nightly retention': ({ store }) =>
        applyRetention({ store, rules: keeper, clock: fixedClock() }, undefined, new AbortController()),
    },
  },
  {
    what: 'commits of one case',
    items: past,
    acts: {
      'another message': ({ store }, size) =>
        handleCommand({ store, rules }, command(causeOf(`new ${size}`))),
      'its page': page(),
      'an older part of its page': page(500),
      'its first message, delivered again': ({ store }) =>
        handleCommand({ store, rules }, command(pastCause(0))),
    },
  },
  {
    what: 'messages of a conversation in one case',
    items: conversation,
    acts: {
      'another message': say(writes, 'beneficiary'),
      'another answer': say(asksBack, 'agent:salem'),
    },
  },
  {
    what: 'events counted on a day',
    items: manyCounted,
    acts: {
      'a batch of ten': ({ figures }, size) =>
        rollUp(
          { figures, figureShards: 1, clock: fixedClock(T) },
          [...range(size * 2, size * 2 + 10)].map(counted),
        ),
      'ten that were counted': ({ figures }) =>
        rollUp({ figures, figureShards: 1, clock: fixedClock(T) }, [...range(0, 10)].map(counted)),
    },
  },
  {
    what: 'open cases of other departments',
    items: openCasesOf,
    atStart: { act: list({ state: 'all' }), readUnitsOfThousand: 30 },
    acts: {
      'the list of all departments': list({}),
      'the list after colleagues changed ten cases': changedList,
      'the list of a small department': list({ department: SMALL }),
      'the resolved cases of a small department': list({ department: SMALL, state: 'resolved' }),
      'the list of one’s own cases': list({ mine: '1' }),
      ...planActs,
    },
  },
  {
    what: 'mails and notices to one reader',
    items: manySent,
    acts: {
      'a notice': collect,
      'a notice, delivered again': collect,
      'the mail': ({ store }) => tickDigest({ store, rules, now: T }, READER),
    },
  },
];
