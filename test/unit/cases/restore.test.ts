import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isSetAside } from '#shared/domain/cases/set-aside.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, dataOf, done, kinds } from './deciding.ts';

const opening = (reason: string): CaseCommand => ({
  ...{ do: 'open', id: aReference(), type: 'report', category: 'lighting', department: 'care' },
  ...{ subject: 'إنارة الشارع', beneficiary: aBeneficiary(), segment: 'citizen', channel: 'mail' },
  ...{ language: 'ar', priority: 'normal', quarantine: { reason, rawKey: 'mail/1' } },
});
const aside = (reason = 'spam-verdict') => done(NINE, undefined, opening(reason)).case;
const restore: CaseCommand = { do: 'restore', by: 'agent:salem', bySupervisor: false };

describe('mail that a verdict quarantined', () => {
  it.each(['spam-verdict', 'virus-verdict'])(
    'is closed from the start, and no timer is set: %s',
    (reason) => {
      const { case: opened, events } = done(NINE, undefined, opening(reason));
      expect(opened).toMatchObject({
        status: 'closed',
        closing: { at: NINE, reason: 'spam' },
        quarantine: reason,
      });
      expect(opened.nextDueAt).toBeUndefined();
      expect(isSetAside(opened)).toBe(true);
      expect(kinds(events)).toEqual(['case.opened', 'mail.quarantined', 'case.closed']);
      expect(dataOf(events, 'rida.case.opened.v1')).toMatchObject({ setAside: true, acknowledge: false });
    },
  );

  it('is not reopened, nor does a mail wake it', () => {
    expect(at(NINE + HOUR, aside(), { do: 'reopen', by: 'agent:salem' })).toEqual({
      rejected: 'too-late-to-reopen',
    });
    expect(at(NINE + HOUR, aside(), { do: 'receive', channel: 'mail' })).toEqual({
      rejected: 'too-late-to-reopen',
    });
  });

  it('leaves what cannot be read where people look', () => {
    const { case: opened } = done(NINE, undefined, opening('too-deep'));
    expect(opened.status).toBe('new');
    expect(at(NINE, opened, restore)).toEqual({ rejected: 'not-set-aside' });
  });
});

describe('restoring', () => {
  it('begins the case, with clocks from now and in the department of its category', () => {
    const later = NINE + 30 * HOUR;
    const { case: restored, events } = done(later, aside(), restore);
    const fresh = done(later, undefined, {
      ...opening('x'),
      quarantine: undefined,
    } as unknown as CaseCommand);
    expect(restored).toMatchObject({
      ...{ status: 'new', department: 'operations', openedAt: NINE, generation: 0 },
      facts: [{ at: later, type: 'opened' }],
      nextDueAt: fresh.case.nextDueAt,
    });
    expect(restored).not.toHaveProperty('closing');
    expect(restored).not.toHaveProperty('quarantine');
    expect(dataOf(events, 'rida.case.restored.v1')).toMatchObject({
      ...{ by: 'agent:salem', reason: 'spam-verdict', type: 'report', channel: 'mail' },
      department: 'operations',
    });
  });

  it('happens once', () => {
    const { case: restored } = done(NINE, aside(), restore);
    expect(at(NINE, restored, restore)).toEqual({ rejected: 'not-set-aside' });
  });

  it('of a virus is for supervisors', () => {
    expect(at(NINE, aside('virus-verdict'), restore)).toEqual({ rejected: 'needs-supervisor' });
    const { case: restored } = done(NINE, aside('virus-verdict'), { ...restore, bySupervisor: true });
    expect(restored.status).toBe('new');
  });
});
