import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS, type SitePath } from '#functions/web/paths.ts';
import { boundedForm, type FormLimits, statusOfRequest } from '#functions/web/shell/http/bounded-form.ts';
import { chooseLanguage } from '#functions/web/shell/http/language-choice.ts';
import { plainPublicPage } from '#functions/web/shell/plain-public-page.ts';
import { unreadableText } from '#functions/web/shell/text/failed-text.ts';
import { blobRecordings } from '#shared/adapters/embedded/blob-recordings.ts';
import { pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import type { LocalCentre } from '../centre.ts';
import { clockPages } from './clock-pages.ts';
import { designPages } from './design-pages.ts';
import { keptPages } from './kept-pages.ts';
import { localAssets } from './local-assets.ts';
import { localHeaders } from './local-headers.ts';
import { localSignIn } from './local-sign-in.ts';
import { mailboxPages } from './mailbox-pages.ts';
import { messagePages } from './message-pages.ts';
import { onlyHere } from './only-here.ts';
import { phoneCalls } from './phone-calls.ts';
import { phoneDesk } from './phone-desk.ts';
import { phonePages } from './phone-pages.ts';
import { queuePages } from './queue-pages.ts';

/**
 * The paths of the local pages, in addition to those of the sites.
 * @internal exported for tests
 */
export const LOCAL_PATHS = [
  '/local/*',
  '/phone',
  '/phone/*',
  '/mailbox',
  '/mailbox/*',
  '/clock',
  '/clock/*',
  '/queues',
  '/queues/*',
  '/design',
] as const satisfies readonly SitePath[];

/** The largest body is the sound of a spoken message. */
const LOCAL_LIMITS: FormLimits = { bytes: 5_000_000, fields: 100 };

/**
 * The pages that exist only on one computer: phone, mailbox, clock, queues and the components of the design.
 * @internal exported for tests
 */
export function ownPages(centre: LocalCentre, onError: (error: unknown) => void): Hono {
  const own = new Hono();
  own.use(localHeaders);
  own.use(csrf());
  own.use(boundedForm(() => LOCAL_LIMITS));
  own.get('/local/language/:language', chooseLanguage);
  own.route('/', localAssets);
  own.route('/', phonePages);
  own.route('/', phoneCalls(centre.switchboard));
  own.route('/', phoneDesk({ desk: centre.switchboard.desk, rules: centre.rules }));
  own.route('/', keptPages(centre));
  own.route('/', messagePages(centre));
  own.route('/', mailboxPages(centre));
  own.route('/', clockPages(centre));
  own.route('/', queuePages(centre));
  own.route('/', designPages);
  own.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const status = statusOfRequest(error);
    if (status !== undefined) return c.html(plainPublicPage(unreadableText[status]), status);
    onError(error);
    return c.text('Something failed; nothing was half-saved. Please try again.', 500);
  });
  return own;
}

/** All pages of a centre on one computer. */
export function localApp(centre: LocalCentre, onError: (error: unknown) => void): Hono {
  const sites = sitesOf(
    {
      ...centre,
      isTrial: true,
      recordings: blobRecordings(centre.blobs),
      signIn: localSignIn(centre.keys, centre.endedSessions),
      onError,
      onRefused: requestRefused(centre.logger),
    },
    (name) => {
      const logger = centre.logger.withService(name);
      return { onError: pageFailed(logger), onRefused: requestRefused(logger) };
    },
  );
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyHere);
  app.route(
    '/',
    oneAddress({ ...SITE_PATHS, local: LOCAL_PATHS }, { ...sites, local: ownPages(centre, onError) }),
  );
  return app as unknown as Hono;
}
