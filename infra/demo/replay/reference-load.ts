/** The contacts of one working day. */
export interface ReplayDay {
  /** Days after the first one: Sunday to Thursday. */
  readonly offset: number;
  readonly mails: number;
  readonly calls: number;
  readonly investorCalls: number;
  /** Evaluation calls that are drawn on this day, for the week that begins. */
  readonly evaluations: number;
}

/** The contacts of some weeks. The last week may be a part of one. */
export interface ReferenceLoad {
  readonly workingDays: number;
  readonly mails: number;
  readonly callsADay: number;
  readonly investorCalls: number;
  readonly evaluationsAWeek: number;
  readonly evaluations: number;
}

/**
 * The published figures of the reference centre: 165 evaluation calls a week for 10.9 weeks are 1,800, with 1,700
 * calls to investors, 2,400 mails and 40 calls a day. 1,800 / 165 weeks are 54.5 working days.
 */
export const REFERENCE: ReferenceLoad = {
  workingDays: 54.5,
  ...{ mails: 2400, callsADay: 40, investorCalls: 1700 },
  ...{ evaluationsAWeek: 165, evaluations: 1800 },
};

/** A working day of the reference centre. */
export const ONE_DAY: ReferenceLoad = {
  ...{ workingDays: 1, mails: 44, callsADay: 40, investorCalls: 31 },
  ...{ evaluationsAWeek: 33, evaluations: 33 },
};

const DAYS_A_WEEK = 5;

/** Spread a number over days: each gets its part of the sum up to it. The last day may be a part of one. */
const partOf = (all: number, day: number, days: number): number =>
  Math.round((all * Math.min(day + 1, days)) / days) - Math.round((all * day) / days);

/** Return the days of a load, in order. The parts of all days add up to it. */
export function daysOf(load: ReferenceLoad): readonly ReplayDay[] {
  const { workingDays, callsADay, evaluationsAWeek } = load;
  return Array.from({ length: Math.ceil(workingDays) }, (_, day) => {
    const week = Math.floor(day / DAYS_A_WEEK);
    const isFirst = day % DAYS_A_WEEK === 0;
    const left = load.evaluations - week * evaluationsAWeek;
    return {
      offset: week * 7 + (day % DAYS_A_WEEK),
      mails: partOf(load.mails, day, workingDays),
      calls: partOf(callsADay * workingDays, day, workingDays),
      investorCalls: partOf(load.investorCalls, day, workingDays),
      evaluations: isFirst ? Math.min(evaluationsAWeek, left) : 0,
    };
  });
}
