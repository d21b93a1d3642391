import { base64, bytes, mail, multi, nested, part, type Row } from './row.ts';

const textPart = part(
  ['Content-Type: text/plain; charset=utf-8'],
  'See what my neighbour wrote to me yesterday evening.',
);
const inner = bytes(
  'From: Noor <noor@example.org>\r\nSubject: =?utf-8?B?2K3Zgdix2Kk=?=\r\nMessage-ID: <i@example.org>\r\n',
  'Content-Type: text/plain; charset=utf-8\r\n\r\nتوجد حفرة أمام المدرسة',
);
const FORWARDED =
  '---------- Forwarded message ----------\nFrom: Noor <noor@example.org>\nSubject: حفرة\n\nتوجد حفرة أمام المدرسة';
const calendar = (method: string): string =>
  [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'SUMMARY:Site visit\\, lamp',
    'DTSTART:20261122T073000Z',
    'DTEND:20261122T083000Z',
    'LOCATION:King Fahd Rd',
    'DESCRIPTION:Bring the\\n re',
    ' port',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const signed = (kind: string, protocol: string, signature: Buffer): Uint8Array =>
  multi(`signed; protocol="${protocol}"; micalg=${kind}`, [
    part(['Content-Type: text/plain; charset=utf-8'], 'نص موقّع'),
    signature,
  ]);

export const WRAPPER_ROWS: readonly Row[] = [
  {
    name: 'a mail attached, with words above',
    raw: multi('mixed', [
      textPart,
      part(['Content-Type: message/rfc822; name="old.eml"', 'Content-Disposition: attachment'], inner),
    ]),
    out: {
      text: 'See what my neighbour wrote to me yesterday evening.',
      attachments: [['old.eml', 'message/rfc822', inner.length]],
      subject: 'Street lamp',
      messageId: '<m1@example.com>',
    },
  },
  {
    name: 'a mail attached, with a cover note',
    raw: multi('mixed', [
      part(['Content-Type: text/plain; charset=utf-8'], 'للعلم'),
      part(['Content-Type: message/rfc822'], inner),
    ]),
    out: {
      text: `للعلم\n\n${FORWARDED}`,
      attachments: [['attachment-1.eml', 'message/rfc822', inner.length]],
      category: 'roads',
    },
  },
  {
    name: 'a mail attached and nothing said',
    raw: multi('mixed', [
      part(['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'], base64(inner)),
    ]),
    out: {
      text: FORWARDED,
      language: 'ar',
      attachments: [['attachment-1.eml', 'message/rfc822', inner.length]],
    },
  },
  {
    name: 'a mail that is nothing but another mail',
    raw: mail(['Content-Type: message/rfc822'], inner),
    out: { text: FORWARDED, from: ['Sara Ahmad', 'sara@example.com'] },
  },
  {
    name: 'a digest of mails',
    raw: multi('digest', [
      part(['Content-Type: message/rfc822'], inner),
      part(['Content-Type: message/rfc822'], inner),
    ]),
    out: { decision: 'open' },
  },
  {
    name: 'an invitation beside its text',
    raw: multi('alternative', [
      part(['Content-Type: text/plain'], 'Please come to the site.'),
      part(['Content-Type: text/calendar; method=REQUEST; charset=utf-8'], calendar('REQUEST')),
    ]),
    out: {
      text: 'Please come to the site.',
      kind: null,
      attachments: [['invite.ics', 'text/calendar', calendar('REQUEST').length]],
    },
  },
  {
    name: 'an invitation alone',
    raw: mail(['Content-Type: text/calendar; method=REQUEST'], calendar('REQUEST')),
    out: {
      text: 'Site visit, lamp\n2026-11-22 10:30 – 2026-11-22 11:30\nKing Fahd Rd\nBring the\n report',
      kind: null,
      decision: 'open',
    },
  },
  {
    name: 'an invitation accepted',
    raw: multi(
      'alternative',
      [
        part(['Content-Type: text/plain'], 'Sara has accepted this invitation.'),
        part(['Content-Type: text/calendar; method=REPLY'], calendar('REPLY')),
      ],
      'Subject: Accepted: Site visit',
    ),
    out: { kind: 'calendar-response', decision: 'feedback' },
  },
  {
    name: 'winmail.dat that is none is kept as a file',
    raw: multi('mixed', [
      textPart,
      part(
        ['Content-Type: application/ms-tnef; name="winmail.dat"', 'Content-Transfer-Encoding: base64'],
        base64('tnef'),
      ),
    ]),
    out: { attachments: [['winmail.dat', 'application/ms-tnef', 4]], reasons: ['tnef'] },
  },
  {
    name: 'S/MIME, signed in clear',
    raw: signed(
      'sha-256',
      'application/pkcs7-signature',
      part(['Content-Type: application/pkcs7-signature; name=smime.p7s'], 'sig'),
    ),
    out: {
      text: 'نص موقّع',
      attachments: [['smime.p7s', 'application/pkcs7-signature', 3]],
      decision: 'open',
    },
  },
  {
    name: 'S/MIME, encrypted',
    raw: mail(
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      base64('cipher'),
    ),
    out: {
      text: '',
      attachments: [['smime.p7m', 'application/pkcs7-mime', 6]],
      reasons: ['encrypted'],
      decision: 'open',
    },
  },
  {
    name: 'PGP/MIME, signed',
    raw: signed(
      'pgp-sha256',
      'application/pgp-signature',
      part(['Content-Type: application/pgp-signature'], 'sig'),
    ),
    out: { text: 'نص موقّع', attachments: [['signature.asc', 'application/pgp-signature', 3]] },
  },
  {
    name: 'PGP/MIME, encrypted',
    raw: multi('encrypted; protocol="application/pgp-encrypted"', [
      part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
      part(['Content-Type: application/octet-stream; name=encrypted.asc'], '-----BEGIN PGP MESSAGE-----'),
    ]),
    out: { text: '', reasons: ['encrypted'], decision: 'open' },
  },
  {
    name: 'PGP inline, signed',
    raw: mail(
      ['Content-Type: text/plain; charset=utf-8'],
      '-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nمرحبا\r\n- -- dash\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----\r\n',
    ),
    out: { text: 'مرحبا\n-- dash' },
  },
  {
    name: 'PGP inline, encrypted',
    raw: mail(
      ['Content-Type: text/plain'],
      '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----\r\n',
    ),
    out: { reasons: ['encrypted'], decision: 'open' },
  },
  {
    name: 'a signed mail inside a mailing list’s wrapper',
    raw: multi(
      'mixed',
      [
        part(
          ['Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"'],
          nested('s', [
            part(['Content-Type: text/plain'], 'signed words'),
            part(['Content-Type: application/pgp-signature; name=signature.asc'], 'sig'),
          ]),
        ),
        part(
          ['Content-Type: text/plain'],
          '_______________________________________________\r\nResidents mailing list',
        ),
      ],
      'List-Id: <residents.example.org>',
    ),
    out: { text: 'signed words', kind: 'mailing-list', decision: 'open' },
  },
];
