import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { handleCommand } from '#shared/application/handle-command.ts';
import { personOf } from '#shared/application/person-of.ts';
import { readOutcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { issuePageNonce, judgePageNonce } from '#shared/application/tokens/page-nonce.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { isAnswered, isCorrectable } from '#shared/domain/cases/confirmation.ts';
import type { ConfirmationAnswer } from '#shared/domain/cases/resolution.ts';
import { type SurveyDefinition, surveyDefinition } from '#shared/domain/surveys/definitions.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { readerOf } from '../shell/http/language-choice.ts';
import { type AskedOutcome, type OutcomeNotice, outcomePage, takenPage } from './outcome-page.ts';
import { type MoreAnswers, moreAnswers } from './rating-fields.ts';
import { text, typedComment } from './sent-comment.ts';
import type { SurveyDeps } from './survey-deps.ts';
import { overPage } from './survey-page.ts';

const answerForm = z.object({
  // The hidden button sends another value.
  answer: z.enum(['yes', 'no']),
  comment: z.string().trim().max(2_000).default(''),
  score: z.enum(['1', '2', '3', '4', '5']).transform(Number).optional().catch(undefined),
});
type Answer = z.output<typeof answerForm> & MoreAnswers;

const definitionOf = ({ survey }: Case): SurveyDefinition =>
  surveyDefinition(survey?.state === 'invited' ? survey.definition : undefined);

/** A case with the question that a link is about. */
interface Question {
  readonly supportCase: Case;
  readonly question: string;
}

const isOpen = ({ confirmation, resolution }: Case, reopenWithinMs: number, now: number): boolean =>
  confirmation?.state === 'asked' && resolution !== undefined && now <= resolution.at + reopenWithinMs;

/** Return how the link of a question reached the beneficiary. */
const linkMode = (confirmation: Case['confirmation']): 'mail' | 'message' => {
  const isMessage =
    confirmation?.state === 'asked'
      ? confirmation.by === 'message'
      : isAnswered(confirmation) && confirmation.mode === 'message';
  return isMessage ? 'message' : 'mail';
};

type Because = Extract<CaseCommand, { do: 'suspect-outcome' }>['because'];

/** The signs of a program, by the seal of its page. */
const SUSPECT: Readonly<Record<'none' | 'early', Because>> = { none: 'no-page', early: 'too-soon' };

/**
 * Return the page on which a beneficiary confirms or contests an outcome. GET and HEAD change nothing, because mail
 * scanners open links. An answer without a page that was open for two seconds is kept apart, and the beneficiary can
 * still answer.
 */
export function outcomePages(deps: SurveyDeps): Hono {
  const { store, keys, clock, rules } = deps;
  const app = new Hono();
  const over = async (c: Context) =>
    c.html(overPage(await rules.current(), readerOf(c), await typedComment(c)));

  /** Find the question of a link. Return undefined for a link that is forged, or of an earlier resolution. */
  async function questionOfLink(token: string): Promise<Question | undefined> {
    const ticket = await readOutcomeToken(keys, token);
    const supportCase = ticket && (await store.load('case', ticket.reference));
    if (!supportCase || supportCase.erased || supportCase.merged) return undefined;
    const { question } = ticket;
    return supportCase.confirmation?.question === question ? { supportCase, question } : undefined;
  }

  async function send(question: Question, cause: string, command: CaseCommand) {
    const { id } = question.supportCase;
    const now = clock.now();
    return handleCommand(
      { store, rules: await rules.current() },
      {
        ...{ id, command, cause, by: 'beneficiary', at: now, recordedAt: now },
        ...{ correlationId: cause, causationId: cause },
      },
    );
  }

  async function ask(
    c: Context,
    { supportCase }: Question,
    shown: Partial<Pick<AskedOutcome, 'comment' | 'score' | 'more'>> & { readonly notice?: OutcomeNotice },
  ) {
    const { id, survey } = supportCase;
    const now = clock.now();
    // Decided again when the page is shown: an opt-out since the invitation ends it.
    const { optOuts = [] } = (await personOf(store, supportCase.beneficiary.id)) ?? {};
    const rated = survey?.state === 'invited' && now <= survey.expiresAt && !optOuts.includes('surveys');
    const { comment = '', score, more, notice } = shown;
    const page = outcomePage({
      ...{ supportCase, path: c.req.path, comment, score, notice, definition: definitionOf(supportCase) },
      ...(more && { more }),
      rules: await rules.current(),
      reader: readerOf(c, supportCase.language),
      nonce: await issuePageNonce(keys, c.req.path, now),
      unsubscribe: rated ? `/s/u/${await unsubscribeToken(keys, id)}` : undefined,
    });
    return c.html(page, notice === undefined ? 200 : 422);
  }

  async function taken(c: Context, supportCase: Case, answer: ConfirmationAnswer) {
    const now = clock.now();
    const page = takenPage({
      ...{ supportCase, answer },
      rules: await rules.current(),
      reader: readerOf(c, supportCase.language),
      later: !isCorrectable(answer, now),
      nonce: await issuePageNonce(keys, c.req.path, now),
    });
    return c.html(page);
  }

  /** Show the page of a question in its present state: to be answered, answered, or over. */
  async function show(
    c: Context,
    question: Question | undefined,
    shown: Parameters<typeof ask>[2] = {},
  ): Promise<Response> {
    if (!question) return over(c);
    const { supportCase } = question;
    const { confirmation } = supportCase;
    const now = clock.now();
    if (isAnswered(confirmation))
      return isCorrectable(confirmation, now) ? taken(c, supportCase, confirmation) : over(c);
    const { reopenWithinMs } = (await rules.current()).desk;
    return isOpen(supportCase, reopenWithinMs, now) ? ask(c, question, shown) : over(c);
  }

  async function record(c: Context, question: Question, { answer, comment, score, ...more }: Answer) {
    const { supportCase, question: id } = question;
    const { confirmation } = supportCase;
    const { language } = readerOf(c, supportCase.language);
    const mode = linkMode(confirmation);
    const earlier = isAnswered(confirmation) ? confirmation : undefined;
    const later = earlier !== undefined && !isCorrectable(earlier, clock.now());
    // A double click is one cause. Each correction is its own, and one later answer is stored.
    const turn = later ? 'later' : earlier ? `${(earlier.changes ?? 0) + 1}` : '0';
    const done = await send(question, causeId(`outcome:${supportCase.id}:${id}:${turn}:${answer}`), {
      ...{ do: 'answer-outcome', question: id, finished: answer === 'yes', language, mode },
      ...(comment !== '' && { comment }),
      ...(score !== undefined && { score, ...more }),
    });
    const after = done.outcome === 'rejected' ? await store.load('case', supportCase.id) : done.case;
    const now = after?.confirmation;
    return after && isAnswered(now) && now.question === id ? taken(c, after, now) : over(c);
  }

  app.get('/s/c/:token', async (c) => show(c, await questionOfLink(c.req.param('token'))));

  app.post('/s/c/:token', async (c) => {
    const question = await questionOfLink(c.req.param('token'));
    if (!question) return over(c);
    const { supportCase } = question;
    const { reopenWithinMs } = (await rules.current()).desk;
    if (!isAnswered(supportCase.confirmation) && !isOpen(supportCase, reopenWithinMs, clock.now()))
      return over(c);
    const fields = await c.req.parseBody({ all: true });
    const typed = {
      comment: await typedComment(c),
      score: Number(text(fields.score)) || undefined,
      more: moreAnswers(definitionOf(supportCase), fields),
    };
    const judged = await judgePageNonce(keys, c.req.path, text(fields.nonce), clock.now());
    if (judged === 'stale') return show(c, question, { ...typed, notice: 'stale' });
    const because = judged === 'holds' ? undefined : SUSPECT[judged];
    const suspect = fields.answer === 'none' ? 'hidden-button' : because;
    if (suspect !== undefined) {
      const of = { do: 'suspect-outcome', question: question.question, because: suspect } as const;
      await send(question, causeId(`suspect:${supportCase.id}:${question.question}:${suspect}`), of);
      return show(c, question, { ...typed, notice: 'again' });
    }
    const read = answerForm.safeParse(fields);
    if (read.success) return record(c, question, { ...read.data, ...typed.more });
    const tooLong = read.error.issues.some(({ path }) => path[0] === 'comment');
    return show(c, question, { ...typed, notice: tooLong ? 'tooLong' : 'choose' });
  });
  return app;
}
