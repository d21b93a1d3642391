import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawChecks } from '#functions/cases/draw-checks.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';
import { haveBrowser, sharedBrowser } from './browser.ts';
import { CASE_LINK, ROUTE_PAGES } from './route-pages.ts';
import { faultsOf, faultsOfDialogs } from './screenshots/faults-of.ts';
import { signInAsSupervisor } from './sign-in.ts';

/** The end of the day of which the centre is full. */
const UNTIL = WORKING_MORNING + 6 * HOUR;
const WEEK = 7 * DAY;

/** Mails that broke pages: one long word, a link as the subject, hundreds of marks, numbers in groups. */
const SUBJECTS = [
  'بلاغ'.repeat(16),
  'https://maps.app.goo.gl/aVeryLongLinkThatNoColumnOfAnyTableCanHoldWithoutBreaking?x=1',
  `م${'\u0651\u0652'.repeat(200)}شكلة في الإنارة`,
  'إنارة الشارع، اتصلوا على 055 123 4567 من 8:00-14:30',
];
const TEXT =
  'بلاغ: إنارة شارع التحلية مطفأة منذ 12-03-2026. رقمي 055 123 4567.\n\nhttps://maps.app.goo.gl/abc';

/** Pages that are measured beside those of the routes: other states of a list. */
const MORE = ['/cases?state=closed', '/settings/policies/order'];
/** The first case of this list is resolved. */
const RESOLVED = { on: '/cases?state=resolved', link: CASE_LINK };

/**
 * The looks of a language. Colours and width change in place, so that a page is loaded once a language. In the second
 * look, everything that is folded is open.
 */
const LOOKS = {
  ar: [
    { colorScheme: 'light', width: 1280, isOpen: false },
    { colorScheme: 'dark', width: 390, isOpen: true },
  ],
  en: [
    { colorScheme: 'dark', width: 1280, isOpen: false },
    { colorScheme: 'light', width: 390, isOpen: true },
  ],
} as const;

/** `RIDA_LONG=1` measures each page in each look. `npm test` takes one look a page, of all four in turn. */
const EVERY_LOOK = process.env.RIDA_LONG !== undefined;
const ALL_LOOKS = [...LOOKS.ar, ...LOOKS.en];

/** Return the looks of a language in which a page with an index is measured, or all without one. */
const looksOf = (language: keyof typeof LOOKS, index: number | undefined) =>
  LOOKS[language]
    .filter((look) => index === undefined || look === ALL_LOOKS[index % ALL_LOOKS.length])
    .map((look) => ({ ...look, isOpen: look.isOpen || (index !== undefined && language === 'en') }));

const UNFOLD = 'for (const one of document.querySelectorAll("details")) one.open = true';

/** Return the faults of a page as it is, or with everything unfolded and each dialog. */
async function faultsIn(page: Page, isOpen: boolean): Promise<readonly string[]> {
  if (!isOpen) return faultsOf(page);
  await page.evaluate(UNFOLD);
  return [...(await faultsOf(page)), ...(await faultsOfDialogs(page))];
}

/** Close a resolved case, and draw the checks of the week as if it were over. */
async function drawChecksOf({ store, rules }: LocalCentre): Promise<void> {
  const inForce = await rules.current();
  const pages = [...inForce.departments.keys()].map((id) => store.queue(id, 'resolved', { limit: 1 }));
  const [resolved] = (await Promise.all(pages)).flatMap(({ items }) => items);
  if (!resolved) throw new Error('the example has no resolved case');
  const by = 'agent:supervisor';
  await handleCommand(
    { store, rules: inForce },
    {
      ...{ id: resolved.id, by, at: UNTIL, recordedAt: UNTIL, cause: 'close it' },
      ...{ correlationId: 'close it', causationId: 'close it' },
      command: { do: 'close', reason: 'finished', by },
    },
  );
  await drawChecks({ store, rules, clock: { now: () => UNTIL + WEEK } });
}

describe.runIf(haveBrowser())('the layout of every page of a lived-in centre', () => {
  const data = mkdtempSync(join(tmpdir(), 'rida-faults-'));
  let browser: Browser;
  let centre: LocalCentre;
  const cases: string[] = [];

  beforeAll(async () => {
    const options = { port: 0, 'smtp-port': 0, 'trust-mail': 'loopback' as const, sweepEveryMs: 0, data };
    await buildExample({ cases: 60, days: 1, staff: 20, until: UNTIL, data });
    const opening = openCentre({ ...options, below: { now: () => UNTIL }, openReader: sharedReader });
    [browser, centre] = await Promise.all([sharedBrowser(), opening]);
    for (const [at, subject] of SUBJECTS.entries())
      await handIn(centre.smtpPort, {
        ...{ to: 'help@rida.example', subject, text: TEXT, messageId: `<${at}@example.com>` },
        from: { name: `${'نورة '.repeat(6)}القحطاني`, address: `norah-${at}@example.com` },
      });
    await drawChecksOf(centre);
    await centre.settle();
    for (const department of (await centre.rules.current()).departments.keys()) {
      const { items } = await centre.store.queue(department, 'active', { limit: 100 });
      const odd = items.filter(({ beneficiary }) => /^norah-\d@/u.test(beneficiary.email ?? ''));
      cases.push(...odd.map(({ id, beneficiary }) => `/cases/${id}|/people/${beneficiary.id}`));
    }
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** Return the pages of the table of routes in this centre. */
  async function pagesOfRoutes(page: Page): Promise<readonly string[]> {
    const read = async (path: string) => (await page.request.get(centre.url + path, { timeout: 0 })).text();
    const mails = await Promise.all(
      (centre.outbox?.list(10_000) ?? []).map(({ id }) => read(`/mailbox/${id}/html`)),
    );
    const paths: string[] = [];
    for (const [route, row] of [...Object.entries(ROUTE_PAGES), ['a resolved case', RESOLVED] as const]) {
      if (typeof row === 'string' || 'without' in row) continue;
      if ('at' in row) {
        paths.push(row.at);
        continue;
      }
      const texts = 'on' in row ? [await read(row.on)] : mails;
      const link = 'on' in row ? row.link : row.mailed;
      const found = texts.map((text) => link.exec(text)?.[1]).find((path) => path !== undefined);
      if (found === undefined) throw new Error(`no page of ${route} was found`);
      paths.push(found.replaceAll('&amp;', '&'));
    }
    return paths;
  }

  /** Return the faults of each look of a language. */
  async function measured(language: keyof typeof LOOKS): Promise<ReadonlyMap<string, readonly string[]>> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 844 } });
    const page = await context.newPage();
    await signInAsSupervisor(page, centre.url);
    await context.addCookies([{ name: 'language', value: language, url: centre.url }]);
    const paths = [...MORE, ...(await pagesOfRoutes(page))];
    const found = new Map<string, readonly string[]>();
    const odd = cases.flatMap((both) => both.split('|'));
    for (const [index, path] of [...odd, ...paths].entries()) {
      const looks = looksOf(language, EVERY_LOOK || index < odd.length ? undefined : index);
      if (looks.length === 0) continue;
      await page.goto(centre.url + path);
      for (const { colorScheme, width, isOpen } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 844 });
        const faults = await faultsIn(page, isOpen);
        const before = found.get(`${colorScheme} ${width}`) ?? [];
        found.set(`${colorScheme} ${width}`, [...before, ...faults.map((fault) => `${path}: ${fault}`)]);
      }
    }
    await context.close();
    return found;
  }

  describe.each(['ar', 'en'] as const)('in %s', (language) => {
    let found: ReadonlyMap<string, readonly string[]>;
    beforeAll(async () => {
      found = await measured(language);
    });

    it.each([...LOOKS[language]])(
      'has no fault in $colorScheme, $width px wide',
      ({ colorScheme, width }) => {
        expect(cases).toHaveLength(SUBJECTS.length);
        expect(found.get(`${colorScheme} ${width}`)).toEqual([]);
      },
    );
  });
});
