import type { Rules } from '#shared/domain/rules.ts';
import { due } from '#shared/domain/sla/working-time.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { LocalPorts } from '../functions.ts';

/** One act of somebody in the example. */
export interface Act {
  readonly at: number;
  run(): Promise<unknown>;
}

/** The time of the act that is carried out. It may go back a little: events are handed out after several acts. */
export class ExampleClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  moveTo(moment: number): void {
    this.#now = moment;
  }
}

/** The state that all stories of the example share. */
export interface World {
  readonly seed: string;
  readonly ports: LocalPorts;
  readonly until: number;
  /** Plan an act. Acts after the end of the example are left out. */
  plan(act: Act): void;
  rules(): Rules;
  /** The members of the staff who work in a department and are not absent, in another order for each matter. */
  present(department: string, matter: string): readonly string[];
  /** The newest cases by category, newest last: a later case may be merged into one of them. */
  readonly recent: Map<string, readonly string[]>;
}

/** Return the instant after some working time of the centre. */
export const afterWork = (rules: Rules, from: number, workedMs: number): number =>
  Math.round(due(rules.desk.calendar, from, workedMs));
