import { openCentre } from '#infra/local/open-centre.ts';
import { haveChromium, launch } from '#test/browser/chromium.ts';
import { signInAsSupervisor } from '#test/browser/sign-in.ts';

/** The time of a page in a browser, in milliseconds since the navigation began. */
export interface BrowserTime {
  readonly path: string;
  readonly painted: number;
  readonly loaded: number;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Runs in the browser. The first paint may come after the load. */
const TIMES = `new Promise((done) => {
  const look = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const [navigation] = performance.getEntriesByType('navigation');
    if (paint) done({ painted: paint.startTime, loaded: navigation.loadEventStart });
    else setTimeout(look, 10);
  };
  look();
})`;

/** Load pages of a lived-in centre in Chromium, and return the medians. Empty without Chromium. */
export async function timesInBrowser(
  { data, now }: { readonly data: string; readonly now: number },
  paths: readonly string[],
  repeats: number,
): Promise<BrowserTime[]> {
  if (!haveChromium()) return [];
  const centre = await openCentre({
    ...{ data, port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', sweepEveryMs: 0, pauseMs: 1 },
    below: { now: () => now },
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await signInAsSupervisor(page, centre.url);
    const times: BrowserTime[] = [];
    for (const path of paths) {
      const all: { painted: number; loaded: number }[] = [];
      for (let n = 0; n < repeats; n += 1) {
        await page.goto(centre.url + path, { waitUntil: 'load' });
        all.push(await page.evaluate<{ painted: number; loaded: number }>(TIMES));
      }
      times.push({
        path,
        painted: middle(all.map(({ painted }) => painted)),
        loaded: middle(all.map(({ loaded }) => loaded)),
      });
    }
    return times;
  } finally {
    await browser.close();
    await centre.close();
  }
}
