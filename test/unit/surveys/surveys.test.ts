import { describe, expect, it } from 'vitest';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { invite } from '#functions/surveys/invite.ts';
import { readSurveyToken, surveyToken } from '#shared/application/tokens/survey-token.ts';
import { readUnsubscribeToken, unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aPlan, outboundRules } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { FaultPlan, faulty } from '#test/doubles/faulty.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { AnsweringDesk } from '../mail/answering.ts';

const seal = (ticket: Parameters<typeof surveyToken>[1]) => surveyToken(testKeys, ticket);
const sealUnsubscribe = (reference: string) => unsubscribeToken(testKeys, reference);
const resolve: CaseCommand = { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' };
const answer = (score: number, finished: boolean): CaseCommand => ({
  ...{ do: 'answer-survey', invitation: 's0', score, finished, language: 'ar' },
  comment: 'لم يأت أحد',
});

/** Make a case one from before beneficiaries were asked to confirm: its survey has a mail of its own. */
async function neverAsked(desk: AnsweringDesk, id: string): Promise<void> {
  const { confirmation: _, ...before } = (await desk.store.load('case', id)) ?? aCase();
  desk.store.seed(before);
}

async function asked(language: 'ar' | 'en' = 'ar', apart = true) {
  const desk = new AnsweringDesk();
  const { id } = await desk.open({ language });
  await desk.do(id, resolve, T);
  await desk.do(id, { do: 'tick' }, T + DAY);
  desk.clock.set(T + DAY);
  if (apart) await neverAsked(desk, id);
  return {
    desk,
    id,
    deps: { ...withoutBlobs(desk), seal, sealUnsubscribe },
    event: desk.event('rida.survey.invited.v1'),
  };
}
const withoutBlobs = ({ store, mailer, clock, rules }: AnsweringDesk) => ({ store, mailer, clock, rules });

describe('an invitation', () => {
  it.each([
    ['ar', 'كيف كانت خدمتنا؟'],
    ['en', 'How did we do?'],
  ] as const)('is mailed once in %s, with a link only this centre can have made', async (language, title) => {
    const { desk, id, deps, event } = await asked(language);
    expect([await invite(deps, event), await invite(deps, event)]).toEqual(['sent', 'sent-before']);
    const { mail, raw, to } = await desk.newest();
    expect(to).toEqual(['norah@example.com']);
    expect(mail.subject).toContain(title);
    expect(mail.subject).toContain(id);
    expect(mail.inReplyTo).toBe('<first@example.com>');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/mu);
    const leave = /^List-Unsubscribe:\s+<http:\/\/localhost:3000\/s\/u\/(\S+)>\r$/mu.exec(raw)?.[1] ?? '';
    expect(await readUnsubscribeToken(testKeys, leave)).toBe(id);
    const token = /http:\/\/localhost:3000\/s\/(\S+)/u.exec(mail.text)?.[1] ?? '';
    expect(await readSurveyToken(testKeys, token)).toEqual({
      reference: id,
      invitation: 's0',
      expiresAt: T + 15 * DAY,
    });
  });

  it('is not mailed beside the message about the outcome', async () => {
    const { desk, deps, event } = await asked('ar', false);
    expect(await invite(deps, event)).toBe('beside-outcome');
    expect(desk.mailer.sent).toEqual([]);
  });

  it.each<[string, CaseCommand]>([
    ['answered', answer(5, true)],
    ['reopened', { do: 'receive', channel: 'mail' }],
  ])('is not mailed once the case was %s', async (_, command) => {
    const { desk, id, deps, event } = await asked();
    await desk.do(id, command, T + DAY + HOUR);
    expect(await invite(deps, event)).toBe('outdated');
    expect(desk.mailer.sent).toEqual([]);
  });

  it('of an earlier resolution is not mailed for a later one', async () => {
    const { desk, id, deps, event } = await asked();
    await desk.do(id, { do: 'receive', channel: 'mail' }, T + DAY);
    await desk.do(id, resolve, T + DAY);
    await desk.do(id, { do: 'tick' }, T + 2 * DAY);
    await neverAsked(desk, id);
    expect(await invite(deps, event)).toBe('outdated');
    expect(await invite(deps, desk.event('rida.survey.invited.v1'))).toBe('sent');
  });

  it('without its proof is sent a second time as the same mail', async () => {
    const { desk, deps, event } = await asked();
    for (const failAt of [1, 2, 3, 4]) {
      const plan = new FaultPlan(failAt, 'before');
      const broken = { ...deps, store: faulty(deps.store, plan), mailer: faulty(deps.mailer, plan) };
      await expect(invite(broken, event)).rejects.toThrow('never reached');
    }
    expect(await invite(deps, event)).toBe('sent');
    expect(desk.mailer.sent).toHaveLength(2);
    expect(desk.mailer.sent[1]).toEqual(desk.mailer.sent[0]);
  });
});

describe('an answer', () => {
  it.each([
    [3, true],
    [5, true],
  ])('of %d and finished asks nothing of anybody', async (score, finished) => {
    const { desk, id } = await asked();
    await desk.do(id, answer(score, finished), T + 2 * DAY);
    expect(await alertSupervisor(withoutBlobs(desk), desk.event('rida.survey.answered.v1'))).toBe('content');
    expect(desk.mailer.sent).toEqual([]);
  });

  it.each([
    [2, true, 'أجاب المستفيد عن الاستبيان بتقييم منخفض'],
    [1, true, 'أجاب المستفيد عن الاستبيان بتقييم منخفض'],
    [5, false, 'أفاد المستفيد بأن معاملته لم تنتهِ'],
  ])(
    'of %d and finished %s is told to the supervisor once, without the comment',
    async (score, finished, text) => {
      const { desk, id } = await asked('en');
      await desk.do(id, answer(score, finished), T + 2 * DAY);
      const event = desk.event('rida.survey.answered.v1');
      const deps = withoutBlobs(desk);
      expect([await alertSupervisor(deps, event), await alertSupervisor(deps, event)]).toEqual([
        'sent',
        'sent-before',
      ]);
      const { mail, raw, to } = await desk.newest();
      expect(to).toEqual(['supervisor@rida.example']);
      expect(mail.text).toContain(text);
      expect(mail.text).toContain(`${score} / 5`);
      // The reopened case is the work, or else the task of the supervisor.
      expect(mail.text).toContain(finished ? '/quality/recovery/recovery-b-norah' : `/cases/${id}`);
      expect(mail.text).not.toContain('لم يأت أحد');
      expect(mail.inReplyTo).toBeNull();
      expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
    },
  );
});

describe('a dissatisfied person', () => {
  const heardBy = async (
    desk: AnsweringDesk,
    event: Parameters<typeof alertSupervisor>[1] = desk.event('rida.survey.answered.v1'),
  ) => {
    const outcome = await alertSupervisor(withoutBlobs(desk), event);
    return { outcome, task: await desk.store.load('task', 'recovery-b-norah') };
  };
  const low = { open: 1, outcome: 'sent' };
  const none = { open: 0 };

  it.each<
    [
      string,
      readonly (readonly [number, CaseCommand])[],
      { readonly open: number; readonly outcome?: string },
    ]
  >([
    ['who is satisfied', [[HOUR, answer(4, true)]], { ...none, outcome: 'content' }],
    ['whose matter is finished', [[HOUR, answer(2, true)]], low],
    ['whose case was reopened', [[HOUR, answer(1, false)]], low],
    ['with a good score, whose case was reopened', [[HOUR, answer(5, false)]], { ...none, outcome: 'sent' }],
    [
      'who corrected 2 to 5',
      [
        [HOUR, answer(2, true)],
        [HOUR + 1, answer(5, true)],
      ],
      { ...none, outcome: 'corrected' },
    ],
    [
      'who corrected 5 to 2',
      [
        [HOUR, answer(5, true)],
        [HOUR + 1, answer(2, true)],
      ],
      low,
    ],
    [
      'who answers 5 the next day',
      [
        [HOUR, answer(1, true)],
        [DAY, answer(5, true)],
      ],
      { open: 1, outcome: 'content' },
    ],
    [
      'who answers 1 the next day',
      [
        [HOUR, answer(5, true)],
        [DAY, answer(1, true)],
      ],
      low,
    ],
    ['whose answer is late', [[20 * DAY, answer(1, true)]], low],
    [
      'whose answer looks like that of a program',
      [[HOUR, { do: 'suspect-outcome', question: 's0', because: 'too-soon' }]],
      none,
    ],
  ])('%s', async (_, commands, { open, outcome }) => {
    const { desk, id } = await asked();
    for (const [since, command] of commands) await desk.do(id, command, T + DAY + since);
    const events = desk.events('rida.survey.answered.v1');
    const all = [];
    for (const event of events) all.push(await heardBy(desk, event));
    const { task } = all.at(-1) ?? {};
    expect(task?.recovery?.answers.filter(({ state }) => state === 'open').length ?? 0).toBe(open);
    expect(all.at(-1)?.outcome).toBe(outcome);
    // In the other order, and again, the result is the same.
    for (const event of events.toReversed()) await heardBy(desk, event);
    const again = await desk.store.load('task', 'recovery-b-norah');
    expect(again?.recovery?.answers).toEqual(task?.recovery?.answers);
  });

  it('with two low scores is one task', async () => {
    const { desk, id } = await asked();
    await desk.do(id, answer(2, true), T + 2 * DAY);
    await heardBy(desk);
    const other = await desk.open({ subject: 'معاملة أخرى' });
    await desk.do(other.id, resolve, T + 2 * DAY);
    await desk.do(other.id, { do: 'tick' }, T + 3 * DAY);
    await desk.do(other.id, answer(1, true), T + 3 * DAY);
    const { task } = await heardBy(desk);
    expect(task?.recovery?.answers.map((one) => [one.case, one.state])).toEqual([
      [id, 'open'],
      [other.id, 'open'],
    ]);
  });

  it.each<[string, CaseCommand, number]>([
    ['erased', { do: 'erase', because: 'request', by: 'agent:huda' }, 0],
    ['reopened', { do: 'reopen', by: 'agent:salem' }, 1],
  ])('with a case that is %s before the event arrives', async (_, command, open) => {
    const { desk, id } = await asked();
    await desk.do(id, answer(2, true), T + 2 * DAY);
    const event = desk.event('rida.survey.answered.v1');
    await desk.do(id, command, T + 2 * DAY + HOUR);
    const { task } = await heardBy(desk, event);
    expect(task?.recovery?.answers.length ?? 0).toBe(open);
  });

  it('of an evaluation call is contacted too, and a corrected result ends that', async () => {
    const { desk } = await asked();
    const { store } = desk;
    const trace = { by: 'agent:salem', at: T, recordedAt: T } as const;
    const planned = await updateCallOut(store, outboundRules, {
      ...{ ...trace, id: 'call-out-1', cause: 'plan', command: aPlan({ beneficiaryId: 'b-norah' }) },
    });
    const callOut = 'state' in planned ? planned.state : expect.fail();
    const finished = (version: number, satisfaction: number, from?: number) => ({
      ...desk.event('rida.survey.invited.v1'),
      ...{ type: 'rida.call-out.finished.v1' as const, id: `e${version}`, subject: callOut.id },
      subjectVersion: callOut.version,
      data: {
        ...{ purpose: 'evaluation' as const, disposition: 'completed' as const, attempts: 1 },
        answers: { satisfaction, ease: 3, finished: 1 },
        ...(from !== undefined && {
          from: { disposition: 'partial' as const, answers: { satisfaction: from } },
        }),
      },
    });
    expect(await heardBy(desk, finished(1, 4) as never)).toEqual({ outcome: 'content', task: undefined });
    const { outcome, task } = await heardBy(desk, finished(2, 2) as never);
    expect([outcome, task?.recovery?.answers]).toMatchObject(['sent', [{ source: 'evaluation', score: 2 }]]);
  });
});
