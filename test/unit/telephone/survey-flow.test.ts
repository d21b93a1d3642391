import { describe, expect, it } from 'vitest';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { answerSurveyFlow } from '#functions/telephone/survey-flow.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { prefer } from '#shared/application/prefer.ts';
import { askPerson } from '#shared/application/surveys/ask-person.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

const beneficiaryOf = (phone: string) => beneficiaryId(testKeys, { phone });

class SurveyLine extends DeskLine {
  survey(parameters: Record<string, string>, { contactId = 'c-1', number = NUMBER as string | null } = {}) {
    return answerSurveyFlow(
      this.deps,
      connectFlowRequest.parse({
        Details: {
          ContactData: {
            ...{ ContactId: contactId, Channel: 'VOICE', InitiationMethod: 'INBOUND' },
            CustomerEndpoint: number === null ? null : { Type: 'TELEPHONE_NUMBER', Address: number },
          },
          Parameters: { language: 'ar', ...parameters },
        },
      }),
    );
  }
  async resolved(): Promise<string> {
    const id = await this.register('report');
    await this.does(id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    return id;
  }
  of(type: string) {
    return this.store.commits.flatMap(({ events }) => events.filter((event) => event.type === type));
  }
}

describe('at the end of a call', () => {
  it('with a resolved case is asked about it, and a content answer closes it', async () => {
    const line = new SurveyLine();
    const caseRef = await line.resolved();
    expect(await line.survey({ step: 'offer', caseRef })).toEqual({ offer: 'true', about: 'case' });
    const answer = { step: 'answer', caseRef, score: '5', finished: 'yes' };
    expect(await line.survey(answer)).toEqual({ again: 'false' });
    // The flow repeats the request; the answer is stored once.
    expect(await line.survey(answer)).toEqual({ again: 'false' });
    expect(line.of('rida.survey.answered.v1').map(({ data }) => data)).toMatchObject([
      { mode: 'phone', score: 5, finished: true, invitation: 's0', late: false },
    ]);
    expect(line.of('rida.call.rated.v1')).toEqual([]);
    expect(await line.store.load('case', caseRef)).toMatchObject({ status: 'closed' });
    // No survey is sent by mail as well.
    line.clock.advance(2 * DAY);
    await line.does(caseRef, { do: 'tick' }).catch(() => undefined);
    expect(line.of('rida.survey.invited.v1').map(({ data }) => data)).toMatchObject([
      { channel: 'after-call' },
    ]);
    expect(await line.survey({ step: 'offer', caseRef }, { contactId: 'c-2' })).toEqual({
      ...{ offer: 'false', about: 'answered' },
    });
  });

  it.each([
    ['1', 'no'],
    ['5', 'no'],
  ])('a score of %s and finished %s puts the case back to work', async (score, finished) => {
    const line = new SurveyLine();
    const caseRef = await line.resolved();
    expect(await line.survey({ step: 'answer', caseRef, score, finished })).toEqual({ again: 'true' });
    expect(await line.store.load('case', caseRef)).toMatchObject({ status: 'open', generation: 1 });
    expect(await line.survey({ step: 'answer', caseRef, score, finished })).toEqual({ again: 'true' });
    expect(line.of('rida.call.rated.v1')).toEqual([]);
  });

  it('a low score without a case keeps the number, so that a supervisor can call back', async () => {
    const line = new SurveyLine();
    const phone = '+966500000033';
    const rating = { step: 'answer', caseRef: '-', score: '٢', finished: 'yes' };
    for (let n = 0; n < 2; n += 1) await line.survey(rating, { contactId: 'c-9', number: phone });
    const beneficiaryId = await beneficiaryOf(phone);
    expect(line.of('rida.call.rated.v1').map(({ data }) => data)).toMatchObject([
      { score: 2, beneficiaryId },
    ]);
    expect(await line.store.load('task', `recovery-${beneficiaryId}`)).toMatchObject({
      ...{ version: 1, recovery: { phone, answers: [{ about: 'call:c-9', score: 2, source: 'call' }] } },
    });
    // A satisfied caller leaves nothing behind.
    await line.survey({ ...rating, score: '5' }, { contactId: 'c-8', number: '+966500000034' });
    expect(await line.store.load('task', `recovery-${await beneficiaryOf('+966500000034')}`)).toBeUndefined();
  });

  it('with an open case, or without one, rates the call, once', async () => {
    const line = new SurveyLine();
    const caseRef = await line.register('report');
    expect(await line.survey({ step: 'offer', caseRef })).toEqual({ offer: 'true', about: 'call' });
    const answer = { step: 'answer', caseRef, score: '٤', finished: 'yes' };
    await line.survey(answer);
    await line.survey(answer);
    await line.survey(
      { step: 'answer', caseRef: '-', score: '1', finished: 'no' },
      { contactId: 'c-2', number: null },
    );
    expect(line.of('rida.call.rated.v1').map(({ data }) => data)).toEqual([
      { contactId: 'c-1', definition: 'resolution-2', language: 'ar', score: 4, finished: true, caseRef },
      { contactId: 'c-2', definition: 'resolution-2', language: 'ar', score: 1, finished: false },
    ]);
    expect(await line.store.load('case', caseRef)).toMatchObject({ status: 'new' });
  });

  it('is let go after opting out, and after a recent question', async () => {
    const line = new SurveyLine();
    const caseRef = await line.register('report');
    // A municipality's employees are beneficiaries.
    expect(await line.survey({ step: 'offer', caseRef, line: 'staff' })).toMatchObject({ offer: 'true' });
    const { survey: rules } = shippedRules;
    const now = line.clock.now();
    const askedAgo = async (ago: number, number: string) => {
      const beneficiaryId = await beneficiaryOf(number);
      const question = { beneficiaryId, channel: 'evaluation', about: 'call-out:x', until: now } as const;
      expect(await askPerson(line.store, rules, question, now - ago)).toBe('asked');
      return line.survey({ step: 'offer', caseRef: '-' }, { contactId: `c ${ago}`, number });
    };
    expect(await askedAgo(rules.coolDownMs - 1, '+966500000011')).toEqual({
      ...{ offer: 'false', about: 'cool-down' },
    });
    expect(await askedAgo(rules.coolDownMs, '+966500000012')).toEqual({ offer: 'true', about: 'call' });
    const optedOut = '+966500000013';
    await prefer(line.store, await beneficiaryOf(optedOut), {
      ...{ do: 'opt-out', of: ['surveys'], cause: 'never', at: now, recordedAt: now },
    });
    expect(
      await line.survey({ step: 'offer', caseRef: '-' }, { contactId: 'c-7', number: optedOut }),
    ).toEqual({
      ...{ offer: 'false', about: 'opted-out' },
    });
    expect(
      line.of('rida.call.survey-decided.v1').map(({ data }) => (data as { reason?: string }).reason),
    ).toEqual([undefined, 'cool-down', undefined, 'opted-out']);
    // The survey of another case of the beneficiary was answered by telephone just before.
    line.clock.advance(rules.coolDownMs);
    const resolved = await line.register('inquiry', { contactId: 'c-5' });
    await line.does(resolved, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await line.survey(
      { step: 'answer', caseRef: resolved, score: '5', finished: 'yes' },
      { contactId: 'c-5' },
    );
    expect(await line.survey({ step: 'offer', caseRef }, { contactId: 'c-6' })).toEqual({
      ...{ offer: 'false', about: 'cool-down' },
    });
    expect(await line.survey({ step: 'offer', caseRef: '-' }, { number: OTHER_NUMBER })).toMatchObject({
      offer: 'true',
    });
  });

  it.each([
    { step: 'answer', score: '6', finished: 'yes' },
    { step: 'answer', score: '', finished: 'yes' },
    { step: 'answer', score: '3', finished: 'maybe' },
    { step: 'constructor' },
    {},
  ])('%j is an invalid answer', async (parameters) => {
    await expect(new SurveyLine().survey(parameters as Record<string, string>)).rejects.toThrow();
  });
});

describe('a bad rating', () => {
  const rated = async (more: Record<string, string>) => {
    const line = new SurveyLine();
    const caseRef = more.caseRef === undefined ? await line.register('report') : '-';
    await line.survey({ step: 'answer', score: '1', finished: 'yes', caseRef, ...more });
    const commit = line.store.commits.find(({ events }) =>
      events.some(({ type }) => type === 'rida.call.rated.v1'),
    );
    const [event] = commit ? toEnvelopes(commit) : [];
    if (event?.type !== 'rida.call.rated.v1') throw new Error('no rating');
    const mailer = new RecordingMailer();
    const deps = { ...line.deps, mailer };
    return {
      line,
      caseRef,
      outcomes: [await alertSupervisor(deps, event), await alertSupervisor(deps, event)],
      mailer,
    };
  };

  it('of a call about a case is told to the supervisor once, on the case', async () => {
    const { outcomes, mailer, line, caseRef } = await rated({});
    expect(outcomes).toEqual(['sent', 'sent-before']);
    expect(mailer.sent).toHaveLength(1);
    expect(await line.store.effects('case', caseRef)).toMatchObject([{ what: 'survey-recovery' }]);
  });

  it('of a call without a case is told with the call', async () => {
    const { outcomes, mailer, line } = await rated({ caseRef: '-', finished: 'no', score: '5' });
    expect(outcomes).toEqual(['sent', 'sent-before']);
    expect(mailer.sent).toHaveLength(1);
    expect(await line.store.effects('call', 'c-1')).toHaveLength(1);
  });

  it('is told only when it is one', async () => {
    expect((await rated({ score: '4' })).outcomes).toEqual(['content', 'content']);
  });
});
