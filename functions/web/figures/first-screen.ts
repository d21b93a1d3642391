import { openLongerThan } from '#shared/domain/reports/backlog.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { shownLimits, type Trend, weeksWithValues } from '#shared/domain/reports/trend.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { type Html, html } from '../shell/http/html.ts';
import { suppressionLabel } from '../shell/text/suppression-label.ts';
import { departmentName, type View } from '../shell/view.ts';
import { leadingTo, UNLISTED } from './behind-link.ts';
import { trendChart } from './charts/trend-chart.ts';
import { firstScreenText } from './first-screen-text.ts';
import { HEADLINES, type Headline, type PeriodFigures } from './read-figures.ts';
import { shareText } from './share-text.ts';
import { balanceAddress } from './survey-balance-page.ts';
import { surveyBalanceText } from './survey-balance-text.ts';
import { trendSentence } from './trend-sentence.ts';
import { isNothing, numberText, valueCell } from './value-text.ts';

/** The measures under each headline, which the number alone would hide. */
const UNDER: Readonly<Record<Headline, readonly MeasureId[]>> = {
  received: ['newCases', 'followUps', 'setAside', 'unreadable', 'machineMail'],
  resolved: ['firstResponse', 'confirmedShare', 'reopened', 'thanked'],
  resolution: ['breached', 'median', 'p90', 'promises', 'departmentsInTime'],
  satisfiedMail: ['satisfiedPhone', 'satisfiedCall', 'suppressed'],
};

const trendOf = (given: PeriodFigures, measure: Headline): Trend | undefined =>
  given.trends.find((trend) => trend.measure === measure);

function trendTable(trend: Trend, view: View): Html {
  const { points, measure } = trend;
  const limits = shownLimits(trend);
  const w = firstScreenText[view.language];
  const { unit, behind } = CATALOGUE[measure];
  const text = (value: number) => html`<bdi dir="ltr">${numberText(value, unit, view)}</bdi>`;
  const limitsLine =
    limits &&
    html`<p>${w.mean}: ${text(limits.mean)} · ${w.limits}: ${text(limits.lower)} – ${text(limits.upper)}</p>`;
  return html`<details><summary>${w.weekly}</summary>${limitsLine}<table class="numbers"><thead><tr>
<th scope="col">${w.weekUntil}</th>
<th scope="col">${w.titles[measure as Headline]}</th></tr></thead><tbody>${points.map(
    ({ period, value }) =>
      html`<tr><th scope="row"><bdi dir="ltr">${period.to}</bdi></th>
<td${behind === undefined && html` data-unlisted="${UNLISTED}"`}>${
        value === null ? '–' : leadingTo(text(value), behind, period, value === 0)
      }</td></tr>`,
  )}</tbody></table></details>`;
}

/** A reason of an earlier version may have no label. */
const labelOf = (reason: string, { language }: View): string =>
  (suppressionLabel as Readonly<Record<string, Bilingual>>)[reason]?.[language] ?? reason;

function reasons({ figures: { suppressed }, period }: PeriodFigures, view: View): Html | false {
  const w = firstScreenText[view.language];
  return (
    suppressed.length > 0 &&
    html`<details><summary>${w.reasons}</summary><ul>${suppressed.map(
      ({ reason, count }) =>
        html`<li>${labelOf(reason, view)}: <bdi dir="ltr">${leadingTo(
          count,
          [`suppressed|${reason}`],
          period,
          count === 0,
        )}</bdi></li>`,
    )}</ul></details>`
  );
}

function more(id: Headline, given: PeriodFigures, view: View): Html | false {
  const w = firstScreenText[view.language];
  if (id === 'received') return html`<p class="faint"><small>${w.balance}</small></p>`;
  if (id !== 'satisfiedMail') return false;
  const { figures, period } = given;
  const mail = figures.satisfaction.find(({ mode }) => mode === 'mail');
  return html`${
    mail &&
    html`<p class="faint"><small>${leadingTo(
      w.responded(mail.answers, mail.invited),
      ['invited|mail'],
      period,
      mail.invited === 0,
    )}</small></p>`
  }${reasons(given, view)}<p><a href="${balanceAddress(period)}">${surveyBalanceText[view.language].title}</a></p>`;
}

function headline(id: Headline, given: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = firstScreenText[language];
  const { of, name, unit, behind } = CATALOGUE[id];
  const value = of(given.figures);
  const trend = trendOf(given, id);
  const marks = given.changes.map(({ day, name: named }) => ({ day, name: named[language] }));
  const big =
    value === null || typeof value === 'object'
      ? html`<p class="headline-number"${
          behind === undefined && html` data-unlisted="${UNLISTED}"`
        }>${leadingTo(shareText(value, view), behind, given.period, value === null)}</p>`
      : html`<p class="headline-number">${leadingTo(
          html`<strong class="share">${numberText(value, unit, view)}</strong>`,
          behind,
          given.period,
          value === 0,
        )}</p>`;
  const rows = UNDER[id].map((under) => {
    const measure = CATALOGUE[under];
    const its = measure.of(given.figures);
    const shown = valueCell(its, measure.unit, view);
    const unlisted = measure.behind === undefined && html` data-unlisted="${UNLISTED}"`;
    return html`<div${unlisted} title="${measure.definition[language]}"><dt>${measure.name[language]}</dt>
<dd>${leadingTo(shown, measure.behind, given.period, isNothing(its))}</dd></div>`;
  });
  const says =
    trend &&
    html`<p class="says says-${trend.says}">${w.says[trend.says]}${
      trend.since !== undefined &&
      html` <small>${w.sinceDay('')}<bdi dir="ltr" class="whole">${trend.since.day}</bdi>: ${
        w.rules[trend.since.rule]
      }</small>`
    }</p>${
      trend.chart !== null &&
      trendChart(trend, {
        ...{ isRtl: language === 'ar', marks },
        sentence: trendSentence(trend, marks, view),
      })
    }${trend.chart !== null && trend.isProvisional && html`<small class="faint">${w.provisional}</small>`}`;
  return html`<section class="card headline"><h2 title="${name[language]}">${w.titles[id]}</h2>${big}${says}
<dl class="under">${rows}</dl>${more(id, given, view)}${trend && trendTable(trend, view)}</section>`;
}

const list = (items: readonly (string | Html)[]): Html =>
  html`${items.map((item, at) => html`${at > 0 ? html`<br>` : ''}${item}`)}`;

/** A headline that has changed beyond chance: by its weeks, or else against the compared period. */
interface Change extends Pick<Trend, 'measure' | 'since'> {
  readonly isWorse: boolean;
}

function changesOf({ trends, compared }: PeriodFigures): readonly Change[] {
  return trends.flatMap(({ measure, says, since }) => {
    const claim = compared?.claims[measure];
    const isMoved = claim?.says === 'rose' || claim?.says === 'fell';
    if (since !== undefined) return [{ measure, since, isWorse: says === 'worse' }];
    return isMoved ? [{ measure, isWorse: claim.isBetter === false }] : [];
  });
}

/** Answer the five questions of a leader from the trends, the claims, the funnel of departments and the open cases. */
function answers(given: PeriodFigures, view: View): Html {
  const { language } = view;
  const w = firstScreenText[language];
  const { trends, funnel, backlog, comparison } = given;
  const changed = changesOf(given);
  const worse = changed.filter(({ isWorse }) => isWorse);
  const named = ({ measure }: Change) => w.titles[measure as Headline];
  const weeks = weeksWithValues(trends);
  const isEarly = changed.length === 0 && trends.every(({ says }) => says === 'too-few');
  const below = funnel?.points.filter(({ place }) => place === 'below') ?? [];
  const old = openLongerThan(backlog, 30);
  const waiting =
    backlog.oldestAge === null
      ? w.nothingWaits
      : html`<a href="/cases?sort=opened">${w.oldest(backlog.oldestAge)}</a>${
          old > 0 ? html`<br><a href="/cases?sort=opened">${w.olderThanMonth(old)}</a>` : ''
        }`;
  const rows: readonly (readonly [string, Html | string])[] = [
    [w.worse, isEarly ? w.notYet : worse.length === 0 ? w.nothingWorse : list(worse.map(named))],
    [
      w.chance,
      isEarly
        ? html`<span data-unlisted="weeks">${w.tooEarly(weeks)}</span>`
        : changed.length === 0
          ? w.isChance
          : w.isNoChance,
    ],
    [
      w.where,
      funnel === null
        ? w.notComparable
        : below.length === 0
          ? w.nowhere
          : html`<a href="#departments">${list(below.map(({ name }) => departmentName(view, name)))}</a>`,
    ],
    [
      w.since,
      isEarly
        ? w.notYet
        : changed.length === 0
          ? w.always
          : list(
              changed.map((one) =>
                one.since === undefined
                  ? html`${named(one)}: ${comparison === 'none' ? '' : w.against[comparison]}`
                  : html`<span title="${w.rules[one.since.rule]}">${named(one)}: <bdi dir="ltr"
  class="whole">${one.since.day}</bdi></span>`,
              ),
            ),
    ],
    [w.waiting, waiting],
  ];
  return html`<section class="card answers" aria-label="${w.answers}"><dl>${rows.map(
    ([question, answer]) => html`<div><dt>${question}</dt><dd>${answer}</dd></div>`,
  )}</dl></section>`;
}

/** Return the first questions of leadership: five answers, and four numbers with the details behind them. */
export const firstScreen = (given: PeriodFigures, view: View): Html =>
  html`${answers(given, view)}<div class="headlines">${HEADLINES.map((id) => headline(id, given, view))}</div>`;
