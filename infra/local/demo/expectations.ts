import type { DayDone } from './day.ts';
import type { DayEnd } from './summary.ts';

/** What must be so at the end of the day; answers what is not, one line each. */
export function whatIsOff({ figures, dead, late, reopened }: DayEnd, done: DayDone): string[] {
  const { calls, satisfaction } = figures;
  const mail = satisfaction.find(({ mode }) => mode === 'mail');
  const answers = mail?.scores.reduce((sum, count) => sum + count, 0);
  const expected: [what: string, is: unknown, should: unknown][] = [
    ['cases opened by mail', openedBy('mail'), 23],
    ['cases opened by phone', openedBy('phone'), 12],
    ['quarantined mails', figures.quarantined, 1],
    ['dead letters', dead, 0],
    ['calls served', calls.served, 8],
    ['calls left while waiting', calls.abandoned, 2],
    ['calls dealt with by the menu', calls.machine, 10],
    ['survey answers', answers, done.answered],
    ['cases reopened by a survey', figures.reopened, 1],
    ['status of the discontent case', reopened?.status, 'open'],
    ['status of the late case', late?.status, 'closed'],
    ['level the late case reached', (late?.level ?? 0) >= 2, true],
  ];
  function openedBy(channel: string): number {
    return figures.byChannelAndType
      .filter((line) => line.channel === channel)
      .reduce((sum, { count }) => sum + count, 0);
  }
  return expected
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${what}: ${String(is)}, expected ${String(should)}`);
}
