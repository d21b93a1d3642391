import { describe, expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { relay } from '#functions/relay/relay.ts';
import { republish } from '#functions/relay/republish.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import type { Commit, CommitPlace, CommitRecord } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { UnpublishableEvent } from '#shared/runtime/envelopes.ts';
import { aCommit } from '#test/builders/a-commit.ts';

type Refusal = (event: RidaEvent) => boolean;
const never: Refusal = () => false;

/** A bus on which some events fail and others are rejected, and the queue of commits that were set aside. */
function bus({ fails = never, rejects = never }: { fails?: Refusal; rejects?: Refusal } = {}) {
  const taken: RidaEvent[] = [];
  const places: CommitPlace[] = [];
  const publisher = {
    publish: async (events: readonly RidaEvent[]) => {
      taken.push(...events.filter((event) => !fails(event) && !rejects(event)));
      return {
        failed: events.filter(fails).map(({ id }) => id),
        rejected: events.filter(rejects).map(({ id }) => id),
      };
    },
  };
  const aside = { send: async (items: readonly CommitPlace[]) => void places.push(...items) };
  return { taken, places, publisher, aside };
}

const placeOf = ({ kind, id, version }: Commit): CommitPlace => ({ kind, id, version });
const record = (commit: Commit): CommitRecord => ({ place: placeOf(commit), commit });
const ALL = { failed: [], setAside: [] };
const outOfReach = { ...bus(), publisher: { publish: () => Promise.reject(new Error('out of reach')) } };

const twoEvents: readonly EventDraft[] = [
  { type: 'rida.message.received.v1', data: { message: 'm', channel: 'mail' } },
  { type: 'rida.case.status-changed.v1', data: { from: 'new', to: 'open', by: 'beneficiary' } },
];
const valid = { message: 'm', by: 'agent:salem' };

/** Events that must not be published, and the message about each. */
const WRONG = [
  ['a type that is not registered', { type: 'rida.case.danced.v1', data: {} }, 'is not in the registry'],
  ['a later version', { type: 'rida.note.added.v2', data: valid }, 'is not in the registry'],
  ['a wrong value', { type: 'rida.note.added.v1', data: { ...valid, by: 'nobody' } }, 'at data.by'],
  ['a missing field', { type: 'rida.note.added.v1', data: { by: 'agent:salem' } }, 'at data.message'],
  ['a removed value', { type: 'rida.note.added.v1', data: { ...valid, message: null } }, 'at data.message'],
  ['a number for a text', { type: 'rida.note.added.v1', data: { ...valid, message: 7 } }, 'at data.message'],
  ['no data', { type: 'rida.note.added.v1' }, 'at data'],
] as const;
/** Commits whose envelope is wrong, and the field. */
const WRONG_ENVELOPES: readonly (readonly [Partial<Commit>, string])[] = [
  [{ id: '' }, 'subject'],
  [{ id: 'x'.repeat(81) }, 'subject'],
  [{ correlationId: 'x'.repeat(121) }, 'correlationId'],
  [{ causationId: '' }, 'causationId'],
  [{ version: 0 }, 'subjectVersion'],
];

describe('the relay', () => {
  it('puts every event of every commit on the bus, in order', async () => {
    const deps = bus();
    const commits = [aCommit({ events: twoEvents }), aCommit({ cause: 'other' })];
    expect(await relay(deps, commits.map(record))).toEqual(ALL);
    expect(deps.taken.map(({ subject, type }) => [subject, type])).toEqual([
      [commits[0]?.id, 'rida.message.received.v1'],
      [commits[0]?.id, 'rida.case.status-changed.v1'],
      [commits[1]?.id, 'rida.case.status-changed.v1'],
    ]);
  });

  it('returns the commits of which an event failed, even if others were accepted', async () => {
    const half = record(aCommit({ events: twoEvents, cause: 'half' }));
    const whole = record(aCommit({ cause: 'whole' }));
    const deps = bus({
      fails: ({ type, subject }) => subject === half.place.id && type === 'rida.message.received.v1',
    });
    expect(await relay(deps, [whole, half])).toEqual({ failed: [half], setAside: [] });
    expect(deps.places).toEqual([]);
  });

  it('gives a commit that is delivered again the same event ids', async () => {
    const first = bus();
    const again = bus();
    const records = [record(aCommit({ events: twoEvents }))];
    await relay(first, records);
    await relay(again, records);
    expect(again.taken).toEqual(first.taken);
    expect(new Set(first.taken.map(({ id }) => id)).size).toBe(2);
  });

  it('asks the bus nothing when nothing happened', async () => {
    const publisher = { publish: () => Promise.reject(new Error('asked')) };
    expect(await relay({ ...bus(), publisher }, [record(aCommit({ events: [] }))])).toEqual(ALL);
    expect(await relay({ ...bus(), publisher }, [])).toEqual(ALL);
  });

  it('fails when the bus is out of reach: all is delivered again', async () => {
    await expect(relay(outOfReach, [record(aCommit())])).rejects.toThrow('out of reach');
  });

  it('sets nothing aside that will be delivered again anyway', async () => {
    const wrong = record(aCommit({ events: [WRONG[0][1] as unknown as EventDraft] }));
    await expect(relay(outOfReach, [record(aCommit()), wrong])).rejects.toThrow('out of reach');
    expect(outOfReach.places).toEqual([]);
  });

  it.each(WRONG)(
    'sets aside a commit with %s by its place, and publishes the others',
    async (_, event, at) => {
      const deps = bus();
      const wrong = aCommit({ events: [...twoEvents, event as unknown as EventDraft] });
      const [before, after] = [aCommit(), aCommit()];
      const outcome = await relay(deps, [before, wrong, after].map(record));
      const error = expect.objectContaining({ message: expect.stringContaining(at) });
      expect(outcome).toEqual({
        failed: [],
        setAside: [{ place: placeOf(wrong), reason: 'breaks-contract', error }],
      });
      expect(deps.places).toEqual([placeOf(wrong)]);
      expect(deps.taken.map(({ subject }) => subject)).toEqual([before.id, after.id]);
    },
  );

  it.each(WRONG_ENVELOPES)('sets aside a commit with %o, which is wrong at %s', async (over, at) => {
    const deps = bus();
    const wrong = aCommit(over);
    const { setAside } = await relay(deps, [record(wrong), record(aCommit())]);
    expect(setAside).toMatchObject([
      { place: placeOf(wrong), error: { message: expect.stringContaining(at) } },
    ]);
    expect(deps.taken).toHaveLength(1);
  });

  it('sets aside a commit that cannot be read', async () => {
    const deps = bus();
    const place = { kind: 'parcel', id: 'p-1', version: 3 };
    const error = new StoreError('damaged', 'item parcel#p-1 commit#00000003: unreadable');
    const outcome = await relay(deps, [{ place, unreadable: error }, record(aCommit())]);
    expect(outcome).toEqual({ failed: [], setAside: [{ place, reason: 'unreadable', error }] });
    expect(deps.places).toEqual([place]);
    expect(deps.taken).toHaveLength(1);
  });

  it('sets aside a commit with an event that the bus rejects permanently, also when another one failed', async () => {
    const wrong = aCommit({ events: twoEvents });
    const deps = bus({
      rejects: ({ type }) => type === 'rida.message.received.v1',
      fails: ({ subject, type }) => subject === wrong.id && type === 'rida.case.status-changed.v1',
    });
    const outcome = await relay(deps, [record(wrong), record(aCommit())]);
    expect(outcome).toEqual({ failed: [], setAside: [{ place: placeOf(wrong), reason: 'rejected-by-bus' }] });
    expect(deps.places).toEqual([placeOf(wrong)]);
  });

  it('fails when a commit cannot be set aside, so that it is not lost', async () => {
    const aside = { send: () => Promise.reject(new Error('no queue')) };
    const wrong = record(aCommit({ correlationId: '' }));
    await expect(relay({ ...bus(), aside }, [record(aCommit()), wrong])).rejects.toThrow('no queue');
  });
});

describe('republishing', () => {
  const storeOf = (commit: Commit | undefined) => ({ commitAt: async () => commit });

  it('publishes the events with the ids that the relay would have given them', async () => {
    const [relayed, later] = [bus(), bus()];
    const commit = aCommit({ events: twoEvents });
    await relay(relayed, [record(commit)]);
    expect(await republish({ ...later, store: storeOf(commit) }, placeOf(commit))).toBe('published');
    expect(later.taken).toEqual(relayed.taken);
  });

  it('fails while the commit still cannot be published', async () => {
    const deps = bus();
    const commit = aCommit({ correlationId: '' });
    await expect(republish({ ...deps, store: storeOf(commit) }, placeOf(commit))).rejects.toThrow(
      UnpublishableEvent,
    );
    expect(deps.taken).toEqual([]);
  });

  it.each([{ fails: () => true }, { rejects: () => true }])(
    'fails when the bus answers %o',
    async (answer) => {
      const commit = aCommit();
      const deps = { ...bus(answer), store: storeOf(commit) };
      await expect(republish(deps, placeOf(commit))).rejects.toMatchObject({ code: 'events-not-accepted' });
    },
  );

  it('ends when the commit is no longer stored', async () => {
    const place = { kind: 'case', id: 'x', version: 1 };
    expect(await republish({ ...bus(), store: storeOf(undefined) }, place)).toBe('not-stored');
  });
});
