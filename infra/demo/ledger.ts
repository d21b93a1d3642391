/** The actions on the telephone of a day, counted by the demo. The figures are checked against them. */
export interface Ledger {
  /** The number of inbound calls. */
  calls: number;
  served: number;
  abandoned: number;
  /** Abandoned calls that ended within seconds. */
  short: number;
  /** Calls that never asked for an agent. */
  machine: number;
  /** Messages left, while waiting or after hours. */
  messages: number;
  callbacks: { kept: number; asked: number };
  transfers: number;
  /** Seconds until an agent answered, for each caller who stayed on the line. */
  waits: number[];
  talkSeconds: number;
  holdSeconds: number;
  workSeconds: number;
  /** Cases that callers registered. */
  cases: string[];
}

export const newLedger = (): Ledger => ({
  ...{ calls: 0, served: 0, abandoned: 0, short: 0, machine: 0, messages: 0, transfers: 0 },
  ...{
    callbacks: { kept: 0, asked: 0 },
    waits: [],
    talkSeconds: 0,
    holdSeconds: 0,
    workSeconds: 0,
    cases: [],
  },
});

/** Return the number of calls that asked for an agent. */
export const offeredOf = ({ calls, machine }: Ledger): number => calls - machine;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Return the mean seconds until an agent answered. */
export const meanWait = ({ waits }: Ledger): number => sum(waits) / waits.length;

/** Return the mean handling time in seconds. */
export const meanHandling = ({ talkSeconds, holdSeconds, workSeconds, served }: Ledger): number =>
  (talkSeconds + holdSeconds + workSeconds) / served;

/**
 * Return the share of calls answered within the given seconds, of those answered on the line or abandoned
 * later.
 */
export const serviceLevel = ({ waits, abandoned, short }: Ledger, within: number): number =>
  waits.filter((wait) => wait <= within).length / (waits.length + abandoned - short);
