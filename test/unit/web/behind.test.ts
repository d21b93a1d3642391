import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { figuresApp } from '#functions/web/figures/figures-app.ts';
import type { CountedEvent } from '#shared/domain/reports/counted-event.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { textOf } from './forms.ts';

const aDesk = (...roles: Role[]) => aConsole({ agent: { user: 'huda', name: 'هدى', roles } });
type Desk = ReturnType<typeof aDesk>;

const get = async (desk: Desk, path: string) => {
  const answer = await desk.app.request(path, { headers: { cookie: 'language=en' } });
  const page = await answer.text();
  return { status: answer.status, page, text: textOf(page) };
};

let counted = 0;
/** Count events of a day as the roll-up does. */
async function count(
  desk: Desk,
  at: number,
  ...events: readonly Pick<CountedEvent, 'subject' | 'counters'>[]
) {
  const day = localDay(at);
  const before = await desk.figures.load(day, 0);
  const proofs = events.map((event, n) => {
    counted += 1;
    return { ...event, id: `event-${counted}`, day, at: at + n * MINUTE, recordedAt: at };
  });
  const counts: Record<string, number> = { ...before?.counts };
  for (const { counters } of proofs)
    for (const [name, by] of Object.entries(counters)) counts[name] = (counts[name] ?? 0) + by;
  await desk.figures.save({ day, shard: 0, version: (before?.version ?? 0) + 1, counts }, proofs);
}

const OPENED = { 'opened|mail|report': 1 };
const norah = aCase({
  department: 'gone-department',
  beneficiary: aBeneficiary({ name: '=نورة', email: 'norah@example.com', phone: '+966500000001' }),
});
const ID = norah.id;
const BEHIND = `/figures/behind?from=2026-01-01&to=2026-01-04&of=opened`;

let desk: Desk;
beforeEach(async () => {
  desk = aDesk('supervisor');
  desk.store.seed(norah);
  await count(desk, WORKING_MORNING, { subject: ID, counters: OPENED });
});

describe('behind a number', () => {
  it('are its cases, one click from the figures and back', async () => {
    const figures = await get(desk, '/figures?from=2026-01-01&to=2026-01-04');
    expect(figures.page).toContain(
      'href="/figures/behind?from=2026-01-01&amp;to=2026-01-04&amp;of=opened%7Cmail"',
    );
    const { page, text } = await get(desk, `${BEHIND}%7Cmail`);
    expect(text).toContain('Cases by channel and type: E-mail · Opened');
    expect(page).toContain(`<a href="/cases/${ID}">`);
    expect(page).toContain('href="/figures?from=2026-01-01&amp;to=2026-01-04"');
    expect(text).toContain('gone-department');
  });

  it.each([
    ['of=opened-hour%7C07', 'Cases opened in the hour: 07:00'],
    [
      'of=department-answer%7Cin-time%7Clegal&of=department-answer%7Clate%7Clegal',
      'Answers of departments: legal',
    ],
    ['of=corrected%7Ctype%7Creport%7Cinquiry', 'Cases of a corrected type: Report · Inquiry'],
    ['of=corrected%7Ctype%7C__proto__%7Cinquiry', 'Cases of a corrected type: Inquiry'],
    ['of=obstacle%7Clegal%7CtoString', 'Obstacles of investors: legal'],
    ['of=survey-sent%7Ccase%7Cmail', 'Surveys sent: a resolved case · Mail'],
    ['of=speed%7Cescalated%7Creport', 'Cases resolved after an escalation'],
    ['of=opened%7Cmail%7Creport&of=opened%7Cphone%7Creport', 'Cases opened: Report'],
    ['of=merged', 'Behind the number'],
  ])('is named in words: %s', async (query, heading) => {
    const { page } = await get(desk, `/figures/behind?from=2026-01-01&to=2026-01-04&${query}`);
    expect(page).toContain(`<h1>${heading}</h1>`);
  });

  it('has no empty columns when it is calls alone, which differ in the end of their numbers', async () => {
    for (const n of [1, 2])
      await count(desk, WORKING_MORNING, { subject: `example-call-${n}`, counters: { 'call|served': 1 } });
    const { page, text } = await get(desk, '/figures/behind?from=2026-01-01&to=2026-01-04&of=call%7Cserved');
    expect(text).toContain('Count: 2 · 2026-01-01 – 2026-01-04 Reference Counted at Call e-call-1');
    expect(text).toContain('Call e-call-2');
    expect(page).not.toContain('Category');
  });

  it('are pages of fifty, the newest first, which lead to all of them once', async () => {
    const many = Array.from({ length: 70 }, (_, n) => ({ subject: `call-${n}`, counters: OPENED }));
    await count(desk, WORKING_MORNING - DAY, ...many);
    const found: string[] = [];
    for (let path: string | undefined = BEHIND; path !== undefined; ) {
      const { page } = await get(desk, path);
      found.push(...[...page.matchAll(/href="\/(?:calls|cases)\/([^"?]+)"/gu)].map(([, id]) => id ?? ''));
      path = /rel="next" href="([^"]+)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(found).toEqual([ID, ...many.map(({ subject }) => subject).reverse()]);
  });

  it('is nothing that was taken back on the same day, and a row for each that was taken back on another', async () => {
    await count(
      desk,
      WORKING_MORNING - DAY,
      { subject: 'a', counters: { 'breached|resolution|operations': 1 } },
      { subject: 'a', counters: { 'breached|resolution|operations': -1 } },
      { subject: 'b', counters: { 'breached|resolution|operations': -1 } },
    );
    const { text } = await get(desk, '/figures/behind?from=2026-01-01&to=2026-01-04&of=breached');
    expect(text).not.toContain('Call a');
    expect(text).toMatch(/Call b Taken back/u);
  });

  it('says how much of it has no list any more', async () => {
    await desk.figures.save(
      { day: '2026-01-02', shard: 0, version: 1, counts: { 'opened|mail|report': 3 } },
      [],
    );
    expect((await get(desk, BEHIND)).text).toContain('The number also has 3 without a row');
  });

  it.each([
    'of=score%7Cmail%7C5',
    'of=finished',
    'of=confirmation',
    'of=call-answer',
    'of=ease%7Cmail',
    'of=nothing',
    'of=__proto__',
    'of=opened&of=opened%7Cmail',
    `of=opened%7C${'x'.repeat(300)}`,
    '',
  ])('has a list for counts of work alone: %s', async (query) => {
    const { status } = await get(desk, `/figures/behind?from=2026-01-01&to=2026-01-04&${query}`);
    expect(status).toBe(404);
  });

  it.each([
    'from=2026-13-01&to=2026-01-04',
    'from=2026-01-04&to=2026-01-01',
    'from=2030-01-01&to=2030-01-02',
  ])('refuses an impossible period: %s', async (period) => {
    expect((await get(desk, `/figures/behind?${period}&of=opened`)).status).toBe(404);
  });

  it('is the work of one agent for supervisors only', async () => {
    const path = '/figures/behind?from=2026-01-01&to=2026-01-04&of=worked-by%7Cnoura';
    expect((await get(desk, path)).status).toBe(200);
    expect((await get(aDesk('leader'), path)).status).toBe(404);
  });
});

describe('the cases of a period as a file', () => {
  const rowsOf = async (from: Desk): Promise<Record<string, string>> => {
    const { page } = await get(from, `${BEHIND}&as=csv`);
    const [heads = [], ...rows]: string[][] = parse(page, { bom: true });
    expect(rows).toHaveLength(1);
    return Object.fromEntries(heads.map((head, at) => [head, rows[0]?.[at] ?? '']));
  };

  it('has a row each, with local times, a zone and no formula, and is recorded', async () => {
    expect(await rowsOf(desk)).toMatchObject({
      ...{ Reference: ID, 'Counted at': '2026-01-04T10:00:00', 'Time zone': 'Asia/Riyadh', Counted: '1' },
      ...{ Type: 'Report', Department: 'gone-department', Name: "'=نورة", 'E-mail': 'norah@example.com' },
      Telephone: "'+966500000001",
    });
    expect(desk.accessLog.all.map(({ kind, path }) => [kind, path])).toEqual([['export', '/figures/behind']]);
  });

  it('is masked for a role that sees no personal data', async () => {
    const leader = aDesk('leader');
    leader.store.seed(norah);
    await count(leader, WORKING_MORNING, { subject: ID, counters: OPENED });
    const row = await rowsOf(leader);
    expect(row.Reference).toBe(ID);
    expect(JSON.stringify(row)).not.toMatch(/نورة|norah|500000001/u);
  });

  it('is a workbook from right to left with real instants', async () => {
    const answer = await desk.app.request(`${BEHIND}&as=xlsx`);
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual([ID, new Date('2026-01-04T10:00:00Z'), 'Asia/Riyadh', 1]);
    expect(answer.headers.get('content-disposition')).toContain('cases-2026-01-01-2026-01-04.xlsx');
  });

  it('longer than one answer can be is divided into files that have each row once, also of one day', async () => {
    const others = Array.from({ length: 5 }, (_, n) => ({ subject: `other-${n}`, counters: OPENED }));
    await count(desk, WORKING_MORNING - DAY, ...others);
    await count(desk, WORKING_MORNING - 3 * DAY, { subject: 'old', counters: OPENED });
    const app = figuresApp({ ...desk.deps, mostFileRows: 2 });
    const refused = await get({ ...desk, app }, `${BEHIND}&as=csv`);
    expect(refused.status).toBe(413);
    expect(refused.text).toContain('A file takes 2 rows here');
    expect((await get({ ...desk, app }, `${BEHIND}&rows=0-5000&as=csv`)).status).toBe(413);
    const links = [...refused.page.matchAll(/href="([^"]+as=csv[^"]*)"/gu)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links).toHaveLength(5);
    const files = await Promise.all(links.map((link) => get({ ...desk, app }, link)));
    expect(files.map(({ status }) => status)).toEqual(links.map(() => 200));
    const rows = files.flatMap(
      ({ page }) => parse(page, { bom: true, columns: true }) as { Reference: string }[],
    );
    expect(rows.map(({ Reference }) => Reference).sort()).toEqual(
      [ID, 'old', ...others.map(({ subject }) => subject)].sort(),
    );
  });
});
