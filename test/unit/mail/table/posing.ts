import { mail, plain, type Row } from './row.ts';

const TO_CASE = 'To: help+9T90A92918@rida.example';
const REFERENCE = 'reference:9T9-0A9-2918';

/** A mail that names a case and whose author is not proven: it opens one of its own. */
const unproven = (name: string, reason: string, ...headers: readonly (string | Uint8Array)[]): Row => ({
  name: `not proven: ${name}`,
  raw: mail(headers, 'x'),
  out: { decision: 'open', reasons: [reason] },
});
const from = (name: string, value: string, address: string): Row => ({
  name: `address: ${name}`,
  raw: mail([`From: ${value}`], 'x'),
  out: { from: ['', address] },
});
/** A form or a group names the writer in Reply-To. */
const writtenFor = (name: string, address: string, ...headers: readonly string[]): Row => ({
  name: `written for: ${name}`,
  raw: plain('توجد حفرة أمام المدرسة.', ...headers),
  out: { kind: null, decision: 'open', reasons: [`written-for:${address}`, 'named-in-reply-to'] },
});

export const POSING_ROWS: readonly Row[] = [
  unproven(
    'two addresses in one From',
    'several-authors',
    'From: <khalid@bank.example> <mallory@evil.example>',
    TO_CASE,
  ),
  unproven(
    'an address inside an address',
    'several-authors',
    'From: <<khalid@bank.example>mallory@evil.example>',
    TO_CASE,
  ),
  unproven(
    'two bare addresses',
    'several-authors',
    'From: khalid@bank.example mallory@evil.example',
    TO_CASE,
  ),
  ...[
    'khalid@bank.example@evil.example',
    'mallory@evil.example <khalid@bank.example>',
    'mallory@evil.example<khalid@bank.example>',
    '<khalid@bank.example>mallory@evil.example',
    'khalid@bank.example (x) mallory@evil.example',
    'khalid@bank.example;mallory@evil.example',
    '"a" <khalid@bank.example> "b" <mallory@evil.example>',
    'A: khalid@bank.example;, mallory@evil.example',
    '<@evil.example:khalid@bank.example>',
    '"unterminated <mallory@evil.example>, khalid@bank.example',
  ].map((value) => unproven(`author ${value}`, 'several-authors', `From: ${value}`, TO_CASE)),
  ...['Sender', 'Content-Transfer-Encoding', 'Content-Disposition', 'Cc', 'Reply-To'].map((name) =>
    unproven(`two ${name}`, 'repeated-header', `${name}: inline`, `${name}: inline`, TO_CASE),
  ),
  ...[
    'khalid@bank。example',
    'khalid@\uff42ank.example',
    'khalid@bank\u200b.example',
    'khalid@=?utf-8?q?bank?=.example',
  ].map((value) => unproven(`author ${value}`, 'misleading-address', `From: ${value}`, TO_CASE)),
  ...[
    'sara@example.com <sara@example.com>',
    'Sara @ Home <sara@example.com>',
    '"mallory@evil.example" <sara@example.com>',
  ].map(
    (value): Row => ({
      name: `one author: ${value}`,
      raw: mail([`From: ${value}`, TO_CASE], 'x'),
      out: { decision: 'append', reasons: ['reference-in-address'] },
    }),
  ),
  unproven('two subjects', 'repeated-header', 'Subject: a', 'Subject: b', TO_CASE),
  unproven('two To', 'repeated-header', TO_CASE, 'To: help@rida.example'),
  unproven(
    'two Message-IDs',
    'repeated-header',
    'Message-ID: <a@b.example>',
    'Message-ID: <c@d.example>',
    TO_CASE,
  ),
  unproven(
    'two References',
    'repeated-header',
    'References: <a@b.example>',
    'References: <c@d.example>',
    TO_CASE,
  ),
  unproven(
    'two In-Reply-To',
    'repeated-header',
    'In-Reply-To: <a@b.example>',
    'In-Reply-To: <c@d.example>',
    TO_CASE,
  ),
  unproven(
    'two Content-Types',
    'repeated-header',
    'Content-Type: text/plain',
    'Content-Type: text/html',
    TO_CASE,
  ),
  unproven(
    'two dates',
    'repeated-header',
    'Date: Sun, 22 Nov 2026 10:30:00 +0300',
    'Date: Sun, 22 Nov 2026 11:30:00 +0300',
    TO_CASE,
  ),
  unproven('a Kelvin sign for a k', 'misleading-address', 'From: \u212Ahalid@bank.example', TO_CASE),
  unproven(
    'a domain that encodes a Kelvin sign',
    'misleading-address',
    'From: khalid@xn--ban-0k1a.example',
    TO_CASE,
  ),
  unproven('a domain that encodes nothing', 'misleading-address', 'From: khalid@xn--bank-.example', TO_CASE),
  unproven(
    'an encoded word inside the address',
    'misleading-address',
    'From: =?utf-8?q?khalid?=@bank.example',
    TO_CASE,
  ),
  unproven('full-width letters', 'misleading-address', 'From: \uff4bhalid@bank.example', TO_CASE),
  unproven(
    'a mail to others',
    'not-addressed-to-us',
    'To: office@example.net',
    'Subject: [Rida 9T9-0A9-2918]',
  ),
  {
    name: 'two From headers, one with a space before its colon',
    raw: mail(['From: khalid@bank.example', 'From : mallory@evil.example'], 'x'),
    out: { decision: 'quarantine', reasons: ['several-from-headers'] },
  },
  from('an Arabic domain, in ASCII', 'sara@\u0645\u062b\u0627\u0644.example', 'sara@xn--mgbh0fb.example'),
  from('an Arabic domain that came in ASCII', 'sara@xn--mgbh0fb.example', 'sara@xn--mgbh0fb.example'),
  from(
    'an encoded word stays as it is',
    '=?utf-8?q?khalid?=@bank.example',
    '=?utf-8?q?khalid?=@bank.example',
  ),
  from('a local part in quotes', '"a,b"@example.com', '"a,b"@example.com'),
  from('a semicolon', '<a;b@example.com>', 'a;b@example.com'),
  from('a route', '<@relay.example:sara@example.com>', 'sara@example.com'),
  {
    name: 'address: a comment inside a comment',
    raw: mail(['From: sara@example.com (at (home))'], 'x'),
    out: { from: ['at (home)', 'sara@example.com'] },
  },
  writtenFor(
    'a form of the website',
    'sara@example.com',
    'From: noreply@city.example',
    'Reply-To: Sara <sara@example.com>',
  ),
  writtenFor(
    'a form that writes as the centre',
    'sara@example.com',
    'From: help@rida.example',
    'Reply-To: sara@example.com',
  ),
  writtenFor(
    'a group',
    'sara@example.com',
    "From: 'Sara' via Help <help@rida.example>",
    'Reply-To: Sara <sara@example.com>',
  ),
  writtenFor(
    'a group that keeps the author elsewhere',
    'sara@example.com',
    "From: 'Sara' via Help <help@rida.example>",
    'X-Original-From: Sara <sara@example.com>',
  ),
  {
    name: 'our own mail come back asks to answer us',
    raw: plain('x', 'From: help@rida.example', 'Reply-To: help+9T90A92918@rida.example'),
    out: { kind: 'own', decision: 'own' },
  },
  {
    name: 'In-Reply-To as an encoded word',
    raw: plain('x', 'In-Reply-To: =?utf-8?Q?=3C9T90A92918.ack=40rida.example=3E?='),
    out: { decision: 'append', reasons: ['reference-in-message-id', REFERENCE] },
  },
  {
    name: 'several ids in In-Reply-To',
    raw: plain('x', 'In-Reply-To: <other@example.com> <9T90A92918.ack@rida.example>'),
    out: { decision: 'append', reasons: ['reference-in-message-id', REFERENCE] },
  },
  {
    name: 'two From headers, the first line with a space before its colon',
    raw: Buffer.concat([
      Buffer.from('From : mallory@evil.example\r\n'),
      plain('x', 'From: khalid@bank.example'),
    ]),
    out: { decision: 'quarantine', reasons: ['several-from-headers'] },
  },
];
