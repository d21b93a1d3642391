import { describe, expect, it } from 'vitest';
import { finishedCases } from '#functions/web/outreach/finished-cases.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { releaseReplicates } from '#shared/application/programme/week-calls.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { weekOf } from '#shared/domain/outreach/week/week.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole, salem, shippedRules } from '#test/builders/a-console.ts';
import { aPlace } from '#test/builders/a-week.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { posted, textOf } from './forms.ts';

const WEEK = '2026-01-04';
const headers = { 'Sec-Fetch-Site': 'same-origin' };

const started = (role: Role = 'supervisor') => {
  const console = aConsole({ agent: { ...salem, roles: [role] } });
  const page = async (path: string) => textOf(await (await console.app.request(path)).text());
  const send = (action: string, fields: Record<string, string>) =>
    console.app.request(`/calls-out/${action}`, posted({ token: crypto.randomUUID(), ...fields }));
  const piece = (text: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) => {
    const form = new FormData();
    const all = { id: crypto.randomUUID(), ...fields };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    form.set('files', new File([text], 'transactions.csv'));
    return console.app.request('/calls-out/lists', { method: 'POST', body: form, headers });
  };
  const draw = (fields: Record<string, string> = {}) =>
    send('week/draw', { target: '٢٠', completion: '40%', mode: 'agent', seed: 'seed', ...fields });
  const lists = async () => (await console.store.load('frame', 'evaluation'))?.lists ?? [];
  const week = () => console.store.load('week', WEEK);
  const calls = async () => (await console.store.callsOut('evaluation', 'live', { limit: 500 })).items;
  return { console, page, send, piece, draw, lists, week, calls };
};

const number = (index: number): string => `05${String(10_000_000 + index)}`;
const row = (index: number, service = 'رخصة بناء', on = '2026-01-02'): string =>
  `${number(index)},${service},${on}`;
const rows = (count: number, service?: string): string[] =>
  Array.from({ length: count }, (_, index) => row(index, service));
/** The shipped rules with a member of staff who has this number. */
const withStaff = (phone: string): Rules => {
  const huda = { user: 'huda', name: { ar: 'هدى', en: 'Huda' }, email: 'huda@example.com', phone };
  const more = { departments: [], skills: [], languages: [], capacity: 5 };
  return { ...shippedRules(), staff: new Map([['huda', { ...huda, ...more }]]) };
};
const HEADINGS = 'الجوال,الخدمة,التاريخ';

describe('a list of transactions', () => {
  it('is read, and its faulty rows are a file with their lines', async () => {
    const { piece, page, lists, console } = started();
    const text = [HEADINGS, ...rows(7), row(3), '05,x,2026-01-02', row(8, '=1+1'), row(9, 'x', '2026-02-30')];
    expect((await piece(text.join('\n'))).status).toBe(303);
    const [list] = await lists();
    expect(list).toMatchObject({ state: 'read', rows: 11, good: 7, bad: 4, name: 'transactions.csv' });
    const answer = await console.app.request(`/calls-out/lists/${list?.id}/issues.csv`);
    expect(
      (await answer.text())
        .trim()
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['السطر', ...['9', '10', '11', '12']]);
    // A long list of them is in several files. This one has no second file.
    const second = await console.app.request(`/calls-out/lists/${list?.id}/issues.csv?file=2`);
    expect((await second.text()).trim().split('\r\n')).toHaveLength(1);
    expect(await page('/calls-out/week')).toContain('transactions.csv');
  });

  it('is sent in pieces: each once, in order, and read after the last', async () => {
    const { piece, lists } = started();
    const id = crypto.randomUUID();
    const bytes = new TextEncoder().encode([HEADINGS, ...rows(40)].join('\n'));
    const at = (from: number, to: number) => bytes.slice(from, to);
    expect((await piece(at(0, 301), { id, number: '0', more: '1' })).status).toBe(204);
    expect((await piece(at(700, 900), { id, number: '2', more: '1' })).status).toBe(422);
    expect((await piece(at(301, 700), { id, number: '1', more: '1' })).status).toBe(204);
    expect((await piece(at(301, 700), { id, number: '1', more: '1' })).status).toBe(204);
    expect((await lists())[0]).toMatchObject({ state: 'receiving', chunks: 2 });
    expect((await piece(at(700, bytes.length), { id, number: '2' })).status).toBe(303);
    expect((await lists())[0]).toMatchObject({ state: 'read', good: 40, bad: 0 });
    expect((await piece(at(0, 10), { id, number: '3' })).status).toBe(422);
  });

  it('that was cancelled leaves nothing behind', async () => {
    const { console, piece, send, lists } = started();
    const id = crypto.randomUUID();
    await piece(HEADINGS, { id, more: '1' });
    await send('lists/cancel', { id });
    expect((await lists())[0]?.state).toBe('cancelled');
    expect(await console.blobs.get(`transactions/${id}/chunk-0`)).toBeUndefined();
    expect((await piece(row(1), { id, number: '1' })).status).toBe(422);
  });

  it.each([
    ['a list without columns', 'الاسم,المدينة\nسارة,الرياض', 'headings'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'workbook'],
    ['nothing', ' \n', 'nothing'],
  ])('says that it is %s', async (_, text, fault) => {
    const { piece, lists, page } = started();
    await piece(text);
    expect((await lists())[0]).toMatchObject({ state: 'read', good: 0, ended: { fault } });
    expect(await page('/calls-out/week')).toContain('قُرئت ·');
  });

  it.each(['agent', 'leader'] as const)('is not sent or drawn by an %s', async (role) => {
    const { piece, draw, lists, page } = started(role);
    expect((await piece(row(1))).status).toBe(403);
    expect((await draw()).status).toBe(403);
    expect(await lists()).toEqual([]);
    expect(await page('/calls-out/week')).not.toContain('إرسال القائمة');
  });
});

describe('the draw of a week', () => {
  it('plans each person once, holds the replicates that are not needed yet, and is done once', async () => {
    const { piece, draw, week, calls } = started();
    await piece([HEADINGS, ...rows(120), ...rows(30, 'نقل ملكية')].join('\n'));
    expect((await draw()).headers.get('location')).toContain('done=drawn');
    const drawn = await week();
    expect(drawn).toMatchObject({ target: 20, completion: 0.4, persons: 120, released: 1, planned: true });
    expect(drawn?.strata).toEqual([
      { name: 'building-permit', population: 90, drawn: expect.any(Number) },
      { name: 'نقل ملكية', population: 30, drawn: expect.any(Number) },
    ]);
    const all = await calls();
    expect(all).toHaveLength(50);
    expect(new Set(all.map(({ phone }) => phone)).size).toBe(50);
    expect((await draw({ seed: 'other' })).status).toBe(422);
    expect((await week())?.seed).toBe('seed');
  });

  it('gives the same sample for the same seed', async () => {
    const sample = async (seed: string, list: readonly string[]) => {
      const { piece, draw, calls } = started();
      await piece([HEADINGS, ...list].join('\n'));
      await draw({ seed });
      return (await calls()).map(({ phone, week }) => `${phone} ${week?.replicate}`).sort();
    };
    const first = await sample('a', rows(150));
    expect(await sample('a', rows(150).reverse())).toEqual(first);
    expect(await sample('b', rows(150))).not.toEqual(first);
  });

  it('excludes and counts whom it must not ask', async () => {
    const { console, piece, draw, week, page } = started();
    const idOf = (index: number) => beneficiaryId(console.keys, { phone: `+966${number(index).slice(1)}` });
    await updatePerson(console.store, {
      ...{ id: await idOf(1), cause: 'wish', by: 'beneficiary', at: 1, recordedAt: 1 },
      command: { do: 'opt-out', of: ['surveys'], by: 'beneficiary' },
    });
    const complaint = aCase({ type: 'complaint', beneficiary: aBeneficiary({ id: await idOf(2) }) });
    const ofStaff = aCase({ segment: 'staff', beneficiary: aBeneficiary({ id: await idOf(3) }) });
    for (const one of [complaint, ofStaff]) console.store.seed(one);
    const list = [...rows(9), '+971501234567,رخصة بناء,2026-01-02', row(20, 'رخصة بناء', '2025-12-01')];
    await piece([HEADINGS, ...list].join('\n'));
    expect((await draw()).status).toBe(303);
    expect(await week()).toMatchObject({
      ...{ persons: 10, outside: 1, reachable: 2 },
      excluded: { 'opted-out': 1, 'open-complaint': 1, staff: 1, abroad: 1, planned: 0 },
      strata: [{ population: 6, drawn: 6 }],
    });
    const text = await page('/calls-out/week');
    expect(text).toContain('القائمة أقصر من الهدف: المتوقع مقابلتان من 20.');
    expect(text).toContain('من موظفي الجهة');
  });

  it('and a list of calls leave the centre’s own staff and numbers for tests out', async () => {
    const { console, piece, draw, week, send, calls } = started();
    const phone = (index: number) => `+966${number(index).slice(1)}`;
    const { survey, ...rest } = withStaff(phone(0));
    const rules = { ...rest, survey: { ...survey, testContacts: [phone(50)] } };
    Object.assign(console.rules, { current: async () => rules });
    await piece([HEADINGS, ...rows(4), row(50)].join('\n'));
    await draw();
    expect(await week()).toMatchObject({ persons: 5, excluded: { staff: 2 } });
    expect(await calls()).toHaveLength(3);
    const answer = await send('list', { list: `${row(0)}\n${row(50)}\n${row(60)}` });
    expect(textOf(await answer.text())).toContain('من فريق المركز أو رقم للتجربة');
    expect(await calls()).toHaveLength(4);
  });

  it('is refused while the calendar of calls has no open day', async () => {
    const { console, piece, draw, week } = started();
    const { outbound, ...rest } = shippedRules();
    const { calendar: usual } = outbound.calendar;
    const name = { ar: 'إغلاق', en: 'Closed' };
    const closed = { name, from: '2025-12-01', to: '2026-12-31', hours: {} };
    const calendar = compile({ ...usual, overrides: [closed], exceptions: [] });
    Object.assign(console.rules, { current: async () => ({ ...rest, outbound: { ...outbound, calendar } }) });
    await piece([HEADINGS, ...rows(9)].join('\n'));
    const answer = await draw();
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('لا وقت مفتوح للاتصال');
    expect(await week()).toBeUndefined();
  });

  it.each([
    [{ target: '0' }, 'المقابلات المكتملة المطلوبة: تُرجى كتابة عدد من 1 إلى 50000.'],
    [{ target: 'ألف' }, 'المقابلات المكتملة المطلوبة: تُرجى كتابة عدد من 1 إلى 50000.'],
    [{ completion: '101' }, 'النسبة المتوقعة لمن يكمل المقابلة: تُرجى كتابة نسبة من 1 إلى 100.'],
    [{}, 'لا يوجد من يمكن سؤاله'],
  ])('with %j and no list says: %s', async (fields, sentence) => {
    const { draw, week } = started();
    const answer = await draw(fields);
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
    expect(await week()).toBeUndefined();
  });

  it('asks about closed cases too, but not the agent who resolved them', async () => {
    const { console, draw, week, calls, send } = started();
    const resolution = { at: T - DAY, by: 'agent:salem', outcome: 'done' } as const;
    console.store.seed(
      aCase({
        ...{ status: 'closed', service: 'building-permit', resolution },
        closing: { at: T - HOUR, reason: 'finished' },
        beneficiary: aBeneficiary({ phone: '+966500000001' }),
      }),
    );
    await draw();
    expect(await week()).toMatchObject({ persons: 1, strata: [{ name: 'building-permit', population: 1 }] });
    const [call] = await calls();
    const answer = await send(`call/${call?.id}/take`, {});
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain('سبق أن عملت على معاملته');
  });

  it('knows from the figures how many finished cases there are to divide', async () => {
    const { figures } = started().console;
    const counts = (about: number) => ({ 'resolved-about|building-permit': about, 'resolved-at|rass': 90 });
    await figures.save({ day: '2026-01-04', shard: 0, version: 1, counts: counts(3) }, []);
    await figures.save({ day: '2025-12-22', shard: 1, version: 1, counts: counts(40) }, []);
    await figures.save({ day: '2025-12-21', shard: 0, version: 1, counts: counts(500) }, []);
    expect(await finishedCases(figures, T)).toBe(43);
  });

  it('has the Sunday as the first day of its week', () => {
    expect(['2026-01-03', '2026-01-04', '2026-01-10', '2026-01-11'].map(weekOf)).toEqual([
      ...['2025-12-28', WEEK, WEEK, '2026-01-11'],
    ]);
  });
});

describe('a call of an agent', () => {
  const drawn = async (count = 120) => {
    const all = started();
    await all.piece([HEADINGS, ...rows(count)].join('\n'));
    await all.draw();
    return { ...all, first: (await all.calls())[0]?.id ?? '' };
  };
  const ANSWERS = { 'answer.satisfaction': '5', 'answer.ease': '4', 'answer.finished': '1' };

  it('is a row of the work, shows the number when it is taken, and counts in the week', async () => {
    const { page, send, first, console } = await drawn();
    expect(await page('/cases?kind=evaluation')).toContain('مكالمة تقييم');
    expect(await page(`/calls-out/call/${first}`)).not.toMatch(/\+9665\d{8}/u);
    expect((await send(`call/${first}/take`, {})).status).toBe(303);
    const script = await page(`/calls-out/call/${first}`);
    expect(script).toMatch(/\+9665\d{8}/u);
    expect(script).toContain('ما مدى رضاك عن الخدمة؟');
    expect(script).not.toContain('اضغط');
    expect((await send(`call/${first}/record`, { result: 'answered', ...ANSWERS })).status).toBe(303);
    const done = await console.store.load('call-out', first);
    await releaseReplicates(console.store, shippedRules().outbound, {
      ...{ place: done?.week ?? aPlace(), now: T, cause: 'finished' },
    });
    expect(await page('/calls-out/week')).toContain('المقابلات المكتملة: 1 من 20');
    expect(done?.state).toMatchObject({ is: 'finished', disposition: 'completed' });
    expect(done?.attempts[0]?.by).toBe('salem');
  });

  it.each([
    [{ result: '' }, 422, 'نتيجة المكالمة: يُرجى اختيار نتيجة'],
    [{ result: 'answered' }, 422, 'نتيجة المكالمة: يلزم اختيار جواب واحد'],
    [{ result: 'answered', 'answer.satisfaction': '9' }, 422, 'نتيجة المكالمة: يلزم اختيار جواب واحد'],
    [{ result: 'later' }, 422, 'الموعد المطلوب: تُرجى كتابة موعد'],
    [{ result: 'later', later: '2026-01-01T10:00' }, 422, 'الموعد المطلوب: تُرجى كتابة موعد'],
  ])('is not saved with %j', async (fields, status, sentence) => {
    const { send, first } = await drawn(50);
    await send(`call/${first}/take`, {});
    const answer = await send(`call/${first}/record`, fields as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(textOf(await answer.text())).toContain(sentence);
  });

  it('keeps an appointment, and is closed when the person opted out since the plan', async () => {
    const { send, first, calls, console } = await drawn(50);
    await send(`call/${first}/take`, {});
    await send(`call/${first}/record`, { result: 'later', later: '2026-01-05T10:30' });
    const later = await console.store.load('call-out', first);
    expect(later?.state).toEqual({ is: 'planned', at: Date.parse('2026-01-05T07:30:00Z') });
    const other = (await calls()).find(({ id }) => id !== first);
    await updatePerson(console.store, {
      ...{ id: other?.beneficiaryId ?? '', cause: 'wish', by: 'beneficiary', at: T, recordedAt: T },
      command: { do: 'opt-out', of: ['calls'], by: 'beneficiary' },
    });
    expect((await send(`call/${other?.id}/take`, {})).status).toBe(409);
    expect((await console.store.load('call-out', other?.id ?? ''))?.state).toMatchObject({
      ...{ is: 'finished', disposition: 'opted-out' },
    });
  });

  const asked = { channel: 'mail', about: 'case:R-1:1', until: T + 7 * DAY, coolDownMs: 0 } as const;
  it.each<[string, string, PersonCommand | undefined, string]>([
    [
      'opted out of surveys',
      'opted-out',
      { do: 'opt-out', of: ['surveys'], by: 'beneficiary' },
      'عدم الاتصال به',
    ],
    ['was erased', 'opted-out', { do: 'erase', by: 'agent:salem' }, 'عدم الاتصال به'],
    ['was asked by mail', 'cool-down', { do: 'ask', ...asked }, 'سُئل هذا المستفيد عن رأيه مؤخرًا'],
    ['became staff', 'own-staff', undefined, 'أحد أعضاء فريق المركز'],
  ])('is closed when the person %s since the plan', async (_, disposition, command, sentence) => {
    const { send, first, console } = await drawn(50);
    const call = await console.store.load('call-out', first);
    if (command)
      await updatePerson(console.store, {
        ...{
          id: call?.beneficiaryId ?? '',
          cause: 'since',
          by: 'beneficiary',
          at: T,
          recordedAt: T,
          command,
        },
      });
    else Object.assign(console.rules, { current: async () => withStaff(call?.phone ?? '') });
    const answer = await send(`call/${first}/take`, {});
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain(sentence);
    expect((await console.store.load('call-out', first))?.state).toMatchObject({
      is: 'finished',
      disposition,
    });
  });

  it('asks its person once: a second call, after two records were joined, is closed', async () => {
    const { send, calls, console } = await drawn(50);
    const [one, other] = await calls();
    const [id, into] = [other?.beneficiaryId ?? '', one?.beneficiaryId ?? ''];
    const act = { by: 'agent:salem', at: T, recordedAt: T } as const;
    const join = { do: 'join', other: id, by: 'agent:salem' } as const;
    await updatePerson(console.store, { ...act, id: into, cause: 'join', command: join });
    await updatePerson(console.store, { ...act, id, cause: 'into', command: { do: 'join-into', into } });
    expect((await send(`call/${one?.id}/take`, {})).status).toBe(303);
    expect((await send(`call/${one?.id}/take`, {})).status).toBe(303);
    expect((await send(`call/${other?.id}/take`, {})).status).toBe(409);
    await send(`call/${one?.id}/record`, { result: 'answered', ...ANSWERS });
    expect((await console.store.load('person', into))?.asked).toMatchObject({ channel: 'evaluation' });
  });

  it('is planned once by lists with two numbers of a person, and not during their complaint', async () => {
    const { send, calls, console } = started();
    const idOf = (index: number) => beneficiaryId(console.keys, { phone: `+966${number(index).slice(1)}` });
    const [into, id, third] = await Promise.all([1, 2, 3].map(idOf));
    if (!into || !id || !third) throw new Error('expected ids');
    const act = { by: 'agent:salem', at: T, recordedAt: T } as const;
    const join = { do: 'join', other: id, by: 'agent:salem' } as const;
    await updatePerson(console.store, { ...act, id: into, cause: 'join', command: join });
    await updatePerson(console.store, { ...act, id, cause: 'into', command: { do: 'join-into', into } });
    console.store.seed(aCase({ type: 'complaint', beneficiary: aBeneficiary({ id: third }) }));
    const answer = await send('list', { list: [row(1), row(2), row(3)].join('\n') });
    const text = textOf(await answer.text());
    expect(text).toContain('له مكالمة مجدولة');
    expect(text).toContain('له شكوى مفتوحة');
    await send('list', { list: row(2) });
    expect(await calls()).toHaveLength(1);
  });

  it('is not taken outside the calling hours', async () => {
    const { console, send, first } = await drawn(50);
    console.clock.set(T + 14 * HOUR);
    const answer = await send(`call/${first}/take`, {});
    expect(textOf(await answer.text())).toContain('أوقات الاتصال انتهت');
  });
});

it('releases the next replicate when the released calls are not enough, and each once', async () => {
  const { console, piece, draw, week, calls } = started();
  await piece([HEADINGS, ...rows(160)].join('\n'));
  await draw({ target: '40' });
  expect(await week()).toMatchObject({ released: 2, sizes: [50, 50] });
  const { outbound } = shippedRules();
  const { store } = console;
  const release = () =>
    releaseReplicates(store, outbound, { place: aPlace({ id: WEEK }), now: T, cause: crypto.randomUUID() });
  expect(await release()).toBe('enough');
  for (const { id } of (await calls()).slice(0, 60))
    await updateCallOut(store, outbound, {
      ...{ id, cause: `stop ${id}`, by: 'agent:salem', at: T, recordedAt: T },
      command: { do: 'stop', by: 'agent:salem' },
    });
  expect(await release()).toBe('enough');
  expect((await week())?.released).toBe(2);
});
