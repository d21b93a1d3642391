import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import { commitItem, commitOf, isCommit } from '#shared/adapters/table/commit-item.ts';
import { daysBetween } from '#shared/adapters/table/days.ts';
import { headItem, headOf } from '#shared/adapters/table/head-item.ts';
import { indexKeys, shardOf } from '#shared/adapters/table/index-keys.ts';
import { itemSize } from '#shared/adapters/table/item-size.ts';
import { ownerOf, partitionOf } from '#shared/adapters/table/keys.ts';
import { expand, squeeze } from '#shared/adapters/table/squeeze.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { referenceAt } from '#shared/domain/cases/reference.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { appliedKey } from '#shared/ports/applied-key.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aCommit } from '#test/builders/a-commit.ts';

const SUBJECT = 'إنارة الشارع المقابل لمدرسة الحي لا تعمل منذ أسبوع والأطفال يخرجون في الظلام';
const OUTCOME = 'نشكر لكم تواصلكم مع البلدية، تمت صيانة إنارة الشارع واستبدال الكشافات التالفة. '.repeat(4);

describe('a head as an item', () => {
  test('of an ordinary case with an Arabic subject stays readable within one write unit', () => {
    const item = headItem('case', aCase({ causes: [], subject: SUBJECT, nextDueAt: 1 }), 1);
    expect(itemSize(item)).toBeLessThanOrEqual(1024);
    expect(squeeze(item)).toBe(item);
  });

  test('with a long Arabic outcome is squeezed into one write unit, its keys left plain', () => {
    const resolution = { at: 1, by: 'agent:salem', outcome: OUTCOME } as const;
    const state = aCase({ causes: [], subject: SUBJECT, status: 'resolved', resolution, nextDueAt: 1 });
    const item = headItem('case', state, 1);
    const squeezed = squeeze(item);
    expect(itemSize(item)).toBeGreaterThan(1024);
    expect(itemSize(squeezed)).toBeLessThanOrEqual(1024);
    expect(Object.keys(squeezed).sort()).toEqual(['bp', 'bs', 'dp', 'ds', 'pk', 'sk', 'v', 'z']);
    expect(headOf(expand(squeezed))).toEqual(state);
  });

  test('attributes of another release are left alone', () => {
    const state = aCase({ causes: [] });
    expect(headOf({ ...headItem('case', state, 1), zz: 'later' })).toEqual(state);
  });

  test('a head whose causes are no keys of causes is refused before it is stored', () => {
    expect(() => headItem('case', aCase({ causes: ['short'] }), 1)).toThrow(/field causes \(cs\)/u);
  });
});

describe('a commit as the relay gets it', () => {
  const commit = aCommit({ correlationId: 'began', causationId: 'led' });

  test('from the image of a stream record', () => {
    const image = unmarshall(marshall(commitItem(commit))) as ReturnType<typeof commitItem>;
    expect(isCommit(image)).toBe(true);
    expect(commitOf(image)).toEqual(commit);
  });

  test('squeezed, with binary as bytes or as the base64 of a Lambda event', () => {
    const long = aCommit({ patch: { subject: OUTCOME.repeat(2) } });
    const squeezed = squeeze(commitItem(long));
    const bytes = squeezed.z;
    if (!(bytes instanceof Uint8Array)) throw new Error('the commit was not squeezed');
    expect(commitOf(squeezed)).toEqual(long);
    expect(commitOf({ ...squeezed, z: Buffer.from(bytes).toString('base64') })).toEqual(long);
  });

  test('heads and effects are no commits', () => {
    expect(isCommit(headItem('case', aCase({ causes: [] }), 1))).toBe(false);
    expect(isCommit({ sk: 'FX#C#1' })).toBe(false);
  });
});

test('a partition says what it belongs to, whatever stands in the id', () => {
  for (const kind of ['case', 'call', 'person', 'staff', 'digest', 'call-out', 'lines'] as const)
    expect(ownerOf(partitionOf(kind, 'head:roads#CASE#1'))).toEqual({ kind, id: 'head:roads#CASE#1' });
});

test('a partition of nothing that has a head is named', () => {
  expect(() => ownerOf('KPI#2026-01-01')).toThrow('item KPI#2026-01-01: nothing that has a head');
});

describe('the place of a head in the index of what needs attention', () => {
  const id = referenceAt(7);
  const deskOf = (over: Partial<Case>) => {
    const { dp, ds } = indexKeys('case', aCase({ id, department: 'roads', ...over }), 1);
    return { dp, ds };
  };
  const [dueAt, soon] = [Date.UTC(2026, 0, 5), '2026-01-05T00:00:00.000Z'];

  test('of a case at work and of a resolved one is where the next thing is due', () => {
    expect(deskOf({ nextDueAt: dueAt })).toEqual({ dp: 'DUE#0', ds: `${soon}#a#roads#${id}` });
    expect(deskOf({ nextDueAt: dueAt, status: 'resolved' })).toEqual({
      dp: 'DUE#0',
      ds: `${soon}#r#roads#${id}`,
    });
  });

  test('of a case without a timer is behind every instant', () => {
    const { dp, ds = '' } = deskOf({});
    expect(dp).toBe('DUE#0');
    expect(ds > isoInstant(Date.UTC(9999, 11, 31))).toBe(true);
  });

  test('of a late case whose timers have all acted is before every instant', () => {
    const { dp, ds = '' } = deskOf({ level: 3 });
    expect(dp).toBe('DUE#0');
    expect(ds < isoInstant(0)).toBe(true);
  });

  test('of a closed case is with its department, by its closing', () => {
    expect(deskOf({ status: 'closed', closing: { at: dueAt, reason: 'finished' } })).toEqual({
      dp: 'DONE#roads',
      ds: `${soon}#${id}`,
    });
  });

  test('of a call is there while it has a timer, then among the calls about its case', () => {
    const call = { id: 'K-1', version: 1, causes: [], initiationMethod: 'INBOUND', startedAt: 1 };
    const listed = { bp: 'CALLS#1970-01', bs: '1970-01-01T00:00:00.001Z##K-1' };
    expect(indexKeys('call', { ...call, nextDueAt: dueAt, caseRef: id }, 1)).toEqual({
      ...listed,
      dp: 'DUE#0',
      ds: `${soon}#c##K-1`,
    });
    expect(indexKeys('call', call, 1)).toEqual(listed);
    expect(indexKeys('call', { ...call, caseRef: id, marks: ['abandoned', 'callback'] }, 1)).toEqual({
      ...{ bp: listed.bp, bs: '1970-01-01T00:00:00.001Z#ac#K-1' },
      ...{ dp: `ABOUT#${id}`, ds: '1970-01-01T00:00:00.001Z#K-1' },
    });
  });

  test('of a member of staff and of a digest is there while they have a timer', () => {
    const staff = { id: 'huda', version: 1, causes: [] };
    const digest = { id: 'head:roads', version: 1, causes: [], notices: [], more: 0 };
    expect(indexKeys('staff', { ...staff, nextDueAt: dueAt }, 1)).toEqual({
      dp: 'DUE#0',
      ds: `${soon}#g##huda`,
    });
    expect(indexKeys('digest', { ...digest, nextDueAt: dueAt }, 1)).toEqual({
      dp: 'DUE#0',
      ds: `${soon}#d##head:roads`,
    });
    expect([indexKeys('staff', staff, 1), indexKeys('digest', digest, 1)]).toEqual([{}, {}]);
  });

  test('of a person and of an erased case there is none', () => {
    const person = { id: 'b', version: 1, causes: [], contacts: [], joined: [], optOuts: [] };
    expect(indexKeys('person', person, 1)).toEqual({});
    const erased = { at: dueAt, because: 'request' } as const;
    for (const status of ['open', 'resolved', 'closed'] as const)
      expect(indexKeys('case', aCase({ status, nextDueAt: dueAt, erased }), 1)).toEqual({});
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

test('the key of a counted event is the key of its key', () => {
  const key = appliedKey('0123456789abcdefghijklmnop');
  expect(key).toHaveLength(11);
  expect(appliedKey(key)).toBe(key);
});

test('days run over the ends of months and years', () => {
  expect(daysBetween('2027-12-31', '2028-01-01')).toEqual(['2027-12-31', '2028-01-01']);
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  expect(daysBetween('2028-03-02', '2028-03-01')).toEqual([]);
});
