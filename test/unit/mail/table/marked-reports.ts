import { multi, part, type Row } from './row.ts';

const words = (text: string) => part(['Content-Type: text/plain; charset=utf-8'], text);
const fields = (type: string, text: string) => part([`Content-Type: message/${type}`], text);
const SENT = part(
  ['Content-Type: message/rfc822'],
  'From: help@rida.example\r\nTo: sara@example.com\r\nMessage-ID: <9T90A92918.ack@rida.example>\r\nSubject: Lamp\r\n\r\nhello\r\n',
);
const feedback = (kind: string, name: string, raw: Uint8Array, ...reasons: readonly string[]): Row => ({
  name: `${kind}: ${name}`,
  raw,
  out: { kind, decision: 'feedback', reasons },
});

/** A report of delivery (RFC 3464) of a server, with its words, action and status. */
const delivery = (
  kind: string,
  action: string,
  server: string,
  subject: string,
  text: string,
  status: string,
): Row =>
  feedback(
    kind,
    server,
    multi(
      'report; report-type=delivery-status',
      [
        words(text),
        fields(
          'delivery-status',
          `Reporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; sara@example.com\r\nAction: ${action}\r\nStatus: ${status}\r\n`,
        ),
        SENT,
      ],
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.com>',
      `Subject: ${subject}`,
      'Return-Path: <>',
    ),
    `${action}:sara@example.com:${status}`,
  );

const DELAYS = [
  [
    'Postfix',
    'Delayed Mail (still being retried)',
    'Your message could not be delivered for more than 4 hour(s).',
    '4.4.1',
  ],
  [
    'Sendmail',
    'Warning: could not send message for past 4 hours',
    'The original message was received',
    '4.2.0',
  ],
  ['Exchange', 'Delivery delayed: Lamp', 'Delivery to these recipients has been delayed', '4.4.7'],
  [
    'Microsoft 365',
    'Delivery delayed:Lamp',
    'This message hasn’t been delivered yet. Delivery will continue',
    '4.7.500',
  ],
  [
    'Gmail',
    'Delivery Status Notification (Delay)',
    'There was a temporary problem delivering your message',
    '4.4.1',
  ],
  ['Exim', 'Warning: message 1abc delayed 24 hours', 'The message has not yet been delivered', '4.0.0'],
  ['Courier', 'NOTICE: mail delivery status.', 'THIS IS A WARNING MESSAGE ONLY.', '4.3.0'],
  [
    'OpenSMTPD',
    'Delivery status notification: warning',
    'A message is delayed for more than 4 hours',
    '4.0.0',
  ],
  ['Exchange in Arabic', 'تأخر التسليم: بلاغ', 'تأخر تسليم رسالتك إلى المستلم', '4.4.7'],
  ['Exchange in French', 'Retard de remise : Lampe', 'La remise est retardée', '4.4.7'],
  ['Exchange in German', 'Verzögerte Zustellung: Lampe', 'Die Zustellung ist verzögert', '4.4.7'],
  ['Exchange in Turkish', 'Teslimat gecikti: Lamba', 'Teslimat gecikti', '4.4.7'],
  ['a greylisting server', 'Delayed Mail', 'Greylisted, will be retried', '4.7.1'],
  ['a full mailbox', 'Delayed Mail', 'mailbox full, will be retried', '4.2.2'],
  ['a DNS error', 'Delayed Mail', 'Host or domain name not found, try again', '4.4.3'],
] as const;

const RECEIPTS = [
  ['Postfix', 'Successful Mail Delivery Report', '2.0.0', 'delivered'],
  ['Sendmail', 'Return receipt', '2.1.5', 'delivered'],
  ['Exchange', 'Delivered: Lamp', '2.0.0', 'delivered'],
  ['Microsoft 365', 'Delivered: Lamp', '2.1.5', 'delivered'],
  ['Exim', 'Delivery Status Notification', '2.0.0', 'delivered'],
  ['Domino', 'DELIVERED: Lamp', '2.1.5', 'delivered'],
  ['GroupWise', 'Message status - delivered', '2.0.0', 'delivered'],
  ['Courier', 'NOTICE: mail delivery status.', '2.0.0', 'delivered'],
  ['Zimbra', 'Successful Mail Delivery Report', '2.1.5', 'delivered'],
  ['Exchange in Arabic', 'تم التسليم: بلاغ', '2.0.0', 'delivered'],
  ['Exchange in French', 'Remis : Lampe', '2.0.0', 'delivered'],
  ['Exchange in German', 'Zugestellt: Lampe', '2.0.0', 'delivered'],
  ['Exchange in Turkish', 'Teslim edildi: Lamba', '2.0.0', 'delivered'],
  ['Postfix, relayed', 'Mail Delivery Status Report', '2.0.0', 'relayed'],
  ['Exchange, relayed', 'Relayed: Lamp', '2.0.0', 'relayed'],
  ['Microsoft 365, relayed', 'Relayed: Lamp', '2.6.0', 'relayed'],
  ['Sendmail, relayed', 'Return receipt', '2.0.0', 'relayed'],
  ['a list that expanded', 'Delivery Status Notification', '2.0.0', 'expanded'],
  ['Exchange, expanded', 'Expanded: Lamp', '2.0.0', 'expanded'],
] as const;

const COMPLAINTS = [
  ['AOL', 'scomp@aol.example', 'Email Feedback Report for IP 192.0.2.1', 'abuse'],
  ['Yahoo', 'feedback@arf.mail.example', 'FW:Lamp', 'abuse'],
  ['Comcast', 'feedbackloop@comcastfbl.example', 'Comcast Abuse Report', 'abuse'],
  ['Outlook', 'staff@hotmail.example', 'complaint about message from 192.0.2.1', 'abuse'],
  ['Fastmail', 'fbl@fastmail.example', 'Abuse report', 'abuse'],
  ['Mail.Ru', 'fbl@corp.mail.example', 'Spam report', 'abuse'],
  ['Yandex', 'fbl@yandex.example', 'Abuse report', 'abuse'],
  ['a virus', 'abuse@example.net', 'Virus report', 'virus'],
  ['a fraud', 'abuse@example.net', 'Fraud report', 'fraud'],
  ['not spam', 'fbl@example.net', 'Not spam', 'not-spam'],
  ['an opt-out', 'fbl@example.net', 'Opt-out', 'opt-out'],
  ['other', 'fbl@example.net', 'Feedback', 'other'],
  ['an authentication failure', 'dmarc@example.net', 'Auth failure', 'auth-failure'],
  ['under an Arabic subject', 'fbl@example.net', '[رضا 9T9-0A9-2918] بلاغ', 'abuse'],
  ['under the subject of a reply', 'fbl@example.net', 'Re: [Rida 9T9-0A9-2918] Lamp', 'abuse'],
  ['of a university', 'abuse@example.edu', 'Fwd: Lamp', 'abuse'],
] as const;

const READ = [
  ['Outlook, displayed', 'Read: Lamp', 'displayed'],
  ['Outlook, deleted', 'Not read: Lamp', 'deleted'],
  ['Thunderbird', 'Return Receipt (displayed) - Lamp', 'displayed'],
  ['Apple Mail', 'Read: Lamp', 'displayed'],
  ['Outlook in Arabic', 'مقروءة: بلاغ', 'displayed'],
  ['Outlook in French', 'Lu : Lampe', 'displayed'],
  ['Zimbra', 'Read-Receipt: Lamp', 'displayed'],
  ['GroupWise', 'Read: Lamp', 'displayed'],
  ['a server that dispatched it', 'Disposition notification', 'dispatched'],
  ['a server that processed it', 'Disposition notification', 'processed'],
  ['under the subject of a reply', 'Re: Lamp', 'displayed'],
  ['under the subject of a forward', 'Fwd: Lamp', 'displayed'],
] as const;

const invited = (name: string, method: string, subject: string, text = ''): Row => ({
  name: `calendar-response: ${name}`,
  raw: multi(
    'alternative',
    [
      words(text),
      part(
        [`Content-Type: text/calendar; charset=utf-8; method=${method}`],
        `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Visit\r\nDTSTART:20261122T073000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    ],
    `Subject: ${subject}`,
  ),
  out: { kind: 'calendar-response', decision: 'feedback' },
});

export const MARKED_REPORT_ROWS: readonly Row[] = [
  ...DELAYS.map(([server, subject, text, status]) =>
    delivery('delivery-delay', 'delayed', server, subject, text, status),
  ),
  ...RECEIPTS.map(([server, subject, status, action]) =>
    delivery('delivery-receipt', action, server, subject, 'Your message was delivered.', status),
  ),
  ...COMPLAINTS.map(([name, from, subject, type]) =>
    feedback(
      'feedback-report',
      name,
      multi(
        'report; report-type=feedback-report',
        [
          words('This is a report.'),
          fields('feedback-report', `Feedback-Type: ${type}\r\nUser-Agent: x/1\r\nVersion: 1\r\n`),
          SENT,
        ],
        `From: ${from}`,
        `Subject: ${subject}`,
      ),
      `abuse:${type}`,
      'complained:sara@example.com',
    ),
  ),
  ...READ.map(([name, subject, disposition]) =>
    feedback(
      'read-receipt',
      name,
      multi(
        'report; report-type=disposition-notification',
        [
          words('Your message was handled.'),
          fields(
            'disposition-notification',
            `Final-Recipient: rfc822;sara@example.com\r\nDisposition: manual-action/MDN-sent-manually; ${disposition}\r\n`,
          ),
        ],
        `Subject: ${subject}`,
      ),
      `disposition:${disposition}`,
    ),
  ),
  invited('accepted', 'REPLY', 'Accepted: Visit'),
  invited('declined', 'REPLY', 'Declined: Visit'),
  invited('tentative', 'REPLY', 'Tentatively Accepted: Visit'),
  invited('accepted in Arabic', 'REPLY', 'مقبول: زيارة'),
  invited('declined in Arabic', 'REPLY', 'مرفوض: زيارة'),
  invited('accepted in French', 'REPLY', 'Accepté : Visite'),
  invited('accepted in German', 'REPLY', 'Zugesagt: Besuch'),
  invited('accepted in Turkish', 'REPLY', 'Kabul edildi: Ziyaret'),
  invited('another time', 'COUNTER', 'New Time Proposed: Visit'),
  invited('a refresh', 'REFRESH', 'Visit'),
  invited('cancelled', 'CANCEL', 'Canceled: Visit'),
  invited('cancelled in Arabic', 'CANCEL', 'ملغى: زيارة'),
  invited(
    'Google, accepted',
    'REPLY',
    'Accepted: Visit',
    'Sara Ahmad has accepted this invitation.\n\nVisit\nSunday 22 Nov',
  ),
  invited(
    'Google, declined',
    'REPLY',
    'Declined: Visit',
    'Sara Ahmad has declined this invitation.\n\nVisit',
  ),
  invited('Google in Arabic', 'REPLY', 'مقبول: زيارة', 'قبلت سارة أحمد\nدعوة من تقويم Google'),
  invited('an answer under the subject of a reply', 'REPLY', 'Re: Visit'),
  invited('an answer of two words', 'REPLY', 'Accepted: Visit', 'Sara Ahmad'),
];
