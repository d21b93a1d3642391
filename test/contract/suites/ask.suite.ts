import { expect, test } from 'vitest';
import { askPerson, takeBackQuestion } from '#shared/application/surveys/ask-person.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const rules = shippedRules.survey;

/** The contract of the row that says when a person was asked for their opinion, on any store. */
export function askSuite(open: () => Store): void {
  const ask = (beneficiaryId: string, about: string, now = T, more: { until?: number } = {}) =>
    askPerson(open(), rules, { beneficiaryId, channel: 'mail', about, until: now + DAY, ...more }, now);

  test('of 100 questions at the same moment to one person, one is asked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => ask('asked-at-once', invitationAbout.case(`case ${n}`, 's0'))),
    );
    expect(answers.filter((answer) => answer === 'asked')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['asked', 'cool-down']));
  });

  test('the same question is asked however often it is delivered, and one taken back frees its person', async () => {
    const about = invitationAbout.call('c-1');
    expect([await ask('again', about), await ask('again', about, T + 5)]).toEqual(['asked', 'asked']);
    expect(await ask('again', 'call:c-2', T + 10)).toBe('cool-down');
    await takeBackQuestion(open(), { beneficiaryId: 'again', about: 'call:c-3' }, T + 11);
    await takeBackQuestion(open(), { beneficiaryId: 'again', about }, T + 12);
    expect(await ask('again', 'call:c-2', T + 13)).toBe('asked');
  });

  test('the row rests for thirty days to the millisecond, and its erasure removes it', async () => {
    expect(await ask('rests', 'call:c-1')).toBe('asked');
    expect(await ask('rests', 'call:c-2', T + 30 * DAY - 1)).toBe('cool-down');
    expect(await ask('rests', 'call:c-2', T + 30 * DAY)).toBe('asked');
    const trace = { by: 'agent:salem', at: T + 31 * DAY, recordedAt: T + 31 * DAY } as const;
    await updatePerson(open(), {
      ...{ id: 'rests', cause: 'erase rests', ...trace },
      command: { do: 'erase', by: 'agent:salem' },
    });
    expect(await open().load('person', 'rests')).not.toHaveProperty('asked');
    expect(await ask('rests', 'call:c-3', T + 90 * DAY)).toBe('opted-out');
  });

  test('an open invitation blocks a shorter cool-down, until its case is answered or reopened', async () => {
    const short = { ...rules, coolDownMs: DAY };
    const about = invitationAbout.callOut('call-out-that-does-not-exist');
    const question = { beneficiaryId: 'open', channel: 'evaluation', about, until: T + 14 * DAY } as const;
    expect(await askPerson(open(), { ...short, evaluationCoolDownMs: 0 }, question, T)).toBe('asked');
    const mail = { ...question, channel: 'mail', about: 'call:c-9' } as const;
    // The outgoing call waits for its store: an unknown one is open.
    expect(await askPerson(open(), short, mail, T + 2 * DAY)).toBe('open-invitation');
    expect(await askPerson(open(), short, mail, T + 14 * DAY)).toBe('asked');
  });
}
