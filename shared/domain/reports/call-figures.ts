import { everyOf } from '../every-of.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import type { CallOutcome } from '../telephone/call-summary.ts';
import type { Measure } from './counter-name.ts';
import type { Tally } from './tally.ts';

/** Calls of one line, or of one hour of the day. */
export interface CallGroup {
  readonly name: string;
  /** Calls that asked for a person. */
  readonly offered: number;
  readonly served: number;
  readonly abandoned: number;
}

/** A mean in seconds, with the number of values. */
export interface Mean {
  readonly n: number;
  readonly seconds: number;
}

/** Figures of incoming calls. Outgoing calls are not included. */
export interface CallFigures {
  /** Calls that asked for a person: served, abandoned, or ended with a callback request or a message. */
  readonly offered: number;
  readonly served: number;
  readonly abandoned: number;
  /** Abandoned calls that were too short to judge the centre by. */
  readonly short: number;
  /** Calls that never asked for a person. */
  readonly machine: number;
  /** Callers who left a voice message, after waiting or out of hours. */
  readonly messages: number;
  /** Callbacks that reached the caller (`kept`), and those requested that did not (`asked`). */
  readonly callbacks: { readonly kept: number; readonly asked: number };
  readonly transfers: number;
  /** Abandoned over offered, both without the short ones. */
  readonly abandonment: Share | null;
  /**
   * Calls answered within the threshold, over all calls answered on the line plus those abandoned after it.
   */
  readonly serviceLevel: Share | null;
  /** Average speed of answer, for calls answered while the caller was on the line. */
  readonly wait: Mean | null;
  readonly talk: Mean | null;
  readonly hold: Mean | null;
  readonly afterWork: Mean | null;
  /** Average handling time: talk, hold and after-call work. */
  readonly handling: Mean | null;
  readonly lines: readonly CallGroup[];
  /** By the hour in which the call began, `00` to `23`. Hours without calls are left out. */
  readonly hours: readonly CallGroup[];
}

/** Outcomes of calls that asked for a person. */
export const OFFERED = everyOf<Exclude<CallOutcome, 'machine'>>()([
  'served',
  'abandoned',
  'callback',
  'message',
]);

const groupOf = (counts: Tally, measure: 'call-line' | 'call-hour', name: string): CallGroup => ({
  name,
  offered: OFFERED.reduce((sum, outcome) => sum + counts.sum(measure, name, outcome), 0),
  served: counts.sum(measure, name, 'served'),
  abandoned: counts.sum(measure, name, 'abandoned'),
});

const meanOf = (total: number, n: number): Mean | null => (n <= 0 ? null : { n, seconds: total / n });

/** Compute the figures of calls from the counters. */
export function callFigures(counts: Tally): CallFigures {
  const sum = (measure: Measure, ...values: string[]): number => counts.sum(measure, ...values);
  const [served, abandoned, short] = [sum('call', 'served'), sum('call', 'abandoned'), sum('call-short')];
  const offered = OFFERED.reduce((all, outcome) => all + sum('call', outcome), 0);
  const handled = sum('call-handled');
  const [talk, hold, work] = [sum('call-talk-seconds'), sum('call-hold-seconds'), sum('call-work-seconds')];
  const groups = (measure: 'call-line' | 'call-hour') =>
    counts.by(measure).map(([name]) => groupOf(counts, measure, name));
  return {
    offered,
    served,
    abandoned,
    short,
    machine: sum('call', 'machine'),
    messages: sum('call-message'),
    callbacks: { kept: sum('call-callback', 'kept'), asked: sum('call-callback', 'asked') },
    transfers: sum('call-transfers'),
    abandonment: wilson(abandoned - short, offered - short),
    serviceLevel: wilson(sum('service-level', 'within'), sum('service-level')),
    wait: meanOf(sum('call-wait-seconds'), served - sum('call-called-back')),
    talk: meanOf(talk, handled),
    hold: meanOf(hold, handled),
    afterWork: meanOf(work, handled),
    handling: meanOf(talk + hold + work, handled),
    lines: groups('call-line').sort((a, b) => b.offered - a.offered || (a.name < b.name ? -1 : 1)),
    hours: groups('call-hour').sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
