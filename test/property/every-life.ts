import * as fc from 'fast-check';
import { expect } from 'vitest';
import { registrationOf } from '#events/registry.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';

interface Step<S> {
  readonly state: S;
  readonly events: readonly EventDraft[];
}

type Decision<S> = Step<S> | { readonly rejected: string } | undefined;

export interface Life<S, C> {
  readonly commands: fc.Arbitrary<C>;
  readonly begins: number;
  decide(state: S | undefined, command: C, now: number): Decision<S>;
  /** Checks one step; `after` is the state before it when the command was rejected. */
  check?(step: { before: S | undefined; command: C; after: S | undefined; decision: Decision<S> }): void;
}

/**
 * Run random commands one after the other. Every decision is a pure function of its arguments, changes none of
 * them, publishes events that keep their contracts, and gives no more than a reason when it rejects.
 */
export function holdsInEveryLife<S, C>({ commands, begins, decide, check }: Life<S, C>): void {
  const moment = fc.record({ command: commands, after: fc.integer({ min: 0, max: 600 }) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 30, size: 'max' }), (moments) => {
      let state: S | undefined;
      let now = begins;
      for (const { command, after } of moments) {
        now += after * MINUTE;
        const before = structuredClone(state);
        const decision = decide(state, command, now);
        expect(decide(structuredClone(state), structuredClone(command), now)).toEqual(decision);
        expect(state).toEqual(before);
        const rejected = decision === undefined || 'rejected' in decision;
        if (rejected) expect(Object.keys(decision ?? { rejected: '' })).toEqual(['rejected']);
        for (const { type, data } of rejected ? [] : decision.events)
          expect(registrationOf(type)?.event.data.safeParse(data).error).toBeUndefined();
        state = rejected ? state : decision.state;
        check?.({ before, command, after: state, decision });
      }
    }),
    { numRuns: 200 },
  );
}
