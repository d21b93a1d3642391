import { describe, expect, it } from 'vitest';
import { beginDraw, continueDraw, type DrawOutcome } from '#shared/application/programme/draw/run-draw.ts';
import { putRows } from '#shared/application/programme/stored-rows.ts';
import { receivePiece, updateList } from '#shared/application/programme/transaction-lists.ts';
import { releaseReplicates, tallyOfWeek } from '#shared/application/programme/week-calls.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { expiredLists, FRAME, listBlobs, type TransactionList } from '#shared/domain/outreach/frame.ts';
import { progressOf } from '#shared/domain/outreach/week/tally.ts';
import type { DrawStage } from '#shared/domain/outreach/week/week-draw.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import {
  by,
  type Centre,
  centreOf,
  order,
  phoneAt,
  type Row,
  sampleOf,
  storedOf,
  WEEK,
  type World,
} from '#test/builders/a-drawn-centre.ts';
import { aList } from '#test/builders/a-week.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const rowsTo = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => [index, index % 3, 1] as const);
const worldOf = (rows: readonly Row[]): World => ({ rows, joined: [], optedOut: [] });

const step = ({ deps }: Centre, now = T): Promise<DrawOutcome> =>
  continueDraw(deps, { id: 'draw', now, atOnce: 1 });
const stageOf = async ({ store }: Centre) => (await store.load('frame', FRAME))?.draw?.stage;

/** Begin a draw, and carry its steps out up to a stage. */
async function drawnUpTo(stage: DrawStage, world: World, buckets = 2): Promise<Centre> {
  const centre = await centreOf(world, 100);
  expect(await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets })).toBe('begun');
  while ((await stageOf(centre)) !== stage) await step(centre);
  return centre;
}

async function finished(centre: Centre): Promise<DrawOutcome> {
  let outcome: DrawOutcome = 'goes-on';
  while (outcome === 'goes-on') outcome = await step(centre);
  return outcome;
}

const change = async ({ store, idAt }: Centre, index: number, command: PersonCommand, at = T) =>
  updatePerson(store, {
    ...{ id: await idAt(index), cause: `${command.do} ${index} ${at}`, by, at, recordedAt: at, command },
  });

/** Join the person of a number to that of the number before it. */
async function join(centre: Centre, index: number): Promise<void> {
  const [into, other] = await Promise.all([centre.idAt(index - 1), centre.idAt(index)]);
  await change(centre, index - 1, { do: 'join', other, by });
  await change(centre, index, { do: 'join-into', into });
}

/** Add a list that was sent at a time. */
async function send({ store, blobs }: Centre, list: Partial<TransactionList>, rows: readonly Row[]) {
  const added = aList({ ...list, parts: 1, good: rows.length });
  await putRows(blobs, added.id, 0, rows.map(storedOf));
  await updateList({ store }, added.id, { by, now: added.at, step: 'sent' }, () => added);
}

describe('while a draw runs', () => {
  it('persons who were joined since they were looked at are planned once', async () => {
    for (const stage of ['services', 'choice', 'calls'] as const) {
      const centre = await drawnUpTo(stage, worldOf(rowsTo(50)));
      for (const index of [1, 3, 5, 7, 9]) await join(centre, index);
      expect(await finished(centre)).toBe('drawn');
      const { calls } = await sampleOf(centre);
      expect(calls).toHaveLength(45);
      for (const index of [1, 3, 5, 7, 9])
        expect(calls.some((call) => call.startsWith(phoneAt(index)))).toBe(false);
    }
  });

  it('a list that arrives is not in its sample, and no list of it is removed', async () => {
    const alone = await drawnUpTo('calls', worldOf(rowsTo(120)));
    await finished(alone);
    const centre = await centreOf(worldOf(rowsTo(120)), 100);
    await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets: 2 });
    for (let index = 0; index < 61; index += 1)
      await send(centre, { id: `later-${index}`, at: T }, [[500 + index, 1, 1]]);
    const frame = await centre.store.load('frame', FRAME);
    expect(frame?.lists.map(({ id }) => id)).toContain('list-1');
    expect(expiredLists(frame, T + 40 * DAY).map(({ id }) => id)).not.toContain('list-1');
    await finished(centre);
    expect((await sampleOf(centre)).calls).toEqual((await sampleOf(alone)).calls);
  });

  it.each(['receiving', 'reading'] as const)('no draw begins while a list is %s', async (state) => {
    const centre = await centreOf(worldOf(rowsTo(9)), 100);
    const bytes = new TextEncoder().encode('x');
    const piece = { id: 'new', name: 'new.csv', number: 0, bytes, isLast: state === 'reading', by } as const;
    await receivePiece(centre, { ...piece, now: T });
    expect(await beginDraw(centre.deps, order, { id: 'draw', now: T })).toBe('unread');
    await updateList(
      centre,
      'new',
      { by, now: T, step: 'cancel' },
      (list) => list && { ...list, state: 'cancelled' },
    );
    expect(await beginDraw(centre.deps, order, { id: 'draw', now: T })).toBe('begun');
  });

  it('a department that goes or comes neither repeats cases nor leaves some out', async () => {
    const centre = await centreOf(worldOf([]), 100);
    const resolution = { at: T - DAY, by: 'agent:salem', outcome: 'done' } as const;
    ['b', 'd', 'f'].forEach((department, index) => {
      const beneficiary = aBeneficiary({ phone: phoneAt(index) });
      const ended = { status: 'resolved', service: 'building-permit', resolution } as const;
      centre.store.seed(aCase({ department, beneficiary, ...ended }));
    });
    const { departments: shipped } = centre.deps.rules;
    const one = [...shipped.values()][0];
    if (!one) throw new Error('expected a department in the shipped settings');
    const departments = (...ids: string[]) => new Map(ids.map((id) => [id, { ...one, id }]));
    const withRules = (...ids: string[]): Centre => ({
      ...centre,
      deps: { ...centre.deps, rules: { ...centre.deps.rules, departments: departments(...ids) } },
    });
    await beginDraw(centre.deps, order, { id: 'draw', now: T, buckets: 2 });
    // More pages than one step reads: the places of 12 departments.
    const many = ['b', 'ba', 'bb', 'bc', 'bd', 'be', 'bf', 'bg', 'bh', 'bi', 'd', 'f'];
    while ((await stageOf(centre)) !== 'cases') await step(withRules(...many));
    await step(withRules(...many));
    const place = (await centre.store.load('frame', FRAME))?.draw?.cases;
    expect(place).toEqual({ department: 'd', state: 'resolved' });
    // The department is gone, and others have come before and after it.
    const now = withRules('a', 'b', 'e', 'f');
    while ((await stageOf(centre)) === 'cases') await step(now);
    expect(await finished(now)).toBe('drawn');
    expect((await sampleOf(centre)).calls.map((call) => call.slice(0, 13))).toEqual([0, 1, 2].map(phoneAt));
  });

  it('an erased person is not called, whether the list was sent before or after the erasure', async () => {
    const centre = await centreOf(
      worldOf([
        [1, 1, 1],
        [2, 1, 1],
        [3, 1, 1],
        [4, 1, 1],
      ]),
      100,
    );
    await send(centre, { id: 'second', at: 100 }, [
      [2, 2, 3],
      [4, 0, 2],
    ]);
    for (const index of [1, 2]) await change(centre, index, { do: 'erase', by }, 50);
    await join(centre, 4);
    await beginDraw(centre.deps, order, { id: 'draw', now: T });
    expect(await finished(centre)).toBe('drawn');
    const { week, calls } = await sampleOf(centre);
    expect(week).toMatchObject({ persons: 3, excluded: { erased: 1, 'opted-out': 1 } });
    expect(calls.map((call) => call.slice(0, -2))).toEqual([`${phoneAt(4)} خدمة 0`]);
  });

  it('a finished call does not release further replicates, because the others are still to be planned', async () => {
    const centre = await drawnUpTo('calls', worldOf(rowsTo(300)), 40);
    const { deps, store } = centre;
    while ((await sampleOf(centre)).calls.length === 0) await step(centre);
    const { items } = await store.callsOut('evaluation', 'live', { limit: 10 });
    const { outbound } = deps.rules;
    const [call] = items;
    await updateCallOut(store, outbound, {
      ...{ id: call?.id ?? '', cause: 'stop', by, at: T, recordedAt: T, command: { do: 'stop', by } },
    });
    if (!call?.week) throw new Error('expected a call of the week');
    const released = (await store.load('week', WEEK))?.released;
    expect(await releaseReplicates(store, outbound, { place: call.week, now: T, cause: 'end' })).toBe(
      'enough',
    );
    const week = await store.load('week', WEEK);
    if (!week) throw new Error('expected a week');
    expect(week.released).toBe(released);
    const sizes = (week.sizes ?? []).slice(0, week.released).reduce((sum, size) => sum + size, 0);
    expect(progressOf(await tallyOfWeek(store, week))).toEqual({ completes: 0, open: sizes - 1, ended: 1 });
    expect(await finished(centre)).toBe('drawn');
  });

  it.each([
    [0, 1],
    [991, 1],
    [992, 2],
    [700_000, 701],
    [1e9, 4000],
  ])('its steps are as small with %i finished cases beside a list', async (cases, buckets) => {
    const { deps, store } = await centreOf(worldOf(rowsTo(9)), 100);
    await beginDraw(deps, order, { id: 'draw', now: T, cases });
    expect((await store.load('frame', FRAME))?.draw?.buckets).toBe(buckets);
  });

  it('a member of staff is known by each address and number of their record', async () => {
    const centre = await centreOf(worldOf(rowsTo(4)), 100);
    const colleague = {
      name: { ar: 'هدى', en: 'Huda' },
      departments: [],
      skills: [],
      languages: [],
      capacity: 5,
    };
    const staff = new Map([
      ['huda', { ...colleague, user: 'huda', email: 'huda@example.com' }],
      ['sami', { ...colleague, user: 'sami', email: 'sami@example.com', phone: phoneAt(77) }],
    ]);
    const reachedBy = async (index: number, kind: 'email' | 'phone', value: string) => {
      const beneficiaryId = await centre.idAt(index);
      await change(centre, index, { do: 'describe', contacts: [{ kind, value, beneficiaryId }] });
    };
    await reachedBy(1, 'email', 'Huda@example.com');
    await reachedBy(2, 'phone', phoneAt(77));
    const drawing = { ...centre, deps: { ...centre.deps, rules: { ...centre.deps.rules, staff } } };
    await beginDraw(drawing.deps, order, { id: 'draw', now: T });
    expect(await finished(drawing)).toBe('drawn');
    expect((await sampleOf(centre)).week).toMatchObject({ persons: 4, excluded: { staff: 2 } });
  });

  it('its files are removed when it ends, and those of its lists stay', async () => {
    const centre = await drawnUpTo('calls', worldOf(rowsTo(30)));
    expect([...centre.blobs.blobs.keys()].some((key) => key.includes('draw-'))).toBe(true);
    await finished(centre);
    expect([...centre.blobs.blobs.keys()]).toEqual([listBlobs('list-1').part(0)]);
  });
});
