import type { SurveyChannel } from '#events/vocabulary.ts';
import { surveyChannels } from '../surveys/dispatch-table.ts';
import type { DayFigures } from './day-figures.ts';
import { type Selection, sumOf } from './selection.ts';
import { type Tally, tally } from './tally.ts';

/** The things about which people are asked: the end of a case, a call, an e-service. */
const SURVEY_SUBJECTS = ['case', 'call', 'evaluation'] as const;
export type SurveySubject = (typeof SURVEY_SUBJECTS)[number];

/** The surveys that were possible, and what became of each. */
export interface SurveyBalance {
  readonly eligible: number;
  readonly sent: number;
  readonly suppressed: number;
  /** Not decided yet. Sent, suppressed and waiting ones are the possible ones. */
  readonly waiting: number;
  /** One entry a channel, in the order of the table of dispatch. */
  readonly channels: readonly {
    readonly name: SurveyChannel;
    readonly count: number;
    readonly behind: Selection;
  }[];
  /** The largest first. */
  readonly reasons: readonly {
    readonly about: SurveySubject;
    readonly name: string;
    readonly count: number;
    /** The counters that lead to the cases or calls. */
    readonly behind: Selection;
  }[];
}

/** The balance of one day. */
export interface DayBalance extends SurveyBalance {
  /** `YYYY-MM-DD`, of the resolution, call or evaluation. */
  readonly day: string;
}

/** Before the channel was recorded, surveys on the telephone were those at the end of a call. */
const EARLIER: Readonly<Partial<Record<SurveyChannel, string>>> = { 'after-call': 'phone' };

/** Return the counters of the surveys that were sent on a channel. */
const sentOn = (channel: SurveyChannel): Selection =>
  [channel, EARLIER[channel]].flatMap((name) =>
    name === undefined ? [] : SURVEY_SUBJECTS.map((about) => `survey-sent|${about}|${name}`),
  );

function balanceOf(counts: Tally): SurveyBalance {
  const channels = surveyChannels.map((name) => {
    const behind = sentOn(name);
    return { name, count: sumOf(behind, counts), behind };
  });
  const reasons = SURVEY_SUBJECTS.flatMap((about) =>
    counts
      .by('survey-suppressed', about)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({
        ...{ about, name, count, behind: [`survey-suppressed|${about}|${name}`] },
      })),
  ).sort((a, b) => b.count - a.count);
  const [eligible, sent, suppressed] = [
    counts.sum('survey-eligible'),
    counts.sum('survey-sent'),
    counts.sum('survey-suppressed'),
  ];
  const decided = sent + suppressed;
  // Days of before this was counted have no possible surveys: then the decided ones are all that is known.
  const waiting = Math.max(0, eligible - decided);
  return { eligible: decided + waiting, sent, suppressed, waiting, channels, reasons };
}

/** Return the balance of surveys of a period, and of each of its days with a survey, the newest first. */
export function surveyBalance(days: readonly DayFigures[]): {
  readonly whole: SurveyBalance;
  readonly days: readonly DayBalance[];
} {
  const each = [...Map.groupBy(days, ({ day }) => day)].map(([day, shards]) => ({
    ...{ day, ...balanceOf(tally(shards)) },
  }));
  return {
    whole: balanceOf(tally(days)),
    days: each.filter(({ eligible }) => eligible > 0).sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}
