import { expect, test } from 'vitest';
import { askPerson, takeBackQuestion } from '#shared/application/surveys/ask-person.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { changeOf, committed } from '../changes.ts';

const rules = shippedRules.survey;

type Survey = NonNullable<Case['survey']>;
const INVITED = { state: 'invited', invitation: 's0', at: T, expiresAt: T + 14 * DAY } as const;
const ANSWERED = {
  state: 'answered',
  invitation: 's0',
  at: T,
  score: 4,
  finished: true,
  language: 'ar',
} as const;

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

  test.each<[string, Survey | undefined, string, string]>([
    ['invited a day before the upgrade', { ...INVITED, at: T - DAY }, 'cool-down', 'cool-down'],
    [
      'invited 29 days before',
      { ...INVITED, at: T - 29 * DAY, expiresAt: T - 15 * DAY },
      'cool-down',
      'asked',
    ],
    [
      'invited 31 days before',
      { ...INVITED, at: T - 31 * DAY, expiresAt: T - 17 * DAY },
      'asked',
      'cool-down',
    ],
    ['answered a day before', { ...ANSWERED, at: T - DAY }, 'cool-down', 'cool-down'],
    ['taken back since', { ...INVITED, at: T - DAY, channel: 'mail' }, 'asked', 'cool-down'],
    ['never asked', undefined, 'asked', 'cool-down'],
  ])('an invitation from before the rows counts: %s', async (name, survey, now, later) => {
    const beneficiary = aBeneficiary({ id: `older ${name}` });
    await committed(open(), changeOf('case', undefined, aCase({ beneficiary, ...(survey && { survey }) })));
    expect(await ask(beneficiary.id, 'call:c-1')).toBe(now);
    expect(await ask(beneficiary.id, 'call:c-2', T + 2 * DAY)).toBe(later);
  });

  test('an invitation from before the rows counts, also when 23 newer cases have none', async () => {
    const beneficiary = aBeneficiary({ id: 'older than 23' });
    const invited = { ...INVITED, at: T - DAY } as const;
    await committed(
      open(),
      changeOf('case', undefined, aCase({ beneficiary, survey: invited, openedAt: 1 })),
    );
    for (let n = 0; n < 23; n += 1)
      await committed(open(), changeOf('case', undefined, aCase({ beneficiary, openedAt: T - n })));
    expect(await ask(beneficiary.id, 'call:c-1')).toBe('cool-down');
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
