import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_LIMITS } from '#functions/web/shell/http/bounded-form.ts';
import { aMalformedCentre as aCentre, type Form, http, open } from '#test/local/malformed/http.ts';

type Centre = ReturnType<typeof aCentre>;

const post = (
  { app }: Centre,
  path: string,
  body: string | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
) => app.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });

/** All forms of all pages. The values of their fields are tried by the test of malformed inputs. */
let forms: readonly Form[] = [];

beforeAll(async () => {
  ({ forms } = await http());
});

describe('a malformed request is answered, never failed', () => {
  it.each([
    ['multipart without a boundary', 'multipart/form-data', '--x\r\n\r\n'],
    ['multipart with a boundary that does not occur', 'multipart/form-data; boundary=x', '--y\r\n\r\nz'],
    [
      'multipart that ends too early',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data',
    ],
    ['multipart without content', 'multipart/form-data; boundary=x', '--'],
    ['multipart in another case', 'Multipart/Form-Data; Boundary=x', '--x\r\nx'],
  ])('in its body: %s', async (_, type, body) => {
    const centre = aCentre();
    for (const { action } of forms) {
      const answer = await post(centre, action, body, { 'Content-Type': type });
      expect([400, 403, 404], action).toContain(answer.status);
      expect(answer.headers.get('Content-Type'), action).toMatch(/^text\/html/u);
      expect(await answer.text(), action).toMatch(/lang="(?:ar|en)"/u);
    }
    expect(centre.errors).toEqual([]);
  });

  it.each([
    ['JSON', 'application/json', '{"__proto__":{"erased":true}}'],
    ['no known type', 'text/plain', 'a=b'],
    ['an urlencoded body of percent signs', 'application/x-www-form-urlencoded', '%%%=%%%&%'],
  ])('in its type: %s', async (_, type, body) => {
    const centre = aCentre();
    for (const { action } of forms) {
      expect((await post(centre, action, body, { 'Content-Type': type })).status, action).toBeLessThan(500);
    }
    expect(centre.errors).toEqual([]);
  });
});

describe('a form that is too large', () => {
  it('is rejected before it is parsed, by its number of fields and by its bytes, on every form', async () => {
    const fields = 'a=b&'.repeat(FORM_LIMITS.fields + 1);
    const bytes = `a=${'b'.repeat(12_000_000)}`;
    const centre = aCentre();
    for (const { action } of forms) {
      for (const body of [fields, bytes]) {
        const answer = await post(centre, action, body, {
          'Content-Type': 'application/x-www-form-urlencoded',
        });
        expect(answer.status, action).toBe(413);
        expect(await answer.text(), action).toContain('<h1>');
      }
    }
    expect(centre.errors).toEqual([]);
  });

  it('is rejected by its number of parts', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
    const body = `${part.repeat(FORM_LIMITS.fields + 1)}--x--\r\n`;
    const answer = await post(aCentre(), `/cases/${open.id}/reply`, body, {
      'Content-Type': 'multipart/form-data; boundary=x',
    });
    expect(answer.status).toBe(413);
  });
});

describe('the address of a form without its page', () => {
  it.each(['a%0Ab', 'a%0D%0ASet-Cookie:%20a=b', '%F0%9F%98%80', '%E0%A4%A', '%25', 'a%22b', '..%2F..'])(
    'with %s leads back to a page, in one header',
    async (id) => {
      const centre = aCentre();
      for (const path of [`/cases/${id}/status`, `/people/${id}/erase`]) {
        const answer = await centre.app.request(path);
        expect([302, 400, 404], path).toContain(answer.status);
        expect(answer.headers.get('Location') ?? '', path).not.toMatch(/[^\x21-\x7e]/u);
        expect(answer.headers.get('Set-Cookie'), path).toBeNull();
      }
      expect(centre.errors).toEqual([]);
    },
  );
});
