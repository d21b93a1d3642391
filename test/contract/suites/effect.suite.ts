import { describe, expect, test } from 'vitest';
import { waitAfter } from '#shared/domain/mail/delivery-wait.ts';
import type { Effect, EffectSpan } from '#shared/ports/store.ts';
import { aReference } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const effect = (id: string, over: Partial<Effect> = {}): Effect => ({
  id,
  at: 5,
  what: 'acknowledgement',
  to: 'norah@example.com',
  token: `<${id}@rida>`,
  ...over,
});

export function effectCases(open: () => StoreUnderTest): void {
  describe('effects', () => {
    test('are recorded once and read back', async () => {
      const { store } = open();
      const id = aReference();
      const sent = effect('e1', { providerId: 'p-1' });
      expect(await store.effect('case', id, 'e1')).toBeUndefined();
      expect(await store.recordEffect('case', id, sent)).toBe(true);
      expect(await store.recordEffect('case', id, { ...sent, at: 9 })).toBe(false);
      expect(await store.effect('case', id, 'e1')).toEqual(sent);
    });

    test('say that a mail was withheld', async () => {
      const { store } = open();
      const id = aReference();
      const withheld = effect('e1', { withheld: 'suppressed' });
      await store.recordEffect('case', id, withheld);
      expect(await store.effects('case', id)).toEqual([withheld]);
    });

    test('of a mail that waits are replaced by the next try, and then by the sent mail', async () => {
      const { store } = open();
      const id = aReference();
      const first = effect('e1', { at: T, waits: waitAfter(undefined, { reason: 'unconfirmed' }, T) });
      const second = effect('e1', { at: T + 9, waits: waitAfter(first.waits, { reason: 'busy' }, T + 9) });
      const sent = effect('e1', { at: T + 99, providerId: 'p-1' });
      for (const [one, stored] of [
        [first, true],
        [second, true],
        [sent, true],
        [second, false],
      ] as const) {
        expect(await store.recordEffect('case', id, one)).toBe(stored);
        expect(await store.effect('case', id, 'e1')).toEqual(stored ? one : sent);
        expect(await store.newestEffects(id, { limit: 9 })).toEqual([stored ? one : sent]);
      }
    });

    test('of a case are listed by time, the newest first, within a span', async () => {
      const { store } = open();
      const [id, other] = [aReference(), aReference()];
      const many = [30, 10, 50, 20, 40].map((at) => effect(`e${at}`, { at: T + at }));
      for (const one of many) await store.recordEffect('case', id, one);
      await store.recordEffect('case', other, effect('e1', { at: T }));
      const within = async (span: Omit<EffectSpan, 'limit'>, limit = 9) =>
        (await store.newestEffects(id, { ...span, limit })).map(({ at }) => at - T);
      expect(await within({})).toEqual([50, 40, 30, 20, 10]);
      expect(await within({}, 2)).toEqual([50, 40]);
      expect(await within({ from: T + 20 })).toEqual([50, 40, 30, 20]);
      expect(await within({ from: T + 20, until: T + 40 })).toEqual([30, 20]);
      expect(await within({ until: T + 10 })).toEqual([]);
      expect(await store.newestEffects(other, { limit: 1 })).toEqual([effect('e1', { at: T })]);
      await store.scrub('case', id, (commit) => commit);
      expect((await store.newestEffects(id, { limit: 1 })).map(({ at, to }) => [at - T, to])).toEqual([
        [50, ''],
      ]);
    });

    test('ten recorders of one effect: one records it', async () => {
      const { store } = open();
      const id = aReference();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => store.recordEffect('case', id, effect('once'))),
      );
      expect(answers.filter((recorded) => recorded)).toHaveLength(1);
    });

    test('are listed oldest first, of one case only', async () => {
      const { store } = open();
      const [id, other] = [aReference(), aReference()];
      await store.recordEffect('case', id, effect('a', { at: 9 }));
      await store.recordEffect('case', id, effect('b', { at: 3 }));
      await store.recordEffect('case', other, effect('c', { at: 1 }));
      expect((await store.effects('case', id)).map((one) => one.id)).toEqual(['b', 'a']);
    });

    test('do not show on the timeline', async () => {
      const { store } = open();
      const id = aReference();
      await store.recordEffect('case', id, effect('a'));
      expect(await store.timeline('case', id)).toEqual([]);
    });
  });
}
