import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase, aReference } from '#test/builders/a-case.ts';
import type { aConsole } from '#test/builders/a-console.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

type Console = ReturnType<typeof aConsole>;

/** A mail case with its message, its files and later sent mails. */
async function mailCase({ store, blobs }: Console): Promise<string> {
  const { id: _i, version: _v, causes: _c, status: _s, openedAt, ...given } = aCase();
  const id = aReference();
  await saveMessage(blobs, id, {
    ...{ id: 'opening', direction: 'in', channel: 'mail', at: openedAt, to: ['help@rida.example'] },
    from: { name: 'نورة القحطاني', address: 'norah@example.com' },
    subject: given.subject,
    text: 'السلام عليكم،\n\nإنارة الشارع أمام منزلنا في حي النخيل مطفأة منذ أسبوع، والشارع مظلم والأطفال يلعبون فيه. أرجو إصلاحها.\n\nPlease call me on 0501234567.',
    fullText: 'السلام عليكم، ...\n\n> On Monday you wrote:\n> Thank you',
    html: '<p style="text-align:right">إنارة الشارع <b>مطفأة</b></p>',
    attachments: [{ name: 'صورة الشارع.jpg', type: 'image/jpeg', size: 482_113, key: 'cases/1' }],
    ...{ rawKey: 'raw/1', reasons: [] },
  });
  const { type, category, department, subject, beneficiary, segment, channel, language, priority } = given;
  await handleCommand(
    { store, rules: shippedRules() },
    {
      ...{ id, cause: 'opening', by: 'beneficiary', at: openedAt, recordedAt: openedAt },
      ...{ correlationId: 'opening', causationId: 'opening' },
      command: {
        ...{ do: 'open', id, type, category, department, subject },
        ...{ beneficiary, segment, channel, language, priority },
      },
    },
  );
  await store.recordEffect('case', id, {
    ...{ id: 'e1', at: openedAt + 1000, what: 'acknowledgement', to: 'norah@example.com', token: 't' },
  });
  return id;
}

const waiting = (): Case[] => [
  aCase({
    ...{ subject: 'تسرب مياه كبير في تقاطع الملك فهد', priority: 'urgent', assignee: 'huda', status: 'open' },
    ...{ channel: 'phone', openedAt: WORKING_MORNING - DAY, nextDueAt: WORKING_MORNING - 20 * HOUR },
    beneficiary: aBeneficiary({ id: 'b-2', name: 'فهد الدوسري' }),
  }),
  aCase({
    ...{ subject: 'Building permit for plot 114', type: 'inquiry', department: 'planning', language: 'en' },
    ...{ openedAt: WORKING_MORNING - 1.5 * HOUR, priority: 'high', segment: 'investor' },
    beneficiary: aBeneficiary({ id: 'b-3', name: 'John Smith' }),
  }),
  aCase({
    ...{ subject: 'اقتراح ممشى في الحديقة', type: 'observation', department: 'environment' },
    ...{ status: 'pending-beneficiary', assignee: 'salem' },
    facts: [
      { at: WORKING_MORNING, type: 'opened' },
      { at: WORKING_MORNING, type: 'status', status: 'pending-beneficiary' },
    ],
  }),
  aCase({ subject: 'تأخر الرد على طلب سابق', type: 'complaint', department: 'care', channel: 'web' }),
];

async function countedDays({ figures }: Console): Promise<void> {
  for (let back = 29; back >= 0; back -= 1) {
    const n = 20 + ((back * 7) % 13);
    await figures.save(
      {
        ...{ day: localDay(WORKING_MORNING - back * DAY), shard: 0, version: 1 },
        counts: {
          ...{ 'opened|mail|report': n, 'opened|mail|inquiry': 12, 'opened|phone|report': 16 },
          ...{ 'opened|web|observation': 3, 'opened-in|operations': n, 'opened-in|planning': 9 },
          ...{ 'resolved|operations': n - 4, 'resolved|planning': 8, [`worked|${40 + (back % 20)}`]: 12 },
          ...{ 'first-response|kept|operations': 9, 'first-response|late|operations': 1 },
          ...{ 'resolution|kept|operations': 8, 'resolution|late|operations': 2, 'breached|resolution': 2 },
          ...{
            'invited|mail': 5,
            'score|mail|5': 2,
            'score|mail|4': 1,
            'score|mail|2': back % 3 === 0 ? 1 : 0,
          },
          ...{
            'score-in|operations|5': 1,
            'finished|mail|yes': 3,
            'finished|mail|no': back % 4 === 0 ? 1 : 0,
          },
          ...{ 'corrected|type|report|complaint': back % 5, 'corrected|type|inquiry|observation': 1 },
          ...{ 'corrected|category|roads|lighting': 2, 'corrected|category|other|drainage': back % 2 },
          ...{
            'promise|kept': 3,
            'promise|late': back % 6 === 0 ? 1 : 0,
            'retracted|resolution': back % 9 === 0 ? 1 : 0,
          },
          ...{ 'department-answer|in-time|operations': 4, 'department-answer|late|operations': 1 },
          ...{ 'call|served': 30, 'call|abandoned': 4, 'call|machine': 9, 'call-wait-seconds': 760 },
        },
      },
      [],
    );
  }
}

/** A new form two weeks ago, so that its numbers before and after can be compared. */
async function notedChange({ figures }: Console): Promise<void> {
  const day = localDay(WORKING_MORNING - 14 * DAY);
  const name = { ar: 'نموذج البلاغ الجديد', en: 'New form for reports' };
  const noted = { kind: 'form', department: 'operations', by: 'huda', at: WORKING_MORNING } as const;
  await figures.saveChange({ id: 'new-form', day, name, ...noted }, 'new');
}

/** Run a working morning in the console. Return the mail case. */
export async function aDay(console: Console): Promise<string> {
  console.store.seed(...waiting());
  await countedDays(console);
  await notedChange(console);
  return mailCase(console);
}
