import { describe, expect, it } from 'vitest';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { acknowledgement } from '#shared/domain/mail/templates/acknowledgement.ts';
import { agentReply } from '#shared/domain/mail/templates/agent-reply.ts';
import { departmentQuestion } from '#shared/domain/mail/templates/department-question.ts';
import { handedOver } from '#shared/domain/mail/templates/handed-over.ts';
import type { RenderedMail, SigningCentre } from '#shared/domain/mail/templates/mail-layout.ts';
import { noticeDigest } from '#shared/domain/mail/templates/notice-digest.ts';
import { outcomeMessage } from '#shared/domain/mail/templates/outcome-message.ts';
import { periodExtended } from '#shared/domain/mail/templates/period-extended.ts';
import { surveyInvitation } from '#shared/domain/mail/templates/survey-invitation.ts';
import { surveyRecovery } from '#shared/domain/mail/templates/survey-recovery.ts';

const EVIL = '<img src=x onerror="alert(1)">\u202e';
const centre: SigningCentre = {
  name: { ar: 'مركز رضا المستفيدين', en: 'Satisfaction Centre' },
  phone: '940',
};
const at = Date.UTC(2026, 10, 22, 7, 30);
const zone = 'Asia/Riyadh';
const link = 'https://rida.example/c/1?a=1&b=2';
const reference = '9T9-0A9-2918';
const category = { ar: `إنارة ${EVIL}`, en: `Lighting ${EVIL}` };

const render = (language: 'ar' | 'en'): Record<string, RenderedMail> => {
  const common = { language, reference, type: 'report', zone, link, centre } as const;
  const notice = { event: 'e', case: reference, kind: 'breached', clock: 'resolution' } as const;
  return {
    acknowledgement: acknowledgement({
      ...common,
      category,
      promisedAt: at,
      hours: category,
      telephoneCode: '123456',
    }),
    'agent-reply': agentReply({ ...common, body: `${EVIL}\n\nline one\nline two` }),
    'outcome-message': outcomeMessage({
      ...{
        ...common,
        outcome: 'handed-over',
        body: `${EVIL}\n\nline one`,
        held: [],
        confirm: link,
        track: link,
        until: at,
      },
    }),
    'handed-over': handedOver({ ...common, holding: { holder: EVIL, number: EVIL, until: at } }),
    'period-extended': periodExtended({
      ...{ ...common, because: 'effort', reason: EVIL, from: at, until: at },
    }),
    'survey-invitation': surveyInvitation({
      ...{ ...common, expiresAt: at },
      unsubscribe: 'https://rida.example/s/u/1',
    }),
    'notice-digest': noticeDigest({
      ...common,
      notices: [{ ...notice, dueAt: new Date(at).toISOString() }],
      ...{ more: 0, now: at, console: 'https://rida.example' },
    }),
    'department-question': departmentQuestion({
      ...{
        ...common,
        news: 'question',
        category,
        question: EVIL,
        beneficiaryText: `${EVIL}\n\nأين؟`,
        dueAt: at,
      },
      ...{ all: 'https://rida.example/s/d/all/1', place: { ar: EVIL, en: EVIL } },
      passed: { from: { ar: EVIL, en: EVIL }, reason: EVIL },
    }),
    'survey-recovery': surveyRecovery({ ...common, score: 1, finished: false, opens: 'task' }),
  };
};

const cases = (['ar', 'en'] as const).flatMap((language) =>
  Object.entries(render(language)).map(([name, mail]) => [name, language, mail] as const),
);

describe.each(cases)('%s in %s', (name, language, mail) => {
  it('names its template, tags its subject and shows the reference', () => {
    expect(mail).toMatchObject({ template: name, version: 1 });
    expect(mail.subject.startsWith(language === 'ar' ? `[رضا ${reference}] ` : `[Rida ${reference}] `)).toBe(
      true,
    );
    expect(mail.text).toContain(reference);
    expect(mail.html).toContain(`<bdi dir="ltr">${reference}</bdi>`);
  });

  it('escapes every value and keeps no character that reorders', () => {
    expect(mail.html).not.toContain('<img');
    expect(mail.html).not.toContain('\u202e');
    expect(mail.html).not.toMatch(/undefined|\[object|NaN/);
    expect(mail.text).not.toMatch(/undefined|\[object|NaN/);
  });

  it('is made of tables with inline styles only', () => {
    expect(mail.html).not.toMatch(/<style|<script|class=|display:\s*(?:flex|grid)/);
    const open = mail.html.match(/<(?:table|tr|td)\b/g)?.length;
    expect(mail.html.match(/<\/(?:table|tr|td)>/g)?.length).toBe(open);
  });

  it('speaks the recipient’s language first', () => {
    const arabic = mail.html.indexOf('lang="ar" align');
    const english = mail.html.indexOf('lang="en" align');
    const first = language === 'ar' ? arabic : english;
    const second = language === 'ar' ? english : arabic;
    if (name === 'agent-reply') expect(Math.max(arabic, english)).toBeGreaterThan(0);
    // An outcome has a section of the other language only for words that are written in it.
    else if (name === 'outcome-message')
      expect([first > 0, second > 0 && second < first]).toEqual([true, false]);
    else expect([first > 0, first < second]).toEqual([true, true]);
  });

  it('can be composed', async () => {
    const { subject, text, html } = mail;
    const address = { name: '', address: 'a@b.example' };
    const raw = await composeMail({
      from: address,
      to: [address],
      subject,
      text,
      html,
      messageId: '<a@b>',
      references: [],
      date: at,
    });
    expect(raw.length).toBeGreaterThan(500);
  });
});

describe('the words', () => {
  it('promise a time in both calendars', () => {
    const { text } = acknowledgement({
      language: 'ar',
      reference,
      type: 'observation',
      category: { ar: 'الإنارة', en: 'Lighting' },
      promisedAt: at,
      zone,
      hours: { ar: 'من الأحد إلى الخميس', en: 'Sunday to Thursday' },
      telephoneCode: '123456',
      link,
      centre,
    });
    expect(text).toContain('استلمنا ملاحظتك');
    expect(text).toContain('الأحد 22 نوفمبر 2026م الموافق 12 جمادى الآخرة 1448هـ، الساعة 10:30 صباحًا');
    expect(text).toContain('Sunday 22 November 2026 (12 Jumada II 1448 AH), 10:30 AM');
    expect(text).toContain('هاتف المركز: 940');
  });

  it('of an agent have the direction they were written in', () => {
    const reply = agentReply({
      language: 'ar',
      reference,
      type: 'inquiry',
      body: 'Dear sir,\n\nYes.',
      link,
      centre,
    });
    expect(reply.subject).toContain('رد المركز بخصوص استفسارك');
    expect(reply.html).toContain('<td dir="ltr" lang="en"');
    expect(reply.text).toContain('Dear sir,\n\nYes.');
  });

  it('of an agent have a frame in both languages for a beneficiary who writes in another', () => {
    const values = { language: 'ar', reference, type: 'inquiry', body: 'نعم.', link, centre } as const;
    const both = agentReply({ ...values, both: true });
    expect(both.text.match(/نعم\./g)).toHaveLength(1);
    expect(both.text).toContain('Our answer about your inquiry');
    expect(both.text.indexOf('نعم.')).toBeLessThan(both.text.indexOf('Our answer'));
    expect(agentReply(values).text).not.toContain('Our answer');
  });

  it('keep the groups of a telephone number in place, in both parts', () => {
    const body = 'سيتصل بك الفني من 055 123 4567 بين 8:00-10:00.';
    const reply = agentReply({ language: 'ar', reference, type: 'inquiry', body, link, centre });
    expect(reply.html).toContain('<bdi dir="ltr">055 123 4567</bdi>');
    expect(reply.html).toContain('<bdi dir="ltr">8:00-10:00</bdi>');
    expect(reply.text).toContain('\u2066055 123 4567\u2069');
  });

  it('say what a missing score is', () => {
    const common = { language: 'en', reference, type: 'report', link, centre, zone } as const;
    expect(surveyRecovery({ ...common, score: null, finished: true, opens: 'case' }).text).toContain(
      'Satisfaction: not given',
    );
  });

  it('gather many cases in one mail, the most pressing first, and count what is beyond', () => {
    const notice = (kind: 'warned' | 'escalated' | 'message', n: number) => ({
      ...{ event: `e${n}`, case: `9T9-0A9-291${n}`, kind, clock: 'resolution' as const },
    });
    const { subject, text, html } = noticeDigest({
      ...{ language: 'ar', centre, zone, now: at, more: 4, console: 'https://rida.example' },
      notices: [notice('message', 1), notice('warned', 2), notice('escalated', 3)],
    });
    expect(subject).toBe('تنبيهات المعاملات (7)');
    expect(text.indexOf('9T9-0A9-2913')).toBeLessThan(text.indexOf('9T9-0A9-2912'));
    expect(text).toMatch(/والباقي \(.?4.?\) في قائمة المعاملات/u);
    expect(html).toContain('href="https://rida.example/cases/9T9-0A9-2911"');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', ''])('never link to %j', (href) => {
    const values = {
      language: 'ar',
      reference,
      type: 'report',
      link: href,
      unsubscribe: href,
      expiresAt: at,
      zone,
      centre,
    } as const;
    expect(() => surveyInvitation(values)).toThrow(RangeError);
  });
});
