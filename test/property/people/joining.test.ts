import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PropagateLinksDeps, propagateLinks } from '#functions/cases/propagate-links.ts';
import { idsOfBeneficiary, personOf } from '#shared/application/person-of.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys as keys } from '#test/doubles/test-keys.ts';

const IDS = ['b-1', 'b-2', 'b-3', 'b-4', 'b-5'];

/** Two ids to join, and which waiting events are processed before the next step. */
const step = fc.record({
  one: fc.constantFrom(...IDS),
  other: fc.constantFrom(...IDS),
  carried: fc.array(fc.nat(20), { maxLength: 4 }),
});

class People {
  readonly store = new MemoryStore();
  readonly deps: PropagateLinksDeps = {
    ...{ store: this.store, blobs: new MemoryBlobs(), keys, rules: rulesOf(), clock: fixedClock() },
  };
  #carried = 0;

  /** Join two ids as the console does: by their final records. */
  async join(one: string, other: string, cause: string): Promise<void> {
    const id = (await personOf(this.store, one))?.id ?? one;
    const to = (await personOf(this.store, other))?.id ?? other;
    const command = { do: 'join', other: to, by: 'agent:salem' } as const;
    const at = { at: T, recordedAt: T };
    await updatePerson(this.store, { id, command, cause, by: 'agent:salem', ...at });
  }

  #events() {
    return this.store.commits.flatMap((commit) => toEnvelopes(commit));
  }

  /** Process one past event, possibly repeated. */
  async carry(at: number): Promise<void> {
    const event = this.#events()[at];
    if (event?.type === 'rida.beneficiary.joined.v1') await propagateLinks(this.deps, event);
  }

  /** Process all events until there are no new ones. */
  async settle(): Promise<void> {
    for (this.#carried = 0; this.#carried < this.#events().length; this.#carried += 1)
      await this.carry(this.#carried);
  }
}

describe('beneficiaries that are joined', () => {
  it('have one record that knows every id, in whatever order the joins are carried on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        const people = new People();
        const groups = new Map(IDS.map((id) => [id, new Set([id])]));
        for (const [at, { one, other, carried }] of steps.entries()) {
          await people.join(one, other, `join ${at}`);
          for (const which of carried) await people.carry(which);
          const together = new Set([...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
          for (const id of together) groups.set(id, together);
        }
        await people.settle();
        for (const id of IDS) {
          const ids = await idsOfBeneficiary(people.store, id);
          expect([...ids].sort()).toEqual([...(groups.get(id) ?? [])].sort());
        }
      }),
      { numRuns: 400 },
    );
  });
});
