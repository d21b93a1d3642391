/** The hidden fields of a page's form for an action: what a browser would send along. */
export function hiddenFields(page: string, action: string): Record<string, string> {
  const form = page.slice(page.indexOf(`/${action}#`)).split('</form>')[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

/** A form as a browser of the same site posts it. */
export const posted = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { 'Sec-Fetch-Site': 'same-origin' },
});

/** What a page says, without its markup. */
export const textOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/gu, ' ');
