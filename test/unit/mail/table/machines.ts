import { html, plain, type Row } from './row.ts';

const machine = (
  name: string,
  kind: string,
  decision: Row['out']['decision'],
  text: string,
  ...headers: readonly string[]
): Row => ({
  name,
  raw: plain(text, ...headers),
  out: { kind, decision: decision ?? 'open' },
});
const human = (name: string, text: string, ...headers: readonly string[]): Row => ({
  name: `a person: ${name}`,
  raw: plain(text, ...headers),
  out: { kind: null, decision: 'open' },
});
const absent = (name: string, text: string, ...headers: readonly string[]): Row =>
  machine(name, 'out-of-office', 'feedback', text, ...headers);

export const MACHINE_ROWS: readonly Row[] = [
  absent('auto-replied', 'I am away.', 'Auto-Submitted: auto-replied'),
  absent('auto-replied with a parameter', 'x', 'Auto-Submitted: auto-replied; owner-email="a@example.com"'),
  absent('auto-replied (vacation)', 'x', 'Auto-Submitted: auto-replied (vacation)'),
  absent(
    'Exchange',
    'I am out of the office.',
    'Subject: Automatic reply: Lamp',
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
  ),
  absent(
    'Exchange in Arabic',
    'أنا خارج المكتب',
    'Subject: رد تلقائي: الإنارة',
    'X-Auto-Response-Suppress: All',
  ),
  absent('X-Autoreply', 'x', 'X-Autoreply: yes'),
  absent('Precedence: auto_reply', 'x', 'Precedence: auto_reply'),
  absent('a subject alone', 'x', 'Subject: Out of Office: back on Monday'),
  absent('an Arabic subject alone', 'x', 'Subject: خارج المكتب حتى الأحد'),
  absent('an Arabic subject with diacritics', 'x', 'Subject: رَدّ تِلْقائيّ'),
  absent('an Arabic leave', 'x', 'Subject: أنا في إجازة حتى 5/12'),
  absent(
    'a text alone',
    'Hello,\nThank you for your message. I am currently on annual leave and will respond on my return.',
    'Subject: Re: Lamp',
  ),
  absent(
    'an Arabic text alone',
    'السلام عليكم\nشكرًا لرسالتكم، أنا حاليًا في إجازة وسأرد عليكم بعد عودتي إن شاء الله.',
    'Subject: رد: الإنارة',
  ),
  machine(
    'a help desk’s receipt',
    'auto-reply',
    'feedback',
    'We have received your request #4521.',
    'Auto-Submitted: auto-replied',
  ),
  machine('auto-generated', 'auto-submitted', 'open', 'Disk is full', 'Auto-Submitted: auto-generated'),
  machine('no wish for answers', 'auto-submitted', 'open', 'x', 'X-Auto-Response-Suppress: OOF'),
  machine('a mailing list', 'mailing-list', 'open', 'x', 'List-Id: Residents <residents.example.org>'),
  machine('Precedence: list', 'mailing-list', 'open', 'x', 'Precedence: list'),
  machine('Precedence: bulk', 'bulk', 'open', 'x', 'Precedence: bulk'),
  machine('Precedence: junk', 'bulk', 'open', 'x', 'Precedence: junk'),
  machine('a newsletter', 'bulk', 'open', 'x', 'List-Unsubscribe: <https://example.com/u>'),
  machine('a null return path', 'unattended-sender', 'open', 'x', 'Return-Path: <>'),
  machine('no-reply', 'unattended-sender', 'open', 'x', 'From: no-reply@example.com'),
  machine('our own header', 'own', 'own', 'x', 'X-Rida-Mail: 1'),
  machine('our own address', 'own', 'own', 'x', 'From: help@rida.example'),
  machine('our own Message-ID', 'own', 'own', 'x', 'Message-ID: <9T90A92918.ack@rida.example>'),
  human('Auto-Submitted: no', 'x', 'Auto-Submitted: no'),
  human('Auto-Submitted: no with a parameter', 'x', 'Auto-Submitted: no; reason=x'),
  human('Feedback-ID alone', 'x', 'Feedback-ID: 1:2:3:gmail'),
  human('Precedence: normal', 'x', 'Precedence: normal'),
  human('a return path', 'x', 'Return-Path: <sara@example.com>'),
  human(
    'about automatic replies',
    'كل ما يصلني رد تلقائي ولا أحد يتابع البلاغ.',
    'Subject: شكوى من الرد التلقائي',
  ),
  human('about an absent clerk', 'The clerk is always out of office.', 'Subject: Clerk out of office again'),
  human('about the hours', 'لا أحد يرد.', 'Subject: خارج الدوام لا أحد يرد'),
  human('on leave who asks', 'أنا في إجازة هذا الأسبوع، هل أستطيع مراجعتكم الأحد؟', 'Subject: موعد'),
  human('about failed delivery', 'The new bin was never delivered.', 'Subject: Delivery failed'),
  human(
    'who quotes an absence',
    'He is not there.\n\nOn Nov 22, 2026 Ali <a@example.com> wrote:\n> I am out of the office and will reply on my return.',
    'Subject: Re: x',
  ),
  {
    name: 'an absence in HTML',
    raw: html(
      '<p>Thank you for your email.</p><p>I am out of the office until Sunday with limited access to email.</p>',
      'Subject: Re: x',
    ),
    out: { kind: 'out-of-office', decision: 'feedback' },
  },
];
