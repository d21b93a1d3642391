import { plain, type Row } from './row.ts';

type Decision = Row['out']['decision'];
type Case = readonly [name: string, text: string, ...headers: string[]];

const rows = (kind: string, decision: Decision, cases: readonly Case[]): Row[] =>
  cases.map(([name, text, ...headers]) => ({
    name: `${kind}: ${name}`,
    raw: plain(text, ...headers),
    out: { kind, decision: decision ?? 'open' },
  }));

const GENERATED: readonly Case[] = [
  ['a monitor', 'Disk 91 % full on srv-01', 'Auto-Submitted: auto-generated', 'Subject: [ALERT] srv-01'],
  ['cron', 'backup: done', 'Auto-Submitted: auto-generated', 'X-Cron-Env: <SHELL=/bin/sh>'],
  ['a notification', 'A new device signed in.', 'Auto-Submitted: auto-notified'],
  ['a notification with its owner', 'x', 'Auto-Submitted: auto-notified; owner-email="a@example.com"'],
  ['capitals', 'x', 'Auto-Submitted: Auto-Generated'],
  ['a comment', 'x', 'Auto-Submitted: auto-generated (rejected)'],
  ['an unknown value', 'x', 'Auto-Submitted: auto-forwarded'],
  ['a bill', 'فاتورتكم لشهر نوفمبر', 'Auto-Submitted: auto-generated', 'Subject: فاتورة'],
  ['a scanner', 'Scan attached', 'Auto-Submitted: auto-generated', 'Subject: Scan from MFP'],
  ['a voice mail', 'New voice message', 'Auto-Submitted: auto-generated', 'X-Voicemail: 1'],
  ['an issue tracker', 'Comment added', 'Auto-Submitted: auto-generated', 'X-JIRA-FingerPrint: a'],
  ['a calendar reminder', 'Visit in one hour', 'Auto-Submitted: auto-generated', 'Subject: Reminder'],
  ['no receipts wanted but answers', 'x', 'X-Auto-Response-Suppress: All'],
  ['no absences wanted', 'x', 'X-Auto-Response-Suppress: DR, RN, NRN, OOF'],
  ['no automatic answers wanted', 'x', 'X-Auto-Response-Suppress: AutoReply'],
  ['a system of the ministry', 'تم تحديث حالة الطلب', 'X-Auto-Response-Suppress: OOF, AutoReply'],
  ['a password', 'رمز التحقق 123456', 'Auto-Submitted: auto-generated'],
  ['a receipt of payment', 'Payment received', 'Auto-Submitted: auto-generated', 'Subject: Receipt'],
];

const LISTS: readonly Case[] = [
  ['List-Id', 'x', 'List-Id: <roads.example.org>'],
  ['Mailman', 'x', 'X-Mailman-Version: 2.1.39', 'Precedence: list'],
  ['Mailman with posts', 'x', 'List-Post: <mailto:roads@example.org>'],
  [
    'Google Groups',
    'x',
    'List-ID: <roads.googlegroups.com>',
    'List-Post: <https://groups.google.com/g/roads/post>',
  ],
  ['X-Mailing-List', 'x', 'X-Mailing-List: linux-kernel@vger.kernel.org'],
  ['Sympa', 'x', 'List-Id: <residents.example.fr>', 'Precedence: list'],
  ['a digest', 'Today’s topics', 'List-Id: <roads.example.org>', 'Subject: roads Digest, Vol 3'],
  ['a moderator', 'Held for approval', 'List-Id: <roads.example.org>', 'X-List-Administrivia: yes'],
  ['a list in Arabic', 'نقاش سكان الحي', 'List-Id: سكان الحي <hay.example.org>'],
  [
    'a newsletter with an id',
    'x',
    'List-Id: <news.example.org>',
    'List-Unsubscribe: <https://example.org/u>',
  ],
  ['GitHub', 'commented', 'List-ID: a/b <b.a.github.com>'],
  [
    'a person on a list',
    'My street is dark.',
    'List-Id: <residents.example.org>',
    'Subject: [residents] Dark street',
  ],
  ['Precedence: list with a comment', 'x', 'Precedence: list (mailman)'],
  ['Yahoo Groups', 'x', 'Mailing-List: list a@yahoogroups.com', 'List-Id: <a.yahoogroups.com>'],
  ['ezmlm', 'x', 'Mailing-List: contact a-help@example.org; run by ezmlm'],
  ['Listserv', 'x', 'List-Id: <A.LISTSERV.EXAMPLE.EDU>'],
  ['discussion board', 'x', 'List-ID: <forum.example.org>', 'Precedence: list'],
];

const BULK: readonly Case[] = [
  ['Precedence: bulk in capitals', 'x', 'Precedence: BULK'],
  ['junk', 'x', 'Precedence: junk'],
  [
    'one click',
    'x',
    'List-Unsubscribe: <https://a.example/u>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  ],
  ['by mail', 'x', 'List-Unsubscribe: <mailto:u@a.example>'],
  ['both', 'x', 'List-Unsubscribe: <mailto:u@a.example>, <https://a.example/u>'],
  ['a shop', '50 % off', 'List-Unsubscribe: <https://shop.example/u>', 'Subject: Sale'],
  ['a shop in Arabic', 'خصم ٥٠٪ لفترة محدودة', 'List-Unsubscribe: <https://shop.example/u>', 'Subject: عروض'],
  ['Mailchimp', 'x', 'X-Mailer: MailChimp Mailer', 'List-Unsubscribe: <https://x.example/u>'],
  ['SendGrid', 'x', 'X-SG-EID: a', 'List-Unsubscribe: <https://x.example/u>'],
  ['a social network', 'Sara commented', 'List-Unsubscribe: <https://s.example/u>'],
  ['a course', 'New course', 'Precedence: bulk', 'Subject: دورة تدريبية'],
  ['a conference', 'Call for papers', 'Precedence: bulk'],
  ['a survey of others', 'Rate us', 'List-Unsubscribe: <https://q.example/u>'],
  ['a job offer', 'Jobs for you', 'List-Unsubscribe: <https://j.example/u>'],
  ['a vacation program', 'the cat sat on the mat', 'Precedence: junk', 'Subject: test'],
  ['a bank', 'Statement', 'Precedence: bulk', 'Subject: Statement'],
  ['a charity', 'تبرع الآن', 'List-Unsubscribe: <mailto:u@c.example>'],
];

const UNATTENDED: readonly Case[] = [
  ['noreply', 'x', 'From: noreply@example.com'],
  ['no_reply', 'x', 'From: no_reply@example.com'],
  ['no.reply', 'x', 'From: no.reply@example.com'],
  ['capitals', 'x', 'From: NoReply@Example.com'],
  ['do-not-reply', 'x', 'From: do-not-reply@example.com'],
  ['donotreply', 'x', 'From: donotreply@example.com'],
  ['do_not_reply', 'x', 'From: do_not_reply@example.com'],
  ['with a tag', 'x', 'From: noreply+abc@example.com'],
  ['with a suffix', 'x', 'From: noreply-orders@example.com'],
  ['with a name', 'x', 'From: Example Orders <no-reply@example.com>'],
  ['bounces', 'x', 'From: bounces@example.com'],
  ['bounce of a list', 'x', 'From: bounce+1@example.com'],
  ['postmaster', 'Welcome to the new server.', 'From: postmaster@example.com', 'Subject: Welcome'],
  ['mailer-daemon', 'Hello.', 'From: mailer-daemon@example.com', 'Subject: Hello'],
  ['autoreply', 'x', 'From: autoreply@example.com'],
  ['a null return path with a space', 'x', 'Return-Path: < >'],
  ['a null return path and a person', 'The lamp is dark.', 'Return-Path: <>'],
  ['a system in Arabic', 'تم تحديث بياناتكم', 'From: "البوابة" <no-reply@portal.example>'],
];

const OWN: readonly Case[] = [
  ['the header with another value', 'x', 'X-Rida-Mail: acknowledgement'],
  ['the header in capitals', 'x', 'X-RIDA-MAIL: 1'],
  ['an empty header', 'x', 'X-Rida-Mail: '],
  ['a Message-ID of a reply', 'x', 'Message-ID: <9T90A92918.reply@rida.example>'],
  ['a Message-ID of a survey', 'x', 'Message-ID: <9T90A92918.0c8f7h2m@rida.example>'],
  ['a Message-ID in capitals of the domain', 'x', 'Message-ID: <9T90A92918.ack@RIDA.example>'],
  ['our address with a name', 'x', 'From: Centre <help@rida.example>'],
  ['our address in capitals', 'x', 'From: HELP@rida.example'],
  ['our address with a tag', 'x', 'From: help+9T90A92918@rida.example'],
  ['an acknowledgement sent back', 'شكرا لتواصلكم', 'X-Rida-Mail: 1', 'Subject: [رضا 9T9-0A9-2918] بلاغك'],
  ['a mail that was redirected', 'x', 'X-Rida-Mail: 1', 'From: sara@example.com'],
  ['our header beside a list', 'x', 'X-Rida-Mail: 1', 'List-Id: <a.example.org>'],
  ['our header beside an absence', 'I am away.', 'X-Rida-Mail: 1', 'Subject: Automatic reply: x'],
  ['our address beside Auto-Submitted', 'x', 'From: help@rida.example', 'Auto-Submitted: auto-generated'],
  [
    'our Message-ID from a stranger',
    'x',
    'From: ali@example.org',
    'Message-ID: <9T90A92918.reply@rida.example>',
  ],
  [
    'our address and our Message-ID',
    'x',
    'From: help@rida.example',
    'Message-ID: <9T90A92918.reply@rida.example>',
  ],
];

export const MARKED_MACHINE_ROWS: readonly Row[] = [
  ...rows('auto-submitted', 'open', GENERATED),
  ...rows('mailing-list', 'open', LISTS),
  ...rows('bulk', 'open', BULK),
  ...rows('unattended-sender', 'open', UNATTENDED),
  ...rows('own', 'own', OWN),
];
