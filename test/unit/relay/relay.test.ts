import { describe, expect, it } from 'vitest';
import type { RidaEvent } from '#events/registry.ts';
import { relay } from '#functions/relay/relay.ts';
import type { Draft } from '#shared/domain/cases/case-command.ts';
import { aCommit } from '#test/builders/a-commit.ts';

/** A bus that rejects some events by subject and type. */
function bus(refuses: (event: RidaEvent) => boolean = () => false) {
  const taken: RidaEvent[] = [];
  const publisher = {
    publish: async (events: readonly RidaEvent[]) => {
      taken.push(...events.filter((event) => !refuses(event)));
      return events.filter(refuses).map(({ id }) => id);
    },
  };
  return { taken, publisher };
}

const twoEvents: readonly Draft[] = [
  { type: 'rida.message.received.v1', data: { message: 'm', channel: 'mail' } },
  { type: 'rida.case.status-changed.v1', data: { from: 'new', to: 'open', by: 'beneficiary' } },
];

describe('the relay', () => {
  it('puts every event of every commit on the bus, in order', async () => {
    const { taken, publisher } = bus();
    const commits = [aCommit({ events: twoEvents }), aCommit({ cause: 'other' })];
    expect(await relay({ publisher }, commits)).toEqual([]);
    expect(taken.map(({ subject, type }) => [subject, type])).toEqual([
      [commits[0]?.id, 'rida.message.received.v1'],
      [commits[0]?.id, 'rida.case.status-changed.v1'],
      [commits[1]?.id, 'rida.case.status-changed.v1'],
    ]);
  });

  it('answers just the commits of which the bus did not take all, even if it took some', async () => {
    const half = aCommit({ events: twoEvents, cause: 'half' });
    const whole = aCommit({ cause: 'whole' });
    const { publisher } = bus(
      ({ type, subject }) => subject === half.id && type === 'rida.message.received.v1',
    );
    expect(await relay({ publisher }, [whole, half])).toEqual([half]);
  });

  it('gives a commit that comes again the same event ids', async () => {
    const first = bus();
    const again = bus();
    const commits = [aCommit({ events: twoEvents })];
    await relay(first, commits);
    await relay(again, commits);
    expect(again.taken).toEqual(first.taken);
    expect(new Set(first.taken.map(({ id }) => id)).size).toBe(2);
  });

  it('asks the bus nothing when nothing happened', async () => {
    const publisher = { publish: () => Promise.reject(new Error('asked')) };
    expect(await relay({ publisher }, [aCommit({ events: [] })])).toEqual([]);
    expect(await relay({ publisher }, [])).toEqual([]);
  });

  it('fails when the bus is out of reach: all comes again', async () => {
    const publisher = { publish: () => Promise.reject(new Error('out of reach')) };
    await expect(relay({ publisher }, [aCommit()])).rejects.toThrow('out of reach');
  });

  it.each([
    [
      'an event nobody registered',
      { type: 'rida.case.danced.v1', data: {} },
      'rida.case.danced.v1 is not in the registry',
    ],
    [
      'data that breaks its contract',
      { type: 'rida.note.added.v1', data: { message: 'm', by: 'nobody' } },
      'rida.note.added.v1 does not match its contract at data.by',
    ],
  ])('refuses %s by name, and publishes nothing', async (_, event, message) => {
    const { taken, publisher } = bus();
    const commits = [aCommit(), aCommit({ events: [event as Draft] })];
    await expect(relay({ publisher }, commits)).rejects.toThrow(message);
    expect(taken).toEqual([]);
  });
});
