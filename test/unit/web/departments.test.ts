import { describe, expect, it } from 'vitest';
import { departmentsApp } from '#functions/web/departments/departments-app.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage, saveMessage } from '#shared/application/messages.ts';
import {
  owedPath,
  owedToken,
  requestPath,
  requestToken,
} from '#shared/application/tokens/department-token.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR, SECOND } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryDrafts } from '#test/doubles/memory-drafts.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const by = 'agent:salem' as const;
const ask: CaseCommand = { do: 'ask-department', department: 'planning', asks: true, dueAt: T + DAY, by };
const note = (id: string, text: string) => ({
  ...{ id, direction: 'note' as const, channel: 'mail' as const, at: T, to: [], subject: '', text },
  ...{ attachments: [], reasons: [] },
});

async function aRequest() {
  const store = new MemoryStore();
  const blobs = new MemoryBlobs();
  const drafts = new MemoryDrafts();
  const clock = fixedClock();
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  const one = aCase({ assignee: 'salem' });
  store.seed(one);
  const rules = { current: async () => shippedRules() };
  const app = departmentsApp({
    ...{ store, blobs, drafts, clock, keys, rules },
    onError(error) {
      throw error;
    },
  });
  const act = async (command: CaseCommand, cause: string = command.do, at = clock.now()) => {
    const trace = { cause, by, at, recordedAt: at, correlationId: cause, causationId: cause };
    const done = await handleCommand({ store, rules: shippedRules() }, { id: one.id, command, ...trace });
    if (done.outcome !== 'committed') throw new Error(JSON.stringify(done));
  };
  await saveMessage(blobs, one.id, note('question', 'متى تصدر الرخصة؟'));
  await act(ask, 'question');
  const linkTo = async (question: string, expiresAt = T + 90 * DAY) =>
    requestPath(await requestToken(keys, { reference: one.id, question, expiresAt }));
  const link = await linkTo('r1');
  const get = (path = link) => app.request(path);
  const nonceOf = async (path: string) =>
    /name="nonce" value="([^"]+)"/u.exec(await (await get(path)).text())?.[1] ?? '';
  const post = (fields: Record<string, string | File>, path = link) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return app.request(path, { method: 'POST', body });
  };
  /** Send a form as a person does: open the page, read it for three seconds, press its button. */
  const send = async (
    form: 'answer' | 'time' | 'pass',
    fields: Record<string, string | File>,
    path = link,
  ) => {
    const nonce = await nonceOf(path);
    clock.advance(3 * SECOND);
    return post({ form, act: form, nonce, ...fields }, path);
  };
  const current = async () => (await store.load('case', one.id)) ?? one;
  const happened = () => store.commits.flatMap(({ events }) => events.map(({ type }) => type.slice(5, -3)));
  const newestText = async () => (await readMessage(blobs, one.id, store.commits.at(-1)?.cause ?? ''))?.text;
  return {
    ...{ app, store, blobs, drafts, clock, keys, id: one.id, link, linkTo },
    get,
    post,
    send,
    act,
    current,
    happened,
    newestText,
  };
}

describe('the page of a request', () => {
  it.each(['ar', 'en'] as const)('in %s shows the question and no data of the beneficiary', async (lang) => {
    const given = await aRequest();
    const opening = (await given.store.newestCommits('case', given.id, { before: 2, limit: 1 }))[0];
    if (opening) await saveMessage(given.blobs, given.id, note(opening.cause, 'اتصلوا بي على 0501234567'));
    const page = await (await given.get(`${given.link}?lang=${lang}`)).text();
    expect(page).toContain(`<html lang="${lang}"`);
    expect(page).toContain('متى تصدر الرخصة؟');
    expect(page).toContain(given.id);
    const { beneficiary } = await given.current();
    for (const personal of [beneficiary.name, beneficiary.email, beneficiary.phone, '0501234567'])
      if (personal !== undefined) expect(page).not.toContain(personal);
    expect(page).not.toContain('/cases/');
    expect(page).not.toMatch(/<script(?! src="\/s\/assets\/public\.js\?v=\w+" defer>)/u);
  });

  it('takes an answer with a file, once however often it is sent', async () => {
    const given = await aRequest();
    const files = new File(['%PDF-1.4 …'], 'رخصة.pdf', { type: 'application/pdf' });
    const answer = { text: 'تصدر يوم الأحد.', name: 'م. خالد', files };
    expect((await given.send('answer', answer)).headers.get('location')).toContain('done=answered');
    expect((await given.current()).requests).toMatchObject([
      { ended: { how: 'answered', by: 'department:planning' } },
    ]);
    expect((await given.current()).status).toBe('open');
    const message = await readMessage(
      given.blobs,
      given.id,
      (await given.current()).requests?.[0]?.ended?.message ?? '',
    );
    expect(message).toMatchObject({ from: { name: 'م. خالد' }, attachments: [{ name: 'رخصة.pdf' }] });
    await given.send('answer', answer);
    expect(given.happened().filter((type) => type.startsWith('department.'))).toEqual([
      'department.asked',
      'department.answered',
    ]);
    // A correction is a second one, and the page shows the first.
    expect(await (await given.get()).text()).toContain('تصدر يوم الأحد.');
    await given.send('answer', { text: 'ليس الأحد بل الثلاثاء.' });
    expect(given.happened().at(-1)).toBe('department.wrote');
    expect(await given.newestText()).toBe('ليس الأحد بل الثلاثاء.');
  });

  it.each<[string, (given: Awaited<ReturnType<typeof aRequest>>) => Response | Promise<Response>]>([
    ['GET', (given) => given.get()],
    ['HEAD', (given) => Promise.resolve(given.app.request(given.link, { method: 'HEAD' }))],
    [
      'a form without a page',
      (given) => Promise.resolve(given.post({ form: 'answer', act: 'answer', text: 'نعم' })),
    ],
    [
      'a form at once',
      async (given) => {
        const nonce = /name="nonce" value="([^"]+)"/u.exec(await (await given.get()).text())?.[1] ?? '';
        return given.post({ form: 'answer', act: 'answer', nonce, text: 'نعم' });
      },
    ],
    ['the first button', (given) => given.send('answer', { act: 'none', text: 'نعم' })],
    [
      'a nonce of another page',
      async (given) => given.post({ nonce: await given.linkTo('r1'), form: 'answer', text: 'نعم' }),
    ],
  ])('%s writes nothing', async (_, open) => {
    const given = await aRequest();
    const before = given.store.commits.length;
    await open(given);
    expect(given.store.commits).toHaveLength(before);
  });

  it('keeps the words of a form that came too soon', async () => {
    const given = await aRequest();
    const page = await (
      await given.post({ form: 'time', act: 'time', text: 'ننتظر المورد', until: '٢٠٢٦-١٢-٠١T09:00' })
    ).text();
    expect(page).toContain('ننتظر المورد');
    expect(page).toContain('role="alert"');
    expect(page).toContain('<details class="second" open>');
  });

  it.each<[string, 'answer' | 'time' | 'pass', Record<string, string | File>, string]>([
    ['an empty answer', 'answer', { text: '  ' }, 'اكتبوا نصًا'],
    ['a program', 'answer', { text: 'نعم', files: new File(['MZ'], 'a.exe') }, 'لا تُقبل البرامج'],
    ['an empty file', 'answer', { text: 'نعم', files: new File([''], 'a.txt') }, 'ملف فارغ لا محتوى فيه'],
    ['a time before the present one', 'time', { text: 'السبب', until: '2020-01-01T09:00' }, 'حددوا موعدًا'],
    ['a time too far ahead', 'time', { text: 'السبب', until: '2126-01-01T09:00' }, 'حددوا موعدًا'],
    ['no time', 'time', { text: 'السبب', until: 'غدًا' }, 'حددوا موعدًا'],
    ['no reason', 'pass', { to: 'environment', text: '' }, 'اكتبوا نصًا'],
    ['an unknown department', 'pass', { to: 'nowhere', text: 'ليس لنا' }, 'اختاروا إدارة'],
    ['the same department', 'pass', { to: 'planning', text: 'ليس لنا' }, 'ورد هذا الطلب من الإدارة نفسها'],
  ])('refuses %s and says why', async (_, form, fields, reason) => {
    const given = await aRequest();
    const before = given.store.commits.length;
    const answer = await given.send(form, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(reason);
    expect(given.store.commits).toHaveLength(before);
  });

  it('asks for time; the due time moves when it is granted, and the clock with it', async () => {
    const given = await aRequest();
    const until = T + 5 * DAY;
    await given.send('time', {
      text: 'ننتظر المورد',
      until: new Date(until + 3 * HOUR).toISOString().slice(0, 16),
    });
    expect((await given.current()).requests).toMatchObject([
      { dueAt: T + DAY, time: { until, state: 'asked' } },
    ]);
    await given.act({ do: 'decide-time', request: 'r1', until, granted: true, by });
    const { requests, facts } = await given.current();
    expect(requests).toMatchObject([{ dueAt: until, firstDueAt: T + DAY, time: { state: 'granted' } }]);
    expect(facts.find(({ type }) => type === 'asked')).toMatchObject({ dueAt: until });
    given.clock.advance(2 * DAY);
    await given.send('answer', { text: 'صدرت.' });
    const answered = given.store.commits
      .at(-1)
      ?.events.find(({ type }) => type === 'rida.department.answered.v1');
    expect(answered?.data).toMatchObject({ late: false, extended: true });
  });

  it('passes the question on with its reason, and never back', async () => {
    const given = await aRequest();
    await given.send('pass', { to: 'environment', text: 'من اختصاصهم' });
    expect((await given.current()).requests).toMatchObject([
      { ended: { how: 'passed-on', to: 'r2' } },
      { id: 'r2', department: 'environment', passedFrom: 'r1', message: 'question' },
    ]);
    expect((await given.current()).status).toBe('pending-department');
    const old = await (await given.get()).text();
    expect(old).toContain('أُحيل هذا الطلب');
    expect(old).not.toContain('متى تصدر الرخصة؟');
    const next = await given.linkTo('r2');
    expect(await (await given.get(next)).text()).toContain('من اختصاصهم');
    expect((await given.send('pass', { to: 'planning', text: 'بل لكم' }, next)).status).toBe(422);
  });

  it('that was taken back or is out of date says so, and shows nothing of the case', async () => {
    const given = await aRequest();
    const open = await given.linkTo('r1', T + HOUR);
    await given.act({ do: 'withdraw-request', request: 'r1', by });
    const withdrawn = await (await given.get()).text();
    expect(withdrawn).toContain('سُحب هذا الطلب');
    given.clock.advance(2 * HOUR);
    const expired = await given.get(open);
    expect(expired.status).toBe(410);
    for (const page of [withdrawn, await expired.text()]) {
      expect(page).not.toContain('متى تصدر الرخصة؟');
      expect(page).not.toContain('<form');
    }
    const before = given.store.commits.length;
    await given.post({ form: 'answer', act: 'answer', text: 'متأخر' });
    expect(given.store.commits).toHaveLength(before);
  });

  it.each(['', 'x', 'r1.AAAA', `${'A'.repeat(10)}.r1.abc.${'a'.repeat(22)}`])(
    'a link that is forged or cut opens nothing: %s',
    async (cut) => {
      const given = await aRequest();
      expect((await given.get(`/s/d/${cut}`)).status).toBe(404);
      expect((await given.get(given.link.slice(0, -1))).status).toBe(404);
      expect((await given.get(`/s/d/all/${given.link.split('/').at(-1)}`)).status).toBe(404);
    },
  );

  it.each(['answer', 'time', 'pass'] as const)(
    'shows the words of a form that came after the request was taken back: %s',
    async (form) => {
      const given = await aRequest();
      await given.act({ do: 'withdraw-request', request: 'r1', by });
      const late = await given.post({ form, act: form, nonce: '', text: 'تصدر الرخصة <b> غدًا', to: 'care' });
      expect(late.status).toBe(409);
      expect(await late.text()).toContain('readonly>تصدر الرخصة &lt;b&gt; غدًا</textarea>');
    },
  );

  it('shows the words of a wish for time that came after the answer of a colleague', async () => {
    const given = await aRequest();
    const nonce = /name="nonce" value="([^"]+)"/u.exec(await (await given.get()).text())?.[1] ?? '';
    await given.send('answer', { text: 'تصدر غدًا' });
    const fields = { form: 'time', act: 'time', nonce, text: 'نحتاج <b> يومًا', until: '2026-01-07T12:00' };
    const late = await given.post(fields);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('readonly>نحتاج &lt;b&gt; يومًا</textarea>');
  });

  it('keeps typed words for its link until they are sent, and no others', async () => {
    const given = await aRequest();
    const edit = '0b0f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01';
    const draft = { place: given.link, form: 'answer', edit, fields: JSON.stringify({ text: 'نص' }) };
    const save = (fields: object, path = given.link) =>
      given.app.request(`${path}/drafts`, {
        method: 'POST',
        body: new URLSearchParams({ ...draft, ...fields }),
      });
    const kept = async (path = given.link) =>
      (await given.app.request(`${path}/drafts?place=${encodeURIComponent(path)}`)).json();
    expect((await save({})).status).toBe(204);
    expect((await save({ form: 'moon' })).status).toBe(400);
    expect((await save({}, '/s/d/forged')).status).toBe(400);
    expect(await kept()).toMatchObject([{ form: 'answer', fields: { text: 'نص' } }]);
    expect(await kept(await given.linkTo('r2'))).toEqual([]);
    expect((await given.send('answer', { text: 'نص', draft: `${edit} ${given.link} answer` })).status).toBe(
      303,
    );
    expect(await kept()).toEqual([]);
    await save({});
    expect(await kept()).toEqual([]);
    await save({ edit: '1c1f7f2e-7a3a-4a34-9d55-1f4f3a1c7b01' });
    await given.drafts.forget(`/s/d/${given.id}`);
    expect(await kept()).toEqual([]);
  });

  it('fills no case from a link that is spread', async () => {
    const given = await aRequest();
    for (let n = 0; n < 23; n += 1) await given.send('answer', { text: `إضافة ${n}` });
    expect((await given.current()).requests?.[0]?.words).toBe(20);
  });
});

describe('the list of all that a department owes', () => {
  it('has every open request with its link, the overdue marked', async () => {
    const given = await aRequest();
    await given.act({ ...ask, dueAt: T + HOUR } as CaseCommand, 'second');
    await given.act({ ...ask, department: 'environment' } as CaseCommand, 'third');
    given.clock.advance(2 * HOUR);
    const token = await owedToken(given.keys, { department: 'planning', expiresAt: T + DAY });
    const page = await (await given.get(owedPath(token))).text();
    expect([...page.matchAll(/class="owed"/gu)]).toHaveLength(2);
    expect(page).toContain('badge-bad');
    expect(page).toContain('<strong>طلبان قائمان</strong> · <strong>واحد منها متأخر</strong>');
    const [first] = [...page.matchAll(/href="(\/s\/d\/[^"]+)"/gu)].map(([, href]) => href);
    expect((await given.get(first)).status).toBe(200);
    await given.act({ do: 'answer-request', request: 'r1', says: false, by });
    expect([...(await (await given.get(owedPath(token))).text()).matchAll(/class="owed"/gu)]).toHaveLength(1);
  });
});
