import { Hono } from 'hono';
import { publicAssets } from '../design/assets.ts';
import { boundedForm, type FormLimits, statusOfRequest } from '../shell/http/bounded-form.ts';
import { clientNetwork } from '../shell/http/client-network.ts';
import { keepsLanguage, readerOf } from '../shell/http/language-choice.ts';
import { pageHeaders } from '../shell/http/page-headers.ts';
import { plainPublicPage } from '../shell/plain-public-page.ts';
import { failedText, unreadableText } from '../shell/text/failed-text.ts';
import { outcomePages } from './outcome.ts';
import type { SurveyDeps } from './survey-deps.ts';
import { surveyLinkPages } from './survey-link.ts';
import { overPage } from './survey-page.ts';
import { track, trackByLink } from './track.ts';
import { trackPage } from './track-page.ts';
import { unsubscribePages } from './unsubscribe.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A survey and a tracking form have a handful of fields, and 4,000 letters of a comment. */
const PUBLIC_FORM: FormLimits = { bytes: 64 * 1024, fields: 50 };

/**
 * Return the pages for beneficiaries: the survey behind a one-time link, and the tracking of a case. GET and
 * HEAD change nothing, because mail scanners open links.
 */
export function surveyApp(deps: SurveyDeps): Hono {
  const { clock, rules } = deps;
  const app = new Hono();
  app.use(pageHeaders({ referrerPolicy: 'no-referrer' }));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
  });
  app.use(keepsLanguage);
  app.use(boundedForm(() => PUBLIC_FORM));
  app.route('/', publicAssets);
  app.route('/', unsubscribePages(deps));
  app.route('/', outcomePages(deps));
  app.route('/', surveyLinkPages(deps));

  app.get('/t', async (c) =>
    c.html(
      trackPage({
        rules: await rules.current(),
        reader: readerOf(c),
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
    const reader = readerOf(c, found?.named.language);
    return c.html(
      trackPage({
        ...{ rules: await rules.current(), reader, now: clock.now(), reference, contact, found },
        isAnswer: true,
      }),
    );
  });

  app.get('/s/t/:token', async (c) => {
    const found = await trackByLink(deps, c.req.param('token'));
    const inForce = await rules.current();
    if (!found) return c.html(overPage(inForce, readerOf(c)));
    const { language, id: reference } = found.named;
    const reader = readerOf(c, language);
    return c.html(trackPage({ rules: inForce, reader, now: clock.now(), reference, contact: '', found }));
  });

  app.notFound(async (c) => c.html(overPage(await rules.current(), readerOf(c)), 404));
  app.onError((error, c) => {
    const status = statusOfRequest(error);
    if (status !== undefined)
      return c.html(plainPublicPage(unreadableText[status], readerOf(c).language), status);
    deps.onError(error);
    return c.html(plainPublicPage(failedText, readerOf(c).language), 500);
  });
  return app;
}
