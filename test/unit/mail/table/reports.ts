import { mail, multi, part, plain, type Row } from './row.ts';

const DAEMON = 'From: Mail Delivery Subsystem <MAILER-DAEMON@example.com>';
const ID = '<9T90A92918.ack@rida.example>';
const returned = part(
  ['Content-Type: message/rfc822'],
  `From: help@rida.example\r\nMessage-ID: ${ID}\r\nSubject: [Rida 9T9-0A9-2918]\r\n\r\nhello`,
);
const textPart = part(['Content-Type: text/plain; charset=utf-8'], 'The mail could not be delivered.');

function delivery(action: string, status: string, ...more: readonly string[]): Uint8Array {
  const fields = [
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Final-Recipient: rfc822; Sara@Example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    ...more,
    '',
  ];
  return multi(
    'report; report-type=delivery-status',
    [textPart, part(['Content-Type: message/delivery-status'], fields.join('\r\n')), returned],
    DAEMON,
    'Subject: Delivery Status Notification',
    'Return-Path: <>',
  );
}
const feedback = (name: string, raw: Uint8Array, kind: string, ...reasons: readonly string[]): Row => ({
  name,
  raw,
  out: { kind, decision: 'feedback', reasons },
});
const about = (text: string): string =>
  `${text}\n\n------ This is a copy of the message, including all the headers. ------\nMessage-ID: ${ID}\nSubject: x\n`;

export const REPORT_ROWS: readonly Row[] = [
  feedback(
    'a failure',
    delivery('failed', '5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 no such user'),
    'delivery-report',
    'delivery-report',
    'failed:sara@example.com:5.1.1',
    `about:${ID}`,
    'reference:9T9-0A9-2918',
  ),
  feedback(
    'a full mailbox',
    delivery('failed', '5.2.2 (full)'),
    'delivery-report',
    'failed:sara@example.com:5.2.2',
  ),
  feedback(
    'a delay',
    delivery('delayed', '4.4.1'),
    'delivery-delay',
    'delivery-delay',
    'delayed:sara@example.com:4.4.1',
  ),
  feedback(
    'a receipt of delivery',
    delivery('delivered', '2.0.0'),
    'delivery-receipt',
    'delivered:sara@example.com:2.0.0',
  ),
  feedback(
    'fields without an action',
    delivery('', '4.2.2'),
    'delivery-delay',
    'delayed:sara@example.com:4.2.2',
  ),
  feedback(
    'two addresses, one of which failed',
    multi(
      'report; report-type=delivery-status',
      [
        textPart,
        part(
          ['Content-Type: message/delivery-status'],
          'Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822;a@example.com\r\nAction: delayed\r\nStatus: 4.0.0\r\n\r\nFinal-Recipient: rfc822;b@example.com\r\nAction: failed\r\nStatus: 5.0.0\r\n',
        ),
        part(['Content-Type: text/rfc822-headers'], `Message-ID:\r\n ${ID}\r\n`),
      ],
      DAEMON,
    ),
    'delivery-report',
    'delayed:a@example.com:4.0.0',
    'failed:b@example.com:5.0.0',
    `about:${ID}`,
  ),
  feedback(
    'a report whose parts are missing',
    multi('report; report-type=delivery-status', [textPart], DAEMON),
    'delivery-report',
    'delivery-report',
  ),
  feedback(
    'qmail',
    plain(
      `Hi. This is the qmail-send program at example.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<sara@example.com>:\n550 5.1.1 user unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: ${ID}\n`,
      DAEMON,
      'Subject: failure notice',
      'Return-Path: <>',
    ),
    'delivery-report',
    'failed:sara@example.com:5.1.1',
    `about:${ID}`,
  ),
  feedback(
    'Exim',
    plain(
      about(
        'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients:\n\n  sara@example.com\n    550 5.7.1 rejected',
      ),
      DAEMON,
      'X-Failed-Recipients: sara@example.com',
      'Auto-Submitted: auto-replied',
      'Subject: Mail delivery failed: returning message to sender',
    ),
    'delivery-report',
    'failed:sara@example.com:5.7.1',
    `about:${ID}`,
  ),
  feedback(
    'a delay in words',
    plain(
      about(
        'This message was created automatically by mail delivery software.\nYour message has not yet been delivered to:\n\n  sara@example.com\n',
      ),
      DAEMON,
      'Subject: Warning: message delayed 24 hours',
    ),
    'delivery-delay',
    'delayed:sara@example.com',
  ),
  feedback(
    'Exchange in Arabic',
    plain(
      'تعذر تسليم رسالتك إلى:\n\nsara@example.com\n',
      'From: postmaster@example.com',
      'Subject: تعذّر التسليم: بلاغكم',
    ),
    'delivery-report',
    'failed:sara@example.com',
  ),
  feedback(
    'a daemon without a domain',
    mail(['From: MAILER-DAEMON', 'Subject: Undelivered Mail Returned to Sender'], 'x'),
    'delivery-report',
    'delivery-report',
  ),
  feedback(
    'a read receipt',
    multi(
      'report; report-type=disposition-notification',
      [
        part(['Content-Type: text/plain'], 'Your message was read.'),
        part(
          ['Content-Type: message/disposition-notification'],
          `Final-Recipient: rfc822;sara@example.com\r\nOriginal-Message-ID: ${ID}\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n`,
        ),
      ],
      'Subject: Read: Lamp',
    ),
    'read-receipt',
    'disposition:displayed',
    `about:${ID}`,
  ),
  feedback(
    'a mail deleted unread',
    multi('report; report-type=disposition-notification', [
      part(['Content-Type: text/plain'], 'Not read'),
      part(
        ['Content-Type: message/disposition-notification'],
        'Final-Recipient: rfc822;sara@example.com\r\nDisposition: automatic-action/MDN-sent-automatically; deleted\r\n',
      ),
    ]),
    'read-receipt',
    'disposition:deleted',
  ),
  feedback(
    'a complaint of a provider (ARF)',
    multi(
      'report; report-type=feedback-report',
      [
        part(['Content-Type: text/plain'], 'This is an email abuse report.'),
        part(
          ['Content-Type: message/feedback-report'],
          'Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\nOriginal-Rcpt-To: sara@example.com\r\n',
        ),
        returned,
      ],
      'From: fbl@example.net',
    ),
    'feedback-report',
    'feedback-report',
    'abuse:abuse',
    `about:${ID}`,
  ),
  feedback(
    'Postfix in words',
    plain(
      about(
        'This is the mail system at host mx.example.com.\n\nI am sorry to have to inform you that your message could not be delivered.\n\n<sara@example.com>: host mx.example.com said: 550 5.1.1 User unknown',
      ),
      DAEMON,
      'Subject: Undelivered Mail Returned to Sender',
    ),
    'delivery-report',
    'failed:sara@example.com:5.1.1',
    `about:${ID}`,
    'reference:9T9-0A9-2918',
  ),
  feedback(
    'two addresses in words',
    plain(
      'Your message could not be delivered:\n\n<sara@example.com>: 550 5.1.1 unknown\n\n<ali@example.org>: 552 5.2.2 full\n',
      DAEMON,
      'Subject: Mail delivery failed',
    ),
    'delivery-report',
    'failed:sara@example.com:5.1.1',
    'failed:ali@example.org:5.2.2',
  ),
  feedback(
    'a case that only the returned subject names',
    multi(
      'report; report-type=delivery-status',
      [
        textPart,
        part(
          ['Content-Type: message/delivery-status'],
          'Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822; sara@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n',
        ),
        part(
          ['Content-Type: text/rfc822-headers'],
          'Message-ID: <0107@eu-central-1.amazonses.com>\r\nSubject: [Rida 9T9-0A9-2918] Lamp\r\n',
        ),
      ],
      DAEMON,
    ),
    'delivery-report',
    'reference:9T9-0A9-2918',
  ),
  {
    name: 'what a report encloses is no part of its text',
    raw: delivery('failed', '5.1.1'),
    out: { text: 'The mail could not be delivered.', fullText: 'The mail could not be delivered.' },
  },
  {
    name: 'a person who passes a bounce on',
    raw: plain(
      'لم تصل رسالتي إليكم، ما السبب؟\n\n-----Original Message-----\nFrom: MAILER-DAEMON\nUndelivered',
      'Subject: Undeliverable: x',
    ),
    out: { kind: null, decision: 'open', text: 'لم تصل رسالتي إليكم، ما السبب؟' },
  },
];
