import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isFailing } from '#shared/domain/cases/decisions/mail-failed.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as morning } from '#test/doubles/fixed-clock.ts';
import { AGENT, at, dataOf, done, having, tick } from './deciding.ts';

const failed = (over: Partial<Extract<CaseCommand, { do: 'mail-failed' }>> = {}): CaseCommand => ({
  do: 'mail-failed',
  message: 'm1',
  to: 'norah@example.com',
  reason: 'bounced',
  permanent: true,
  ...over,
});

describe('a mail that failed', () => {
  it('permanently marks the address, in any notation, and notifies the staff of the case', () => {
    const { case: after, events } = done(
      morning,
      aCase({ assignee: 'salem', watchers: ['huda'] }),
      failed({ to: 'Norah@Example.com', status: '5.1.1' }),
    );
    expect(after.beneficiary.failing).toBe(true);
    expect(isFailing(after, 'NORAH@example.com')).toBe(true);
    expect(dataOf(events, 'rida.message.failed.v1')).toEqual({
      message: 'm1',
      reason: 'bounced',
      permanent: true,
      recipient: 'beneficiary',
      status: '5.1.1',
      staffToNotify: ['huda', 'salem'],
    });
  });

  it('for now marks nothing', () => {
    const { case: after, events } = done(morning, aCase(), failed({ permanent: false }));
    expect(after.beneficiary).toEqual(aBeneficiary());
    expect(dataOf(events, 'rida.message.failed.v1')).toMatchObject({ permanent: false });
  });

  it('at a department marks not the beneficiary', () => {
    const { case: after, events } = done(morning, aCase(), failed({ to: 'operations@city.example' }));
    expect(after.beneficiary.failing).toBeUndefined();
    expect(dataOf(events, 'rida.message.failed.v1')).toMatchObject({ recipient: 'other' });
    expect(isFailing(after, 'operations@city.example')).toBe(false);
  });

  it('leaves clocks, status and timer unchanged', () => {
    const before = aCase();
    const { case: after } = done(morning, before, failed());
    expect(after).toMatchObject({ facts: before.facts, status: before.status });
    expect(after.nextDueAt).toBe(done(morning, before, { do: 'note', by: AGENT }).case.nextDueAt);
  });

  it('ends the same in any order', () => {
    const bounce = failed();
    const later = failed({ permanent: false });
    const complaint = failed({ reason: 'complained' });
    const orders = [
      [bounce, later, complaint],
      [complaint, bounce, later],
      [later, complaint, bounce],
    ];
    const before = aCase();
    const ends = orders.map((order) =>
      having(before, ...order.map((command) => [morning, command] as const)),
    );
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  it('is recorded on a closed and on a merged case, not on an erased one', () => {
    const merged = { into: '4K7-2M9-0382', at: morning, status: 'open' } as const;
    expect(done(morning, aCase({ status: 'closed' }), failed()).case.beneficiary.failing).toBe(true);
    expect(done(morning, aCase({ merged }), failed()).case.beneficiary.failing).toBe(true);
    const erased = aCase({ erased: { at: morning, because: 'request' } });
    expect(at(morning, erased, failed())).toEqual({ rejected: 'erased' });
  });

  it('ends the asking: no survey goes to the address', () => {
    const planned = aCase({
      status: 'resolved',
      resolution: { at: morning, by: AGENT, outcome: 'تم' },
      survey: { state: 'planned', at: morning },
      beneficiary: aBeneficiary({ failing: true }),
    });
    expect(dataOf(done(morning, planned, tick).events, 'rida.survey.suppressed.v1')).toMatchObject({
      reason: 'address-failing',
    });
  });
});
