import type { Effect } from '#shared/domain/reports/claims.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { changesText } from './changes-text.ts';

/** An isolate from left to right (UAX #9, section 2.4), so that no line moves the sign of a number. */
const isolate = (text: string): string => `\u2066${text}\u2069`;

const signed = (value: number, ending: string): string => {
  const whole = Math.round(value);
  const sign = whole === 0 ? '' : whole < 0 ? '−' : '+';
  return isolate(`${sign}${Math.abs(whole)}${ending}`);
};

/** Write the size of a difference with its interval: percentage points of shares, percent of all others. */
export function effectText({ is, estimate, low, high }: Effect, language: Language): string {
  const w = changesText[language];
  if (is === 'difference') {
    const points = (of: number): string => signed(of * 100, '');
    return `${points(estimate)} ${w.points(points(low), points(high))}`;
  }
  const change = (of: number): string => (Number.isFinite(of) ? signed((of - 1) * 100, '%') : w.unbounded);
  return `${change(estimate)} ${w.interval(change(low), change(high))}`;
}
