import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { at, dataOf, done, kinds } from './deciding.ts';

type Open = Extract<CaseCommand, { do: 'open' }>;
const open: Open = {
  ...{ do: 'open', id: aReference(), type: 'report', category: 'lighting', department: 'operations' },
  ...{ subject: 'إنارة الشارع', beneficiary: aBeneficiary(), segment: 'citizen', channel: 'mail' },
  ...{ language: 'ar', priority: 'normal' },
};

describe('opening a case', () => {
  it('begins it new, with its clocks running and its timer set', () => {
    const { case: opened, events } = done(NINE, undefined, { ...open, related: '7M2-4K9-0131' });
    expect(opened).toMatchObject({
      ...{ status: 'new', openedAt: NINE, generation: 0, level: 0, fired: [], version: 0, causes: [] },
      facts: [{ at: NINE, type: 'opened' }],
    });
    expect(opened).not.toHaveProperty('do');
    expect(opened.nextDueAt).toBeGreaterThan(NINE);
    expect(dataOf(events, 'rida.case.opened.v1')).toEqual({
      ...{ type: 'report', category: 'lighting', department: 'operations', segment: 'citizen' },
      ...{ channel: 'mail', language: 'ar', priority: 'normal', beneficiaryId: 'b-norah' },
      ...{ acknowledge: true, related: '7M2-4K9-0131' },
    });
  });

  it.each<[string, Partial<Open>]>([
    ['whose sender is not authenticated', { beneficiary: aBeneficiary({ authenticated: false }) }],
    ['without an address', { beneficiary: { id: 'b-phone', phone: '+966500000000', authenticated: true } }],
    ['of a machine', { automatic: 'out-of-office' }],
    ['that could not be read', { quarantine: { reason: 'too-deep', rawKey: 'raw/1' } }],
  ])('%s acknowledges nothing', (_, over) => {
    const { events } = done(NINE, undefined, { ...open, ...over });
    expect(dataOf(events, 'rida.case.opened.v1')?.acknowledge).toBe(false);
  });

  it('of a mail that could not be read tells why', () => {
    const quarantine = { reason: 'too-deep', rawKey: 'raw/1' };
    const { case: opened, events } = done(NINE, undefined, { ...open, quarantine });
    expect(opened.quarantine).toBe('too-deep');
    expect(kinds(events)).toEqual(['case.opened', 'mail.quarantined']);
    expect(dataOf(events, 'rida.mail.quarantined.v1')).toEqual({ ...quarantine, department: 'operations' });
  });

  it('happens once', () => {
    const { case: opened } = done(NINE, undefined, open);
    expect(at(NINE, opened, open)).toEqual({ rejected: 'already-open' });
  });
});
