import { describe, expect, it } from 'vitest';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { invite } from '#functions/surveys/invite.ts';
import { readSurveyToken, surveyToken } from '#shared/application/tokens/survey-token.ts';
import { readUnsubscribeToken, unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
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
      expect(mail.text).toContain(`/cases/${id}`);
      expect(mail.text).not.toContain('لم يأت أحد');
      expect(mail.inReplyTo).toBeNull();
      expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
    },
  );
});
