import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '#events/vocabulary.ts';

const COOKIE = 'language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language a person chose; Arabic before they choose. */
export const languageFor = (c: Context): Language => (getCookie(c, COOKIE) === 'en' ? 'en' : 'ar');

/** Only a path of this very site, so that the switch sends nobody elsewhere. */
export const ownPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\s\\]*$/u.test(to) ? to : '/';

/** Keeps the chosen language and goes back to the page. */
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
