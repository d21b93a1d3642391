import { designAddress } from '../design/design-files.ts';
import { type Html, html } from './http/html.ts';

/**
 * Return the page between the sign-out here and the sign-out at the identity provider. A redirect would not
 * work: browsers apply `form-action` to the redirects of a form, and the provider is another site.
 */
export const signedOutPage = (onward: string): Html =>
  html`<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${onward}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>تسجيل الخروج · Sign out</title>
<link rel="stylesheet" href="${designAddress('console.css')}"></head>
<body><main><section class="card narrow"><h1>تسجيل الخروج</h1><p><a href="${onward}">متابعة</a></p>
<p lang="en" dir="ltr"><a href="${onward}">Continue to sign out</a></p></section></main></body></html>`;
