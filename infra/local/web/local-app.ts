import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { surveyApp } from '#functions/web/public/survey-app.ts';
import { chooseLanguage } from '#functions/web/shell/http/language.ts';
import { staffSite } from '#functions/web/staff-site.ts';
import { blobRecordings } from '#shared/adapters/embedded/blob-recordings.ts';
import type { Centre } from '../centre.ts';
import { clockPages } from './clock-pages.ts';
import { localAssets } from './local-assets.ts';
import { localHeaders } from './local-headers.ts';
import { mailboxPages } from './mailbox-pages.ts';
import { onlyHere } from './only-here.ts';
import { phoneCalls } from './phone-calls.ts';
import { phoneDesk } from './phone-desk.ts';
import { phonePages } from './phone-pages.ts';
import { queuePages } from './queue-pages.ts';
import { localSignIn } from './sign-in.ts';

/** This computer's own pages: phone, mailbox, clock and queues. */
function ownPages(centre: Centre): Hono {
  const own = new Hono();
  own.use(localHeaders);
  own.use(csrf());
  own.get('/local/language/:language', chooseLanguage);
  own.route('/', localAssets);
  own.route('/', phonePages);
  own.route('/', phoneCalls(centre.switchboard));
  own.route('/', phoneDesk({ desk: centre.switchboard.desk, rules: centre.rules }));
  own.route('/', mailboxPages(centre));
  own.route('/', clockPages(centre));
  own.route('/', queuePages(centre));
  return own;
}

/** Everything a browser sees of a centre on one computer. */
export function localApp(centre: Centre, onError: (error: unknown) => void): Hono {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyHere);
  const own = ownPages(centre);
  for (const path of ['/local/*', '/phone/*', '/mailbox/*', '/clock/*', '/queues/*']) {
    app.all(path, (c) => own.fetch(c.req.raw, c.env));
  }
  own.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    onError(error);
    return c.text('Something failed; nothing was half-saved. Please try again.', 500);
  });
  const open = surveyApp({ ...centre, onError });
  for (const path of ['/s/*', '/t']) app.all(path, (c) => open.fetch(c.req.raw, c.env));
  app.route(
    '/',
    staffSite({
      ...centre,
      recordings: blobRecordings(centre.blobs),
      signIn: localSignIn(centre.keys),
      onError,
    }),
  );
  return app as unknown as Hono;
}
