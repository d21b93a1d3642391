import { describe, expect, it } from 'vitest';
import { registrationOf } from '#events/registry.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { clocksOf } from '#shared/domain/case/clocks.ts';
import type { Command } from '#shared/domain/case/command.ts';
import { decide } from '#shared/domain/case/decide.ts';
import { scrubbed } from '#shared/domain/case/decisions/erase.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { patchOf } from '#test/doubles/patch-of.ts';
import { AGENT, at, done, having, tick } from './deciding.ts';

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type.slice(5, -3));
const dueOf = (state: Case, clock: 'resolution' | 'department' | 'followUp', now: number) =>
  clocksOf(state, rules, now).clocks[clock].dueAt;
const by = AGENT;

describe('what happened in time and was recorded late', () => {
  const urgent = aCase({ priority: 'urgent', type: 'report' });
  const due = clocksOf(urgent, rules, NINE).clocks.firstResponse.dueAt ?? 0;
  const breached = done(due + MINUTE, urgent, tick).case;
  const late: Command = { do: 'log-contact', means: 'phone', by };
  const record = (happened: number) =>
    decide(breached, late, { now: happened, recordedAt: due + 5 * MINUTE, cause: 'call', rules });

  it('takes the breach back, once, and the case comes down', () => {
    expect(breached.level).toBe(1);
    const decision = record(due - 5 * MINUTE);
    if ('rejected' in decision) throw new Error(decision.rejected);
    expect(typesOf(decision.events)).toContain('sla.retracted');
    expect(decision.case.level).toBe(0);
    expect(typesOf(done(due + 6 * MINUTE, decision.case, tick).events)).not.toContain('sla.breached');
    const again = done(due + 7 * MINUTE, decision.case, { do: 'note', by });
    expect(typesOf(again.events)).toEqual(['note.added']);
  });

  it('leaves a breach that was one', () => {
    const decision = record(due + 2 * MINUTE);
    if ('rejected' in decision) throw new Error(decision.rejected);
    expect(typesOf(decision.events)).not.toContain('sla.retracted');
    expect(decision.case.level).toBe(1);
  });
});

describe('a promise', () => {
  const promised = done(NINE, aCase(), { do: 'promise', dueAt: NINE + 2 * HOUR, by }).case;

  it('has a clock of its own and is kept by the next answer', () => {
    expect(dueOf(promised, 'followUp', NINE)).toBe(NINE + 2 * HOUR);
    const kept = done(NINE + HOUR, promised, { do: 'reply', by });
    expect(kept.events.find(({ type }) => type === 'rida.promise.ended.v1')?.data).toMatchObject({
      outcome: 'kept',
    });
    expect(kept.case.promise).toBeUndefined();
    expect(clocksOf(kept.case, rules, NINE + 5 * HOUR).clocks.followUp).toMatchObject({
      state: 'met',
      breached: false,
    });
  });

  it('is late when the answer is, and warned of before', () => {
    const warned = done(NINE + 110 * MINUTE, promised, tick);
    expect(typesOf(warned.events)).toContain('sla.warned');
    const late = done(NINE + 3 * HOUR, warned.case, { do: 'reply', by });
    expect(late.events.find(({ type }) => type === 'rida.promise.ended.v1')?.data).toMatchObject({
      outcome: 'late',
    });
  });

  it('is replaced from what to what, lies in the future, and ends with the case', () => {
    const next = done(NINE + MINUTE, promised, { do: 'promise', dueAt: NINE + DAY, by });
    expect(typesOf(next.events)).toEqual(['promise.ended', 'promise.made']);
    expect(at(NINE, aCase(), { do: 'promise', dueAt: NINE, by })).toEqual({ rejected: 'in-the-past' });
    const closed = done(NINE + MINUTE, promised, { do: 'close', reason: 'withdrawn', by });
    expect(typesOf(closed.events)).toEqual(['promise.ended', 'case.closed']);
    expect(at(NINE, closed.case, { do: 'withdraw-promise', by })).toEqual({ rejected: 'no-promise' });
  });
});

describe('a department', () => {
  const ask: Command = { do: 'ask-department', department: 'planning', asks: true, by };

  it('is asked by the policy’s time, the centre’s clock goes on, and the answer brings the case back', () => {
    const asked = done(NINE, aCase(), ask);
    expect(typesOf(asked.events)).toEqual(['department.asked', 'case.status-changed']);
    const [request] = asked.case.requests ?? [];
    expect(request).toMatchObject({ id: 'r1', department: 'planning', message: 'a-cause' });
    expect(clocksOf(asked.case, rules, NINE + MINUTE).clocks).toMatchObject({
      resolution: { state: 'running' },
      department: { state: 'running', dueAt: request?.dueAt },
    });
    const answered = done(NINE + HOUR, asked.case, {
      do: 'answer-request',
      request: 'r1',
      says: true,
      by: 'department:planning',
    });
    expect(typesOf(answered.events)).toEqual(['department.answered', 'case.status-changed']);
    expect(answered.case.status).toBe('open');
  });

  it('of several, the case waits for the last', () => {
    const both = having(aCase(), [NINE, ask], [NINE + 1, { ...ask, department: 'operations' } as Command]);
    const first = done(NINE + 2, both, { do: 'answer-request', request: 'r1', says: false, by });
    expect(first.case.status).toBe('pending-department');
    const last = done(NINE + 3, first.case, { do: 'withdraw-request', request: 'r2', by });
    expect(last.case.status).toBe('open');
    expect(at(NINE + 4, last.case, { do: 'answer-request', request: 'r2', says: false, by })).toEqual({
      rejected: 'no-such-request',
    });
  });

  it('is asked by moving the status, and let off by moving it back', () => {
    const waiting = done(NINE, aCase(), { do: 'set-status', to: 'pending-department', by });
    expect(waiting.case.requests).toHaveLength(1);
    const back = done(NINE + 1, waiting.case, { do: 'set-status', to: 'open', by });
    expect(typesOf(back.events)).toEqual(['case.status-changed', 'department.request-withdrawn']);
  });

  it('that is unknown, or a time that has passed, is refused', () => {
    expect(at(NINE, aCase(), { ...ask, department: 'nowhere' } as Command)).toEqual({
      rejected: 'unknown-department',
    });
    expect(at(NINE, aCase(), { ...ask, dueAt: NINE } as Command)).toEqual({ rejected: 'in-the-past' });
  });
});

describe('merging', () => {
  const late = aCase({ openedAt: NINE - 3 * DAY, facts: [{ at: NINE - 3 * DAY, type: 'opened' }] });
  const fresh = aCase();
  const merged = done(NINE, late, { do: 'merge', into: fresh.id, by });
  const owed = merged.events.find(({ type }) => type === 'rida.case.merged.v1')?.data as {
    remaining: { firstResponse?: number; resolution?: number };
  };
  const absorb: Command = { do: 'absorb', source: late.id, remaining: owed.remaining, by };

  it('keeps the earliest promise, and gives it back when they are parted', () => {
    const before = dueOf(fresh, 'resolution', NINE);
    const whole = done(NINE, fresh, absorb).case;
    expect(dueOf(whole, 'resolution', NINE)).toBe(dueOf(late, 'resolution', NINE));
    const parted = done(NINE + 1, whole, { do: 'release', source: late.id, by }).case;
    expect(dueOf(parted, 'resolution', NINE + 1)).toBe(before);
    expect(at(NINE, whole, absorb)).toEqual({ rejected: 'already-linked' });
    expect(at(NINE, fresh, { do: 'release', source: late.id, by })).toEqual({ rejected: 'not-linked' });
  });

  it('closes the one, leaves it alone, and restores it as it was', () => {
    expect(merged.case).toMatchObject({ status: 'closed', merged: { into: fresh.id, status: 'new' } });
    expect(merged.case.nextDueAt).toBeUndefined();
    expect(at(NINE, merged.case, { do: 'reply', by })).toEqual({ rejected: 'is-merged' });
    expect(at(NINE, merged.case, { do: 'merge', into: 'x', by })).toEqual({ rejected: 'is-merged' });
    const back = done(NINE + HOUR, merged.case, { do: 'unmerge', by }).case;
    expect(back).toMatchObject({ status: 'new', generation: 0 });
    expect(dueOf(back, 'resolution', NINE + HOUR)).toBe(dueOf(late, 'resolution', NINE + HOUR));
    expect(at(NINE, back, { do: 'unmerge', by })).toEqual({ rejected: 'not-merged' });
    expect(at(NINE, late, { do: 'merge', into: late.id, by })).toEqual({ rejected: 'same-case' });
  });

  it('records what still comes for the merged one without waking it', () => {
    const heard = done(NINE + 1, merged.case, { do: 'receive', channel: 'mail' });
    expect(typesOf(heard.events)).toEqual(['message.received']);
    expect(heard.case.status).toBe('closed');
  });
});

describe('correcting what a case is about', () => {
  it('tells from what to what, moves deadlines from the start, and leaves the assignee behind', () => {
    const mine = { ...aCase(), assignee: 'salem' };
    const next = done(NINE + HOUR, mine, {
      do: 'reclassify',
      to: { priority: 'urgent', department: 'environment', type: 'report' },
      by,
    });
    expect(next.events).toEqual([
      {
        type: 'rida.case.reclassified.v1',
        data: {
          by,
          changes: [
            { field: 'department', from: 'operations', to: 'environment' },
            { field: 'priority', from: 'normal', to: 'urgent' },
          ],
          unassigned: 'salem',
        },
      },
    ]);
    expect(next.case.assignee).toBeUndefined();
    const fresh = aCase({ priority: 'urgent', department: 'environment' });
    expect(dueOf(next.case, 'resolution', NINE)).toBe(dueOf(fresh, 'resolution', NINE));
  });

  it('hurries nobody for a tier that the correction put into the past, and counts it', () => {
    const old = aCase({ priority: 'low', openedAt: NINE - DAY, facts: [{ at: NINE - DAY, type: 'opened' }] });
    const urgent = done(NINE + HOUR, old, { do: 'reclassify', to: { priority: 'urgent' }, by }).case;
    const seen = done(NINE + HOUR, urgent, tick);
    expect(typesOf(seen.events)).not.toContain('case.escalated');
    const told = seen.events.filter(({ type }) => type === 'rida.sla.breached.v1');
    expect(told.length).toBeGreaterThan(0);
    for (const { data } of told) expect(data).toMatchObject({ cause: 'terms' });
    expect(seen.case.level).toBe(0);
  });

  it.each([
    [{ priority: 'normal' as const }, 'nothing-changed'],
    [{ category: 'nowhere' }, 'unknown-category'],
    [{ department: 'nowhere' }, 'unknown-department'],
  ])('%j is refused: %s', (to, rejected) => {
    expect(at(NINE, aCase(), { do: 'reclassify', to, by })).toEqual({ rejected });
  });
});

describe('company', () => {
  it('watchers and the assignee hear of what others do', () => {
    const watched = having(
      aCase(),
      [NINE, { do: 'watch', user: 'huda', by }],
      [NINE, { do: 'assign', to: 'salem', by }],
    );
    const heard = done(NINE + 1, watched, { do: 'receive', channel: 'mail' });
    expect(heard.events[0]?.data).toMatchObject({ inform: ['huda', 'salem'] });
    const resolved = done(NINE + 2, watched, { do: 'resolve', outcome: 'تم', by });
    expect(resolved.events[0]?.data).toMatchObject({ inform: ['huda'] });
    expect(at(NINE, watched, { do: 'watch', user: 'huda', by })).toEqual({ rejected: 'already-watching' });
    expect(at(NINE, watched, { do: 'unwatch', user: 'sara', by })).toEqual({ rejected: 'not-watching' });
  });

  it('children end with their parent', () => {
    const parent = done(NINE, aCase(), { do: 'link', to: '9A1-1A1-0002', as: 'child', by }).case;
    const resolved = done(NINE + 1, parent, { do: 'resolve', outcome: 'تم', by });
    expect(resolved.events[0]?.data).toMatchObject({ children: ['9A1-1A1-0002'] });
  });
});

describe('erasing', () => {
  const life: readonly (readonly [number, Command])[] = [
    [NINE, { do: 'reply', by }],
    [NINE + 1, { do: 'resolve', outcome: 'اتصلنا بنورة', by }],
    [NINE + 1 + DAY, tick],
    [
      NINE + 2 + DAY,
      {
        do: 'answer-survey',
        invitation: 's0',
        score: 5,
        finished: true,
        comment: 'شكرًا من نورة القحطاني',
        language: 'ar',
      },
    ],
  ];
  const lived = having(aCase({ lastMessageId: '<norah@example.com>' }), ...life);
  const PERSONAL = /نورة|norah|إنارة/u;

  it('leaves nothing personal on the case nor in its past, and what is counted stays', () => {
    const { case: gone, events } = done(NINE + 9 * DAY, lived, { do: 'erase', because: 'request', by });
    expect(JSON.stringify(gone)).not.toMatch(PERSONAL);
    expect(gone).toMatchObject({ status: 'closed', category: 'lighting', survey: { score: 5 } });
    expect(typesOf(events)).toEqual(['case.erased']);
    let state: Case | undefined;
    for (const [now, command] of life) {
      const next = done(now, state ?? aCase(), command);
      const commit = scrubbed({ events: next.events, patch: patchOf(state, next.case) });
      expect(JSON.stringify(commit)).not.toMatch(PERSONAL);
      state = next.case;
    }
    expect(at(NINE + 9 * DAY, gone, { do: 'note', by })).toEqual({ rejected: 'erased' });
    expect(done(NINE + 99 * DAY, gone, tick).events).toEqual([]);
  });

  it('ends a case at work first when its beneficiary asks, and never by age', () => {
    const { case: gone, events } = done(NINE, aCase(), { do: 'erase', because: 'request', by });
    expect(typesOf(events)).toEqual(['case.closed', 'case.erased']);
    expect(gone.closing?.reason).toBe('withdrawn');
    expect(at(NINE, aCase(), { do: 'erase', because: 'age', by: 'rida' })).toMatchObject({
      rejected: 'illegal-status',
    });
  });
});

it('new settings tell which deadlines moved, and nothing when none did', () => {
  const known = aCase();
  const resolution = dueOf(known, 'resolution', NINE) ?? 0;
  const { clocks } = clocksOf(known, rules, NINE);
  const same = { resolution, firstResponse: clocks.firstResponse.dueAt ?? 0 };
  expect(done(NINE, known, { do: 'retime', settings: 3, before: same }).events).toEqual([]);
  const moved = done(NINE, known, { do: 'retime', settings: 3, before: { ...same, resolution: NINE } });
  expect(moved.events[0]).toMatchObject({
    type: 'rida.case.retimed.v1',
    data: { settings: 3, changes: [{ clock: 'resolution', from: new Date(NINE).toISOString() }] },
  });
});

it('every event keeps its contract', () => {
  const asked: Command = { do: 'ask-department', department: 'planning', asks: true, by };
  const steps: Command[] = [
    asked,
    { do: 'promise', dueAt: NINE + DAY, by },
    {
      do: 'split',
      message: 'm',
      type: 'inquiry',
      category: 'parking',
      department: 'licensing',
      priority: 'low',
      by,
    },
    { do: 'log-contact', means: 'visit', by },
    { do: 'merge', into: '7M2-4K9-0131', by },
    { do: 'unmerge', by },
    { do: 'erase', because: 'request', by },
  ];
  let state: Case = aCase();
  for (const step of steps) {
    const next = done(NINE, state, step);
    for (const { type, data } of next.events) {
      expect(registrationOf(type)?.event.data.safeParse(data).error).toBeUndefined();
    }
    state = next.case;
  }
});
