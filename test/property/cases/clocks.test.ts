import { describe, expect, it } from 'vitest';
import { nextDueAt } from '#shared/domain/cases/agenda.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { openHoldings } from '#shared/domain/cases/decisions/hand-over.ts';
import type { ClockState } from '#shared/domain/sla/clock-state.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { always, type Lived, latestInstant } from './lives.ts';

const isBreach = (key: string) => key.endsWith('#at-100');
const runOf = (key: string) => key.slice(0, key.lastIndexOf('#'));
const runsOf = (state: Case, at: number) =>
  new Map<string, ClockState>(
    clocksOf(state, rules, at).runs.map((run) => [`${run.clock}#${run.generation}`, run.state]),
  );
/** A contact of a plan keeps its steps until the one after it has taken place, or the plan has ended. */
const isPast = ({ plan }: Case, key: string): boolean => {
  const number = Number(/^touch#(\d+)/u.exec(key)?.[1] ?? Number.NaN);
  if (number === plan?.last?.number) return key.split('#').length > 2 && !isBreach(key);
  return number > 0 && number !== plan?.next?.number;
};
const slaEvents = ({ events }: Pick<Lived, 'events'>, name: string) =>
  events.flatMap(({ type, data }) =>
    type === `rida.sla.${name}.v1` && 'clock' in data ? [`${data.clock}#${data.generation}`] : [],
  );

describe('the deadlines of a case, whatever happens to it', { timeout: 60_000 }, () => {
  it('the timer is exactly at the next change by time alone', () => {
    const look = (state: Case, now: number) => {
      const seen = decideCase(state, { do: 'tick' }, { now, rules, cause: 'look', person: 'asked' });
      if (isRejection(seen)) throw new Error(seen.rejected);
      return seen.events.length > 0 || seen.case.fired.length > state.fired.length;
    };
    always(({ decision, after, command, recordedAt }) => {
      if (isRejection(decision)) return;
      const now = latestInstant(after, recordedAt);
      expect(after.nextDueAt).toBe(nextDueAt(after, rules, now));
      if (after.nextDueAt === undefined) {
        expect(look(after, now + 500 * DAY)).toBe(false);
        return;
      }
      expect(look(after, Math.max(now, after.nextDueAt))).toBe(true);
      if (after.nextDueAt > now) expect(look(after, after.nextDueAt - 1)).toBe(false);
      if (command.do === 'tick') expect(after.nextDueAt).toBeGreaterThan(now);
    });
  });

  it('a second look at the same moment finds nothing', () => {
    always(({ command, decision, after, recordedAt }) => {
      if (command.do !== 'tick' || isRejection(decision)) return;
      const again = decideCase(after, command, { now: recordedAt, rules, cause: 'again', person: 'asked' });
      expect(again).toEqual({ case: after, events: [] });
    });
  });

  it('each rung acts once, and comes free again only when its breach is taken back or its period is extended', () => {
    always((step) => {
      const { before, after } = step;
      expect(new Set(after.fired).size).toBe(after.fired.length);
      const taken = new Set(slaEvents(step, 'retracted'));
      for (const key of before.fired.filter((one) => !after.fired.includes(one) && !isPast(after, one))) {
        // Only warnings come free by an extension: a period that has ended is not extended.
        if (step.command.do === 'extend-period') expect(isBreach(key)).toBe(false);
        else expect(taken).toContain(runOf(key));
      }
    });
  });

  it('a breach is told once until it is taken back, and nothing is taken back that was not told', () => {
    always((step, past) => {
      const openBreaches = new Map<string, number>();
      for (const each of [...past, step]) {
        for (const run of slaEvents(each, 'breached'))
          openBreaches.set(run, (openBreaches.get(run) ?? 0) + 1);
        for (const run of slaEvents(each, 'retracted'))
          openBreaches.set(run, (openBreaches.get(run) ?? 0) - 1);
      }
      for (const count of openBreaches.values()) expect([0, 1]).toContain(count);
      const announced = [...openBreaches]
        .filter(([run, count]) => count === 1 && !isPast(step.after, run))
        .map(([run]) => run);
      expect(announced.sort()).toEqual(step.after.fired.filter(isBreach).map(runOf).sort());
    });
  });

  it('a clock reported as late runs and is late; a late report without retraction is late', () => {
    always((step) => {
      const runs = runsOf(step.after, latestInstant(step.after, step.recordedAt));
      for (const run of slaEvents(step, 'breached')) {
        expect(runs.get(run)).toMatchObject({ breached: true, metAt: null });
      }
      if (isRejection(step.decision)) return;
      for (const key of step.after.fired.filter(isBreach)) expect(runs.get(runOf(key))?.breached).toBe(true);
    });
  });

  it('after the clock has looked, all that is late has been told', () => {
    always(({ command, decision, after, recordedAt }) => {
      if (command.do !== 'tick' || isRejection(decision)) return;
      // Until a held reply is sent, the clock waits: the reply may meet the deadline.
      if (!isActive(after.status) || after.heldReply) return;
      const late = clocksOf(after, rules, latestInstant(after, recordedAt))
        .live.filter(({ state }) => state.breached)
        .map(({ clock, generation }) => `${clock}#${generation}#at-100`);
      expect(late.filter((key) => !after.fired.includes(key))).toEqual([]);
    });
  });

  it('resolved, closed, merged or erased cases cause no alert, also under new terms', () => {
    always((step) => {
      const { before, events } = step;
      if (step.command.do !== 'tick') {
        expect(slaEvents(step, 'warned')).toEqual([]);
        expect(slaEvents(step, 'breached')).toEqual([]);
        return;
      }
      if (!isActive(before.status)) expect(events.map(({ type }) => type).join()).not.toMatch(/sla|escal/u);
      const byTerms = events.flatMap(({ type, data }) =>
        type === 'rida.sla.breached.v1' && data.cause === 'terms' ? [`${data.clock}#${data.generation}`] : [],
      );
      const level = step.after.level - before.level;
      const escalated = events.filter(({ type }) => type === 'rida.case.escalated.v1');
      if (byTerms.length > 0 && escalated.length === 0) expect(level).toBe(0);
    });
  });

  it('open promises and requests are exactly those with running clocks', () => {
    always(({ after, recordedAt }) => {
      if (!isActive(after.status)) return;
      const { live } = clocksOf(after, rules, latestInstant(after, recordedAt));
      const dueOf = (name: string) =>
        live.flatMap(({ clock, state }) => (clock === name ? [state.dueAt] : [])).sort();
      // A promise that is taken over after its instant is due immediately.
      const { promise } = after;
      expect(dueOf('followUp')).toEqual(promise ? [Math.max(promise.dueAt, promise.at)] : []);
      expect(dueOf('department')).toEqual(
        [
          ...openRequests(after).map(({ dueAt }) => dueAt),
          ...openHoldings(after).map((held) => held.until),
        ].sort(),
      );
    });
  });
});
