import type { Context } from 'hono';
import type { Language } from '#events/vocabulary.ts';
import { designAddress } from '../design/design-files.ts';
import { placeOf } from './drafts.ts';
import { boundedForm, statusOfRequest } from './http/bounded-form.ts';
import { type Html, html } from './http/html.ts';
import { languageFor, ownPath } from './http/language-choice.ts';
import { directionOf } from './view.ts';

/** A form that was sent without a session. */
interface Unsent {
  /** The path to which it was sent. */
  readonly path: string;
  /** The page of the form. */
  readonly page: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** It had files, which browsers do not send a second time, or it was too large to be kept. */
  readonly isIncomplete: boolean;
}

const text = {
  ar: {
    title: 'انتهت جلستك',
    why: 'لم يُحفظ شيء بعد، وما كتبته باقٍ في هذه الصفحة.',
    signIn: 'تسجيل الدخول والعودة إلى ما كتبته',
    elsewhere: 'تسجيل الدخول في صفحة جديدة',
    next: 'أو تسجيل الدخول في صفحة جديدة، ثم الرجوع إلى هنا وإرسال ما كتبته:',
    again: 'إرسال من جديد',
    incomplete: 'الملفات المرفقة لم تبقَ، ويلزم إرفاقها في النموذج من جديد.',
    read: 'ما كتبته',
  },
  en: {
    title: 'Your session has ended',
    why: 'Nothing was saved yet, and what you typed is kept on this page.',
    signIn: 'Sign in and return to what you typed',
    elsewhere: 'Sign in on a new page',
    next: 'Or sign in on a new page, then come back here and send what you typed:',
    again: 'Send again',
    incomplete: 'Attached files are not kept: go back to the form and attach them again.',
    read: 'What you typed',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The maximum form that is kept: that of a form without files. */
const keepWithin = boundedForm();

/** Return the page that showed the form: the address that the browser names, or that above the form's own. */
function pageOf(c: Context, path: string): string {
  const named = URL.parse(c.req.header('Referer') ?? '');
  return named?.host === new URL(c.req.url).host ? ownPath(named.pathname + named.search) : placeOf(path);
}

/** Read the form of a refused request within limits. */
async function unsentOf(c: Context): Promise<Unsent> {
  const { pathname: path } = new URL(c.req.url);
  const page = pageOf(c, path);
  try {
    await keepWithin(c, async () => undefined);
  } catch (error) {
    if (statusOfRequest(error) === undefined) throw error;
    return { path, page, fields: [], isIncomplete: true };
  }
  const sent = Object.entries(await c.req.parseBody({ all: true })).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => [name, value] as const),
  );
  const isChosen = (value: string | File): boolean => typeof value !== 'string' && value.size > 0;
  return {
    path,
    page,
    fields: sent.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    isIncomplete: sent.some(([, value]) => isChosen(value)),
  };
}

/** A text of more than a few words, which its writer may want to copy. */
const isWritten = ([name, value]: readonly [string, string]): boolean =>
  value.trim().includes(' ') && name !== 'document' && name !== 'draft';

function page(language: Language, { path, page: shown, fields, isIncomplete }: Unsent): Html {
  const w = text[language];
  const kept = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const again = html`<p>${w.next} <a href="/" target="_blank" rel="noopener">${w.elsewhere}</a></p>
<form method="post" action="${path}" id="unsent" data-path="${path}">${kept}<button
  type="submit">${w.again}</button></form>`;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${w.title}</title>
<link rel="stylesheet" href="${designAddress('console.css')}">
<script src="${designAddress('console.js')}" defer></script></head>
<body><main><section class="card narrow" role="alert"><h1>${w.title}</h1><p>${w.why}</p>
<p><a class="button primary" href="${shown}">${w.signIn}</a></p>
${
  isIncomplete
    ? html`<p class="notice notice-warn">${w.incomplete}</p>
<template id="unsent" data-path="${path}">${kept}</template>`
    : again
}
${fields.filter(isWritten).map(
  ([, value]) => html`<label class="field"><span>${w.read}</span><textarea rows="6" dir="auto"
  readonly>${value}</textarea></label>`,
)}</section></main></body></html>`;
}

/**
 * Answer a form that was sent without a session, such as after a long pause. A redirect to the identity provider
 * would not work, because browsers apply `form-action` to the redirects of a form, and what was typed would be
 * lost.
 */
export const sessionOver = async (c: Context): Promise<Response> =>
  c.html(page(languageFor(c), await unsentOf(c)), 401);
