import { beforeAll, describe, expect, it } from 'vitest';
import { oneAddress, sitesOf } from '#functions/web/one-address.ts';
import { SITE_PATHS } from '#functions/web/paths.ts';
import { FORM_LIMITS } from '#functions/web/shell/http/bounded-form.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';

/** All of about 30,000 requests with `RIDA_LONG=1`, otherwise about a thousand of them, the same each time. */
const STEP = process.env.RIDA_LONG ? 1 : 31;

const VALUES: readonly string[] = [
  ...[
    '',
    ' ',
    '%',
    '%E0%A4%A',
    '..',
    '../../etc/passwd',
    'zzz',
    '0',
    '-1',
    '1e400',
    'NaN',
    'null',
    '[]',
    '{}',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '\u0000',
    '\ud800',
    '😀',
    '\u202Eabc',
    '\r\nSet-Cookie: a=b',
  ],
  ...['9999-12-31T23:59', '0026-01-01T00:00', '1447-01-01T08:00', '2026-02-30T08:00', '٢٠٢٦-٠٢-١٠', '25:61'],
  ...[
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '"\'`',
    'x'.repeat(10_000),
    'ش'.repeat(5_000),
  ],
  ...[
    '4K7-2M9-0382',
    '4K7-2M9-0383',
    'norah@example.com',
    '+966500000000',
    '٠٥٠٠٠٠٠٠٠٠',
    '1,2,3',
    'ar',
    'rida',
  ],
];

const supervisor = { user: 'huda', name: 'هدى', roles: ['supervisor'] } as const;
const open = aCase({ status: 'open', assignee: 'salem' });
const resolved = aCase({ status: 'resolved' });

/** A centre with an open and a resolved case. Every form gets its own, because acts change it. */
function aCentre() {
  const { store, deps, errors } = aSettingsConsole({ agent: supervisor });
  store.seed(open).seed(resolved);
  return { app: oneAddress(SITE_PATHS, sitesOf(deps)), errors };
}
type Centre = ReturnType<typeof aCentre>;

/** Pages with forms, and pages with parameters. */
const PAGES = [
  ...[
    '/cases',
    `/cases/${open.id}`,
    `/cases/${resolved.id}`,
    '/search',
    '/search?q=norah',
    '/absence',
    '/figures',
  ],
  ...['/calls', '/calls-out', '/people/b-norah', '/t', '/settings', '/settings/document', '/settings/centre'],
  ...[
    '/settings/desk',
    '/settings/survey',
    '/settings/escalation',
    '/settings/staff',
    '/settings/staff/~add',
  ],
  ...['/settings/telephone', '/settings/outbound', '/settings/retention', '/settings/audiences'],
  ...['/settings/departments/operations', '/settings/categories/lighting', '/settings/policies'],
  ...['/settings/policies/report', '/settings/calendars', '/settings/calendars/~add'],
  ...['/settings/calendars/saudi-government', '/settings/replyTemplates/apology', '/settings/assignment'],
];

interface Form {
  readonly action: string;
  readonly fields: ReadonlyMap<string, string>;
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** A likely value of an empty field. */
const writtenIn = (name: string): string =>
  /(?:At|from|until|notBefore)$/u.test(name) ? '2026-01-06T09:00' : name.startsWith('_') ? '' : 'نص';

/** Return the POST forms of a page, with the values that a person would send. */
function formsOf(page: string, at: string): Form[] {
  return [...page.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/gu)].map(([form]) => {
    const action = /action="([^"]*)"/u.exec(form)?.[1] ?? at;
    const fields = [...form.matchAll(/<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"[^>]*/gu)].map(
      ([tag, name = '']) =>
        [name, unescaped(/\bvalue="([^"]*)"/u.exec(tag)?.[1] || writtenIn(name))] as const,
    );
    return { action: unescaped(action).replace(/#.*$/u, ''), fields: new Map(fields) };
  });
}

const post = (
  { app }: Centre,
  path: string,
  body: string | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
) => app.request(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin', ...headers } });

const every = <T>(list: readonly T[], step: number): T[] => list.filter((_, at) => at % step === 0);

let forms: Form[] = [];

beforeAll(async () => {
  const { app } = aCentre();
  const pages = await Promise.all(
    PAGES.map(async (path) => {
      const answer = await app.request(path);
      return answer.status === 200 ? formsOf(await answer.text(), path) : [];
    }),
  );
  const found = new Map(
    pages.flat().map((form) => [`${form.action} ${[...form.fields.keys()].join()}`, form]),
  );
  forms = [...found.values()];
});

describe('a malformed request is answered, never failed', () => {
  it('in each field of each form', async () => {
    const tried = every(
      forms.flatMap((form) =>
        [...form.fields.keys(), '__proto__', 'name.__proto__.erased', 'constructor.prototype.get'].flatMap(
          (field) => VALUES.map((value) => ({ ...form, field, value })),
        ),
      ),
      STEP,
    );
    const failed: string[] = [];
    const centreOf = new Map<Form['fields'], Centre>();
    for (const { action, fields, field, value } of tried) {
      const centre = centreOf.get(fields) ?? aCentre();
      centreOf.set(fields, centre);
      const { status } = await post(
        centre,
        action,
        new URLSearchParams([...new Map([...fields, [field, value]])]),
      );
      // An act that succeeded would have the next ones refused for its sake.
      if (status === 303) centreOf.delete(fields);
      if (status >= 500) failed.push(`POST ${action} ${field}=${value.slice(0, 40)}: ${status}`);
    }
    console.info(`${tried.length} forms of ${forms.length} kinds were sent`);
    expect(failed).toEqual([]);
    expect([...centreOf.values()].flatMap(({ errors }) => errors)).toEqual([]);
  }, 600_000);

  it('in each query and parameter of each page', async () => {
    const names = [
      'after',
      'from',
      'q',
      'done',
      'template',
      'order',
      'purpose',
      'listing',
      'case',
      'only',
      'score',
    ];
    const queries = PAGES.filter((path) => !path.includes('?')).flatMap((path) =>
      names.flatMap((name) => VALUES.map((value) => `${path}?${new URLSearchParams([[name, value]])}`)),
    );
    const raw = [
      '%',
      '%zz',
      '%E0%A4%A',
      '..%2f..',
      '__proto__',
      'constructor',
      '%00',
      'x'.repeat(5_000),
      '%F0%9F%98',
    ];
    const places = ['/cases/', '/people/', '/s/', '/s/unsubscribe/', '/calls/', '/calls-out/', '/settings/'];
    const more = ['calendars/', 'policies/', 'staff/', 'departments/', 'versions/'].map(
      (end) => `/settings/${end}`,
    );
    const parameters = [...places, ...more].flatMap((place) => raw.map((value) => `${place}${value}`));
    const failed: string[] = [];
    const { app, errors } = aCentre();
    for (const path of [...every(queries, STEP), ...parameters]) {
      const { status } = await app.request(path);
      if (status >= 500) failed.push(`GET ${path.slice(0, 120)}: ${status}`);
    }
    expect(failed).toEqual([]);
    expect(errors).toEqual([]);
  }, 600_000);

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
