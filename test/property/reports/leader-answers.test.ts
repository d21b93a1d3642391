import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimSentence } from '#functions/web/figures/claim-text.ts';
import { firstScreen } from '#functions/web/figures/first-screen.ts';
import { firstScreenText } from '#functions/web/figures/first-screen-text.ts';
import { HEADLINES, readFigures } from '#functions/web/figures/read-figures.ts';
import { reportOf } from '#functions/web/figures/report/report-of.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { startOfDay } from '#shared/domain/reports/local-day.ts';
import { daysOf } from '#shared/domain/reports/period.ts';
import { SummedDays } from '#shared/domain/reports/summed-days.ts';
import { type Trend, trendOf, weeklyFigures } from '#shared/domain/reports/trend.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { textOf } from '../../unit/web/forms.ts';

const WEEKS = 16;
/** A Saturday, so that each week of a trend begins on a Sunday. */
const LAST = '2025-11-29';
const FIRST = formatDate(parseDate(LAST) - WEEKS * 7 + 1);
const rules = shippedRules();
const { calendar } = rules.desk;
const agent = { user: 'lead', name: 'Lead', roles: ['leader'] } as const;

/** The share in time and the number of contacts of each week: steps, drifts, single weeks, and chance. */
const level = fc.record({
  share: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
  received: fc.integer({ min: 8, max: 60 }),
});
const history = fc.record({
  before: level,
  after: level,
  step: fc.integer({ min: 1, max: WEEKS }),
  drift: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
  odd: fc.integer({ min: 0, max: WEEKS - 1 }),
  noise: fc.array(fc.double({ min: -0.08, max: 0.08, noNaN: true }), { minLength: WEEKS, maxLength: WEEKS }),
  days: fc.constantFrom(7, 14, 28, 30),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

function daysFrom({ before, after, step, drift, odd, noise }: History) {
  return daysOf({ from: FIRST, to: LAST }).map((day, at) => {
    const week = Math.floor(at / 7);
    const { share, received } = week < step ? before : after;
    const moved = share + drift * week + (noise[week] ?? 0) + (week === odd ? -0.2 : 0);
    const kept = Math.round(20 * Math.min(1, Math.max(0, moved)));
    const came = Math.max(1, Math.round(received * (1 + (noise[week] ?? 0) * 2)) + ((at * 7) % 5));
    const counts = {
      ...{ 'arrived|case': came, 'resolved|roads': 20, 'opened|mail|report': came },
      ...{ 'resolution|kept|roads': kept, 'breached|resolution|roads': 20 - kept },
      ...{ 'score|mail|5': Math.round(kept / 2), 'score|mail|1': 10 - Math.round(kept / 2) },
    };
    return { day, shard: 0, version: 1, counts };
  });
}

const w = firstScreenText.en;

/** Read a history as a leader does: the figures, the first screen and the trend of each measure. */
async function readOf(one: History) {
  const days = daysFrom(one);
  const from = formatDate(parseDate(LAST) - one.days + 1);
  const now = startOfDay(LAST) + 2 * DAY;
  const store = {
    range: async (first: string, to: string) => days.filter(({ day }) => day >= first && day <= to),
    changes: async () => [],
  };
  const given = await readFigures(store, { now, calendar }, { from, to: LAST });
  const screen = firstScreen(given, { agent, language: 'en', now, rules, path: '/figures' });
  const weeks = weeklyFigures(new SummedDays(days), LAST);
  return { given, text: textOf(String(screen)), trend: (id: MeasureId) => trendOf(id, weeks) };
}

/** Check the claim of a measure. Return whether it moved, and whether its trend has the opposite direction. */
function checkClaim(id: MeasureId, { given, text, trend }: Awaited<ReturnType<typeof readOf>>) {
  const claim = given.compared?.claims[id];
  if (claim?.says !== 'rose' && claim?.says !== 'fell') return { moved: 0, against: 0 };
  const { says, since } = trend(id);
  const isAgainst =
    claim.isBetter === false ? says === 'better' : claim.isBetter === true && says === 'worse';
  if (isAgainst)
    expect(claimSentence(id, claim, { language: 'en', rules })).toContain(
      `${says} than usual since \u2066${since?.day}\u2069`,
    );
  if (HEADLINES.some((headline) => headline === id)) {
    expect(text).not.toContain(w.isChance);
    if (claim.isBetter === false && says !== 'better') expect(text).not.toContain(w.nothingWorse);
  }
  return { moved: 1, against: isAgainst ? 1 : 0 };
}

/** Check the date of a trend. Return whether it has one. */
function checkTrend({ says, since, points, chart, measure }: Trend, text: string): number {
  expect(since === undefined).toBe(says === 'usual' || says === 'too-few');
  if (since === undefined || chart === null) return 0;
  expect(text).not.toContain(w.isChance);
  const values = points.filter(({ value }) => value !== null);
  const at = values.findIndex(({ period }) => period.from === since.day);
  expect(chart.signals).toContainEqual({ index: at, rule: since.rule });
  if (says === 'changed' || since.rule === 'trend') return 1;
  // Within the level no two weeks in a row are on the other side of the mean.
  const side = (says === 'better') === (CATALOGUE[measure].better === 'more') ? 1 : -1;
  const others = values.slice(at).map(({ value }) => Math.sign((value ?? chart.mean) - chart.mean) === -side);
  expect(others.some((other, place) => other && others[place + 1] === true)).toBe(false);
  return 1;
}

it('the trend, the claims and the answers to a leader never contradict each other', async () => {
  let [moved, against, signals] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const read = await readOf(one);
      for (const id of MEASURE_IDS) {
        const found = checkClaim(id, read);
        moved += found.moved;
        against += found.against;
      }
      for (const trend of read.given.trends) signals += checkTrend(trend, read.text);
      // A report that says of a headline nothing but chance also says since when its weeks differ.
      const { sentences } = reportOf(read.given, { language: 'en', rules, now: startOfDay(LAST) });
      for (const [at, { since }] of read.given.trends.entries())
        if (since && /within chance|nothing is said/u.test(sentences[at] ?? ''))
          expect(sentences[at]).toContain(since.day);
    }),
    { numRuns: 120, seed: 20_251_129 },
  );
  expect(moved).toBeGreaterThan(100);
  expect(signals).toBeGreaterThan(60);
  expect(against).toBeGreaterThan(0);
}, 60_000);
