import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf, deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import type { Department, Rules } from '#shared/domain/rules.ts';
import type { Calendar } from '#shared/domain/sla/calendar.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AGENT, done, having, resolve, tick } from './deciding.ts';

// A report of normal priority: two hours for the first response, four for the next, three days of seven hours
// to resolve.
const fresh = aCase();
const by = AGENT;
const wrote: CaseCommand = { do: 'receive', channel: 'mail' };
const wait: CaseCommand = { do: 'set-status', to: 'pending-beneficiary', by };
const clocks = (state: Parameters<typeof clocksOf>[0], now: number) =>
  clocksOf(state, shippedRules, now).clocks;

describe('the clocks of a case', () => {
  it('owe a first response within two working hours', () => {
    expect(clocks(fresh, T).firstResponse).toMatchObject({ state: 'running', dueAt: T + 2 * HOUR });
  });

  it.each<[string, CaseCommand]>([
    ['a reply', { do: 'reply', by }],
    ['a resolution', resolve],
  ])('are answered first by %s', (_, command) => {
    const kept = having(fresh, [T + 2 * HOUR, command]);
    expect(clocks(kept, T + DAY).firstResponse).toMatchObject({ state: 'met', breached: false });
    const late = having(fresh, [T + 2 * HOUR + 1, command]);
    expect(clocks(late, T + DAY).firstResponse).toMatchObject({ state: 'met', breached: true });
  });

  it('tell with a resolution whether they were kept, and how long it took', () => {
    const { events } = done(T + 150 * MINUTE, fresh, resolve);
    expect(events).toMatchObject([
      { data: { firstResponseKept: false, resolutionKept: true, workingMinutes: 150 } },
    ]);
  });

  it('name a late resolution whose breach was not announced, because no other event counts it', () => {
    const late = { resolutionKept: false, missedUnannounced: true };
    expect(done(T + 10 * DAY, fresh, resolve).events).toMatchObject([{ data: late }]);
    const { events } = done(T + 10 * DAY, having(fresh, [T + 9 * DAY, tick]), resolve);
    expect(events[0]?.data).toMatchObject({ resolutionKept: false });
    expect(events[0]?.data).not.toHaveProperty('missedUnannounced');
  });

  it('leave out the time the beneficiary was waited for', () => {
    const waiting = having(fresh, [T + HOUR, { do: 'reply', by, thenStatus: 'pending-beneficiary' }]);
    expect(waiting).not.toHaveProperty('nextDueAt');
    const back = having(waiting, [T + 3 * HOUR, wrote]);
    expect(back.status).toBe('open');
    const { events } = done(T + 4 * HOUR, back, resolve);
    expect(events).toMatchObject([{ data: { workingMinutes: 120 } }]);
  });

  it('count a resolution as an answer: a later question starts a new wait', () => {
    const asked = having(
      fresh,
      [T + MINUTE, { do: 'reply', by }],
      [T + HOUR, wrote],
      [T + 4 * HOUR, resolve],
    );
    expect(clocks(asked, T + 4 * HOUR).nextResponse).toMatchObject({ state: 'met', breached: false });
    const again = having(asked, [T + DAY, wrote]);
    expect(clocks(again, T + DAY).nextResponse).toMatchObject({
      state: 'running',
      startedAt: T + DAY,
      generation: 2,
    });
  });

  it('run on when a mail is taken in after what an agent did since it came', () => {
    // The mail was received a minute before the agent set the case to waiting, and processed a minute after.
    const waiting = having(fresh, [T + HOUR, wait]);
    const open = having(waiting, [T + HOUR - MINUTE, wrote]);
    expect(open.status).toBe('open');
    expect(clocks(open, T + 2 * HOUR).resolution.state).toBe('running');
    expect(open.nextDueAt).toBeGreaterThan(T);
    expect(open.facts.map(({ at }) => at)).toEqual([T, T + HOUR, T + HOUR - MINUTE, T + HOUR]);
    // The same with a resolution in between.
    const reopened = having(fresh, [T + HOUR, resolve], [T + HOUR - MINUTE, wrote]);
    expect(reopened.status).toBe('open');
    expect(clocks(reopened, T + 2 * HOUR).resolution.state).toBe('running');
    expect(reopened.nextDueAt).toBeDefined();
  });

  it('keep running when two mails are taken in the wrong way round', () => {
    const waiting = having(fresh, [T + HOUR, wait]);
    const open = having(waiting, [T + 3 * HOUR, wrote], [T + 2 * HOUR, wrote]);
    expect(open.nextDueAt).toBeDefined();
  });

  it('notify no staff about a case that was resolved in the minute its deadline passed', () => {
    const asked = having(fresh, [T + MINUTE, { do: 'reply', by }], [T + 2 * MINUTE, wrote]);
    const late = having(asked, [T + 2 * DAY, resolve]);
    const { events } = done(T + 3 * DAY, late, tick);
    expect(events.map(({ type }) => type)).toEqual(['rida.survey.invited.v1']);
  });

  it('notify no staff about a resolved case, whatever a policy counts as final', () => {
    const policies = shippedRules.policies.map((policy) => ({ ...policy, finalStatuses: ['closed'] }));
    const rules = { ...shippedRules, policies };
    const late = having(fresh, [T + MINUTE, resolve]);
    const decision = decideCase(late, tick, { now: T + 10 * DAY, rules, cause: 'timer', person: 'asked' });
    expect(isRejection(decision) ? [] : decision.events.map(({ type }) => type)).toEqual([
      'rida.survey.invited.v1',
    ]);
  });

  it('escalate no breach that a ladder gives no level', () => {
    const ladder = [{ action: 'breach', atShare: 1, clock: 'any', tell: 'assignee' } as const];
    const policies = shippedRules.policies.map((policy) => ({ ...policy, ladder }));
    const decision = decideCase(fresh, tick, {
      now: T + DAY,
      rules: { ...shippedRules, policies },
      cause: 'timer',
    });
    expect(decision).toMatchObject({ case: { level: 0 }, events: [{ type: 'rida.sla.breached.v1' }] });
  });
});

describe('the hours a case is judged by', () => {
  const always = shippedRules.calendars.get('always');
  if (!always) throw new Error('no calendar without hours off');
  const [calendarId = ''] = shippedRules.policies.map((policy) => policy.calendarId);
  const variant = (scope: Calendar['scope']): CompiledCalendar => ({
    ...always,
    calendar: { ...always.calendar, id: 'around-the-clock', variantOf: calendarId, ...(scope && { scope }) },
  });
  const operations = shippedRules.departments.get('operations');
  if (!operations) throw new Error('no department of operations');
  const rulesWith = (calendar: CompiledCalendar, over: Partial<Department> = {}): Rules => ({
    ...shippedRules,
    calendars: new Map([...shippedRules.calendars, [calendar.calendar.id, calendar]]),
    departments: new Map([...shippedRules.departments, ['operations', { ...operations, ...over }]]),
  });
  const evening = T + 12 * HOUR;
  const late = aCase({ openedAt: evening, facts: [{ at: evening, type: 'opened' }] });
  const first = (rules: Rules) => deadlinesOf(late, rules, evening).firstResponse;

  it.each<[string, Rules, boolean]>([
    ['its department', rulesWith(variant({ departments: ['operations'] })), true],
    ['another department', rulesWith(variant({ departments: ['planning'] })), false],
    ['its department’s city', rulesWith(variant({ cities: ['taif'] }), { city: 'taif' }), true],
    ['another city', rulesWith(variant({ cities: ['taif'] }), { city: 'jeddah' }), false],
  ])('are a variant for %s, or else the policy’s', (_, rules, chosen) => {
    expect(first(rules) === evening + 2 * HOUR).toBe(chosen);
  });

  it('for a department’s answer are its own, and leave those of the centre alone', () => {
    const rules = rulesWith(always, { calendar: always.calendar.id });
    const ask: CaseCommand = { do: 'ask-department', department: 'operations', asks: true, by };
    const due = (inForce: Rules) => {
      const asked = decideCase(late, ask, { now: evening, rules: inForce, cause: 'ask' });
      if (isRejection(asked)) throw new Error(asked.rejected);
      return asked.case.requests?.[0]?.dueAt ?? 0;
    };
    expect(due(rules)).toBeLessThan(due(shippedRules));
    expect(first(rules)).toBe(first(shippedRules));
  });
});
