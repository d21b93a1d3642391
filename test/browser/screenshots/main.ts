import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../chromium.ts';
import { openLivedIn } from '../lived-in.ts';
import { signInAsSupervisor } from '../sign-in.ts';
import { changesBetween } from './changes-between.ts';
import { faultsOf } from './faults-of.ts';
import { pagesOf } from './pages-of.ts';

const USAGE = `Usage: npm run screenshots -- [--data FOLDER] [--out FOLDER] [--compare FOLDER] [--only TEXT] [--all] [--resume]

Photograph /design and every page of a lived-in centre in both languages, light and dark, 1280 and 390 px wide, and
measure contrast, overflow and clipping on each.
  --data FOLDER     the folder of an example, such as of a year (default: an example of a day)
  --out FOLDER      store the pictures here (default: screenshots)
  --compare FOLDER  name the pictures that differ from those of an earlier run
  --only TEXT       only pages with this text in their path; a comma separates several
  --all             every page, not a few of each kind
  --resume          keep the pages that an interrupted run in the same folder has photographed`;

/** The pages show their address. A free port would change their pictures with each run. */
const PORT = 8017;

const LANGUAGES = ['ar', 'en'] as const;
const HEIGHTS = { 1280: 800, 390: 844 } as const;
const LOOKS: readonly (readonly ['light' | 'dark', keyof typeof HEIGHTS])[] = [
  ['light', 1280],
  ['dark', 1280],
  ['dark', 390],
  ['light', 390],
];

/** Return the name of the picture of a page. It is short enough for a file system and differs for every path. */
function fileName(path: string): string {
  const readable =
    path
      .replaceAll(/[^a-z0-9]+/giu, '-')
      .replaceAll(/^-|-$/gu, '')
      .slice(0, 60) || 'root';
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 6);
  return readable.length < 60 && !/\d{2}/u.test(readable) ? readable : `${readable.slice(0, 40)}-${hash}`;
}

/** Open a signed-in page in a language. Its colours and its width change in place, so that a page is loaded once. */
async function openedIn(browser: Browser, url: string, language: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await signInAsSupervisor(page, url);
  await context.addCookies([{ name: 'language', value: language, url }]);
  return page;
}

/** Photograph a page in all its looks. Returns the faults, with the name of their picture. */
async function photograph(page: Page, name: string, folder: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [colorScheme, width] of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: HEIGHTS[width] });
    const found = await faultsOf(page);
    await page.screenshot({ path: join(folder, `${name}.${colorScheme}.${width}.png`), fullPage: true });
    faults.push(...found.map((fault) => `${name}.${colorScheme}.${width}: ${fault}`));
  }
  return faults;
}

/** The faults of the pages of a run, one line a page, so that a run that was interrupted can be resumed. */
const JOURNAL = 'pages.jsonl';

/** Return the faults of the pages that an earlier run finished. */
function finishedIn(folder: string): Map<string, readonly string[]> {
  const journal = join(folder, JOURNAL);
  if (!existsSync(journal)) return new Map();
  const lines = readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'));
  return new Map(
    lines.map((line) => {
      const { name, faults } = JSON.parse(line) as { name: string; faults: readonly string[] };
      return [name, faults];
    }),
  );
}

/** Return the names of the pictures of a page in a language. */
const picturesOf = (name: string): readonly string[] =>
  LOOKS.map(([colorScheme, width]) => `${name}.${colorScheme}.${width}.png`);

/** Photograph all pages of a centre in both languages. Returns the faults, and the names of the pictures. */
async function photographAll(
  browser: Browser,
  url: string,
  { paths, folder, resume }: { readonly paths: readonly string[]; folder: string; resume: boolean },
): Promise<{ readonly faults: readonly string[]; readonly pictures: readonly string[] }> {
  if (!resume) rmSync(join(folder, JOURNAL), { force: true });
  const finished = finishedIn(folder);
  const shown = new Set<string>();
  for (const language of LANGUAGES) {
    const page = await openedIn(browser, url, language);
    for (const path of paths) {
      const name = `${fileName(path)}.${language}`;
      shown.add(name);
      if (finished.has(name)) continue;
      await page.goto(url + path);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      const faults = await photograph(page, name, folder);
      finished.set(name, faults);
      appendFileSync(join(folder, JOURNAL), `${JSON.stringify({ name, faults })}\n`);
    }
    await page.context().close();
  }
  return {
    faults: [...finished].flatMap(([name, faults]) => (shown.has(name) ? faults : [])),
    pictures: [...shown].flatMap(picturesOf),
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      out: { type: 'string', default: 'screenshots' },
      compare: { type: 'string' },
      only: { type: 'string' },
      all: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = resolve(values.out);
  if (values.compare !== undefined && (!existsSync(values.compare) || resolve(values.compare) === folder))
    throw new Error(
      `--compare ${values.compare}: name the folder of an earlier run; --out names another one`,
    );
  mkdirSync(folder, { recursive: true });
  const opened = await openLivedIn(values.data, PORT);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await signInAsSupervisor(page, opened.centre.url);
    const wanted = values.only?.split(',');
    const paths = (await pagesOf(page, opened, values)).filter(
      (path) => wanted === undefined || wanted.some((text) => path.includes(text)),
    );
    await page.close();
    const { resume } = values;
    const { faults, pictures } = await photographAll(browser, opened.centre.url, { paths, folder, resume });
    writeFileSync(join(folder, 'faults.txt'), faults.map((fault) => `${fault}\n`).join(''));
    for (const fault of faults) console.error(fault);
    console.log(`${pictures.length} pictures of ${paths.length} pages in ${folder}, ${faults.length} faults`);
    if (values.compare !== undefined) {
      const isWhole = values.only === undefined;
      const changes = changesBetween(resolve(values.compare), folder, { pictures, isWhole });
      for (const change of changes) console.log(change);
      console.log(`${changes.length} pictures differ from ${values.compare}`);
    }
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await opened.close();
  }
}

await main();
