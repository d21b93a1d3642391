import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Agent } from '#functions/web/shell/sign-in.ts';
import { aCase, aReference } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { posted } from './forms.ts';

/**
 * How the words of a form are kept.
 * `draft`: at the server for a person, or for a link. `browser`: in the browser of a beneficiary. `again`: the answer
 * shows them again. `none`: nothing is typed.
 */
type Kept = 'draft' | 'browser' | 'again' | 'none';

/** Each form that is posted, by its file and action. */
const FORMS: Readonly<Record<string, Kept>> = {
  'cases/actions/action-form /cases/${supportCase.id}/${action}#wrong': 'draft',
  'cases/data-request-card /cases/${id}/personal-data': 'none',
  'cases/many-forms /cases/many#wrong': 'draft',
  'cases/new-case-page /cases/new/open#wrong': 'draft',
  'cases/saved-lists /cases/lists/remove': 'none',
  'cases/saved-lists /cases/lists/save': 'draft',
  'public/survey-page own': 'browser',
  'public/survey-page own 2': 'none',
  'public/unsubscribe-page own': 'none',
  'public/outcome-page own': 'browser',
  'public/outcome-page own 2': 'none',
  'public/track-page /t?lang=${language}': 'again',
  'shell/language-switch ${inOther}': 'again',
  'shell/console-page /sign-out': 'none',
  'shell/session-over ${path}': 'again',
  'investors/plan-page /investors/${id}/${name}': 'draft',
  'investors/plans-page /investors/calls': 'none',
  'outreach/draw-card /calls-out/week/draw': 'none',
  'outreach/draw-card /calls-out/week/draw/${action}': 'none',
  'outreach/lists-card /calls-out/lists/${action}': 'none',
  'outreach/lists-card /calls-out/lists': 'none',
  'outreach/calls-out-page /calls-out/stop': 'none',
  'outreach/forms /calls-out/list': 'draft',
  'outreach/forms /calls-out/call-back': 'draft',
  'outreach/agent-call-page /calls-out/call/${id}/record': 'draft',
  'outreach/agent-call-page /calls-out/call/${id}/take': 'none',
  'settings/document-page /settings/document#wrong': 'draft',
  'settings/conflict-page /settings/preview': 'none',
  'settings/list-pages /settings/policies': 'none',
  'settings/preview-page /settings/apply': 'draft',
  'settings/calendar-page /settings/calendars/${calendar.id}/decree#wrong': 'draft',
  'settings/calendar-page /settings/calendars/${calendar.id}/confirm#wrong': 'draft',
  'settings/overview-page /settings/versions/${version}': 'none',
  'settings/edit-form ${action}#wrong': 'draft',
  'settings/settings-deps ${new URL(c.req.url).pathname}': 'none',
  'absence/absence-page /absence/plan': 'draft',
  'absence/absence-page /absence/back': 'none',
  'departments/request-page ${path}#wrong': 'draft',
  'departments/request-page ${view.path}#wrong': 'draft',
  'departments/request-page ${view.path}#wrong 2': 'draft',
  "quality/check-page ${address('assign', task)}": 'none',
  // A refused result shows its words again.
  "quality/check-page ${address('check', task)}": 'again',
  "quality/check-page ${address('take', task)}": 'none',
  "quality/recovery-page ${address('assign', task)}": 'none',
  "quality/recovery-page ${address('attempt', task)}": 'none',
  "quality/recovery-page ${address('record', task)}": 'none',
  "quality/recovery-page ${address('take', task)}": 'none',
  'figures/changes/changes-page /figures/changes/note': 'draft',
  'figures/changes/changes-page /figures/changes/${id}/withdraw': 'none',
  'figures/report/mail-card /figures/report/mail': 'none',
  'people/person-page /people/${file.person.id}/${action}': 'draft',
};

/** Return the posted forms in the source of the pages, and whether each keeps no draft. */
function formsInSource(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync('functions/web/**/*.ts').toSorted()) {
    const source = readFileSync(path, 'utf8').replaceAll(/\s+/gu, ' ');
    for (const [, attributes = ''] of source.matchAll(/<form ((?:\$\{[^}]*\}|[^>$])*)/gu)) {
      if (!attributes.includes('method="post"')) continue;
      const action = /action="([^"]+)"/u.exec(attributes)?.[1] ?? 'own';
      const key = `${path.slice('functions/web/'.length, -'.ts'.length)} ${action}`;
      found.set(found.has(key) ? `${key} 2` : key, attributes);
    }
  }
  return found;
}

const EDIT = '0b0f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01';
const TOKEN = '7c1fb3b8-52f4-4d19-8f0e-6ad2f0f4f1aa';
const WORDS = 'كلماتي التي كتبتها';
const boss: Agent = { user: 'huda', name: 'هدى', roles: ['supervisor', 'administrator'] };

interface TypedForm {
  /** The page of the form, its place, and the path to which it is sent. */
  readonly page: string;
  readonly place?: string;
  readonly path: string;
  /** The name of the form among those of its page. */
  readonly form: string;
  /** The fields of a form that is refused, with the typed words. */
  readonly refused: Readonly<Record<string, string>>;
  /** The fields with which it is carried out. Missing: another test carries it out. */
  readonly done?: Readonly<Record<string, string>>;
}

const seeded = aCase({ assignee: 'salem' });
const CASE = `/cases/${seeded.id}`;
const PERSONAL = aCase({ id: aReference(), type: 'data-request', assignee: 'salem' });
const PRIVATE = `/cases/${PERSONAL.id}`;
const act = { token: TOKEN, seen: '1' };
const TYPED: readonly TypedForm[] = [
  {
    ...{ page: '/figures/changes', path: '/figures/changes/note', form: 'note' },
    refused: { day: 'moon', kind: 'campaign', nameAr: WORDS, nameEn: 'Words', department: '' },
    done: { day: '2026-01-01', kind: 'campaign', nameAr: WORDS, nameEn: 'Words', department: '' },
  },
  {
    ...{ page: CASE, path: `${CASE}/note`, form: 'note' },
    refused: { seen: '1', text: WORDS },
    done: { ...act, text: WORDS },
  },
  {
    ...{ page: CASE, path: `${CASE}/resolve`, form: 'resolve' },
    refused: { ...act, ended: 'moon', outcome: WORDS },
    done: { ...act, ended: 'done', outcome: WORDS },
  },
  {
    ...{ page: CASE, path: `${CASE}/hand-over`, form: 'hand-over' },
    refused: { seen: '1', holder: WORDS },
    done: { ...act, holder: WORDS },
  },
  {
    ...{ page: PRIVATE, path: `${PRIVATE}/extend-period`, form: 'extend-period' },
    refused: { ...act, because: 'moon', text: WORDS },
    done: { ...act, because: 'effort', text: WORDS },
  },
  {
    ...{ page: CASE, path: `${CASE}/correct`, form: 'correct' },
    refused: { ...act, subject: WORDS, name: WORDS, email: 'no address' },
  },
  {
    ...{ page: '/cases/new', path: '/cases/new/open', form: 'open' },
    refused: { token: TOKEN, subject: WORDS, text: '' },
    done: {
      ...{ token: TOKEN, subject: WORDS, text: WORDS, way: 'visit', type: 'inquiry', category: 'other' },
      ...{ segment: 'unknown', language: 'ar', district: '', service: '', name: '', phone: '', email: '' },
      ...{ words: '', position: '' },
    },
  },
  {
    ...{ page: '/cases', path: '/cases/many', form: 'many' },
    refused: { token: TOKEN, act: 'resolve', ended: 'done', outcome: WORDS },
    done: { token: TOKEN, act: 'resolve', ended: 'done', outcome: WORDS, pick: `${seeded.id}:1` },
  },
  {
    ...{ page: '/cases', place: '/cases/lists', path: '/cases/lists/save', form: 'save' },
    refused: { query: '', team: 'moon', name: WORDS },
    done: { query: '', team: 'all', name: WORDS },
  },
  {
    ...{ page: '/calls-out', path: '/calls-out/list', form: 'list' },
    refused: { token: TOKEN, list: WORDS },
  },
  {
    ...{ page: '/calls-out', path: '/calls-out/call-back', form: 'call-back' },
    refused: { token: TOKEN, reference: WORDS, purpose: 'follow-up' },
  },
  {
    ...{ page: '/absence', path: '/absence/plan', form: 'plan' },
    refused: { token: TOKEN, user: 'huda', from: '2026-01-04T09:00', until: WORDS },
    done: { token: TOKEN, user: 'huda', from: '2026-01-05T09:00', until: '2026-01-06T09:00' },
  },
  {
    ...{
      page: `/people/${seeded.beneficiary.id}`,
      path: `/people/${seeded.beneficiary.id}/join`,
      form: 'join',
    },
    refused: { token: TOKEN, contact: WORDS },
    done: { token: TOKEN, contact: '0555555555' },
  },
];

/** The forms of the settings: `place` is their own page, and the second step applies them. */
const SETTINGS: readonly TypedForm[] = [
  {
    ...{ page: '/settings/desk', path: '/settings/desk', form: 'edit' },
    refused: { _base: '0', reopenDays: WORDS },
    done: { _base: '0', reopenDays: '١٥' },
  },
  {
    ...{ page: '/settings/departments/care', path: '/settings/departments/care', form: 'edit' },
    refused: { _base: '0', 'name.ar': WORDS, email: 'none' },
    done: { _base: '0', 'name.ar': WORDS },
  },
  {
    ...{ page: '/settings/categories/~add', path: '/settings/categories/~add', form: 'edit' },
    refused: { _base: '0', id: 'Moon Base', 'name.ar': WORDS },
    done: { _base: '0', id: 'moon', 'name.ar': WORDS, 'name.en': 'Moon', department: 'care' },
  },
  {
    ...{ page: '/settings/document', path: '/settings/document', form: 'document' },
    refused: { _base: '0', text: WORDS },
    done: { _base: '0', text: '{"assignment":{"mode":"by-hand"}}' },
  },
  {
    page: '/settings/calendars/saudi-government',
    ...{ path: '/settings/calendars/saudi-government/decree', form: 'decree' },
    refused: { _base: '0', on: '2026-01-06', kind: 'ends', ends: '', name: WORDS },
    done: { _base: '0', on: '2026-01-06', kind: 'closed', name: WORDS },
  },
];

const centre = (isStaff = true) => {
  const desk = aSettingsConsole({ agent: boss });
  desk.store.seed(seeded);
  desk.store.seed(PERSONAL);
  const kept = (place: string) => desk.drafts.drafts({ place, user: boss.user });
  return { ...desk, app: isStaff ? desk.app : aConsole({ nobody: true }).app, kept };
};
const hiddenIn = (page: string, action: string): Record<string, string> => {
  const form = page.slice(page.indexOf(`action="${action}"`)).split('</form>')[0] ?? '';
  const fields = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu);
  return Object.fromEntries(
    [...fields].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
    ]),
  );
};

describe('each form of the pages', () => {
  it('has a row that says how its words are kept', () => {
    expect([...formsInSource().keys()].toSorted()).toEqual(Object.keys(FORMS).toSorted());
  });

  it('with words is not left out of the drafts', () => {
    const left = [...formsInSource()].filter(([, attributes]) => attributes.includes('data-draft="none"'));
    expect(left).toEqual([]);
  });
});

describe.each([...TYPED, ...SETTINGS])(
  'the words of $path',
  ({ page, path, form, refused, done, ...more }) => {
    const place = more.place ?? page;

    it('are kept while they are typed, on the page of the form', async () => {
      const { app } = centre();
      const shown = await (await app.request(page)).text();
      expect(shown).toContain('id="draft-notices"');
      expect(shown).toMatch(new RegExp(`<form [^>]*action="${path.replace('~', '~')}(?:#wrong)?"`, 'u'));
    });

    it('are in the form again when it is refused', async () => {
      const answer = await centre().app.request(path, posted(refused));
      expect(answer.status).toBeGreaterThanOrEqual(409);
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).toContain(WORDS);
    });

    it('are kept when the session had ended', async () => {
      const answer = await centre(false).app.request(path, posted(refused));
      expect(answer.status).toBe(401);
      const kept = await answer.text();
      expect(kept).toContain(`data-path="${path}"`);
      expect(kept).toContain(WORDS);
    });

    // A form without such fields here has its own test.
    const carriedOut = done ? [done] : [];
    it.each(carriedOut)(
      'end their draft once they are carried out, also after a late save',
      async (fields) => {
        const { app, kept } = centre();
        const draft = { place, form, edit: EDIT, fields: JSON.stringify({ text: WORDS }) };
        const save = () => app.request('/drafts', posted(draft));
        expect((await save()).status).toBe(204);
        const sent = `${EDIT} ${place} ${form}`;
        const answer = await app.request(path, posted({ ...fields, draft: sent }));
        if (answer.status === 200) {
          // The first of two steps stores nothing, so the draft stays.
          expect(await kept(place)).toHaveLength(1);
          const apply = hiddenIn(await answer.text(), '/settings/apply');
          const applied = await app.request('/settings/apply', posted({ ...apply, note: 'قرار 12' }));
          expect(applied.status).toBe(303);
        } else expect(answer.status).toBe(303);
        expect(await kept(place)).toEqual([]);
        await save();
        expect(await kept(place)).toEqual([]);
      },
    );
  },
);

describe('a form of the settings over those of a colleague', () => {
  it.each(SETTINGS.filter(({ path }) => path !== '/settings/document'))(
    'offers the words again: $path',
    async ({ path, done = {} }) => {
      const desk = centre();
      const first = await desk.app.request('/settings/survey', posted({ _base: '0', delayHours: '30' }));
      const apply = hiddenIn(await first.text(), '/settings/apply');
      expect((await desk.app.request('/settings/apply', posted({ ...apply, note: 'قرار' }))).status).toBe(
        303,
      );
      const late = await desk.app.request(path, posted(done));
      expect(late.status).toBe(409);
      const again = hiddenIn(await late.text(), path);
      const shown = await (await desk.app.request(path, posted(again))).text();
      const written = Object.entries(done).filter(([name]) => !name.startsWith('_'));
      for (const [name, value] of written)
        if (name === 'on')
          expect(shown.match(/<option value="(?:06|01|2026)" selected>/gu)?.length).toBeGreaterThan(2);
        else expect(shown).toContain(`value="${value}"`);
      expect(shown).toContain('data-kept');
      expect(shown).toContain('name="_base" value="1"');
    },
  );
});
