import { describe, expect, it } from 'vitest';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { type CallOutCommand, decideCallOut } from '#shared/domain/outreach/decide-call-out.ts';
import type { AgentResult } from '#shared/domain/outreach/week/agent-call.ts';
import { nextWindow, windowAt } from '#shared/domain/outreach/week/attempt-windows.ts';
import { finalCode } from '#shared/domain/outreach/week/final-code.ts';
import { LEASE_MS } from '#shared/domain/outreach/week/lease.ts';
import { needsRelease, replicatesToRelease } from '#shared/domain/outreach/week/release.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aPlan, outboundRules as rules, CALLING_MORNING as T } from '#test/builders/a-call-out.ts';
import { aPlace } from '#test/builders/a-week.ts';

const ANSWERS = { satisfaction: 5, ease: 4, finished: 1 };
const start = decideCallOut('c', undefined, aPlan({ week: aPlace() }), { now: T, rules });
const planned = 'state' in start ? start.state : undefined;

const decide = (callOut: CallOut, command: CallOutCommand, now: number) =>
  decideCallOut('c', callOut, command, { now, rules });
const take = (callOut: CallOut, user: string, now: number, handlers: readonly string[] = []) =>
  decide(callOut, { do: 'take', user, handlers }, now);

/** Make the attempts of an agent, each at its time. An appointment is a day later. */
function called(...results: readonly (AgentResult | 'partly')[]): CallOut {
  let callOut = planned as CallOut;
  for (const result of results) {
    const at = callOut.state.is === 'planned' ? callOut.state.at : T;
    const taken = take(callOut, 'huda', at);
    if (!('state' in taken)) throw new Error(taken.rejected);
    const made = decide(
      taken.state,
      {
        ...{ do: 'record', user: 'huda', result: result === 'partly' ? 'answered' : result },
        answers: result === 'answered' ? ANSWERS : result === 'partly' ? { satisfaction: 3 } : {},
        ...(result === 'later' && { later: at + DAY }),
      },
      at + MINUTE,
    );
    if (!('state' in made)) throw new Error(made.rejected);
    callOut = made.state;
  }
  return callOut;
}

describe('the final code', () => {
  const five = <R extends AgentResult>(result: R) => Array.from({ length: 5 }, () => result);
  it.each<[string, readonly (AgentResult | 'partly')[]]>([
    ['1.1', ['answered']],
    ['1.1', ['no-answer', 'busy', 'later', 'answered']],
    ['1.2', ['partly']],
    ['2.112', ['refused']],
    ['2.112', ['never']],
    ['2.112', ['hung-up', 'hung-up']],
    ['2.112', ['hung-up', 'no-answer', 'no-answer', 'no-answer', 'no-answer']],
    ['2.112c', ['later', 'no-answer', 'no-answer']],
    ['2.112c', ['later', 'machine', 'busy']],
    ['2.22', ['no-answer', 'machine', 'no-answer', 'no-answer', 'no-answer']],
    ['2.332', ['language']],
    ['3.90', five('no-answer')],
    ['3.90', [...five('no-answer').slice(1), 'busy']],
    ['4.30', ['wrong-number']],
    ['4.32', ['disconnected']],
    ['4.70', ['not-user']],
  ])('is %s after %j', (code, results) => {
    const callOut = called(...results);
    expect(callOut.state.is).toBe('finished');
    expect(finalCode(callOut)).toBe(code);
  });

  it.each<[string, readonly AgentResult[]]>([
    ['3.11', []],
    ['3.12', ['no-answer', 'busy']],
    ['3.13', ['busy', 'no-answer']],
    ['2.30', ['later']],
    ['2.112', ['hung-up']],
    ['2.22', ['machine']],
  ])('is %s when staff stop the call after %j', (code, results) => {
    const stopped = decide(called(...results), { do: 'stop', by: 'agent:huda' }, T + 60 * DAY);
    expect('state' in stopped && finalCode(stopped.state)).toBe(code);
  });

  it.each([
    ['4.70', 'own-staff'],
    ['4.70', 'test'],
    ['2.112', 'opted-out'],
    ['3.11', 'cool-down'],
    ['3.11', 'open-invitation'],
  ] as const)('is %s when the person is not asked because of %s', (code, because) => {
    const ended = decide(planned as CallOut, { do: 'unwanted', because }, T);
    expect('state' in ended && finalCode(ended.state)).toBe(code);
  });

  it('is missing while the call is open, and an agent tries five times', () => {
    const open = called('no-answer', 'busy', 'machine', 'no-answer');
    expect([open.state.is, finalCode(open)]).toEqual(['planned', undefined]);
  });
});

describe('the next attempt', () => {
  const waitOf = (...results: readonly AgentResult[]) => {
    const callOut = called(...results);
    const last = callOut.attempts.at(-1)?.ended?.at ?? 0;
    return callOut.state.is === 'planned' ? callOut.state.at - last : undefined;
  };
  it('waits by the outcome, and is within the calling hours', () => {
    expect(waitOf('no-answer')).toBeGreaterThanOrEqual(3 * HOUR);
    expect(waitOf('machine')).toBeGreaterThanOrEqual(3 * HOUR);
    expect(waitOf('busy')).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(waitOf('hung-up')).toBeGreaterThanOrEqual(7 * DAY);
    expect(waitOf('later', 'no-answer')).toBeGreaterThanOrEqual(7 * DAY);
    for (const results of [['no-answer'], ['busy'], ['hung-up'], ['later', 'no-answer']] as const) {
      const { state } = called(...results);
      expect(state.is === 'planned' && isOpen(rules.calendar, state.at)).toBe(true);
    }
  });

  it('keeps an appointment to the minute', () => {
    expect(waitOf('later')).toBe(DAY - MINUTE);
  });

  it('is in another window, the evening twice as often as the others', () => {
    const made: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const at = nextWindow(rules.calendar, made, (made.at(-1) ?? T - DAY) + 3 * HOUR);
      made.push(at ?? 0);
    }
    const windows = made.map((at) => windowAt(rules.calendar, at));
    expect(new Set(windows.slice(0, 3)).size).toBe(3);
    expect(windows.filter((window) => window === 'evening')).toHaveLength(4);
    for (const at of made) expect(isOpen(rules.calendar, at)).toBe(true);
  });
});

describe('a call of agents', () => {
  it('is one agent’s at a time, and not of who handled the matter', () => {
    const callOut = planned as CallOut;
    const taken = take(callOut, 'huda', T);
    if (!('state' in taken)) throw new Error(taken.rejected);
    const { state } = taken;
    expect(take(state, 'salem', T + LEASE_MS - 1)).toEqual({ rejected: 'taken' });
    expect(take(state, 'salem', T + LEASE_MS)).toHaveProperty('state');
    expect(take(callOut, 'huda', T, ['huda'])).toEqual({ rejected: 'handled-it' });
    const record = { do: 'record', user: 'salem', result: 'answered', answers: ANSWERS } as const;
    expect(decide(state, record, T)).toEqual({ rejected: 'taken' });
    expect(decide(callOut, record, T)).toEqual({ rejected: 'not-due' });
  });

  it('is not taken before its time, outside the hours, or when Rida calls', () => {
    const callOut = planned as CallOut;
    expect(take(called('no-answer'), 'huda', T + HOUR)).toEqual({ rejected: 'not-due' });
    expect(take(callOut, 'huda', T + 14 * HOUR)).toEqual({ rejected: 'outside-hours' });
    const flow = { ...callOut, week: aPlace({ mode: 'flow' }) };
    expect(take(flow, 'huda', T)).toEqual({ rejected: 'not-due' });
    expect(take(called('refused'), 'huda', T + DAY)).toEqual({ rejected: 'finished' });
  });
});

describe('the release of replicates', () => {
  const week = { target: 165, completion: 0.4 };
  it.each([
    [{ completes: 0, open: 0, ended: 0 }, [50, 50, 50, 50, 50, 50, 50, 50, 50], 9],
    [{ completes: 100, open: 100, ended: 100 }, [50, 50], 0],
    [{ completes: 100, open: 30, ended: 250 }, [50, 50, 50, 50], 3],
    [{ completes: 165, open: 0, ended: 300 }, [50], 0],
    [{ completes: 0, open: 0, ended: 200 }, [50, 20], 2],
    [{ completes: 164, open: 1, ended: 400 }, [7], 1],
  ])('at %j releases of %j: %i', (progress, sizes, count) => {
    expect(replicatesToRelease(progress, week, sizes)).toBe(count);
    expect(needsRelease(progress, week)).toBe(count > 0);
  });
});
