import { ENCRYPTED, SIGNED, SIGNED_STREAM } from '../cms-bytes.ts';
import { attribute, properties, tnef, tnefFile, unicode } from '../tnef-bytes.ts';
import { base64, mail, multi, part, type Row } from './row.ts';

const textPart = part(['Content-Type: text/plain; charset=utf-8'], 'نص');

/** Wrappers that the parser opens. */
export const OPENED_ROWS: readonly Row[] = [
  {
    name: 'winmail.dat gives its files',
    raw: multi('mixed', [
      textPart,
      part(
        ['Content-Type: application/ms-tnef; name="winmail.dat"', 'Content-Transfer-Encoding: base64'],
        base64(
          tnef(
            tnefFile(
              Buffer.from('plan~1.pdf'),
              Buffer.from('%PDF'),
              properties([0x3707001f, unicode('مخطط.pdf')]),
            ),
          ),
        ),
      ),
    ]),
    out: { attachments: [['مخطط.pdf', 'application/pdf', 4]] },
  },
  {
    name: 'winmail.dat gives its text when there is no other, whatever it is called',
    raw: mail(
      ['Content-Type: application/octet-stream; name="winmail.dat"', 'Content-Transfer-Encoding: base64'],
      base64(tnef(attribute(1, 0x0006_9003, properties([0x1000001f, unicode('توجد حفرة أمام المدرسة.')])))),
    ),
    out: { text: 'توجد حفرة أمام المدرسة.', attachments: [] },
  },
  {
    name: 'S/MIME, signed around the mail',
    raw: mail(
      [
        'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      base64(SIGNED),
    ),
    out: {
      text: 'حفرة كبيرة أمام المدرسة',
      attachments: [['plan.pdf', 'application/pdf', 8]],
      category: 'roads',
      decision: 'open',
    },
  },
  {
    name: 'S/MIME, signed around the mail as a stream, called plain bytes',
    raw: multi('mixed', [
      part(
        ['Content-Type: application/octet-stream; name=smime.p7m', 'Content-Transfer-Encoding: base64'],
        base64(SIGNED_STREAM),
      ),
    ]),
    out: { text: 'حفرة كبيرة أمام المدرسة', attachments: [['plan.pdf', 'application/pdf', 8]] },
  },
  {
    name: 'S/MIME, encrypted by OpenSSL',
    raw: mail(
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
        'Content-Transfer-Encoding: base64',
      ],
      base64(ENCRYPTED),
    ),
    out: { attachments: [['smime.p7m', 'application/pkcs7-mime', 621]], reasons: ['encrypted'] },
  },
];
