import { multi, part, plain, type Row } from './row.ts';

export const ID = '<9T90A92918.ack@rida.example>';
export const SENT = `Received: from rida.example by mx.example.com; Sun, 22 Nov 2026 10:30:00 +0300\nFrom: Centre <help@rida.example>\nTo: sara@example.com\nMessage-ID: ${ID}\nSubject: [Rida 9T9-0A9-2918] Lamp\n\nhello\n`;
export const DAEMON = 'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>';

export const feedback = (
  name: string,
  kind: string,
  raw: Uint8Array,
  ...reasons: readonly string[]
): Row => ({
  name,
  raw,
  out: { kind, decision: 'feedback', reasons },
});

/** A report in prose that names one address, and returns the sent mail. */
function prose(
  name: string,
  text: string,
  headers: readonly string[],
  { address = 'sara@example.com', status = '', action = 'failed' } = {},
): Row {
  const kind = action === 'delayed' ? 'delivery-delay' : 'delivery-report';
  const suffix = status === '' ? '' : `:${status}`;
  return feedback(
    name,
    kind,
    plain(`${text}${SENT}`, ...headers),
    `${action}:${address}${suffix}`,
    `about:${ID}`,
  );
}

const words = (text: string) => part(['Content-Type: text/plain; charset=utf-8'], text);

export const passedOn = (name: string, raw: Uint8Array): Row => ({
  name: `a person: ${name}`,
  raw,
  out: { kind: null, decision: 'open' },
});

/** The layouts are those of the named servers, seen in public collections of bounces. */
export const BOUNCE_ROWS: readonly Row[] = [
  prose(
    'IMail: a reason and an address',
    'Unknown user: sara@example.com\n\n\nOriginal message follows.\n\n',
    ['From: postmaster@example.com', 'Subject: Undeliverable Mail'],
  ),
  prose(
    'IMail: a full mailbox',
    'User mailbox exceeds allowed size: sara@example.com\n\n\nOriginal message follows.\n\n',
    ['From: postmaster@example.com', 'Subject: Undeliverable Mail'],
  ),
  prose(
    'OpenSMTPD',
    'Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\nsara@example.com: 550 5.1.1 User unknown\n\n    Below is a copy of the original message:\n\n',
    ['From: Mailer Daemon <MAILER-DAEMON@mx.example.com>', 'Subject: Delivery status notification: error'],
    { status: '5.1.1' },
  ),
  prose(
    'DragonFly, from an author without an address',
    'This is the DragonFly Mail Agent v0.13 at mx.example.com.\n\nThere was an error delivering your mail to <sara@example.com>.\n\nDNS lookup failure: host not found\n\nMessage headers follow.\n\n',
    ['From: MAILER-DAEMON', 'Subject: Mail delivery failed'],
  ),
  prose(
    'Exim: a list of addresses, and the sender before it',
    'This message was created automatically by mail delivery software.\n\nA message sent by\n\n  <help@rida.example>\n\ncould not be delivered to one or more of its recipients. The following\naddress(es) failed:\n\n  sara@example.com\n    550 mailbox unavailable\n\n------ This is a copy of the message, including all the headers. ------\n\n',
    [
      DAEMON,
      'X-Failed-Recipients: sara@example.com',
      'Auto-Submitted: auto-replied',
      'Subject: Mail delivery failed',
    ],
    { status: '5.0.0' },
  ),
  prose(
    'Exim: a recipient that is malformed',
    'A message that you sent contained one or more recipient addresses that were\nincorrectly constructed:\n\n  <sara@example.com>: malformed address\n\n------ This is a copy of your message, including all the headers. ------\n\n',
    [DAEMON, 'Auto-Submitted: auto-replied', 'Subject: Mail failure - malformed recipient address'],
  ),
  prose(
    'Exim: an address that is hidden, generated from ours',
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  an undisclosed address\n    (generated from sara@example.com)\n\n------ This is a copy of the message, including all the headers. ------\n\n',
    [DAEMON, 'Auto-Submitted: auto-generated', 'Subject: Mail delivery failed: returning message to sender'],
  ),
  prose(
    'mail.ru: rejected by the scanning code',
    'Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно.\n\nК сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям, потому что:\n\n Local mailbox sara@example.com is unavailable: user not found\n\n**********************\n\nA message that you sent was rejected by the local scanning code.\n\n------ This is a copy of your message, including all the headers. ------\n\n',
    [
      'From: Mailer-Daemon@mx.mail.example',
      'Auto-Submitted: auto-replied',
      'Subject: Ваше сообщение не доставлено. Mail failure.',
    ],
  ),
  feedback(
    'x6: recipients in a sentence, the headers in a file',
    'delivery-report',
    multi(
      'mixed',
      [
        words(
          'We had trouble delivering your message. Full details follow:\n\nSubject: Lamp\n\n1 error(s):\n\nThe following recipients returned permanent errors: sara@example.com. Reason: SMTP Server <192.0.2.1> refused to accept your message (DATA): [554 5.4.6 Hop count exceeded]\n',
        ),
        part(['Content-Type: text/plain; name=headers.txt'], SENT),
      ],
      'From: MAILER-DAEMON',
      'Return-Path: <>',
      'Auto-Submitted: auto-replied',
      'Precedence: list',
      'Subject: There was an error sending your mail',
    ),
    'failed:sara@example.com:5.4.6',
  ),
  prose(
    'au one net in Japanese',
    '送信先のメールボックスが一杯のため、送信できませんでした。\n\nYour mail sent on: Sun, 22 Nov 2026 10:30:00 +0300\n     Could not be delivered to: <sara@example.com>\n     As their mailbox is full.\n\n',
    ['From: no-reply@mx.example.com', 'Return-Path: <>', 'Subject: メールエラー通知'],
  ),
  prose(
    'EZweb: a recipient, and the dialogue about the sender',
    'Each of the following recipients was rejected by a remote\nmail server.\n\n    Recipient: <sara@example.com>\n    >>> MAIL FROM:<help@rida.example>\n    <<< 550 SC-004 your address is blocked\n\n',
    ['From: Postmaster@ezweb.example', 'Return-Path: <>', 'Subject: Mail System Error - Returned Mail'],
    { status: '5.0.0' },
  ),
  prose(
    'InterScan: only a dialogue',
    '...\n\nSent <<< RCPT TO:<sara@example.com>\nReceived >>> 550 5.1.1 <sara@example.com>... user unknown\n\n*****     End of message     *****\n\n',
    ['From: postmaster@example.com', 'Subject: メッセージを配信できません。'],
    { status: '5.1.1' },
  ),
  prose(
    'Sendmail 5: answers with addresses, one of them about the sender',
    '   ----- Transcript of session follows -----\nWhile talking to mx.example.com:\n>>> MAIL From:<help@rida.example>\n<<< 501 <help@rida.example>... no access\n554 <sara@example.com>... 550 Host unknown\n\n   ----- Unsent message follows -----\n',
    [DAEMON, 'Subject: Returned mail: Host unknown'],
    { status: '5.0.0' },
  ),
  prose(
    'Exchange 5.5: the fields of the mail, then the recipient',
    'Your message\n\n  To:      Centre list\n  Subject: Lamp\n  Sent:    Sun, 22 Nov 2026 10:30:00 +0300\n\ndid not reach the following recipient(s):\n\nsara@example.com on Sun, 22 Nov 2026 10:30:01 +0300\n    The recipient name is not recognized\n\n',
    ['From: System Administrator <postmaster@example.com>', 'Subject: Undeliverable: Lamp'],
  ),
  prose(
    'Exchange 5.5: an X.400 address',
    'Your message\n\n  To:      somebody\n  Subject: Lamp\n\ndid not reach the following recipient(s):\n\nc=US;a= ;p=X;o=Y;dda:SMTP=SARA@EXAMPLE.COM; on Sun, 22 Nov 2026 10:30:01 +0300\n    The recipient name is not recognized\n\n',
    ['From: postmaster@example.com', 'Subject: Undeliverable: Lamp'],
  ),
  prose(
    'MDaemon: a recipient after a mark, under its own name',
    'The attached message had PERMANENT fatal delivery errors!\n\nYOUR MESSAGE WAS NOT DELIVERED!\n\nThe following addresses did NOT receive a copy of your message:\n\n> sara@example.com\n\n--- Session Transcript ---\n RCPT To:<sara@example.com>\n 550 Unknown user\n\n--- Original message follows.\n\n',
    ['From: MDaemon@mx.example.com', 'Precedence: bulk', 'Subject: Permanent Delivery Failure'],
    { status: '5.0.0' },
  ),
  prose(
    'Smail',
    '|------------------------- Message log follows: -------------------------|\n no valid recipients were found for this message\n|------------------------- Failed addresses follow: ---------------------|\n sara@example.com ... unknown host\n|------------------------- Message text follows: ------------------------|\n',
    [DAEMON, 'Subject: mail failed, returning to sender'],
  ),
  prose(
    'Yahoo',
    'Message from  example.com.\nUnable to deliver message to the following address(es).\n\n<sara@example.com>:\nSorry, I was not able to establish an SMTP connection. (#4.4.1)\nI am not going to try again; this message has been in the queue too long.\n\n--- Original message follows.\n\n',
    [DAEMON, 'Subject: failure delivery'],
    { status: '4.4.1' },
  ),
  prose(
    'GMX: an address in quotes',
    'A message that you sent could not be delivered to one or more of\nits recipients. The following address\nfailed:\n\n"sara@example.com":\nSMTP error from remote server after RCPT command:\n5.2.1 <sara@example.com>... User Unknown\n\n--- The header of the original message is following. ---\n\n',
    [DAEMON, 'Subject: Mail delivery failed: returning message to sender'],
    { status: '5.2.1' },
  ),
  prose(
    'Zoho: a delay',
    'THIS IS A WARNING MESSAGE ONLY.\n\nYOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\n----- The following addresses had fatal errors -----\n[Status: Error, Address: <sara@example.com>, ResponseCode 421, , Host not reachable.]\n\nMessage will be retried for 4 more day(s)\n\n',
    ['From: mailer-daemon@mail.example.com', 'Subject: Mail Delivery Status Notification (Delay)'],
    { status: '4.0.0', action: 'delayed' },
  ),
  prose(
    'Postfix: a delay, from the sender’s own return path',
    'This is the mail system at host mx.example.com.\n\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\nYour message could not be delivered for more than 2 hour(s).\nIt will be retried until it is 4 day(s) old.\n\nFor further assistance, please send mail to <postmaster@mx.example.com>\n\n<sara@example.com>: connect to mx: No route to host\n\n',
    [DAEMON, 'Subject: Delayed Mail (still being retried)'],
    { action: 'delayed' },
  ),
  prose(
    'a gateway that answers under the subject of the mail',
    'Votre message n’a pas pu être remis à\nsara@example.com\n\nYour message could not be delivered to\nsara@example.com\n\n',
    ['From: gateway@example.com', 'Subject: RE: Lamp : non remis (delivery failed)'],
  ),
  prose(
    'a mail server whose address is empty',
    'Delivery to the following recipients failed permanently:\n\n   * sara@example.com\n\n',
    ['From: Mail Delivery System <>', 'Return-Path: <>', 'Subject: Delivery status notification'],
  ),
  prose(
    'Exchange in Arabic, with the addresses on the line',
    'تعذر تسليم رسالتك إلى sara@example.com لأن العنوان غير موجود.\n\n----- الرسالة الأصلية -----\n\n',
    ['From: postmaster@example.com', 'Subject: نسخة غير مسلمة: بلاغكم'],
  ),
  feedback(
    'two addresses in words, on lines without a space between them',
    'delivery-report',
    plain(
      `A message that you sent could not be delivered to one or more of its recipients.\n\nsara@example.com Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 User Unknown\nali@example.org Invalid Address, ERROR_CODE :550, ERROR_CODE :5.2.2 Mailbox Full\n\n\n${SENT}`,
      'From: mailer-daemon@mail.example.com',
      'Subject: Undelivered Mail Returned to Sender',
    ),
    'failed:sara@example.com:5.1.1',
    'failed:ali@example.org:5.2.2',
  ),
];
