/** Return the hidden fields of the form for an action, as a browser sends them. */
export function hiddenFields(page: string, action: string): Record<string, string> {
  const form = page.slice(page.indexOf(`/${action}#`)).split('</form>')[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

/** Return a form request as a browser of the same site sends it. */
export const posted = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'Sec-Fetch-Site': 'same-origin' },
});

/** Return the text of a page without markup. */
export const textOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/gu, ' ');
