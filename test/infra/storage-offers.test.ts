import { describe, expect, it } from 'vitest';
import {
  type InstanceKeeping,
  type Kept,
  offerStorage,
  withdrawStorage,
} from '#infra/aws/deploy-time/storage-offers.ts';

/** An instance with its storage. It rejects the types in `refuses`. */
class Instance implements InstanceKeeping {
  readonly places: Map<string, Kept[]>;
  private readonly refuses: string;

  constructor(places: Readonly<Record<string, string>> = {}, refuses = '') {
    this.places = new Map(
      Object.entries(places).map(([what, place]) => [what, [{ id: `${what}-0`, place }]]),
    );
    this.refuses = refuses;
  }

  async kept(what: string) {
    return this.places.get(what) ?? [];
  }

  async keep({ what, place }: { what: string; place: string }) {
    if (what === this.refuses) throw new Error('not allowed');
    this.places.set(what, [{ id: `${what}-1`, place }]);
  }

  async forget(what: string, id: string) {
    this.places.set(
      what,
      (await this.kept(what)).filter((there) => there.id !== id),
    );
  }
}

const OFFERS = [
  { what: 'CALL_RECORDINGS', place: 's3://rida/calls' },
  { what: 'AGENT_EVENTS', place: 'arn:agents' },
];

describe('an instance that exists', () => {
  it('keeps with Rida what it kept nowhere, once', async () => {
    const instance = new Instance();
    expect(await offerStorage(instance, OFFERS)).toBe('nothing');
    expect(await offerStorage(instance, OFFERS)).toBe('nothing');
    expect([...instance.places.values()].flat().map(({ place }) => place)).toEqual(
      OFFERS.map(({ place }) => place),
    );
  });

  it('keeps existing storage, and reports it', async () => {
    const instance = new Instance({ CALL_RECORDINGS: 's3://theirs/calls' });
    expect(await offerStorage(instance, OFFERS)).toBe(
      'CALL_RECORDINGS stays at s3://theirs/calls (Rida reads s3://rida/calls)',
    );
    expect(await instance.kept('CALL_RECORDINGS')).toMatchObject([{ place: 's3://theirs/calls' }]);
    expect(await instance.kept('AGENT_EVENTS')).toMatchObject([{ place: 'arn:agents' }]);
  });

  it('does not stop a deployment by refusing', async () => {
    const instance = new Instance({}, 'CALL_RECORDINGS');
    expect(await offerStorage(instance, OFFERS)).toBe('CALL_RECORDINGS at s3://rida/calls: not allowed');
    expect(await instance.kept('AGENT_EVENTS')).toHaveLength(1);
  });

  it('gives back what it took, and only that', async () => {
    const instance = new Instance({ CALL_RECORDINGS: 's3://theirs/calls' });
    await offerStorage(instance, OFFERS);
    await withdrawStorage(instance, OFFERS);
    expect(await instance.kept('AGENT_EVENTS')).toEqual([]);
    expect(await instance.kept('CALL_RECORDINGS')).toHaveLength(1);
  });
});
