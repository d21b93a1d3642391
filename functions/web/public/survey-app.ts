import { type Context, Hono } from 'hono';
import type { Language } from '#events/vocabulary.ts';
import { publicAssets } from '../design/assets.ts';
import { boundedForm, type FormLimits, statusOfRequest } from '../shell/http/bounded-form.ts';
import { clientNetwork } from '../shell/http/client-network.ts';
import { languageFor } from '../shell/http/language-choice.ts';
import { pageHeaders } from '../shell/http/page-headers.ts';
import { plainPublicPage } from '../shell/plain-public-page.ts';
import { unreadableText } from '../shell/text/failed-text.ts';
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
  app.use(boundedForm(() => PUBLIC_FORM));
  app.route('/', publicAssets);
  app.route('/', unsubscribePages(deps));
  app.route('/', outcomePages(deps));
  app.route('/', surveyLinkPages(deps));

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
