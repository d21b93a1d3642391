import type { Language } from '#events/vocabulary.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import type { SpeedCount } from '#shared/domain/reports/speed-counters.ts';
import type { Estimate, TimeSaved } from '#shared/domain/reports/time-saved.ts';
import { COUNTED, plural } from '#shared/domain/text/plural.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import type { PeriodFigures } from './read-figures.ts';
import { workingTimeText } from './working-time-text.ts';

const ar = {
  title: 'هل يسرّع التصعيد الإنجاز؟',
  hint:
    'تُقارن المعاملة منذ تصعيدها بمعاملات من نوعها وإدارتها وأولويتها، بقيت مفتوحة حتى العمر نفسه بوقت العمل ولم ' +
    'تُصعّد حينها. ولا يُحسب عليها الوقت الذي سبق التصعيد.',
  faster: 'نعم: أُنجزت المعاملات المصعّدة بعد تصعيدها أسرع من مثيلاتها.',
  slower: 'لا: أُنجزت المعاملات المصعّدة بعد تصعيدها أبطأ من مثيلاتها.',
  unclear: 'لا يظهر فرق مؤكد عن مثيلاتها.',
  few: (escalated: number) =>
    `لا تكفي الأعداد للمقارنة. المنجز بعد التصعيد: ${plural(escalated, COUNTED.cases)}. ` +
    'يلزم 30 على الأقل، و30 من مثيلاتها التي لم تُصعّد.',
  speed: 'السرعة مقارنة بمثيلاتها',
  after: 'متوسط وقت العمل بعد التصعيد',
  otherwise: 'المتوقع دون تصعيد',
  saved: 'ما وفّره التصعيد في كل معاملة',
  lost: 'ما زاد من الوقت في كل معاملة',
  compared: 'معاملات قورنت: مصعّدة، ومثيلاتها',
  interval: 'فترة الثقة 95٪',
};

const en: typeof ar = {
  title: 'Do escalations speed cases up?',
  hint:
    'From its escalation on, a case is compared with cases of its type, department and priority that were open at ' +
    'the same working age and not escalated then. The time before the escalation does not count against it.',
  faster: 'Yes: after their escalation, cases were finished faster than comparable ones.',
  slower: 'No: after their escalation, cases were finished more slowly than comparable ones.',
  unclear: 'No certain difference from comparable cases.',
  few: (escalated) =>
    `Too few to compare: ${escalated} finished after an escalation. At least 30 are needed, and 30 comparable ones.`,
  speed: 'Speed, as a multiple of comparable cases',
  after: 'Mean working time after the escalation',
  otherwise: 'Expected without an escalation',
  saved: 'Saved by the escalation, per case',
  lost: 'Additional time, per case',
  compared: 'Cases compared: escalated, comparable',
  interval: '95% interval',
};

const text: Readonly<Record<Language, typeof ar>> = { ar, en };

function verdictOf({ speed }: TimeSaved): 'faster' | 'slower' | 'unclear' {
  if (speed.low > 1) return 'faster';
  return speed.high < 1 ? 'slower' : 'unclear';
}

/** Format an estimated working time with its interval. The sign is said by the label. */
function timeOf({ value, low, high }: Estimate, view: View): Html {
  const [least = 0, most = 0] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const time = (minutes: number): string => workingTimeText(minutes, view.language);
  return html`<strong>${time(Math.abs(value))}</strong>
<small class="faint">${text[view.language].interval}: ${time(least)} – ${time(most)}</small>`;
}

function compared(found: TimeSaved, period: Period, view: View): Html {
  const w = text[view.language];
  const { speed, minutesAfter, minutesOtherwise, savedMinutes, escalated, comparable } = found;
  const verdict = verdictOf(found);
  const leading = (shown: Html | string | number, what: SpeedCount): Html =>
    leadingTo(shown, [`speed|${what}`], period);
  return html`<p><strong>${w[verdict]}</strong></p><dl class="facts">
<div><dt>${w.speed}</dt><dd>${leading(
    html`<strong><bdi dir="ltr">${speed.value.toFixed(2)}×</bdi></strong>`,
    'escalated',
  )}
<small class="faint">${w.interval}: <bdi dir="ltr">${speed.low.toFixed(2)} – ${speed.high.toFixed(2)}</bdi></small>
</dd></div>
<div><dt>${w.after}</dt><dd>${leading(
    html`<strong>${workingTimeText(minutesAfter, view.language)}</strong>`,
    'escalated',
  )}</dd></div>
<div><dt>${w.otherwise}</dt><dd>${leading(timeOf(minutesOtherwise, view), 'plain')}</dd></div>
${
  verdict !== 'unclear' &&
  html`<div><dt>${verdict === 'faster' ? w.saved : w.lost}</dt><dd>${leading(
    timeOf(savedMinutes, view),
    'escalated',
  )}</dd></div>`
}
<div><dt>${w.compared}</dt><dd><bdi dir="ltr">${leading(escalated, 'escalated')}</bdi> · <bdi
  dir="ltr">${leading(comparable, 'plain')}</bdi></dd></div>
</dl>`;
}

/** Return whether escalated cases were finished faster than comparable ones. Absent while none was escalated. */
export function speedCard({ figures, period }: PeriodFigures, view: View): Html {
  const { escalated, timeSaved } = figures.speed;
  if (escalated === 0) return html``;
  const w = text[view.language];
  return html`<section class="card wide" id="speed"><h2>${w.title}</h2>${
    timeSaved === null
      ? html`<p class="faint">${leadingTo(w.few(escalated), ['speed|escalated'], period)}</p>`
      : compared(timeSaved, period, view)
  }
<p class="faint"><small>${w.hint}</small></p></section>`;
}
