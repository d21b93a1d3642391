import { describe, expect, it } from 'vitest';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { answerSurveyFlow } from '#functions/telephone/survey-flow.ts';
import { surveyOffer } from '#shared/domain/telephone/survey-offer.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { DeskLine, NUMBER, OTHER_NUMBER } from './desk-line.ts';

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
    expect(line.of('rida.survey.invited.v1')).toEqual([]);
    expect(await line.survey({ step: 'offer', caseRef }, { contactId: 'c-2' })).toEqual({
      ...{ offer: 'false', about: 'asked-already' },
    });
  });

  it.each([
    ['2', 'yes'],
    ['5', 'no'],
  ])('a score of %s and finished %s puts the case back to work', async (score, finished) => {
    const line = new SurveyLine();
    const caseRef = await line.resolved();
    expect(await line.survey({ step: 'answer', caseRef, score, finished })).toEqual({ again: 'true' });
    expect(await line.store.load('case', caseRef)).toMatchObject({ status: 'open', generation: 1 });
    expect(await line.survey({ step: 'answer', caseRef, score, finished })).toEqual({ again: 'true' });
    expect(line.of('rida.call.rated.v1')).toEqual([]);
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
      { contactId: 'c-1', definition: 'resolution-1', language: 'ar', score: 4, finished: true, caseRef },
      { contactId: 'c-2', definition: 'resolution-1', language: 'ar', score: 1, finished: false },
    ]);
    expect(await line.store.load('case', caseRef)).toMatchObject({ status: 'new' });
  });

  it('is let go after opting out, after a recent question, and as staff', async () => {
    const line = new SurveyLine();
    const caseRef = await line.register('report');
    expect(await line.survey({ step: 'offer', caseRef, line: 'staff' })).toMatchObject({ about: 'staff' });
    const { coolDownMs } = shippedRules.survey;
    const ask = (more: object) => surveyOffer({ line: 'general', ...more }, shippedRules.survey, DAY * 100);
    expect(ask({ optedOut: true })).toEqual({ not: 'opted-out' });
    expect(ask({ lastInvitedAt: DAY * 100 - coolDownMs + 1 })).toEqual({ not: 'cool-down' });
    expect(ask({ lastInvitedAt: DAY * 100 - coolDownMs })).toEqual({ about: 'call' });
    // The survey of another case of the beneficiary was answered by telephone just before.
    const resolved = await line.register('inquiry', { contactId: 'c-5' });
    await line.does(resolved, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await line.survey(
      { step: 'answer', caseRef: resolved, score: '5', finished: 'yes' },
      { contactId: 'c-5' },
    );
    expect(await line.survey({ step: 'offer', caseRef })).toEqual({ offer: 'false', about: 'cool-down' });
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
