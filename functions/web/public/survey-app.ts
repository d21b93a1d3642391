import { type Context, Hono } from 'hono';
import type { Language } from '#events/vocabulary.ts';
import { issuePageNonce, pageNonceHolds } from '#shared/application/tokens/page-nonce.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { publicAssets } from '../design/assets.ts';
import { boundedForm, type FormLimits, statusOfRequest } from '../shell/http/bounded-form.ts';
import { clientNetwork } from '../shell/http/client-network.ts';
import { languageFor } from '../shell/http/language-choice.ts';
import { pageHeaders } from '../shell/http/page-headers.ts';
import { plainPublicPage } from '../shell/plain-public-page.ts';
import { unreadableText } from '../shell/text/failed-text.ts';
import { type PendingSurvey, readAnswer, recordAnswer, waitingFor } from './answer-survey.ts';
import { outcomePages } from './outcome.ts';
import type { SurveyDeps } from './survey-deps.ts';
import { overPage, surveyPage, thanksPage, type WrongAnswer } from './survey-page.ts';
import { track, trackByLink } from './track.ts';
import { trackPage } from './track-page.ts';
import { unsubscribePages } from './unsubscribe.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A survey and a tracking form have a handful of fields, and 4,000 letters of a comment. */
const PUBLIC_FORM: FormLimits = { bytes: 64 * 1024, fields: 50 };

interface Shown {
  readonly wrong: readonly WrongAnswer[];
  readonly finished?: string | undefined;
  readonly comment?: string | undefined;
  readonly score: number | undefined;
}

/**
 * Return the pages for beneficiaries: the survey behind a one-time link, and the tracking of a case. GET and
 * HEAD change nothing, because mail scanners open links.
 */
export function surveyApp(deps: SurveyDeps): Hono {
  const { keys, clock, rules } = deps;
  const app = new Hono();
  app.use(pageHeaders({ referrerPolicy: 'no-referrer' }));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
  });
  app.use(boundedForm(() => PUBLIC_FORM));
  app.route('/', publicAssets);
  app.route('/', unsubscribePages(deps));
  app.route('/', outcomePages(deps));

  const ask = async (
    c: Context,
    token: string,
    { supportCase }: PendingSurvey,
    shown: Shown,
    status: 200 | 422,
  ) =>
    c.html(
      surveyPage({
        ...shown,
        rules: await rules.current(),
        language: supportCase.language,
        reference: supportCase.id,
        nonce: await issuePageNonce(keys, token, clock.now()),
      }),
      status,
    );

  app.get('/s/:token', async (c) => {
    const token = c.req.param('token');
    const waiting = await waitingFor(deps, token);
    if (!waiting) return c.html(overPage(await rules.current()));
    return ask(c, token, waiting, { wrong: [], score: Number(c.req.query('score')) }, 200);
  });

  app.post('/s/:token', async (c) => {
    const token = c.req.param('token');
    const waiting = await waitingFor(deps, token);
    if (!waiting) return c.html(overPage(await rules.current()));
    const fields = await c.req.parseBody();
    const given = {
      finished: text(fields.finished),
      comment: text(fields.comment).slice(0, 4_000),
      score: Number(text(fields.score)),
    };
    const fresh = await pageNonceHolds(keys, token, text(fields.nonce), clock.now());
    if (!fresh) return ask(c, token, waiting, { ...given, wrong: ['stale'] }, 422);
    const answer = readAnswer(fields);
    if ('wrong' in answer) return ask(c, token, waiting, { ...given, wrong: answer.wrong }, 422);
    const inForce = await rules.current();
    const after = await recordAnswer(deps, inForce, waiting, answer);
    if (!after) return c.html(overPage(inForce));
    return c.html(thanksPage(inForce, waiting.supportCase.language, isActive(after.status)));
  });

  const languageOf = (c: Context): Language => (c.req.query('lang') === 'en' ? 'en' : languageFor(c));

  app.get('/t', async (c) =>
    c.html(
      trackPage({
        rules: await rules.current(),
        language: languageOf(c),
        now: clock.now(),
        ...{ reference: '', contact: '' },
      }),
    ),
  );

  app.post('/t', async (c) => {
    const fields = await c.req.parseBody();
    const reference = text(fields.reference).slice(0, 40);
    const contact = text(fields.contact).slice(0, 254);
    const found = await track(deps, { reference, contact, network: clientNetwork(c) });
    const language = found?.named.language ?? languageOf(c);
    return c.html(
      trackPage({ rules: await rules.current(), language, now: clock.now(), reference, contact, found }),
    );
  });

  app.get('/s/t/:token', async (c) => {
    const found = await trackByLink(deps, c.req.param('token'));
    const inForce = await rules.current();
    if (!found) return c.html(overPage(inForce));
    const { language, id: reference } = found.named;
    return c.html(trackPage({ rules: inForce, language, now: clock.now(), reference, contact: '', found }));
  });

  app.notFound(async (c) => c.html(overPage(await rules.current()), 404));
  app.onError((error, c) => {
    const status = statusOfRequest(error);
    if (status !== undefined) return c.html(plainPublicPage(unreadableText[status]), status);
    deps.onError(error);
    return c.html(plainPublicPage(), 500);
  });
  return app;
}
