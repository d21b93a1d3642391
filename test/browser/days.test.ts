import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionText } from '#functions/web/cases/text/action-text.ts';
import { workText } from '#functions/web/cases/text/work-text.ts';
import { statusLabel } from '#functions/web/shell/text/labels.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';
import { allCases } from '#test/local/support.ts';
import { haveBrowser, openAction, overflow, sharedBrowser, watched } from './browser.ts';

const UNTIL = WORKING_MORNING + 6 * HOUR;

const WIDE = { width: 1280, height: 800 } as const;
const NARROW = { width: 390, height: 844 } as const;

/** Each day in each language at each size. The number tells the cases and colleagues of one walk from the others. */
type Look = readonly ['ar' | 'en', number, typeof WIDE | typeof NARROW, number];
const LOOKS: Look[] = [
  ['ar', 1280, WIDE, 1],
  ['en', 390, NARROW, 2],
  ['ar', 390, NARROW, 3],
  ['en', 1280, WIDE, 4],
];

const COLLEAGUE = 'operations.002';
/** A colleague of each walk. */
const AWAY = ['planning.015', 'planning.016', 'licensing.017', 'licensing.018'];

const subjectOf = (kind: string, n: number) => `إنارة مطفأة ${kind} ${n}`;
const referenceIn = (address: string) => /\/cases\/(\w{3}-\w{3}-\w{4})/u.exec(address)?.[1] ?? '';

describe.runIf(haveBrowser())('a day in a browser', () => {
  const data = mkdtempSync(join(tmpdir(), 'rida-days-'));
  let browser: Browser;
  let centre: LocalCentre;
  /** The agent with the most cases. */
  let agent: string;

  beforeAll(async () => {
    await buildExample({ cases: 60, days: 1, staff: 20, until: UNTIL, data });
    const options = { port: 0, 'smtp-port': 0, 'trust-mail': 'loopback' as const, sweepEveryMs: 0, data };
    const opening = openCentre({ ...options, below: { now: () => UNTIL }, openReader: sharedReader });
    [browser, centre] = await Promise.all([sharedBrowser(), opening]);
    const { page } = await watched(browser);
    await signIn(page, 'huda', 'supervisor');
    await page.goto(`${centre.url}/settings/assignment`);
    await page.locator('[name=mode]').selectOption('by-hand');
    await applySettings(page);
    await page.close();
    for (const [, , , n] of LOOKS)
      for (const kind of ['agent', 'one', 'two'])
        await handIn(centre.smtpPort, {
          ...{
            from: { name: `نورة ${kind}${n}`, address: `${kind}${n}@example.com` },
            to: 'help@rida.example',
          },
          subject: subjectOf(kind, n),
          text: `بلاغ: إنارة شارع التحلية مطفأة منذ يومين، والعمود رقم ${kind}${n}.`,
          messageId: `<${kind}${n}@example.com>`,
        });
    await centre.settle();
    const owners = (await allCases(centre)).flatMap(({ assignee, status }) =>
      assignee !== undefined && assignee !== COLLEAGUE && isActive(status) ? [assignee] : [],
    );
    const byCases = Map.groupBy(owners, (one) => one);
    [[agent = ''] = ['']] = [...byCases].sort(([, a], [, b]) => b.length - a.length);
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
    rmSync(data, { recursive: true, force: true });
  });

  async function signIn(page: Page, user: string, role: string): Promise<void> {
    await page.goto(`${centre.url}/sign-in`);
    await page.fill('input[name=user]', user);
    await page.fill('input[name=name]', user);
    await page.selectOption('select[name=role]', role);
    await page.locator('form[action="/sign-in"] button').click();
    await page.locator('main h1').waitFor();
  }

  /** Preview the change on a form of the settings, give a reason, and apply it. */
  async function applySettings(page: Page): Promise<void> {
    await page.locator('form.edit button.primary').click();
    expect(await page.locator('.change').count()).toBe(1);
    await page.locator('[name=note]').fill('قرار مدير المركز');
    await page.locator('form[action="/settings/apply"] button.primary').click();
    await page.waitForURL((url) => url.pathname === '/settings');
  }

  /** Walk a day on one page. On each page of it the language is the asked one, and nothing is wider than the window. */
  async function walk([language, , size]: Look, day: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await watched(browser, size.width);
    await page.setViewportSize(size);
    await page.context().addCookies([{ name: 'language', value: language, url: centre.url }]);
    const seen: unknown[] = [];
    page.on('load', () => {
      const look = Promise.all([page.getAttribute('html', 'lang'), overflow(page)]);
      look.then(([lang, wider]) => seen.push([lang, wider > 0])).catch(() => undefined);
    });
    await day(page);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen.map(String))).toEqual(new Set([`${language},false`]));
    expect(complaints).toEqual([]);
    await page.close();
  }

  const stored = (reference: string) => centre.store.load('case', reference);
  const rows = (page: Page) => page.locator('.work tbody tr');
  /** Filter the list of work by the fields of its form. */
  async function filter(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`form.filters > label [name=${name}]`).selectOption(value);
    await page.locator('form.filters > button').click();
    await page.waitForURL(/assignee=/u);
  }

  it.each(LOOKS)('of an agent, in %s at %i px', async (...look) => {
    const [language, , , n] = look;
    const w = actionText[language];
    await walk(look, async (page) => {
      await signIn(page, agent, 'agent');
      // The list of own work, its first case, and the next one.
      await filter(page, { assignee: agent });
      const links = await page.locator('.work tbody .what a[href^="/cases/"]').all();
      const own = await Promise.all(
        links.map(async (one) => referenceIn((await one.getAttribute('href')) ?? '')),
      );
      const owners = await Promise.all(own.map(async (one) => (await stored(one))?.assignee));
      expect(new Set(owners)).toEqual(new Set([agent]));
      await links[0]?.click();
      await page.waitForURL(`**/cases/${own[0]}?**`);
      await page.locator('.next-case').click();
      await page.waitForURL(`**/cases/${own[1]}?**`);
      // A new case, found by a word of its message, taken and read.
      await page.locator('#search').fill(`agent${n}`);
      await page.locator('#search').press('Enter');
      await page.getByRole('link', { name: subjectOf('agent', n) }).click();
      await page.locator('[data-received] .message').last().getByText(`agent${n}.`).waitFor();
      const reference = referenceIn(page.url());
      await page.getByRole('button', { name: w.assign.toMe }).click();
      await page.locator('[role=status]').first().waitFor();
      expect((await stored(reference))?.assignee).toBe(agent);
      // A reply by a template before own words, undone, and sent again.
      const text = page.locator('form[action*="/reply"] [name=text]');
      await text.fill('تصل الفرقة اليوم.');
      await text.press('Control+Home');
      await page.locator('form.template button').click();
      await expect.poll(() => text.inputValue()).toContain(reference);
      const written = await text.inputValue();
      expect(written.endsWith('تصل الفرقة اليوم.')).toBe(true);
      const send = page.getByRole('button', { name: w.reply.send, exact: true });
      const undo = page.locator('#undo button');
      await send.click();
      await undo.click();
      await undo.waitFor({ state: 'detached' });
      expect(await text.inputValue()).toBe(written);
      expect((await stored(reference))?.heldReply).toBeUndefined();
      await send.click();
      await undo.waitFor();
      expect((await stored(reference))?.heldReply?.by).toBe(`agent:${agent}`);
      // Resolved with an outcome.
      await openAction(page, w.resolve.title);
      await page.locator('#act-resolve [name=ended]').selectOption('done');
      await page.locator('#act-resolve [name=outcome]').fill('أُعيدت الإنارة.');
      await page.locator('#act-resolve').getByRole('button', { name: w.resolve.send, exact: true }).click();
      await page.locator('#case-status', { hasText: statusLabel.resolved[language] }).waitFor();
      expect(await stored(reference)).toMatchObject({
        ...{ status: 'resolved', resolution: { as: 'done', outcome: 'أُعيدت الإنارة.' } },
      });
      // The person, with this case.
      await page.locator('a[href^="/people/"]').first().click();
      await page.locator(`main a[href*="${reference}"]`).first().waitFor();
      expect(await page.locator('main').innerText()).toContain(`agent${n}@example.com`);
    });
  });

  it.each(LOOKS)('of a supervisor, in %s at %i px', async (...look) => {
    const [language, , , n] = look;
    const w = actionText[language];
    await walk(look, async (page) => {
      await signIn(page, 'huda', 'supervisor');
      // Two cases without an owner go to one agent in one act, and one of them is merged into the other.
      const pick = async (...kinds: readonly string[]) => {
        for (const kind of kinds)
          await rows(page)
            .filter({ hasText: subjectOf(kind, n) })
            .locator('[name=pick]')
            .check();
        await page.locator('.many > summary').click();
      };
      const act = async (title: string, field: () => Promise<unknown>, value: string, count: number) => {
        await page.locator('.many .action summary').getByText(title, { exact: true }).click();
        await field();
        await page.locator(`.many button[value=${value}]`).click();
        await page.getByRole('status').getByText(workText[language].many.done(count)).waitFor();
      };
      await filter(page, { assignee: '-', department: 'operations' });
      const [one = '', two = ''] = await Promise.all(
        ['one', 'two'].map(async (kind) =>
          referenceIn(
            (await page.getByRole('link', { name: subjectOf(kind, n) }).getAttribute('href')) ?? '',
          ),
        ),
      );
      await pick('one', 'two');
      const to = page.locator('.many [name=to]');
      await act(w.assign.title, () => to.selectOption(COLLEAGUE), 'assign', 2);
      expect([(await stored(one))?.assignee, (await stored(two))?.assignee]).toEqual([COLLEAGUE, COLLEAGUE]);
      expect(await rows(page).filter({ hasText: one }).count()).toBe(0);
      await filter(page, { assignee: COLLEAGUE, department: 'operations' });
      await pick('two');
      await act(w.merge.title, () => page.locator('.many [name=into]').fill(one), 'merge', 1);
      await centre.settle();
      expect((await stored(one))?.links).toMatchObject([{ to: two, as: 'merged-from' }]);
      // A dissatisfied person, taken and contacted.
      await page.goto(`${centre.url}/quality`);
      await page.locator('#recovery table').first().locator('a[href^="/quality/recovery/"]').first().click();
      await page.waitForURL('**/quality/recovery/**');
      const task = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      await page.locator('form[action$="/take"] button').click();
      await page.locator('form[action$="/take"]').waitFor({ state: 'detached' });
      await page.locator('[name=outcome][value=settled]').check();
      await page.locator('form[action$="/record"] button').click();
      await page.locator('form[action$="/record"]').waitFor({ state: 'detached' });
      expect(await centre.store.load('task', task)).toMatchObject({
        ...{ owner: 'huda', ended: { outcome: 'settled' } },
      });
      // The absence of a colleague.
      const away = AWAY[n - 1] ?? '';
      await page.goto(`${centre.url}/absence`);
      await page.locator('form[action="/absence/plan"] [name=user]').selectOption(away);
      await page.locator('[name=until]').fill('2026-01-06T07:30');
      await page.locator('form[action="/absence/plan"] button').click();
      const name = (await centre.rules.current()).staff.get(away)?.name[language] ?? '';
      await page.locator('.others li', { hasText: name }).locator('form[action="/absence/back"]').waitFor();
      // A change of the settings.
      await page.goto(`${centre.url}/settings/desk`);
      await page.locator('[name=followUpHours]').fill(`${20 + n}`);
      await applySettings(page);
      expect((await centre.rules.current()).desk.followUpMs).toBe((20 + n) * HOUR);
      // The report of the day.
      const today = localDay(UNTIL);
      await page.goto(`${centre.url}/figures/report`);
      await page.locator('form.period [name=from]').fill(today);
      await page.locator('form.period [name=to]').fill(today);
      await page.locator('form.period button').click();
      await page.locator('article h1', { hasText: today }).waitFor();
      const received = page
        .locator('article table')
        .first()
        .locator('tbody tr')
        .first()
        .locator('td')
        .first();
      expect(Number(await received.innerText())).toBeGreaterThanOrEqual(60);
    });
  });

  it.each(LOOKS)('of a leader, in %s at %i px', async (...look) => {
    await walk(look, async (page) => {
      await signIn(page, 'leader', 'leader');
      await page.goto(`${centre.url}/figures`);
      // From a number to its cases, to one of them, and back.
      const number = page.locator('.headline .under a[href$="of=arrived%7Ccase"]');
      const cases = Number(await number.innerText());
      expect(cases).toBeGreaterThanOrEqual(60);
      await number.click();
      await page.waitForURL('**/figures/behind**');
      expect(Number(await page.locator('main .share').innerText())).toBe(cases);
      const first = page.locator('tbody a[href^="/cases/"]').first();
      const reference = referenceIn((await first.getAttribute('href')) ?? '');
      expect((await stored(reference))?.id).toBe(reference);
      await page.locator('main .head a[href^="/figures?from"]').click();
      await page.waitForURL('**/figures?from**');
      expect(Number(await number.innerText())).toBe(cases);
      // Another period.
      await page.locator('a[href="/figures?days=7"]').click();
      await page.locator('a[href="/figures?days=7"][aria-current=page]').waitFor();
      const week = new URLSearchParams((await number.getAttribute('href'))?.split('?')[1]);
      expect([week.get('from'), week.get('to')]).toEqual(['2025-12-29', '2026-01-04']);
      expect(Number(await number.innerText())).toBe(cases);
      // All numbers of it in a file.
      const download = page.waitForEvent('download');
      await page.locator('form.period a[href*="as=csv"]').first().click();
      const file = join(data, 'figures.csv');
      await (await download).saveAs(file);
      const csv = await readFile(file, 'utf8');
      expect(csv.split('\n').filter((line) => line.split(',').includes(String(cases)))).not.toEqual([]);
      // The evidence, a table for each axis.
      await page.locator('form.period a[href^="/figures/evidence"]').click();
      await page.locator('#axis-response tr[data-measure=firstResponse] a.behind').first().waitFor();
      expect(await page.locator('table.evidence').count()).toBeGreaterThan(2);
      expect((await page.request.get(`${centre.url}/cases/new`)).status()).toBe(403);
    });
  });
});
