import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { sentMailNamed } from '#functions/mail/reported-failures.ts';
import { listCalls } from '#functions/web/calls/list-calls.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import { effectItem } from '#shared/adapters/table/effect-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import type { CallMark } from '#shared/domain/telephone/call.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase, aReference } from '#test/builders/a-case.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { aMail } from '#test/unit/mail/post-room.ts';
import { causeOf } from '../changes.ts';
import { SHARDS } from './ground.ts';
import type { Act, Growth } from './growth.ts';

/* The calls of a week: many callers gave up, few left a message */
const MESSAGES = 10;
const marksOf = (n: number): { marks?: CallMark[] } => {
  if (n < MESSAGES) return { marks: ['message'] };
  return n % 3 === 0 ? { marks: ['abandoned'] } : {};
};
function* callsOfAWeek(from: number, to: number): Generator<Item> {
  for (let n = from; n < to; n += 1) {
    const call = { id: `call-${n}`, version: 1, causes: [], initiationMethod: 'INBOUND', ...marksOf(n) };
    yield stateItem('call', { ...call, startedAt: T - n * 1000 }, SHARDS);
  }
}

const calls =
  (only?: CallMark): Act =>
  async ({ store }) => {
    const { calls: shown } = await listCalls(store, only ? { only } : {}, T + MINUTE);
    if (shown.length !== (only ? MESSAGES : 25)) throw new Error(`the list has ${shown.length} calls`);
  };

/* A case with a long past, into which another one with a long past was merged for some time */
const [holder, source] = [aReference(), aReference()];
const effectOf = (n: number): string => causeOf(`mail ${n}`).slice(0, 26);
const sentAs = (n: number): string => ownMessageId(holder, effectOf(n), 'rida.example');

function* longPasts(from: number, to: number): Generator<Item> {
  for (let n = from; n < to; n += 1) {
    for (const id of [holder, source])
      yield commitItem(
        aCommit({ kind: 'case', id, version: n + 1, cause: causeOf(`${id} ${n}`), patch: {} }),
      );
    const mail = { id: effectOf(n), at: T + n, what: 'reply', to: 'norah@example.com', token: sentAs(n) };
    yield effectItem('case', holder, { ...mail, providerId: `ses-${n}` });
  }
  const links = [{ to: source, as: 'merged-from' as const, at: T }];
  yield stateItem('case', { ...aCase({ id: holder, links }), version: to }, SHARDS);
  yield stateItem('case', { ...aCase({ id: source, mergedBefore: [holder] }), version: to }, SHARDS);
}

const separate: Act = async ({ store }, size) => {
  const cause = causeOf(`separated ${size}`);
  const deps = { store, blobs: new MemoryBlobs(), keys: testKeys, rules: rulesOf(), clock: fixedClock() };
  const outcome = await propagateLinks(deps, {
    ...{
      id: cause,
      type: 'rida.case.unmerged.v1',
      source: 'rida.desk',
      subject: source,
      subjectVersion: size,
    },
    ...{ time: isoInstant(T), recordedTime: isoInstant(T), correlationId: cause, causationId: cause },
    data: { from: holder, by: 'agent:salem' },
  });
  if (outcome !== 'committed') throw new Error(`the separation was ${outcome}`);
};

const report =
  (idOf: (size: number) => string): Act =>
  async ({ store }, size) => {
    const named = aCase({ id: holder });
    const about = {
      originalMessageId: idOf(size),
      kind: 'delivery',
      recipients: [],
      disposition: null,
    } as const;
    const found = await sentMailNamed(store, [{ named, surviving: named }], aMail({ report: about }));
    if (!found) throw new Error('the report is about a mail of the case');
  };

export const callGrowth: Growth = {
  what: 'calls of a week',
  items: callsOfAWeek,
  acts: { 'the list of all calls': calls(), 'the list of the calls with a message': calls('message') },
};

export const pastGrowth: Growth = {
  what: 'mails and commits of merged cases',
  items: longPasts,
  acts: {
    'a report about the first mail': report(() => sentAs(0)),
    'a report with the id that SES gave the newest mail': report((size) => `<ses-${size - 1}@amazonses.com>`),
    'the cases are separated': separate,
  },
};
