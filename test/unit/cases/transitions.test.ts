import { describe, expect, it } from 'vitest';
import type { CaseStatus } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AGENT, at, having, resolve } from './deciding.ts';

const by = AGENT;
const STATUSES: readonly CaseStatus[] = [
  'new',
  'open',
  'pending-beneficiary',
  'pending-department',
  'resolved',
  'closed',
];

/** A case that entered each status an hour ago. */
const fresh = aCase({ facts: [{ at: T - 2 * HOUR, type: 'opened' }], openedAt: T - 2 * HOUR });
const caseIn = (status: CaseStatus): Case => {
  if (status === 'new') return fresh;
  if (status === 'resolved') return having(fresh, [T - HOUR, resolve]);
  if (status === 'closed')
    return having(fresh, [T - HOUR, resolve], [T - HOUR, { do: 'close', reason: 'finished', by }]);
  return having(fresh, [T - HOUR, { do: 'set-status', to: status, by }]);
};

const to = (status: CaseStatus): CaseCommand => ({ do: 'set-status', to: status, by });
const COMMANDS: Readonly<Record<string, CaseCommand>> = {
  receive: { do: 'receive', channel: 'mail', lastMessageId: '<m@x>' },
  'receive automatic': { do: 'receive', channel: 'mail', automatic: 'out-of-office' },
  reply: { do: 'reply', by },
  'reply+open': { do: 'reply', by, thenStatus: 'open' },
  'reply+wait': { do: 'reply', by, thenStatus: 'pending-beneficiary' },
  'reply+resolved': { do: 'reply', by, thenStatus: 'resolved' },
  note: { do: 'note', by },
  assign: { do: 'assign', to: 'salem', by },
  'to new': to('new'),
  'to open': to('open'),
  'to beneficiary': to('pending-beneficiary'),
  'to department': to('pending-department'),
  'to resolved': to('resolved'),
  'to closed': to('closed'),
  resolve,
  reopen: { do: 'reopen', by },
  close: { do: 'close', reason: 'withdrawn', by },
  'close as spam': { do: 'close', reason: 'spam', by },
  'close as duplicate': { do: 'close', reason: 'duplicate', by, duplicateOf: '4K7-2M0-0381' },
  survey: { do: 'answer-survey', invitation: 's0', score: 5, finished: true, language: 'ar' },
  'log contact': { do: 'log-contact', means: 'phone', by },
  'ask department': { do: 'ask-department', department: 'planning', asks: true, by },
  'answer request': { do: 'answer-request', request: 'r1', says: true, by: 'department:operations' },
  'withdraw request': { do: 'withdraw-request', request: 'r1', by },
  'hear department': { do: 'hear-department', department: 'operations', by: 'department:operations' },
  'ask time': { do: 'ask-time', request: 'r1', until: T + 90 * HOUR, by: 'department:operations' },
  'decide time': { do: 'decide-time', request: 'r1', until: T + 90 * HOUR, granted: true, by },
  'pass on': { do: 'pass-on', request: 'r1', to: 'planning', by: 'department:operations' },
  promise: { do: 'promise', dueAt: T + HOUR, by },
  'withdraw promise': { do: 'withdraw-promise', by },
  merge: { do: 'merge', into: '4K7-2M0-0381', by },
  unmerge: { do: 'unmerge', by },
  absorb: { do: 'absorb', source: '4K7-2M0-0381', remaining: {}, by },
  release: { do: 'release', source: '4K7-2M0-0381', by },
  link: { do: 'link', to: '4K7-2M0-0381', as: 'related', by },
  unlink: { do: 'unlink', to: '4K7-2M0-0381', as: 'related', by },
  split: {
    ...{ do: 'split', message: 'm', type: 'inquiry', category: 'parking', department: 'licensing' },
    ...{ priority: 'low', by },
  },
  watch: { do: 'watch', user: 'huda', by },
  unwatch: { do: 'unwatch', user: 'huda', by },
  unassign: { do: 'unassign', by, because: 'staff' },
};

/**
 * The result of each command in each status: the new status, or the rejection. Columns as in STATUSES.
 * Written from the rules of the centre, not from the code.
 */
const TABLE: Readonly<Record<string, string>> = {
  receive: 'new open open dept open open',
  'receive automatic': 'new open wait dept resolved closed',
  reply: 'open open wait dept not-active not-active',
  'reply+open': 'open open open open not-active not-active',
  'reply+wait': 'wait wait wait wait not-active not-active',
  'reply+resolved': 'illegal illegal illegal illegal not-active not-active',
  note: 'new open wait dept resolved closed',
  assign: 'open open wait dept not-active not-active',
  'to new': 'illegal illegal illegal illegal illegal illegal',
  'to open': 'open illegal open open illegal illegal',
  'to beneficiary': 'wait wait illegal wait illegal illegal',
  'to department': 'dept dept dept illegal illegal illegal',
  'to resolved': 'illegal illegal illegal illegal illegal illegal',
  'to closed': 'illegal illegal illegal illegal illegal illegal',
  resolve: 'resolved resolved resolved resolved illegal illegal',
  reopen: 'illegal illegal illegal illegal open open',
  close: 'closed closed closed closed closed illegal',
  'close as spam': 'closed closed closed closed closed illegal',
  'close as duplicate': 'closed closed closed closed closed illegal',
  survey: 'no-invitation no-invitation no-invitation no-invitation no-invitation no-invitation',
  'log contact': 'open open wait dept not-active not-active',
  'ask department': 'dept dept dept dept not-active not-active',
  'answer request': 'no-request no-request no-request open no-request no-request',
  'withdraw request': 'no-request no-request no-request open no-request no-request',
  'hear department': 'new open wait open resolved closed',
  'ask time': 'no-request no-request no-request dept no-request no-request',
  'decide time': 'no-request no-request no-request no-time-asked no-request no-request',
  'pass on': 'no-request no-request no-request dept no-request no-request',
  promise: 'new open wait dept not-active not-active',
  'withdraw promise': 'no-promise no-promise no-promise no-promise no-promise no-promise',
  merge: 'closed closed closed closed closed not-active',
  unmerge: 'not-merged not-merged not-merged not-merged not-merged not-merged',
  absorb: 'new open wait dept resolved closed',
  release: 'not-linked not-linked not-linked not-linked not-linked not-linked',
  link: 'new open wait dept resolved closed',
  unlink: 'not-linked not-linked not-linked not-linked not-linked not-linked',
  split: 'new open wait dept resolved closed',
  watch: 'new open wait dept resolved closed',
  unwatch: 'not-watching not-watching not-watching not-watching not-watching not-watching',
  unassign: 'nothing-changed nothing-changed nothing-changed nothing-changed not-active not-active',
};
const SHORT: Readonly<Record<string, string>> = {
  wait: 'pending-beneficiary',
  dept: 'pending-department',
  illegal: 'illegal-status',
  'no-request': 'no-such-request',
};

const rows = Object.entries(TABLE).flatMap(([name, line]) =>
  line.split(' ').map((cell, column) => [name, STATUSES[column] ?? 'new', SHORT[cell] ?? cell] as const),
);

describe('the table of transitions', () => {
  it('says something of every command in every status', () => {
    expect(Object.keys(TABLE)).toEqual(Object.keys(COMMANDS));
    expect(rows).toHaveLength(Object.keys(COMMANDS).length * STATUSES.length);
  });

  it.each(rows)('%s on a case that is %s: %s', (name, from, outcome) => {
    const before = caseIn(from);
    const untouched = structuredClone(before);
    const command = COMMANDS[name];
    if (!command) throw new Error('no such command');
    const decision = at(T, before, command);
    expect(before).toEqual(untouched);
    if (isRejection(decision)) {
      expect(decision.rejected).toBe(outcome);
      expect(Object.keys(decision).filter((key) => key === 'case' || key === 'events')).toEqual([]);
      return;
    }
    const { case: next, events } = decision;
    expect(next.status).toBe(outcome);
    expect(events.length).toBeGreaterThan(0);
    // A status change has an event, and no change has none.
    const moves = events.filter(({ type }) =>
      /status-changed|case\.resolved|case\.closed|case\.reopened/u.test(type),
    );
    expect(moves).toHaveLength(from === outcome ? 0 : 1);
    // Only fields that the command concerns change.
    const { id, type, department, beneficiary, openedAt, priority, version, causes } = before;
    expect(next).toMatchObject({ id, type, department, beneficiary, openedAt, priority, version, causes });
  });

  it.each(Object.keys(COMMANDS))('%s needs a case', (name) => {
    expect(at(T, undefined, COMMANDS[name] ?? { do: 'tick' })).toEqual({ rejected: 'no-such-case' });
  });
});

describe('reopening', () => {
  const wrote: CaseCommand = { do: 'receive', channel: 'mail' };
  const reopen: CaseCommand = { do: 'reopen', by };
  const resolved = having(fresh, [T, resolve]);
  const last = T + 14 * DAY;

  it.each([
    ['a mail', wrote],
    ['staff', reopen],
  ] as const)('%s may reopen to the last millisecond of fourteen days, not after', (_, command) => {
    expect(at(last, resolved, command)).toMatchObject({ case: { status: 'open', generation: 1 } });
    expect(at(last + 1, resolved, command)).toEqual({ rejected: 'too-late-to-reopen' });
  });

  it('is refused after a duplicate, at once', () => {
    const closed = having(fresh, [T, { do: 'close', reason: 'duplicate', by }]);
    for (const command of [wrote, reopen])
      expect(at(T + 1, closed, command)).toEqual({ rejected: 'too-late-to-reopen' });
  });

  it('is for staff alone after a click on spam, for fourteen days', () => {
    const closed = having(fresh, [T, { do: 'close', reason: 'spam', by }]);
    expect(at(T + 1, closed, wrote)).toEqual({ rejected: 'too-late-to-reopen' });
    expect(at(last, closed, reopen)).toMatchObject({ case: { status: 'open' } });
    expect(at(last + 1, closed, reopen)).toEqual({ rejected: 'too-late-to-reopen' });
  });

  it.each(['withdrawn', 'finished', 'no-answer'] as const)(
    'counts from the closing when nothing was resolved (%s)',
    (reason) => {
      const closed = having(fresh, [T, { do: 'close', reason, by }]);
      expect(at(last, closed, reopen)).toMatchObject({ case: { status: 'open' } });
      expect(at(last + 1, closed, reopen)).toEqual({ rejected: 'too-late-to-reopen' });
    },
  );

  it('sets the resolution, the planned survey and the escalation level aside', () => {
    const again = having({ ...resolved, level: 3 }, [T + DAY, wrote]);
    expect(again).toMatchObject({ status: 'open', generation: 1, level: 0 });
    for (const field of ['resolution', 'survey', 'closing']) expect(again).not.toHaveProperty(field);
  });

  it.each([
    ['phone', 'beneficiary-called'],
    ['mail', 'beneficiary-wrote'],
  ] as const)('by %s says so', (channel, because) => {
    const decision = at(T + DAY, resolved, { do: 'receive', channel });
    expect(decision).toMatchObject({
      events: [
        { type: 'rida.survey.suppressed.v1', data: { reason: 'reopened' } },
        { type: 'rida.message.received.v1' },
        { type: 'rida.case.reopened.v1', data: { because } },
      ],
    });
  });
});

describe('small refusals', () => {
  it('a resolution without words', () => {
    expect(at(T, fresh, { do: 'resolve', as: 'done', outcome: ' \n', by })).toEqual({ rejected: 'empty' });
  });
  it('the same assignee again', () => {
    const assigned = having(fresh, [T, { do: 'assign', to: 'salem', by }]);
    expect(at(T, assigned, { do: 'assign', to: 'salem', by })).toEqual({ rejected: 'already-assigned' });
    expect(at(T, assigned, { do: 'assign', to: 'huda', by })).toMatchObject({
      events: [{ type: 'rida.case.assigned.v1', data: { from: 'salem', to: 'huda' } }],
    });
  });
});
