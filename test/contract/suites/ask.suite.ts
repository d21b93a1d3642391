import { expect, test } from 'vitest';
import { type ClockDeps, runClock } from '#functions/sla/clock.ts';
import { askPerson, takeBackQuestion } from '#shared/application/surveys/ask-person.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import { surveyChannels } from '#shared/domain/surveys/dispatch-table.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { changeOf, committed, plannedCallOut } from '../changes.ts';

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

/** The dependencies of a timer that comes due at the moment of the suite. */
const clockOf = (store: Store): ClockDeps => ({
  ...{ store, keys: testKeys, clock: fixedClock(T), rules: rulesOf(), pastRules: async () => shippedRules },
  telephone: { describe: async () => undefined, attributes: async () => undefined },
});

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

  const pairs = surveyChannels.flatMap((one, at) =>
    surveyChannels.slice(at).map((other) => [one, other] as const),
  );
  test.each(pairs)('of questions at the same moment by %s and by %s, one is asked', async (one, other) => {
    const beneficiaryId = `asked by ${one} and ${other}`;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        askPerson(
          open(),
          rules,
          {
            ...{ beneficiaryId, channel: n % 2 === 0 ? one : other, until: T + DAY },
            about: invitationAbout.call(`${n}`),
          },
          T,
        ),
      ),
    );
    expect(answers.filter((answer) => answer === 'asked')).toHaveLength(1);
  });

  test('the address and the number of one case are one person, for questions and for taking them back', async () => {
    const [beneficiaryId, also] = ['z-address', ['a-number']] as const;
    const about = invitationAbout.case('of-both', 's0');
    const both = { beneficiaryId, also, channel: 'mail', about, until: T + DAY } as const;
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => askPerson(open(), rules, both, T)),
      ...Array.from({ length: 10 }, (_, n) => ask('a-number', invitationAbout.call(`c-${n}`))),
    ]);
    const isBoth = answers.slice(0, 10).every((answer) => answer === 'asked');
    expect(answers.filter((answer) => answer === 'asked')).toHaveLength(isBoth ? 10 : 1);
    const put = isBoth ? about : ((await open().load('person', 'a-number'))?.asked?.about ?? '');
    await takeBackQuestion(open(), { beneficiaryId: isBoth ? beneficiaryId : 'a-number', about: put }, T + 1);
    expect(await askPerson(open(), rules, { ...both, about: 'call:later' }, T + 2)).toBe('asked');
    expect(await ask('a-number', 'call:latest', T + 3)).toBe('cool-down');
    await takeBackQuestion(open(), { beneficiaryId: 'a-number', about: 'call:later' }, T + 4);
    expect(await ask(beneficiaryId, 'call:latest', T + 5)).toBe('asked');
  });

  test('100 cases of a person that come due at one moment invite them once', async () => {
    const store = open();
    const phone = '+966512345679';
    const cases = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const supportCase = aCase({
          ...{ beneficiary: aBeneficiary({ id: 'often', phone }), status: 'resolved', nextDueAt: T },
          resolution: { at: T - DAY, by: 'agent:salem', as: 'done', outcome: 'تم' },
          ...{
            survey: { state: 'planned', at: T },
            confirmation: { state: 'asked', question: 'c0', by: 'mail' },
          },
        });
        return committed(store, changeOf('case', undefined, supportCase, { cause: `dispatch ${n}` }));
      }),
    );
    await Promise.all(cases.map(({ id }) => runClock(clockOf(store), { kind: 'case', id, dueAt: T })));
    const after = await Promise.all(cases.map(({ id }) => store.load('case', id)));
    const states = after.map((one) => one?.survey?.state);
    expect(states.filter((state) => state === 'invited')).toHaveLength(1);
    expect(states.filter((state) => state === 'suppressed')).toHaveLength(99);
  });

  test('of two agents that take one person for a call at the same moment, one has them', async () => {
    const store = open();
    const planned = await committed(
      store,
      changeOf(
        'call-out',
        undefined,
        plannedCallOut({ week: { id: '2026-01-04', stratum: 's', replicate: 1, mode: 'agent' } }),
      ),
    );
    const take = (user: string) =>
      updateCallOut(store, shippedRules.outbound, {
        ...{
          id: planned.id,
          cause: `${user} takes ${planned.id}`,
          by: `agent:${user}`,
          at: T,
          recordedAt: T,
        },
        command: { do: 'take', user, handlers: [] },
      });
    const done = await Promise.all(['huda', 'salem', 'noura', 'khalid'].map(take));
    expect(done.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    const refused = done.filter(({ outcome }) => outcome === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused).toEqual(Array(3).fill(expect.objectContaining({ rejection: { rejected: 'taken' } })));
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
