import { describe, expect, it } from 'vitest';
import { handleCommand } from '#shared/application/handle-command.ts';
import { type OpenRequest, openCase, referenceFor } from '#shared/application/open-case.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

const request = (cause: string, more: Partial<OpenRequest> = {}): OpenRequest => ({
  ...{ cause, by: 'beneficiary', at: T, recordedAt: T, correlationId: cause, causationId: cause },
  openCaseFrom: {
    type: 'report',
    category: 'lighting',
    department: 'operations',
    subject: 'إنارة',
    beneficiary: aBeneficiary(),
    segment: 'citizen',
    channel: 'mail',
    language: 'ar',
    priority: 'normal',
  },
  ...more,
});

describe('openCase', () => {
  it('opens one case for a cause, however often it is told', async () => {
    const store = new MemoryStore();
    const first = await openCase({ store, rules, keys }, request('mail-1'));
    expect(first).toMatchObject({ outcome: 'committed', case: { id: await referenceFor(keys, 'mail-1') } });
    const again = await openCase({ store, rules, keys }, request('mail-1'));
    expect(again).toMatchObject({ outcome: 'duplicate', case: { id: first.case.id } });
    expect(store.commits).toHaveLength(1);
  });

  it('opens one case when the same cause is told twice at once', async () => {
    const store = new MemoryStore();
    const done = await Promise.all([1, 2, 3].map(() => openCase({ store, rules, keys }, request('mail-1'))));
    expect(new Set(done.map((each) => each.case.id)).size).toBe(1);
    expect(done.map(({ outcome }) => outcome).sort()).toEqual(['committed', 'duplicate', 'duplicate']);
  });

  it('takes the next draw when another case has the reference, both times', async () => {
    const store = new MemoryStore().seed(aCase({ id: await referenceFor(keys, 'mail-1') }));
    const first = await openCase({ store, rules, keys }, request('mail-1'));
    expect(first).toMatchObject({
      outcome: 'committed',
      case: { id: await referenceFor(keys, 'mail-1', 1) },
    });
    const again = await openCase({ store, rules, keys }, request('mail-1'));
    expect(again).toMatchObject({ outcome: 'duplicate', case: { id: first.case.id } });
  });

  it('knows the mail that opened a case with more commits than its head remembers', async () => {
    const store = new MemoryStore();
    const { case: supportCase } = await openCase({ store, rules, keys }, request('mail-1'));
    const { openCaseFrom: _, ...trace } = request('mail-1');
    for (let n = 0; n < 66; n += 1) {
      const command = { do: 'note', by: 'agent:salem' } as const;
      await handleCommand({ store, rules }, { ...trace, id: supportCase.id, command, cause: `note-${n}` });
    }
    const again = await openCase({ store, rules, keys }, request('mail-1'));
    expect(again).toMatchObject({ outcome: 'duplicate', case: { id: supportCase.id } });
    expect(store.commits).toHaveLength(67);
  });

  it('stores the earlier content under the reference of the new case', async () => {
    const store = new MemoryStore();
    const kept: string[] = [];
    const before = async (reference: string) => {
      expect(store.commits).toEqual([]);
      kept.push(reference);
    };
    const { case: supportCase } = await openCase({ store, rules, keys }, request('mail-1', { before }));
    expect(kept).toEqual([supportCase.id]);
  });

  it('opens nothing when storing the earlier content fails', async () => {
    const store = new MemoryStore();
    const before = () => Promise.reject(new Error('disk full'));
    await expect(openCase({ store, rules, keys }, request('mail-1', { before }))).rejects.toThrow(
      'disk full',
    );
    expect(store.commits).toEqual([]);
  });

  it('gives up when every draw is taken, and says so', async () => {
    const store = new MemoryStore();
    for (let n = 0; n < 6; n += 1) store.seed(aCase({ id: await referenceFor(keys, 'mail-1', n) }));
    await expect(openCase({ store, rules, keys }, request('mail-1'))).rejects.toThrow(
      'no free case reference in 6 draws',
    );
  });
});
