import { type Context, Hono } from 'hono';
import { handleCommand } from '#shared/application/handle-command.ts';
import { issuePageNonce, judgePageNonce } from '#shared/application/tokens/page-nonce.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isCorrectable } from '#shared/domain/cases/confirmation.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { surveyDefinition } from '#shared/domain/surveys/definitions.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { readerOf } from '../shell/http/language-choice.ts';
import { type AskedSurvey, findSurvey, readAnswer, recordAnswer } from './answer-survey.ts';
import { type MoreAnswers, moreAnswers } from './rating-fields.ts';
import { text, typedComment } from './sent-comment.ts';
import type { SurveyDeps } from './survey-deps.ts';
import { overPage, surveyPage, takenSurveyPage, thanksPage, type WrongAnswer } from './survey-page.ts';

/** Return the text of what follows an answer. */
const followsFrom = (
  { status }: Case,
  score: number,
  { survey }: Rules,
): 'thanksAgain' | 'contact' | undefined => {
  if (isActive(status)) return 'thanksAgain';
  return score <= survey.lowScore ? 'contact' : undefined;
};

interface Shown {
  readonly wrong: readonly WrongAnswer[];
  readonly finished?: string | undefined;
  readonly comment?: string | undefined;
  readonly score?: number | undefined;
  readonly more?: MoreAnswers;
}

type Because = Extract<CaseCommand, { do: 'suspect-outcome' }>['because'];

/** The signs of a program, by the seal of its page. */
const SUSPECT: Readonly<Record<'none' | 'early', Because>> = { none: 'no-page', early: 'too-soon' };

/**
 * Return the page of a survey behind a one-time link. GET and HEAD change nothing, because mail scanners open links. An
 * answer without a page that was open for two seconds, or with the hidden button, is kept apart, and the beneficiary
 * can still answer. Unknown, expired and used links show one page; for half an hour, the link shows the answer that was
 * taken, and corrects it.
 */
export function surveyLinkPages(deps: SurveyDeps): Hono {
  const { keys, clock, rules, store } = deps;
  const app = new Hono();
  const over = async (c: Context) =>
    c.html(overPage(await rules.current(), readerOf(c), await typedComment(c)));

  async function show(c: Context, asked: AskedSurvey, shown: Shown, status: 200 | 422): Promise<Response> {
    const { supportCase, survey } = asked;
    const now = clock.now();
    const common = {
      ...shown,
      rules: await rules.current(),
      reader: readerOf(c, supportCase.language),
      reference: supportCase.id,
      path: c.req.path,
      nonce: await issuePageNonce(keys, c.req.path, now),
    };
    if (survey.state === 'invited')
      return c.html(surveyPage({ ...common, definition: surveyDefinition(survey.definition) }), status);
    if (!isCorrectable(survey, now)) return over(c);
    return c.html(takenSurveyPage({ ...common, survey, wrong: shown.wrong }), status);
  }

  /** Keep an answer apart that looks like that of a program. It counts nowhere. */
  async function suspect({ supportCase, invitation }: AskedSurvey, because: Because): Promise<void> {
    const cause = causeId(`suspect:${supportCase.id}:${invitation}:${because}`);
    const now = clock.now();
    await handleCommand(
      { store, rules: await rules.current() },
      {
        ...{ id: supportCase.id, cause, by: 'beneficiary', at: now, recordedAt: now },
        command: { do: 'suspect-outcome', question: invitation, because },
        ...{ correlationId: cause, causationId: cause },
      },
    );
  }

  app.get('/s/:token', async (c) => {
    const asked = await findSurvey(deps, c.req.param('token'));
    return asked ? show(c, asked, { wrong: [], score: Number(c.req.query('score')) }, 200) : over(c);
  });

  app.post('/s/:token', async (c) => {
    const asked = await findSurvey(deps, c.req.param('token'));
    if (!asked) return over(c);
    const fields = await c.req.parseBody({ all: true });
    const { supportCase, survey } = asked;
    const definition = surveyDefinition(survey.state === 'invited' ? survey.definition : undefined);
    const more = moreAnswers(definition, fields);
    const given = {
      finished: text(fields.finished),
      comment: await typedComment(c),
      score: Number(text(fields.score)),
      more,
    };
    const judged = await judgePageNonce(keys, c.req.path, text(fields.nonce), clock.now());
    if (judged === 'stale') return show(c, asked, { ...given, wrong: ['stale'] }, 422);
    const because = judged === 'holds' ? undefined : SUSPECT[judged];
    const sign = text(fields.score) === 'none' ? 'hidden-button' : because;
    if (sign !== undefined) {
      await suspect(asked, sign);
      return show(c, asked, { ...given, wrong: ['again'] }, 422);
    }
    const answer = readAnswer(fields);
    if ('wrong' in answer) return show(c, asked, { ...given, wrong: answer.wrong }, 422);
    const inForce = await rules.current();
    const reader = readerOf(c, supportCase.language);
    const after = await recordAnswer(deps, inForce, asked, { ...answer, ...more, language: reader.language });
    if (after?.survey?.state !== 'answered') return over(c);
    if (survey.state === 'answered' || after.survey.changes !== undefined)
      return show(c, { ...asked, supportCase: after, survey: after.survey }, { wrong: [] }, 200);
    return c.html(thanksPage(inForce, reader, followsFrom(after, after.survey.score, inForce)));
  });
  return app;
}
