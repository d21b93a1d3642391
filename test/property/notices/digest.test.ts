import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
import { type AddressedNotice, gatherNotices } from '#functions/notices/gather-notices.ts';
import { decideDigest, MOST_NOTICES } from '#shared/domain/notices/decide-digest.ts';
import type { Digest } from '#shared/domain/notices/digest.ts';
import type { Reader } from '#shared/domain/notices/reader.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { shippedRules as rules, rulesOf } from '#test/builders/shipped-rules.ts';
import { FaultPlan, faulty, Outage } from '#test/doubles/faulty.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { tickDigests } from './tick-digests.ts';

const READERS: readonly Reader[] = ['supervisor', 'leadership', 'department:operations'];
const EVENTS = 30;
const notice = (n: number): Notice => ({
  ...{ event: causeId(`event ${n}`), case: `case-${n % 7}`, kind: 'breached' },
  priority: n % 5 === 0 ? 'urgent' : 'normal',
});
/** Every event concerns one or two readers. */
const toldOf = (n: number): AddressedNotice[] =>
  READERS.filter((_, at) => at === n % 3 || (n % 4 === 0 && at === (n + 1) % 3)).map((reader) => ({
    ...{ reader, notice: notice(n) },
  }));

interface Delivery {
  readonly events: readonly number[];
  /** The call to the store that fails, and how. */
  readonly fault: number;
  readonly when: 'before' | 'after';
  /** Milliseconds before it. */
  readonly after: number;
}
const delivery: fc.Arbitrary<Delivery> = fc.record({
  events: fc.array(fc.nat(EVENTS - 1), { minLength: 1, maxLength: 9 }),
  fault: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 24 })),
  when: fc.constantFrom('before', 'after'),
  after: fc.constantFrom(0, MINUTE, 3 * MINUTE, 7 * HOUR),
});

describe('collected notices of a reader', () => {
  it('is told once and not lost, in whatever batches, order and repetition it comes and whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { maxLength: 14 }), async (deliveries) => {
        const store = new MemoryStore();
        const clock = fixedClock();
        const deps = { rules: rulesOf(), clock };
        const again: number[] = [];
        for (const { events, fault, when, after } of deliveries) {
          clock.advance(after);
          await tickDigests(store, clock.now());
          const plan = new FaultPlan(fault, when);
          const notices = events.flatMap(toldOf);
          await gatherNotices({ ...deps, store: faulty(store, plan) }, notices).catch((error: unknown) => {
            if (!(error instanceof Outage)) throw error;
            again.push(...events);
          });
        }
        // The queue retries failed events once, in other batches.
        for (let at = 0; at < again.length; at += 5) {
          clock.advance(MINUTE);
          await tickDigests(store, clock.now());
          await gatherNotices({ ...deps, store }, again.slice(at, at + 5).flatMap(toldOf));
        }
        clock.advance(24 * HOUR);
        await tickDigests(store, clock.now());
        const all = [...new Set(deliveries.flatMap(({ events }) => events))].flatMap(toldOf);
        for (const reader of READERS) {
          const listed = store.commits
            .filter(({ kind, id }) => kind === 'digest' && id === reader)
            .flatMap(({ events }) => events)
            .flatMap(({ type, data }) => (type === 'rida.notices.due.v1' ? data.notices : []))
            .map(({ event }) => event);
          const wanted = all
            .filter((notice) => notice.reader === reader)
            .map((notice) => notice.notice.event);
          expect(listed.sort()).toEqual(wanted.sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is counted in full when there is more than a mail can hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(400), { maxLength: 90 }), { maxLength: 9 }), (batches) => {
        let digest: Digest | undefined;
        const offered = new Set<number>();
        for (const batch of batches) {
          // Added events are not delivered again here: the repeat is tested with the gathering function.
          const fresh = batch.filter((n) => !offered.has(n));
          for (const n of fresh) offered.add(n);
          const add = { do: 'add', notices: fresh.map(notice) } as const;
          digest = decideDigest('supervisor', digest, add, { now: T, rules })?.state ?? digest;
        }
        expect((digest?.notices.length ?? 0) + (digest?.more ?? 0)).toBe(offered.size);
        expect(digest?.notices.length ?? 0).toBeLessThanOrEqual(MOST_NOTICES);
      }),
    );
  });
});
