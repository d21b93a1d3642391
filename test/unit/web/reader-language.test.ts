import { describe, expect, it } from 'vitest';
import {
  owedPath,
  owedToken,
  requestPath,
  requestToken,
} from '#shared/application/tokens/department-token.ts';
import { outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { trackingToken } from '#shared/application/tokens/tracking-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

type Language = 'ar' | 'en';
const LANGUAGES = ['ar', 'en'] as const;
const expiresAt = T + 14 * DAY;

/** The public pages of a case in a language, by what they are. */
async function publicPages(language: Language) {
  const { app, store, keys, clock } = aConsole({ nobody: true });
  const supportCase = aCase({
    ...{ language, status: 'resolved', confirmation: { state: 'asked', question: 'c0', by: 'mail' } },
    resolution: { at: T, by: 'agent:salem', as: 'done', outcome: 'استُبدل المصباح.' },
    survey: { state: 'invited', invitation: 's0', at: T, expiresAt },
    requests: [
      { id: 'r1', department: 'planning', asks: true, askedAt: T, dueAt: T + DAY, by: 'agent:salem' },
    ],
  } as never);
  store.seed(supportCase);
  const { id: reference } = supportCase;
  const ticket = { reference, question: 'r1' };
  const paths = {
    survey: `/s/${await surveyToken(keys, { reference, invitation: 's0', expiresAt })}`,
    'survey with a score in its link': `/s/${await surveyToken(keys, { reference, invitation: 's0', expiresAt })}?score=2`,
    outcome: `/s/c/${await outcomeToken(keys, { reference, question: 'c0', expiresAt })}`,
    'end of surveys': `/s/u/${await unsubscribeToken(keys, reference)}`,
    'status by its link': `/s/t/${await trackingToken(keys, reference)}`,
    'survey of an earlier resolution': `/s/${await surveyToken(keys, { reference, invitation: 's9', expiresAt })}`,
    'unknown survey': '/s/unknown',
    'unknown outcome': '/s/c/unknown',
    'unknown end of surveys': '/s/u/unknown',
    'unknown status': '/s/t/unknown',
    'no such page': '/s/x/y/z',
    'search of a status': '/t',
    request: requestPath(await requestToken(keys, { ...ticket, expiresAt })),
    'request of an expired link': requestPath(await requestToken(keys, { ...ticket, expiresAt: T - DAY })),
    'unknown request': requestPath('unknown'),
    'requests of a department': owedPath(await owedToken(keys, { department: 'planning', expiresAt })),
    'unknown department': owedPath('unknown'),
  };
  /** Answer as a browser that keeps a language, or none. */
  const get = async (path: string, kept?: string) =>
    app.request(path, kept === undefined ? {} : { headers: { cookie: `language=${kept}` } });
  const post = async (path: string, fields: Record<string, string>, kept?: string) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      ...(kept !== undefined && { headers: { cookie: `language=${kept}` } }),
    });
  return { supportCase, paths, get, post, clock, store };
}

/** The languages and the switch of a page. */
function readIn(page: string) {
  const [, language, direction] = /<html lang="(\w+)" dir="(\w+)">/u.exec(page) ?? [];
  const switches = [...page.matchAll(/class="other-language" href="([^"]+)" lang="(\w+)"/gu)];
  return {
    language,
    direction,
    switches: switches.map(([, to = '', other]) => [to.replaceAll('&amp;', '&'), other]),
  };
}

const withChoice = (path: string, language: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

describe('the language of a public page', () => {
  const NAMES = [
    ...['survey', 'survey with a score in its link', 'outcome', 'end of surveys', 'status by its link'],
    ...['survey of an earlier resolution', 'unknown survey', 'unknown outcome', 'unknown end of surveys'],
    ...['unknown status', 'no such page', 'search of a status', 'request', 'request of an expired link'],
    ...['unknown request', 'requests of a department', 'unknown department'],
  ] as const;

  it('is tested on every page', async () => {
    expect(Object.keys((await publicPages('ar')).paths).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('is the choice of its visitor: %s', async (name) => {
    for (const ofCase of LANGUAGES) {
      const { paths, get } = await publicPages(ofCase);
      const path = paths[name];
      for (const chosen of LANGUAGES) {
        const direction = chosen === 'ar' ? 'rtl' : 'ltr';
        const other = chosen === 'ar' ? 'en' : 'ar';
        const expected = { language: chosen, direction };
        // The choice of an earlier page, then one in the address against an earlier one.
        expect(readIn(await (await get(path, chosen)).text())).toMatchObject(expected);
        const answer = await get(withChoice(path, chosen), other);
        expect(answer.headers.get('set-cookie')).toContain(`language=${chosen}`);
        const page = readIn(await answer.text());
        expect(page).toMatchObject(expected);
        // The switch keeps the page, and the rest of its address.
        expect(page.switches).toEqual([[withChoice(path, other).replace(/^[^?]*/u, ''), other]]);
      }
    }
  });

  it('is that of the case before a choice, and a choice of an unknown language chooses nothing', async () => {
    const { paths, get } = await publicPages('en');
    for (const path of [paths.survey, paths.outcome, paths['end of surveys'], paths['status by its link']])
      for (const kept of [undefined, 'fr', '']) {
        const answer = await get(withChoice(path, 'toString'), kept);
        expect(readIn(await answer.text())).toMatchObject({ language: 'en' });
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
    expect(readIn(await (await get('/t')).text())).toMatchObject({ language: 'ar' });
  });

  it.each(LANGUAGES)('holds after a form was sent, in a case of the other language: %s', async (chosen) => {
    const other = chosen === 'ar' ? 'en' : 'ar';
    const { paths, post, clock, supportCase, store, get } = await publicPages(other);
    const contact = supportCase.beneficiary.email ?? '';
    const forms: readonly (readonly [string, Record<string, string>])[] = [
      ['/t', { reference: supportCase.id, contact }],
      ['/t', { reference: supportCase.id, contact: 'else@example.com' }],
      [paths['unknown survey'], { comment: 'late' }],
      [paths.survey, {}],
      [paths.outcome, {}],
      [paths.outcome, { answer: 'none' }],
      [paths['end of surveys'], {}],
      [paths['end of surveys'], { 'List-Unsubscribe': 'One-Click' }],
      [paths.request, {}],
      [paths['unknown request'], { text: 'late' }],
    ];
    for (const [path, fields] of forms)
      expect([path, readIn(await (await post(path, fields, chosen)).text()).language]).toEqual([
        path,
        chosen,
      ]);
    // The answer itself, and the language in which it was given.
    const nonce =
      /name="nonce" value="([^"]+)"/u.exec(await (await get(paths.survey, chosen)).text())?.[1] ?? '';
    clock.advance(3 * SECOND);
    const answered = await post(paths.survey, { nonce, finished: 'yes', score: '5' }, chosen);
    expect(readIn(await answered.text()).language).toBe(chosen);
    const event = store.commits.flatMap(({ events }) => events).find(({ type }) => type.includes('survey'));
    expect(event?.data).toMatchObject({ language: chosen });
  });

  it.each(LANGUAGES)('is that of the choice when a form cannot be read: %s', async (chosen) => {
    const { paths, post } = await publicPages(chosen === 'ar' ? 'en' : 'ar');
    for (const path of ['/t', paths.survey, paths.outcome, paths['end of surveys'], '/s/unknown']) {
      const answer = await post(path, { comment: 'x'.repeat(70_000) }, chosen);
      expect([path, answer.status]).toEqual([path, 413]);
      expect(readIn(await answer.text())).toMatchObject({
        language: chosen,
        direction: chosen === 'ar' ? 'rtl' : 'ltr',
      });
    }
  });

  it('is switched on the status that was asked for, which is shown again', async () => {
    const { post, supportCase } = await publicPages('ar');
    const fields = { reference: supportCase.id, contact: supportCase.beneficiary.email ?? '' };
    const page = await (await post('/t', fields)).text();
    const form = /<form method="post" action="([^"]+)" class="other-language">(.*?)<\/form>/u.exec(page);
    expect(form?.[1]).toBe('?lang=en');
    const sent = [...(form?.[2] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, ...pair]) => pair);
    expect(Object.fromEntries(sent)).toEqual(fields);
    const again = await (await post('/t?lang=en', Object.fromEntries(sent))).text();
    expect(readIn(again).language).toBe('en');
    expect(again).toContain('role="status"');
  });
});
