import { describe, expect, it } from 'vitest';
import { automaticKind, type MailEnvelope } from '#shared/domain/mail/automatic.ts';

const person: MailEnvelope = {
  sender: 'sara@example.com',
  from: 'sara@example.com',
  subject: 'بلاغ عن حفرة',
  messageId: '<1@example.com>',
  ownAddresses: ['help@rida.example'],
  ownMessageIdDomain: 'rida.example',
};

describe('automaticKind', () => {
  it.each<[string, Record<string, string>, Partial<MailEnvelope>, string]>([
    ['our header', { 'x-rida-mail': '1' }, {}, 'own'],
    ['our Message-ID', {}, { messageId: '<4K7R2M0385.ack@RIDA.example>' }, 'own'],
    ['our address as author', {}, { from: 'Help@rida.example' }, 'own'],
    ['our plus address as envelope sender', {}, { sender: 'help+4K7R2M0385@rida.example' }, 'own'],
    [
      'a bounce',
      { 'content-type': 'multipart/report; report-type=delivery-status' },
      { sender: '' },
      'delivery-report',
    ],
    ['a bounce of an old mailer', { 'x-failed-recipients': 'x@example.com' }, {}, 'delivery-report'],
    [
      'a bounce known by its subject',
      {},
      { sender: '', subject: 'Undeliverable: [Rida 4K7-R2M-0385]' },
      'delivery-report',
    ],
    [
      'an Arabic bounce',
      {},
      { from: 'postmaster@example.com', subject: 'تعذر التسليم: رسالتك' },
      'delivery-report',
    ],
    ['a vacation reply', { 'auto-submitted': 'auto-replied (vacation)' }, {}, 'out-of-office'],
    ['X-Autoreply', { 'x-autoreply': 'yes' }, {}, 'out-of-office'],
    ['Precedence: auto_reply', { precedence: 'auto_reply' }, {}, 'out-of-office'],
    ['an English absence', {}, { subject: 'Automatic reply: Your case' }, 'out-of-office'],
    ['an Arabic automatic reply', {}, { subject: 'ردّ تلقائي: طلبكم' }, 'out-of-office'],
    ['an Arabic absence', {}, { subject: 'خارج المكتب' }, 'out-of-office'],
    ['an Arabic leave', {}, { subject: 'أنا في إجازة حتى الأحد' }, 'out-of-office'],
    ['a generated mail', { 'auto-submitted': 'auto-generated' }, {}, 'auto-submitted'],
    [
      'a mail without the wish for answers',
      { 'x-auto-response-suppress': 'DR, OOF, AutoReply' },
      {},
      'auto-submitted',
    ],
    ['a newsletter', { 'list-unsubscribe': '<https://example.com/u>' }, {}, 'bulk'],
    ['a list', { 'list-id': '<l.example.com>' }, {}, 'mailing-list'],
    ['Precedence: bulk', { precedence: 'bulk' }, {}, 'bulk'],
    ['the null return path', {}, { sender: '' }, 'unattended-sender'],
    ['the null return path as a header', { 'return-path': '<>' }, { sender: null }, 'unattended-sender'],
    ['no-reply', {}, { from: 'no-reply@example.com' }, 'unattended-sender'],
    ['mailer-daemon', {}, { from: 'MAILER-DAEMON@example.com' }, 'unattended-sender'],
    [
      'a help desk’s receipt',
      { 'auto-submitted': 'auto-replied' },
      { text: 'We have received your request no 12' },
      'auto-reply',
    ],
    ['an Arabic receipt', { 'auto-submitted': 'auto-replied' }, { text: 'تم استلام طلبكم' }, 'auto-reply'],
    [
      'an absence in its text alone',
      {},
      {
        subject: 'Re: x',
        text: 'Thank you for your email. I am currently out of the office and will reply on my return.',
      },
      'out-of-office',
    ],
    [
      'an Arabic absence in its text alone',
      {},
      {
        subject: 'رد: x',
        text: 'السلام عليكم،\nشكرًا لتواصلكم. أنا حاليًا خارج المكتب، وسأقوم بالرد عند عودتي.',
      },
      'out-of-office',
    ],
    [
      'an invitation answered',
      {},
      { calendarMethod: 'REPLY', subject: 'Accepted: Visit' },
      'calendar-response',
    ],
    ['a list by Precedence', { precedence: 'list' }, {}, 'mailing-list'],
    [
      'Auto-Submitted with parameters',
      { 'auto-submitted': 'auto-generated; owner-email="x@y.z"' },
      {},
      'auto-submitted',
    ],
    ['a flood', {}, { recentFromAuthor: 21, recentAllowed: 20 }, 'too-frequent'],
  ])('%s', (_name, headers, envelope, kind) => {
    expect(automaticKind(headers, { ...person, ...envelope })?.kind).toBe(kind);
  });

  it('takes a colleague who shares our domain for a person', () => {
    expect(automaticKind({}, { ...person, messageId: '<DB9P-0afc1@rida.example>' })).toBeNull();
  });

  it.each<[string, Record<string, string>, Partial<MailEnvelope>]>([
    ['a plain mail', {}, {}],
    ['Auto-Submitted: no', { 'auto-submitted': 'no' }, {}],
    ['Auto-Submitted: no with a comment', { 'auto-submitted': 'No (a person)' }, {}],
    ['no wish for receipts alone', { 'x-auto-response-suppress': 'DR, RN' }, {}],
    ['a subject about an absence', {}, { subject: 'الموظف كان خارج المكتب' }],
    ['a subject about answers', {}, { subject: 'Your automatic gate is broken' }],
    ['an address that begins alike', {}, { from: 'noreplyson@example.com', sender: 'bouncesky@example.com' }],
    ['office hours', {}, { subject: 'Out of office hours nobody answers' }],
    ['a complaint about automatic replies', {}, { subject: 'Automatic reply to my complaint is useless' }],
    ['one about hours in Arabic', {}, { subject: 'خارج الدوام لا أحد يرد على الهاتف' }],
    ['one about a holiday', {}, { subject: 'في إجازة العيد لم تُجمع النفايات' }],
    ['one about a leave', {}, { subject: 'إجازة', text: 'أنا في إجازة، هل يمكن تأجيل الموعد؟' }],
    [
      'an absence beside a request',
      {},
      {
        subject: 'x',
        text: 'The lamp at my gate is broken. I am out of the office until Sunday, please call me then.',
      },
    ],
    ['Feedback-ID alone', { 'feedback-id': '1:2:x' }, {}],
    ['an invitation', {}, { calendarMethod: 'REQUEST', subject: 'Visit' }],
    ['a subject about delivery', {}, { subject: 'Delivery failed: nobody brought the bin' }],
    ['an answer to an absence', {}, { subject: 'RE: Out of Office' }],
    ['a reply to our mail', {}, { messageId: '<2@rida.example.org>' }],
    ['as many mails as allowed', {}, { recentFromAuthor: 20, recentAllowed: 20 }],
    ['an unknown envelope', {}, { sender: null, from: null, messageId: null }],
  ])('%s is a person’s', (_name, headers, envelope) => {
    expect(automaticKind(headers, { ...person, ...envelope })).toBeNull();
  });
});
