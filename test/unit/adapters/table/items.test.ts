import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { commitItem, commitOf, isCommit } from '#shared/adapters/table/commit-item.ts';
import { daysBetween } from '#shared/adapters/table/days.ts';
import { indexKeys, shardOf } from '#shared/adapters/table/index-keys.ts';
import { ownerOf, partitionOf } from '#shared/adapters/table/keys.ts';
import { EXPIRY } from '#shared/adapters/table/schema.ts';
import { stateItem, stateOf } from '#shared/adapters/table/state-item.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import { itemSize } from '#test/bench/item-size.ts';
import { aPlan, decided } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aCommit } from '#test/builders/a-commit.ts';

const SUBJECT = 'إنارة الشارع المقابل لمدرسة الحي لا تعمل منذ أسبوع والأطفال يخرجون في الظلام';
const OUTCOME = 'نشكر لكم تواصلكم مع البلدية، تمت صيانة إنارة الشارع واستبدال الكشافات التالفة. '.repeat(4);

describe('the time to live of a state', () => {
  const expiresAt = (kind: 'call' | 'call-out', state: Call | CallOut): unknown =>
    stateItem(kind, state as never, 1)[EXPIRY];
  const at = Date.UTC(2026, 0, 4);
  const call: Call = { id: 'K-1', version: 1, causes: [], initiationMethod: 'INBOUND', startedAt: at };
  const planned = decided(undefined, aPlan());

  test('begins when it is finished, and ends after every commit of it', () => {
    expect(expiresAt('call', call)).toBeUndefined();
    expect(expiresAt('call', { ...call, endedAt: at, nextDueAt: at })).toBeUndefined();
    expect(expiresAt('call', { ...call, endedAt: at })).toBe((at + 6 * 365 * DAY) / 1000);
    expect(expiresAt('call-out', planned.state)).toBeUndefined();
    const finished: CallOut = { ...planned.state, state: { is: 'finished', disposition: 'refused', at } };
    const last = aCommit({ kind: 'call-out', id: 'c', recordedAt: at, patch: {} });
    expect(expiresAt('call-out', finished)).toBeGreaterThan(Number(commitItem(last)[EXPIRY]));
  });

  test('is missing for a case, whose data is erased at another time', () => {
    const closed = aCase({ status: 'closed', closing: { at, reason: 'finished' } });
    expect(stateItem('case', closed, 1)).not.toHaveProperty(EXPIRY);
  });
});

describe('a state as an item', () => {
  const state = aCase({
    causes: ['cause-1', 'cause-2'],
    subject: SUBJECT,
    openedAt: Date.UTC(2026, 0, 4, 7),
    facts: [{ at: Date.UTC(2026, 0, 4, 7), type: 'opened' }],
    nextDueAt: Date.UTC(2026, 0, 5),
  });

  test('is what a person reads: whole words, ISO instants, nothing packed', () => {
    expect(stateItem('case', state, 1)).toMatchObject({
      pk: `case#${state.id}`,
      sk: 'state',
      ownerPartition: 'beneficiary#b-norah',
      subject: SUBJECT,
      openedAt: '2026-01-04T07:00:00.000Z',
      facts: [{ at: '2026-01-04T07:00:00.000Z', type: 'opened' }],
      nextDueAt: '2026-01-05T00:00:00.000Z',
      causes: ['cause-1', 'cause-2'],
    });
  });

  test('of an ordinary case with an Arabic subject stays within two write units', () => {
    expect(itemSize(stateItem('case', state, 1))).toBeLessThanOrEqual(2048);
  });

  test('attributes of another release are left alone', () => {
    expect(stateOf({ ...stateItem('case', state, 1), later: 'later' })).toEqual(state);
  });

  test('a state with an invalid instant is refused before it is stored', () => {
    expect(() => stateItem('case', { ...state, openedAt: -1 }, 1)).toThrow(/state: field openedAt: /u);
    expect(() => stateItem('case', { ...state, facts: [{ at: 0.5, type: 'opened' }] }, 1)).toThrow(
      /field facts\.0\.at: /u,
    );
  });
});

describe('a commit as the relay gets it', () => {
  const commit = aCommit({ correlationId: 'began', causationId: 'led' });

  test('from the image of a stream record', () => {
    const image = unmarshall(marshall(commitItem(commit))) as ReturnType<typeof commitItem>;
    expect(isCommit(image)).toBe(true);
    expect(commitOf(image)).toEqual(commit);
  });

  test('however long it is, in plain attributes', () => {
    const long = aCommit({ patch: { subject: OUTCOME.repeat(2) } });
    const item = commitItem(long);
    expect(item).toMatchObject({ patch: { subject: OUTCOME.repeat(2) } });
    expect(commitOf(item)).toEqual(long);
  });

  test('states and effects are not commits', () => {
    expect(isCommit(stateItem('case', aCase({ causes: [] }), 1))).toBe(false);
    expect(isCommit({ sk: 'effect#commit#1' })).toBe(false);
  });
});

test('a partition names its owner, whatever the id contains', () => {
  for (const kind of [
    'case',
    'call',
    'person',
    'staff',
    'digest',
    'call-out',
    'lines',
    'week',
    'replicate',
    'frame',
  ] as const)
    expect(ownerOf(partitionOf(kind, 'head:roads#case#1'))).toEqual({ kind, id: 'head:roads#case#1' });
});

test('a partition of no aggregate is named', () => {
  expect(() => ownerOf('figures#2026-01-01')).toThrow('item figures#2026-01-01: not the partition');
});

describe('the place of an aggregate in the indexes of what is due and of lists', () => {
  const id = referenceAt(7);
  const deskOf = (over: Partial<Case>): Readonly<Record<string, string>> => {
    const keys = indexKeys('case', aCase({ id, department: 'roads', ...over }), 1);
    return Object.fromEntries(Object.entries(keys).filter(([name]) => /^(?:due|list)/u.test(name)));
  };
  const [dueAt, soon] = [Date.UTC(2026, 0, 5), '2026-01-05T00:00:00.000Z'];
  const opened = '2026-01-04T07:00:00.000Z';

  const unknown = '1970-01-01T00:00:00.000Z';

  test('of a case at work and of a resolved one is where the next thing is due, and in the list of work', () => {
    expect(deskOf({ nextDueAt: dueAt })).toEqual({
      ...{ duePartition: 'due#0', dueSort: `${soon}#open-case#${id}` },
      listPartition: 'work#0',
      listSort: `${unknown}#${id}#0#active#case#3#${soon}#${opened}#-#new#report#lighting#ar#-#-#roads#`,
    });
    expect(deskOf({ nextDueAt: dueAt, status: 'resolved' })).toEqual({
      ...{ duePartition: 'due#0', dueSort: `${soon}#resolved-case#${id}` },
      listPartition: 'work#0',
      listSort: `${unknown}#${id}#0#resolved#case#3#-#${opened}#-#resolved#report#lighting#ar#-#-#roads#`,
    });
  });

  test('of a case without a timer is behind every instant', () => {
    const { duePartition, dueSort = '' } = deskOf({});
    expect(duePartition).toBe('due#0');
    expect(dueSort > isoInstant(Date.UTC(9999, 11, 31))).toBe(true);
  });

  test('of a late case whose timers have all acted is before every instant', () => {
    const { duePartition, dueSort = '' } = deskOf({ level: 3 });
    expect(duePartition).toBe('due#0');
    expect(dueSort < isoInstant(0)).toBe(true);
  });

  test('of work is by the time and the version of its last change', () => {
    const changed = { at: dueAt, version: 7 };
    const open = indexKeys('case', aCase({ id }), 1, changed);
    expect(open.listSort).toMatch(new RegExp(`^${soon}#${id}#7#active#`, 'u'));
    const erased = aCase({ id, status: 'closed', erased: { at: dueAt, because: 'request' } });
    expect(indexKeys('case', erased, 1, changed)).toEqual({
      duePartition: 'ended-work',
      dueSort: `${soon}#${id}#7`,
    });
  });

  test('of a closed case is with its department, by its closing', () => {
    const tail = `closed#case#3#-#${opened}#${soon}#closed#report#lighting#ar#-#-#roads#`;
    expect(deskOf({ status: 'closed', closing: { at: dueAt, reason: 'finished' } })).toEqual({
      ...{ duePartition: 'ended-work', dueSort: `${unknown}#${id}#0#${tail}` },
      ...{ listPartition: 'closed-cases#roads', listSort: `${soon}#${id}#${tail}` },
    });
  });

  test('of a call is there while it has a timer, then among the calls about its case', () => {
    const call = { id: 'K-1', version: 1, causes: [], initiationMethod: 'INBOUND', startedAt: 1 };
    const listed = { ownerPartition: 'calls#1970-01', ownerSort: '1970-01-01T00:00:00.001Z#K-1' };
    expect(indexKeys('call', { ...call, nextDueAt: dueAt, caseRef: id }, 1)).toEqual({
      ...listed,
      duePartition: 'due#0',
      dueSort: `${soon}#call#K-1`,
    });
    expect(indexKeys('call', call, 1)).toEqual(listed);
    expect(indexKeys('call', { ...call, caseRef: id, marks: ['abandoned', 'callback'] }, 1)).toEqual({
      ...listed,
      ...{ assigneePartition: 'marked-calls#1970-01#abandoned+callback', assigneeSort: listed.ownerSort },
      ...{ listPartition: `calls-about#${id}`, listSort: '1970-01-01T00:00:00.001Z#K-1' },
    });
  });

  test('of a member of staff and of a digest is there while they have a timer', () => {
    const staff = { id: 'huda', version: 1, causes: [] };
    const digest = { id: 'head:roads', version: 1, causes: [], sent: [] };
    expect(indexKeys('staff', { ...staff, nextDueAt: dueAt }, 1)).toEqual({
      duePartition: 'due#0',
      dueSort: `${soon}#staff#huda`,
    });
    expect(indexKeys('digest', { ...digest, nextDueAt: dueAt }, 1)).toEqual({
      duePartition: 'due#0',
      dueSort: `${soon}#digest#head:roads`,
    });
    expect([indexKeys('staff', staff, 1), indexKeys('digest', digest, 1)]).toEqual([{}, {}]);
  });

  test('of an active case is with its assignee, or where it waits; no timer moves it', () => {
    const placeOf = (over: Partial<Case>) => {
      const keys = indexKeys('case', aCase({ id, department: 'roads', priority: 'high', ...over }), 1);
      return [keys.assigneePartition, keys.assigneeSort];
    };
    const turn = `2-high#2026-01-04T07:00:00.000Z#${id}`;
    for (const nextDueAt of [dueAt, dueAt + 1]) {
      expect(placeOf({ nextDueAt })).toEqual(['waiting-in#roads', `lighting#ar#${turn}`]);
      expect(placeOf({ nextDueAt, assignee: 'huda' })).toEqual(['assigned-to#huda', turn]);
    }
    for (const over of [
      { byHand: true },
      { automatic: 'bounce' },
      { status: 'closed', assignee: 'huda' },
    ] as const)
      expect(placeOf(over)).toEqual([undefined, undefined]);
  });

  test('of a person there is none, and of an erased case only its reference among the ended ones', () => {
    const person = { id: 'b', version: 1, causes: [], contacts: [], joined: [], optOuts: [] };
    expect(indexKeys('person', person, 1)).toEqual({});
    const erased = { at: dueAt, because: 'request' } as const;
    for (const status of ['open', 'resolved', 'closed'] as const)
      expect(indexKeys('case', aCase({ id, status, nextDueAt: dueAt, erased }), 1)).toEqual({
        ...{ duePartition: 'ended-work', dueSort: `${unknown}#${id}#0` },
      });
  });
});

test('shards are all used, evenly enough', () => {
  const counts = [0, 0, 0, 0];
  for (let n = 0; n < 4000; n += 1) {
    const shard = shardOf(`id-${n}`, 4);
    counts[shard] = (counts[shard] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('days run over the ends of months and years', () => {
  expect(daysBetween('2027-12-31', '2028-01-01')).toEqual(['2027-12-31', '2028-01-01']);
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysBetween('2028-03-02', '2028-03-01')).toEqual([]);
});
