import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '#events/vocabulary.ts';
import { otherLanguage } from '#shared/domain/text/language.ts';

const COOKIE = 'language';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Return the chosen language; Arabic before a choice. */
export const languageFor = (c: Context): Language => (getCookie(c, COOKIE) === 'en' ? 'en' : 'ar');

const LANGUAGES: readonly (string | undefined)[] = ['ar', 'en'] satisfies Language[];
const asLanguage = (value: string | undefined): Language | undefined =>
  LANGUAGES.includes(value) ? (value as Language) : undefined;

/** The reader of a page without a sign-in. */
export interface Reader {
  readonly language: Language;
  /** The address of the same page in the other language, relative to it: pages of different links stay alike. */
  readonly inOther: string;
}

/**
 * Return the reader of a public page. A choice in the address comes first, then the choice on an earlier page, then the
 * language of the matter.
 * @param otherwise the language of the matter, such as that of a case
 */
export function readerOf(c: Context, otherwise: Language = 'ar'): Reader {
  const language = asLanguage(c.req.query('lang')) ?? asLanguage(getCookie(c, COOKIE)) ?? otherwise;
  const { searchParams } = new URL(c.req.url);
  searchParams.set('lang', otherLanguage(language));
  return { language, inOther: `?${searchParams}` };
}

/** Keep the language that the address of a public page chooses. */
export const keepsLanguage: MiddlewareHandler = async (c, next) => {
  await next();
  const chosen = asLanguage(c.req.query('lang'));
  if (chosen !== undefined) storeLanguage(c, chosen);
};

function storeLanguage(c: Context, language: Language): void {
  setCookie(c, COOKIE, language, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'Lax',
    httpOnly: true,
    secure: new URL(c.req.url).protocol === 'https:',
  });
}

/** Accept only a path of this site, so that the language switch cannot redirect elsewhere. */
export const ownPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\s\\]*$/u.test(to) ? to : '/';

/** Store the chosen language and return to the page. */
export function chooseLanguage(c: Context): Response {
  storeLanguage(c, c.req.param('language') === 'en' ? 'en' : 'ar');
  return c.redirect(ownPath(c.req.query('to')), 303);
}
