import { posted } from '#test/unit/web/forms.ts';
import type { aSettingsConsole } from './a-settings-console.ts';

type Console = ReturnType<typeof aSettingsConsole>;

/** Return a page by its path. */
export const get = async ({ app }: Console, path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, page: await answer.text() };
};

/** Submit a form as a browser of the same site does. */
export const post = async (
  { app }: Console,
  path: string,
  fields: Record<string, string> | [string, string][],
) => {
  const answer = await app.request(path, { ...posted({}), body: new URLSearchParams(fields) });
  return { status: answer.status, page: await answer.text(), to: answer.headers.get('Location') };
};
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Return the hidden fields of a form on a page. */
export const carried = (page: string, action: string): Record<string, string> => {
  const form = page.slice(page.indexOf(`action="${action}"`)).split('</form>')[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([\w.]+)" value="([^"]*)"/gu)].map(
      ([, name = '', value = '']) => [name, unescaped(value)],
    ),
  );
};

/** Run the first step of a change. */
export const preview = (console: Console, path: string, fields: Record<string, string>) =>
  post(console, path, { _base: String(console.settings.versions.length), ...fields });

/** Run both steps of a change. */
export const change = async (console: Console, path: string, fields: Record<string, string>) => {
  const { page } = await preview(console, path, fields);
  return post(console, '/settings/apply', { ...carried(page, '/settings/apply'), note: 'قرار 12' });
};
