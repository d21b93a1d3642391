import { Hono } from 'hono';
import { baseStyle } from './style/base-style.ts';
import { caseStyle } from './style/case-style.ts';
import { consoleStyle } from './style/console-style.ts';
import { figuresStyle } from './style/figures-style.ts';
import { publicStyle } from './style/public-style.ts';
import { settingsStyle } from './style/settings-style.ts';

const KEPT = 'public, max-age=3600';

/** A green square with a check mark that is also a smile. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8"
  fill="#1b8354"/><path d="M8 15.500c2.500 7 13 7 16 0" fill="none" stroke="#fff" stroke-width="3"
  stroke-linecap="round"/><circle cx="11.500" cy="10.500" r="2" fill="#fff"/><circle cx="20.500" cy="10.500" r="2"
  fill="#fff"/></svg>`;

/**
 * The whole script: focus the wrong field, send a form once on a double click, and reject files that are too
 * large before the upload.
 */
const SCRIPT = `document.getElementById('wrong')?.focus();
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
  });
}
for (const input of document.querySelectorAll('input[data-most]')) {
  input.addEventListener('change', () => {
    const bytes = [...input.files].reduce((sum, { size }) => sum + size, 0);
    input.setCustomValidity(bytes > Number(input.dataset.most) ? input.dataset.large : '');
    input.reportValidity();
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
`;

const file = (text: string, type: string) => () =>
  new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': KEPT } });

/**
 * The assets of the console. They are part of the bundle, so a page never gets the style of another version.
 */
export const assets = new Hono()
  .get(
    '/assets/console.css',
    file(baseStyle + consoleStyle + caseStyle + figuresStyle + settingsStyle, 'text/css'),
  )
  .get('/assets/console.js', file(SCRIPT, 'text/javascript'))
  .get('/assets/rida.svg', file(MARK, 'image/svg+xml'));

/** The same assets for the public pages, under their own path. */
export const publicAssets = new Hono()
  .get('/s/assets/public.css', file(baseStyle + publicStyle, 'text/css'))
  .get('/s/assets/rida.svg', file(MARK, 'image/svg+xml'));
