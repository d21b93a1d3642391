import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutbox } from '#shared/adapters/embedded/outbox-mailer.ts';
import { outboxSentMails } from '#shared/adapters/embedded/outbox-sent-mails.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { withoutSecrets } from '#shared/domain/mail/sent-copy.ts';
import { acknowledgement } from '#shared/domain/mail/templates/acknowledgement.ts';
import { agentReply } from '#shared/domain/mail/templates/agent-reply.ts';
import { departmentQuestion } from '#shared/domain/mail/templates/department-question.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import { outcomeMessage } from '#shared/domain/mail/templates/outcome-message.ts';
import { surveyInvitation } from '#shared/domain/mail/templates/survey-invitation.ts';
import type { SentMails } from '#shared/ports/mailer.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { tempFolder } from '../adapters/embedded/temp-folder.ts';

const SECRET = 'aVerySecretToken_0-9';
const CODE = '730164';
const at = Date.UTC(2026, 10, 22, 7, 30);

const mailsIn = (language: 'ar' | 'en', publicUrl: string): Record<string, RenderedMail> => {
  const link = `${publicUrl}/s/${SECRET}`;
  const centre = { name: { ar: 'مركز رضا', en: 'Satisfaction Centre' }, phone: '940' };
  const reference = '9T9-0A9-2918';
  const common = { language, reference, type: 'report', zone: 'Asia/Riyadh', link, centre } as const;
  const words = { ar: 'الإنارة', en: 'Lighting' };
  return {
    acknowledgement: acknowledgement({
      ...{ ...common, link: `${publicUrl}/s/t/${SECRET}`, telephoneCode: CODE },
      ...{ category: words, promisedAt: at, hours: words },
    }),
    reply: agentReply({ ...common, body: 'عالجنا المصباح. https://maps.example/x' }),
    resolution: outcomeMessage({
      ...{ ...common, outcome: 'done', body: 'عولج', held: [], until: at },
      ...{ confirm: `${publicUrl}/s/c/${SECRET}`, track: `${publicUrl}/s/t/${SECRET}` },
    }),
    survey: surveyInvitation({
      ...{ ...common, expiresAt: at },
      unsubscribe: `${publicUrl}/s/u/${SECRET}`,
    }),
    question: departmentQuestion({
      ...{
        ...common,
        news: 'question',
        category: words,
        question: 'متى؟',
        beneficiaryText: 'مظلم',
        dueAt: at,
      },
      ...{ link: `${publicUrl}/s/d/${SECRET}`, all: `${publicUrl}/s/d/all/${SECRET}` },
    }),
  };
};

describe('a sent mail as staff see it', () => {
  const rows = (['ar', 'en'] as const).flatMap((language) =>
    ['https://rida.example', 'http://127.0.0.1:8080/city'].flatMap((url) =>
      Object.entries(mailsIn(language, url)).map(([what, mail]) => [what, language, url, mail] as const),
    ),
  );

  it.each(rows)('%s in %s at %s has its words and not its secrets', (_what, _language, _url, mail) => {
    const shown = withoutSecrets(mail);
    const whole = `${shown.text}${shown.html}`;
    expect(whole).not.toContain(SECRET);
    expect(whole).not.toContain(CODE);
    const words = mail.text.split('\n').filter((line) => !/https?:|\d{6}/u.test(line));
    for (const line of words) expect(shown.text).toContain(line);
    expect(shown.subject).toBe(mail.subject);
  });

  it('keeps numbers and links of the text', () => {
    const text = 'رقم الفاتورة 730164، والموقع https://maps.example/s_1 و https://maps.example/a';
    expect(withoutSecrets({ subject: '', text, html: text })).toEqual({ subject: '', text, html: text });
  });
});

const id = { caseId: '9T9-0A9-2918', effectId: 'e1', messageId: '<9T9-0A9-2918.e1@city.example>' };

describe.each(['in the outbox', 'as a blob'])('sent mails %s', (place) => {
  const open = async (): Promise<{ sent: SentMails; send(mail: RenderedMail): Promise<unknown> }> => {
    if (place === 'as a blob') {
      const sent = blobSentMails(new MemoryBlobs());
      return { sent, send: async () => undefined };
    }
    const database = openDatabase(join(await tempFolder(), 'rida.db'));
    const outbox = openOutbox(database, { now: () => 1 });
    return {
      sent: outboxSentMails(outbox, { parseMail }),
      send: ({ subject, text, html }) =>
        outbox.send(aMailOut(['a@example.sa'], { subject, text, html, messageId: id.messageId })),
    };
  };

  it('are found without their secrets, each by its own id', async () => {
    const { sent, send } = await open();
    const { acknowledgement: mail } = mailsIn('ar', 'https://rida.example');
    if (!mail) throw new Error('there is no acknowledgement');
    expect(await sent.find(id)).toBeUndefined();
    await sent.keep(id, mail);
    await send(mail);
    const found = await sent.find(id);
    expect(found?.subject).toBe(mail.subject);
    expect(found?.html).toContain('الإنارة');
    expect(found?.text).toContain('الإنارة');
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${SECRET}|${CODE}`, 'u'));
    const other = { caseId: id.caseId, effectId: 'e2', messageId: '<9T9-0A9-2918.e2@city.example>' };
    expect(await sent.find(other)).toBeUndefined();
  });
});
