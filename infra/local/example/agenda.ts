import { localHour } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Random } from './random.ts';
import type { Act } from './world.ts';

/** Acts and timers of this time are carried out together, as in a busy half hour. */
export const STRETCH = 30 * MINUTE;

/** Return the time of day as a share of contacts: most in the hours of the centre, mail also outside. */
function weightAt(rules: Rules, at: number): number {
  if (isOpen(rules.desk.calendar, at)) return 1;
  const hour = Number(localHour(at));
  return hour >= 7 && hour < 23 ? 0.05 : 0.01;
}

/** Draw the times of the contacts of an example, oldest first. */
export function contactTimes(
  rules: Rules,
  draw: Random,
  from: number,
  until: number,
  count: number,
): number[] {
  const times: number[] = [];
  while (times.length < count) {
    const at = Math.floor(from + draw.next() * (until - from));
    if (draw.chance(weightAt(rules, at))) times.push(at);
  }
  return times.sort((a, b) => a - b);
}

/** The example's acts in stretches of time. */
export class Agenda {
  readonly #stretches = new Map<number, Act[]>();
  #now = 0;

  plan(act: Act): void {
    const stretch = Math.max(this.#now, Math.floor(act.at / STRETCH));
    const acts = this.#stretches.get(stretch);
    if (acts) acts.push(act);
    else this.#stretches.set(stretch, [act]);
  }

  /** Take the acts of a stretch. Acts that are planned for it later are taken by the next call. */
  take(stretch: number): Act[] {
    this.#now = stretch;
    const acts = this.#stretches.get(stretch) ?? [];
    this.#stretches.delete(stretch);
    return acts;
  }
}
