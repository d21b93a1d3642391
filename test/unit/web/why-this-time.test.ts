import { describe, expect, it } from 'vitest';
import { whySentences } from '#functions/web/cases/why-sentences.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { whyDeadline } from '#shared/domain/cases/why-deadline.ts';
import type { ClockName } from '#shared/domain/sla/policy.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as NINE } from '#test/doubles/fixed-clock.ts';
import { AGENT as by, having, resolve } from '../cases/deciding.ts';
import { textOf } from './forms.ts';

const FRIDAY = NINE + 5 * DAY;
const why = (state: Case, clock: ClockName, asOf: number, language: 'ar' | 'en' = 'ar') => {
  const found = whyDeadline(state, rules, { clock, asOf });
  return found && whySentences(found, language);
};

describe('why a deadline is when it is', () => {
  it('names target, policy, priority, hours and start, in both languages', () => {
    const state = aCase();
    expect(why(state, 'resolution', NINE)).toMatchInlineSnapshot(`
      [
        "تُنجز المعاملة خلال 21 ساعة عمل.",
        "السياسة: بلاغ، والأولوية: عادية.",
        "يُحسب وقت الدوام وحده، بتقويم «دوام الجهات الحكومية»: من الأحد إلى الخميس، 7:30 صباحًا – 2:30 ظهرًا.",
        "يبدأ الحساب من فتح المعاملة: الأحد 4 يناير 2026م الموافق 15 رجب 1447هـ، الساعة 10:00 صباحًا.",
      ]
    `);
    expect(why(state, 'resolution', NINE, 'en')).toMatchInlineSnapshot(`
      [
        "The case is resolved within 21 working hours.",
        "Policy: Report. Priority: Normal.",
        "Only working hours count, by the calendar “Saudi government working hours”: Sunday to Thursday, 7:30 AM – 2:30 PM.",
        "Counting starts with the opening of the case: Sunday 4 January 2026 (15 Rajab 1447 AH), 10:00 AM.",
      ]
    `);
  });

  it('names the opening from which a case of the weekend counts', () => {
    const state = aCase({ openedAt: FRIDAY });
    expect(why(state, 'firstResponse', FRIDAY)?.join(' ')).toContain('كان ذلك خارج الدوام، فبدأ العد');
    expect(why(aCase(), 'firstResponse', NINE)?.join(' ')).not.toContain('خارج الدوام');
  });

  it('names the pauses that took working time, and the one that lasts', () => {
    const waits = having(
      aCase(),
      [NINE + HOUR, { do: 'reply', by, thenStatus: 'pending-beneficiary' }],
      [NINE + 2 * HOUR + 30 * MINUTE, { do: 'receive', channel: 'mail' }],
    );
    expect(why(waits, 'resolution', NINE + 3 * HOUR)?.join(' ')).toContain(
      'فتأخر الموعد ساعة عمل و30 دقيقة.',
    );
    const again = having(waits, [NINE + 3 * HOUR, { do: 'set-status', to: 'pending-beneficiary', by }]);
    expect(why(again, 'resolution', NINE + 4 * HOUR)?.join(' ')).toContain('الحساب متوقف منذ');
    expect(why(again, 'resolution', NINE + 4 * HOUR, 'en')?.join(' ')).toContain('has been paused since');
  });

  it('names the days that do not count', () => {
    const founding = Date.UTC(2026, 1, 19, 7);
    expect(why(aCase({ openedAt: founding }), 'resolution', founding)?.join(' ')).toContain('يوم التأسيس');
  });

  it('names the reopening from which it counts again', () => {
    const again = having(aCase(), [NINE + HOUR, resolve], [NINE + 2 * HOUR, { do: 'reopen', by }]);
    expect(why(again, 'resolution', NINE + 2 * HOUR)?.join(' ')).toContain('فبدأ الحساب من جديد');
  });

  it('names the promise, which nothing moves', () => {
    const promised = having(aCase(), [NINE, { do: 'promise', dueAt: NINE + DAY, by }]);
    expect(why(promised, 'followUp', NINE)?.[0]).toContain('وُعد المستفيد');
  });

  it('names changed terms', () => {
    const urgent = having(aCase(), [NINE + HOUR, { do: 'reclassify', to: { priority: 'urgent' }, by }]);
    expect(why(urgent, 'resolution', NINE + HOUR)?.join(' ')).toContain('فأُعيد حساب الموعد من بدايته');
  });

  it('is undefined for a clock without a deadline', () => {
    expect(why(aCase(), 'followUp', NINE)).toBeUndefined();
  });

  it('is beside each deadline of the page', async () => {
    const console = aConsole();
    const state = aCase();
    console.store.seed(state);
    const page = await (await console.app.request(`/cases/${state.id}`)).text();
    expect(page.match(/لماذا هذا الموعد؟/gu)?.length).toBe(page.match(/class="clock clock-/gu)?.length);
    expect(textOf(page)).toContain('يُحسب وقت الدوام وحده');
  });
});
