import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Correction } from '#shared/domain/cases/correction.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { isRejection } from '#shared/domain/cases/decision.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const by = 'agent:huda' as const;
const decided = (state: Case, command: CaseCommand, now = T + 1000) =>
  decideCase(state, command, { now, cause: 'c', rules });
function step(state: Case, command: CaseCommand) {
  const decision = decided(state, command);
  if (isRejection(decision)) throw new Error(decision.rejected);
  return decision;
}
const corrected = (state: Case, to: Correction) => step(state, { do: 'correct', to, says: true, by });
const RIYADH = { latitude: 24.7136, longitude: 46.6753 };

describe('a correction by hand', () => {
  test('changes each fact, removes it, and says only ids in the event', () => {
    const opened = aCase();
    const whole = corrected(opened, {
      ...{ subject: 'حفرة', name: 'ليلى', phone: '+966551234567', district: 'nuzhah', words: 'خلف الجامع' },
      ...{ position: { position: RIYADH }, service: 'excavation-permit' },
    });
    expect(whole.case).toMatchObject({
      ...{ subject: 'حفرة', service: 'excavation-permit' },
      beneficiary: { name: 'ليلى', phone: '+966551234567', email: 'norah@example.com', authenticated: true },
      place: { district: 'nuzhah', words: 'خلف الجامع', position: RIYADH },
    });
    const [event] = whole.events;
    expect(event).toMatchObject({
      type: 'rida.case.corrected.v1',
      data: { by, message: 'c', openedAt: '2026-01-04T07:00:00.000Z' },
    });
    expect(JSON.stringify(event)).not.toMatch(/ليلى|حفرة|966|خلف|24\.7/u);
    const moved = corrected(whole.case, {
      district: 'malaz',
      position: { link: 'https://maps.app.goo.gl/x' },
    });
    expect(moved.case.place).toEqual({
      ...{ district: 'malaz', words: 'خلف الجامع', link: 'https://maps.app.goo.gl/x' },
    });
    expect(moved.events).toMatchObject([
      { data: { changes: [{ field: 'district', from: 'nuzhah', to: 'malaz' }, { field: 'position' }] } },
    ]);
    const gone = corrected(moved.case, {
      district: null,
      words: null,
      position: null,
      service: null,
      phone: null,
    });
    expect(gone.case.place).toBeUndefined();
    expect(gone.case.service).toBeUndefined();
    expect(gone.case.beneficiary).not.toHaveProperty('phone');
  });

  test('of the address takes back its proof, and what was known of mail to it', () => {
    const failing = {
      id: 'b',
      email: 'a@example.com',
      answerTo: 'c@example.com',
      authenticated: true,
    } as const;
    const state = aCase({ beneficiary: { ...failing, failing: true } });
    const to = { email: 'b@example.com', beneficiaryId: 'b2' };
    expect(corrected(state, to).case.beneficiary).toEqual({
      id: 'b2',
      email: 'b@example.com',
      authenticated: false,
    });
    expect(corrected(state, { email: 'not-writable@localhost' }).case.beneficiary).toMatchObject({
      failing: true,
    });
    expect(corrected(state, { name: 'ن', email: 'a@example.com' }).case.beneficiary).toMatchObject(failing);
  });

  test.each(['resolved', 'closed', 'pending-department'] as const)(
    'is for a case that is %s too',
    (status) => {
      expect(corrected(aCase({ status }), { name: 'ليلى' }).case.beneficiary.name).toBe('ليلى');
    },
  );

  test.each<[Correction, string]>([
    [{}, 'nothing-changed'],
    [{ subject: 'إنارة الشارع لا تعمل', district: null, service: null }, 'nothing-changed'],
    [{ subject: ' ' }, 'empty'],
    [{ district: 'nowhere' }, 'unknown-district'],
    [{ service: 'nothing' }, 'unknown-service'],
  ])('%j is rejected as %s', (to, rejected) => {
    expect(decided(aCase(), { do: 'correct', to, says: true, by })).toEqual({ rejected });
  });

  test('a district that the settings lost stays until it is changed', () => {
    const state = aCase({ place: { district: 'lost' } });
    expect(corrected(state, { name: 'ليلى' }).case.place).toEqual({ district: 'lost' });
  });

  test('erased, only the district stays', () => {
    const place = { district: 'nuzhah', words: 'بيتي', position: RIYADH };
    const { case: erased } = step(aCase({ place }), { do: 'erase', because: 'request', by });
    expect(erased.place).toEqual({ district: 'nuzhah' });
    expect(scrubbed({ events: [], patch: { place } }).patch.place).toEqual({ district: 'nuzhah' });
  });
});

describe('a message with a place', () => {
  const wrote = (place: Case['place']): CaseCommand => ({
    do: 'receive',
    channel: 'mail',
    ...(place && { place }),
  });

  test('fills in the missing facts and replaces none', () => {
    const first = step(aCase(), wrote({ district: 'nuzhah', position: RIYADH }));
    expect(first.case.place).toEqual({ district: 'nuzhah', position: RIYADH });
    expect(first.events.map(({ type }) => type)).toEqual([
      'rida.message.received.v1',
      'rida.case.corrected.v1',
    ]);
    const second = step(first.case, wrote({ district: 'malaz', link: 'https://maps.app.goo.gl/x' }));
    expect(second.case.place).toEqual(first.case.place);
    expect(second.events).toHaveLength(1);
    expect(step(aCase({ status: 'pending-beneficiary' }), wrote({ position: RIYADH })).case).toMatchObject({
      ...{ status: 'open', place: { position: RIYADH } },
    });
  });
});

describe('newsletters and absences', () => {
  const clocks = (state: Case) =>
    CLOCK_NAMES.filter((name) => clocksOf(state, rules, T + 30 * DAY).clocks[name].state !== 'not-defined');

  test.each(['mailing-list', 'bulk', 'out-of-office', 'auto-reply'])('%s runs no clock', (automatic) => {
    expect(clocks(aCase({ automatic }))).toEqual([]);
  });

  test.each(['auto-submitted', 'unattended-sender', undefined])('%s runs its clocks', (automatic) => {
    expect(clocks(aCase(automatic === undefined ? {} : { automatic }))).toContain('resolution');
  });

  test('run their clocks from the opening when a person writes, or staff says that it is a real matter', () => {
    const letter = aCase({ automatic: 'bulk' });
    const wrote = step(letter, { do: 'receive', channel: 'mail' });
    expect(clocks(wrote.case)).toContain('resolution');
    const restored = step(letter, { do: 'restore', by, bySupervisor: false });
    expect(restored.case).not.toHaveProperty('automatic');
    expect(restored.events).toMatchObject([{ type: 'rida.case.restored.v1', data: { isCounted: true } }]);
    expect(clocksOf(restored.case, rules, T).clocks.resolution.startedAt).toBe(T);
    expect(decided(restored.case, { do: 'restore', by, bySupervisor: true })).toEqual({
      rejected: 'not-set-aside',
    });
  });

  test('still have the clocks of a promise and of a question to a department', () => {
    const letter = aCase({ automatic: 'bulk', department: 'operations' });
    const promised = step(letter, { do: 'promise', dueAt: T + DAY, by });
    expect(clocks(promised.case)).toEqual(['followUp']);
    const asked = step(letter, { do: 'ask-department', department: 'operations', asks: true, by });
    expect(clocks(asked.case)).toEqual(['department']);
  });
});
