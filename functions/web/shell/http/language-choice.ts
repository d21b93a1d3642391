import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '#events/vocabulary.ts';

const COOKIE = 'language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Return the chosen language; Arabic before a choice. */
export const languageFor = (c: Context): Language => (getCookie(c, COOKIE) === 'en' ? 'en' : 'ar');

/** Accept only a path of this site, so that the language switch cannot redirect elsewhere. */
export const ownPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\s\\]*$/u.test(to) ? to : '/';

/** Store the chosen language and return to the page. */
export function chooseLanguage(c: Context): Response {
  setCookie(c, COOKIE, c.req.param('language') === 'en' ? 'en' : 'ar', {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'Lax',
    httpOnly: true,
    secure: new URL(c.req.url).protocol === 'https:',
  });
  return c.redirect(ownPath(c.req.query('to')), 303);
}
