import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '#events/vocabulary.ts';
import { type AddressedNotice, gatherNotices } from '#functions/notices/gather-notices.ts';
import { tickDigest } from '#shared/application/digests.ts';
import { decideDigest, MOST_NOTICES } from '#shared/domain/notices/decide-digest.ts';
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
const noticesOf = (n: number): AddressedNotice[] =>
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
          const notices = events.flatMap(noticesOf);
          await gatherNotices({ ...deps, store: faulty(store, plan) }, notices).catch((error: unknown) => {
            if (!(error instanceof Outage)) throw error;
            again.push(...events);
          });
        }
        // The queue retries failed events once, in other batches.
        for (let at = 0; at < again.length; at += 5) {
          clock.advance(MINUTE);
          await tickDigests(store, clock.now());
          await gatherNotices({ ...deps, store }, again.slice(at, at + 5).flatMap(noticesOf));
        }
        clock.advance(24 * HOUR);
        await tickDigests(store, clock.now());
        const all = [...new Set(deliveries.flatMap(({ events }) => events))].flatMap(noticesOf);
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

  it('is told once whichever call of the mailing fails, before it is done or after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(EVENTS - 1), { minLength: 1, maxLength: 9 }),
        fc.array(fc.nat(EVENTS - 1), { maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('before' as const, 'after' as const),
        async (events, late, fault, when) => {
          const store = new MemoryStore();
          const clock = fixedClock();
          const deps = { store, rules: rulesOf(), clock };
          await gatherNotices(deps, events.flatMap(noticesOf));
          clock.advance(HOUR);
          const failing = faulty(store, new FaultPlan(fault, when));
          for (const reader of READERS) {
            await tickDigest({ store: failing, rules, now: clock.now() }, reader).catch((error: unknown) => {
              if (!(error instanceof Outage)) throw error;
            });
          }
          // Notices that arrive while a timer is handed out again join the next mail.
          await gatherNotices(deps, late.flatMap(noticesOf));
          for (const reader of READERS) await tickDigest({ store, rules, now: clock.now() }, reader);
          clock.advance(24 * HOUR);
          await tickDigests(store, clock.now());
          const wanted = [...new Set([...events, ...late])].flatMap(noticesOf);
          expect(sentTo(store)).toEqual(
            wanted.map(({ reader, notice: { event } }) => `${reader} ${event}`).sort(),
          );
          for (const reader of READERS) expect(await store.waitingNotices(reader, 10)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is counted in full when there is more than a mail can hold', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 300 }), (offered) => {
        const digest = { id: 'supervisor', version: 1, causes: [], sent: [], nextDueAt: T };
        // A notice that is listed twice is told once.
        const waiting = [...offered, ...offered.slice(0, 3)].map(notice);
        const step = decideDigest('supervisor', digest, { do: 'tick', waiting }, { now: T, rules });
        const [due] = step?.events ?? [];
        const data = due?.type === 'rida.notices.due.v1' ? due.data : { notices: [], more: 0 };
        expect(data.notices.length + data.more).toBe(offered.length);
        expect(data.notices.length).toBeLessThanOrEqual(MOST_NOTICES);
        expect(step?.state.sent).toHaveLength(offered.length);
      }),
    );
  });
});

/** Everything that readers were told, as `<reader> <event>`. */
const sentTo = (store: MemoryStore): string[] =>
  store.commits
    .filter(({ kind }) => kind === 'digest')
    .flatMap(({ id, events }) =>
      events.flatMap(({ type, data }) =>
        type === 'rida.notices.due.v1' ? data.notices.map(({ event }) => `${id} ${event}`) : [],
      ),
    )
    .sort();
