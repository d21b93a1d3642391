import { describe, expect, it } from 'vitest';
import type { Agent } from '#functions/web/shell/sign-in.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aPlan, decided } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { changeOf, committed } from '#test/contract/changes.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { posted, textOf } from './forms.ts';

const huda: Agent = { user: 'huda', name: 'هدى', roles: ['supervisor'] };
const TOKEN = '0b0f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01';

function aList(cases: readonly Case[], agent?: Agent) {
  const desk = aConsole(agent && { agent });
  desk.store.seed(...cases);
  const get = async (path: string, init: RequestInit = {}) => {
    const answer = await desk.app.request(path, init);
    return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') };
  };
  const order = (page: string) =>
    [...page.matchAll(/<a href="\/cases\/([\w-]+)(?:\?in=[^"]*)?"><bdi/gu)].map(([, id]) => id);
  const act = async (id: string, command: CaseCommand, at = desk.clock.now()) =>
    handleCommand(
      { store: desk.store, rules: shippedRules() },
      {
        ...{ id, command, cause: `${command.do} ${at}`, by: 'agent:huda', at, recordedAt: at },
        ...{ correlationId: 'c', causationId: 'c' },
      },
    );
  const many = (fields: Record<string, string>, picked: readonly Case[]) => {
    const body = new URLSearchParams({ token: TOKEN, back: '', ...fields });
    for (const { id, version } of picked) body.append('pick', `${id}:${version}`);
    return desk.app.request('/cases/many', { ...posted({}), body });
  };
  return { ...desk, get, order, act, many };
}

describe('the order of the list', () => {
  const cases = [
    aCase({ subject: 'later', deadlineAt: T + 9 * HOUR }),
    aCase({ subject: 'late and low', priority: 'low', deadlineAt: T - HOUR }),
    aCase({ subject: 'urgent', priority: 'urgent', deadlineAt: T + 20 * HOUR }),
    aCase({ subject: 'late', deadlineAt: T - MINUTE }),
    aCase({ subject: 'waits for the beneficiary', status: 'pending-beneficiary' }),
    aCase({ subject: 'sooner', deadlineAt: T + HOUR }),
    aCase({ subject: 'later than late', deadlineAt: T - 2 * HOUR }),
  ];
  const ids = (...subjects: string[]) =>
    subjects.map((one) => cases.find(({ subject }) => subject === one)?.id);

  it('is overdue, then priority, then deadline', async () => {
    const { get, order } = aList(cases);
    const expected = ['later than late', 'late', 'late and low', 'urgent', 'sooner', 'later'];
    expect(order((await get('/cases')).page)).toEqual(ids(...expected, 'waits for the beneficiary'));
  });

  it('is that of a column, in both directions, with missing values last', async () => {
    const { get, order } = aList(cases);
    const by = ['later than late', 'late and low', 'late', 'sooner', 'later', 'urgent'];
    const last = 'waits for the beneficiary';
    expect(order((await get('/cases?sort=due')).page)).toEqual(ids(...by, last));
    const { page } = await get('/cases?sort=due&desc=1');
    expect(order(page)).toEqual(ids(...by.toReversed(), last));
    expect(page).toContain('aria-sort="descending"');
  });

  it('holds calls that were promised and, in the list of everything, mail that was set aside', async () => {
    const at = T - HOUR;
    const spam = aCase({
      ...{ subject: 'اربح', quarantine: 'spam-verdict', status: 'closed', openedAt: at },
      closing: { at, reason: 'spam' },
    });
    const { store, get } = aList([...cases, spam]);
    const { state: call } = decided(undefined, aPlan({ purpose: 'follow-up' }), at);
    const planned = { ...call, state: { is: 'planned', at: T - 3 * HOUR } } as const;
    await committed(store, changeOf('call-out', undefined, planned));
    const { page } = await get('/cases');
    const [first = 0, late = 0, aside = 0] = ['معاودة اتصال</a>', 'later than late', 'اربح'].map((text) =>
      page.indexOf(text),
    );
    expect(first).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(first);
    expect(aside).toBeGreaterThan(page.indexOf('waits for the beneficiary'));
    expect((await get('/cases?kind=call-back')).page).not.toContain('sooner');
    expect((await get('/cases?state=active')).page).not.toContain('اربح');
    const old = aList([
      aCase({ ...spam, openedAt: T - 9 * DAY, closing: { at: T - 9 * DAY, reason: 'spam' } }),
    ]);
    expect((await old.get('/cases')).page).not.toContain('اربح');
  });
});

describe('the counts of the list', () => {
  it('are those of all work, whatever page is shown', async () => {
    const cases = Array.from({ length: 340 }, (_, n) =>
      aCase({
        deadlineAt: n < 300 ? T - (n + 1) * MINUTE : T + HOUR,
        ...(n % 2 === 0 && { assignee: n % 4 === 0 ? 'salem' : 'huda' }),
      }),
    );
    const { get } = aList(cases);
    const counted = async (path: string) => /tiles">(.*?)<\/ul>/su.exec((await get(path)).page)?.[1] ?? '';
    for (const from of ['0', '25', '325'])
      expect(textOf(await counted(`/cases?from=${from}`))).toBe(
        ' 340 في هذه القائمة 300 متأخرة 40 تستحق اليوم 170 غير مسندة ',
      );
    expect(textOf(await counted('/cases?mine=1'))).toContain('85 في هذه القائمة');
    expect(textOf(await counted('/cases?assignee=huda&due=overdue'))).toContain('75 في هذه القائمة');
    expect(textOf((await get('/cases?from=325')).page)).toContain('326–340');
  });
});

describe('new and unread cases', () => {
  it('are marked until they are opened, and again when the beneficiary writes again', async () => {
    const one = aCase({ assignee: 'salem' });
    const { get, act, clock, app } = aList([one, aCase({ assignee: 'huda' })]);
    const open = async () => {
      const { page } = await get(`/cases/${one.id}`);
      expect((await get('/cases')).page).toContain('badge-new');
      const path = /data-seen="([^"]+)"/u.exec(page)?.[1] ?? '';
      expect((await app.request(path, posted({}))).status).toBe(204);
    };
    expect((await get('/cases')).page.match(/badge-new/gu)).toHaveLength(1);
    await open();
    expect((await get('/cases')).page).not.toContain('badge-new');
    clock.advance(MINUTE);
    await act(one.id, { do: 'receive', channel: 'mail', automatic: 'vacation' });
    expect((await get('/cases')).page).not.toContain('badge-new');
    clock.advance(MINUTE);
    await act(one.id, { do: 'receive', channel: 'mail' });
    expect(textOf((await get('/cases')).page)).toContain('رسالة لم تُقرأ');
    await open();
    expect((await get('/cases')).page).not.toContain('badge-new');
  });
});

describe('the way to the next case', () => {
  it('follows the list from which the case was opened, also after it was resolved', async () => {
    const cases = ['a', 'b', 'c'].map((subject, n) =>
      aCase({ subject, type: n === 1 ? 'inquiry' : 'report', deadlineAt: T + n * HOUR }),
    );
    const [a, b, c] = cases.map(({ id }) => id);
    const { get } = aList(cases);
    expect((await get(`/cases/next?after=${a}`)).to).toBe(`/cases/${b}`);
    const within = encodeURIComponent('type=report');
    expect((await get('/cases?type=report')).page).toContain(`href="/cases/${a}?in=${within}"`);
    const opened = await get(`/cases/${a}?in=${within}`);
    expect(opened.page).toContain(`/cases/next?after=${a}&amp;in=${within}`);
    expect((await get(`/cases/next?after=${a}&in=${within}`)).to).toBe(`/cases/${c}?in=${within}`);
    expect((await get(`/cases/next?after=${c}`)).to).toBe(`/cases/${a}`);
    expect((await get('/cases/next?after=nonsense')).to).toBe(`/cases/${a}`);
    expect((await aList([]).get('/cases/next')).to).toBe('/cases?done=next');
  });
});

describe('an open list', () => {
  it('gets its rows again only when somebody changed something', async () => {
    const one = aCase({ deadlineAt: T + HOUR });
    const { get, act, app } = aList([one]);
    const { page } = await get('/cases?type=report');
    const asks = /hx-get="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const poll = (path: string) => app.request(path, { headers: { 'HX-Request': 'true' } });
    expect((await poll(asks)).status).toBe(204);
    await act(one.id, { do: 'assign', to: 'noura', by: 'agent:huda' });
    const changed = await poll(`${asks}&pick=${one.id}%3A2`);
    const part = await changed.text();
    expect(changed.status).toBe(200);
    expect(part).toContain('noura');
    expect(part).not.toContain('<html');
    expect(part).toMatch(/name="pick"[^>]*checked/u);
  });
});

describe('an open list without a session', () => {
  it('is not replaced by the page of the sign-in', async () => {
    const { app } = aConsole({ nobody: true });
    const answer = await app.request('/cases?have=x', { headers: { 'HX-Request': 'true' } });
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });
});

describe('an act on many cases', () => {
  it.each([
    ['assign', { to: 'salem' }, { assignee: 'salem' }],
    ['category', { category: 'drainage' }, { category: 'drainage' }],
    ['resolve', { ended: 'answered', outcome: 'عاد الماء إلى الحي.' }, { status: 'resolved' }],
    ['spam', {}, { status: 'closed' }],
  ])('%s changes all that were selected and no other', async (act, fields, expected) => {
    const cases = [aCase(), aCase(), aCase()];
    const { many, store } = aList(cases);
    const answer = await many({ act, ...fields }, cases.slice(0, 2));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases?done=many&n=2']);
    const after = await Promise.all(cases.map(({ id }) => store.load('case', id)));
    for (const one of after.slice(0, 2)) expect(one).toMatchObject(expected);
    expect(after[2]?.version).toBe(1);
  });

  it('merges and links to the case that is named', async () => {
    const [target, a, b] = [aCase(), aCase(), aCase()];
    const { many, store } = aList([target, a, b]);
    expect((await many({ act: 'parent', with: target.id }, [a, b])).status).toBe(303);
    expect(await store.load('case', a.id)).toMatchObject({ links: [{ to: target.id, as: 'parent' }] });
    const [na, nb] = (await Promise.all([a, b].map(({ id }) => store.load('case', id)))) as [Case, Case];
    expect((await many({ act: 'merge', into: target.id }, [na, nb])).status).toBe(303);
    expect((await store.load('case', b.id))?.merged?.into).toBe(target.id);
  });

  it('says which case it left, and why, and keeps the words and the selection', async () => {
    const [one, other] = [aCase(), aCase()];
    const { many, act, store } = aList([one, other]);
    await act(other.id, { do: 'note', by: 'agent:huda' });
    const fields = { act: 'resolve', ended: 'done', outcome: 'أُصلحت الإنارة', back: 'type=report' };
    const answer = await many(fields, [one, other]);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(textOf(page)).toContain('تمّ على معاملة واحدة.');
    expect(textOf(page)).toContain('أُضيفت ملاحظة داخلية');
    expect(page).toContain('>أُصلحت الإنارة</textarea>');
    expect(page).toContain(`value="${other.id}:2" checked`);
    expect((await store.load('case', one.id))?.status).toBe('resolved');
    expect((await store.load('case', other.id))?.status).not.toBe('resolved');
  });

  it('needs a selection, a form of the page, and a person who may act', async () => {
    const one = aCase();
    expect((await aList([one]).many({ act: 'spam' }, [])).status).toBe(422);
    expect((await aList([one]).many({ act: 'erase' }, [one])).status).toBe(422);
    expect((await aList([one]).many({ act: 'resolve', ended: '', outcome: '' }, [one])).status).toBe(409);
    const leader = aList([one], { ...salem, roles: ['leader'] });
    expect((await leader.many({ act: 'spam' }, [one])).status).toBe(403);
    expect((await leader.get('/cases')).page).not.toContain('name="pick"');
  });
});

describe('a saved list', () => {
  const save = (fields: Record<string, string>) => posted({ query: 'type=report&due=overdue', ...fields });

  it('is there under its name for the team, and is removed by its author or a supervisor', async () => {
    const { app, desk, get } = aList([], huda);
    const answer = await app.request('/cases/lists/save', save({ name: ' بلاغات متأخرة ', team: 'all' }));
    expect(answer.headers.get('location')).toBe('/cases?type=report&due=overdue&done=saved');
    const { page } = await get('/cases');
    expect(page).toContain('href="/cases?type=report&amp;due=overdue"><bdi>بلاغات متأخرة</bdi>');
    const again = await app.request('/cases/lists/save', save({ name: 'بلاغات متأخرة', team: 'all' }));
    expect(again.status).toBe(409);
    await app.request('/cases/lists/remove', posted({ name: 'بلاغات متأخرة', team: 'all' }));
    expect(await desk.savedLists()).toEqual([]);
  });

  it.each([
    { name: '', team: 'all' },
    { name: 'a#b', team: 'all' },
    { name: 'x'.repeat(61), team: 'all' },
    { name: 'ok', team: 'no-such-team' },
  ])('is refused as $name for $team', async (fields) => {
    const { app, desk } = aList([], huda);
    expect((await app.request('/cases/lists/save', save(fields))).status).toBe(422);
    expect(await desk.savedLists()).toEqual([]);
  });
});

describe('the filters of facts', () => {
  it.each([
    ['district=nuzhah', [0]],
    ['service=building-permit', [0, 1]],
    ['service=building-permit&district=malaz', [1]],
    ['district=atlantis', []],
  ])('%s', async (query, wanted) => {
    const service = 'building-permit';
    const cases = [
      aCase({ place: { district: 'nuzhah' }, service }),
      aCase({ place: { district: 'malaz' }, service }),
      aCase({ place: { words: 'خلف الجامع' } }),
    ];
    const { app } = aList(cases);
    const page = await (await app.request(`/cases?${query}`)).text();
    const rows = page.slice(page.indexOf('<tbody'));
    expect(cases.flatMap(({ id }, at) => (rows.includes(`/cases/${id}`) ? [at] : []))).toEqual(wanted);
  });
});

it.each([
  ['ar', 'الأعمال أكثر مما تعرضه هذه القائمة'],
  ['en', 'There is more work than this list shows and counts.'],
])('a list that does not hold all work says so in %s', async (language, words) => {
  const desk = aConsole();
  const exact = { entries: [], counts: { shown: 3, overdue: 0, today: 0, unassigned: 0 } };
  const pageWith = async (more: object) => {
    desk.store.work = async () => ({ ...exact, ...more });
    return (await desk.app.request('/cases', { headers: { cookie: `language=${language}` } })).text();
  };
  expect(await pageWith({ isPartial: true })).toContain(words);
  expect(await pageWith({})).not.toContain(words);
});
