/** What was done on the telephone that day, as those who did it know it: the figures are checked against it. */
export interface Ledger {
  /** Calls that came in. */
  calls: number;
  served: number;
  abandoned: number;
  /** Of the abandoned, those who left at once. */
  short: number;
  /** Whoever never asked for a person. */
  machine: number;
  /** Messages left, while waiting or out of hours. */
  messages: number;
  callbacks: { kept: number; asked: number };
  transfers: number;
  /** Seconds until an agent answered, of each caller who held the line. */
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

/** Whoever asked for a person. */
export const offeredOf = ({ calls, machine }: Ledger): number => calls - machine;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Mean seconds until an agent answered. */
export const meanWait = ({ waits }: Ledger): number => sum(waits) / waits.length;

/** Mean seconds a call took an agent. */
export const meanHandling = ({ talkSeconds, holdSeconds, workSeconds, served }: Ledger): number =>
  (talkSeconds + holdSeconds + workSeconds) / served;

/** Share of calls answered within so many seconds, of those answered on the line and those who left later. */
export const serviceLevel = ({ waits, abandoned, short }: Ledger, within: number): number =>
  waits.filter((wait) => wait <= within).length / (waits.length + abandoned - short);
