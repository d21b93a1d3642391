import type { Language } from '#events/vocabulary.ts';
import type { WhyDeadline } from '#shared/domain/cases/why-deadline.ts';
import { closingOf, isOpen } from '#shared/domain/sla/openings.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import { hoursText } from '#shared/domain/text/hours-text.ts';
import { workingAmount } from '#shared/domain/text/working-amount.ts';
import { priorityLabel } from '../shell/text/labels.ts';
import { whyText } from './text/why-text.ts';

const isFixed = (clock: WhyDeadline['clock']): clock is 'department' | 'touch' =>
  clock === 'department' || clock === 'touch';

/** Return the sentences that explain a deadline, the most important first. */
export function whySentences(why: WhyDeadline, language: Language): string[] {
  const w = whyText[language];
  const { clock, calendar, targetMs, start, countsFrom } = why;
  const { zone, name } = calendar.calendar;
  const at = (instant: number) => formatInstant(instant, language, zone);
  const neverCloses = isOpen(calendar, start) && closingOf(calendar, start) === null;
  const amount = (ms: number) => workingAmount(ms, language, { inDays: neverCloses });
  if (targetMs === undefined)
    return [w.fixed[isFixed(clock) ? clock : 'followUp'], w.start[clock](at(start))];
  return [
    w.owed[clock](amount(targetMs)),
    w.policy(why.policy[language], priorityLabel[why.priority][language]),
    w.hours(name[language], hoursText(calendar, start, language)),
    (why.isAgain ? w.again : w.start[clock])(at(start)),
    ...(countsFrom > start ? [w.later(at(countsFrom))] : []),
    ...why.pauses.map(({ from, to, workMs }) =>
      to === undefined ? w.pausedSince(at(from)) : w.paused(at(from), at(to), amount(workMs)),
    ),
    ...(why.closedFor.length > 0
      ? [w.closed(why.closedFor.map((one) => one[language]).join(language === 'ar' ? '، ' : ', '))]
      : []),
    ...(why.extendedAt === undefined ? [] : [w.extended(at(why.extendedAt))]),
    ...(why.isShortened ? [w.shortened] : []),
    ...(why.termsChangedAt === undefined ? [] : [w.terms(at(why.termsChangedAt))]),
  ];
}
