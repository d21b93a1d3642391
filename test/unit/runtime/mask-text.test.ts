import { describe, expect, it, test } from 'vitest';
import type { CodesByLevel } from '#shared/runtime/logger.ts';
import { isPersonalNumber, maskLogText, maskText } from '#shared/runtime/mask-text.ts';
import { recordedLog } from './recorded-log.ts';

const PHONES = [
  ...['+966512345678', '+966 51 234 5678', '+966-51-234-5678', '+966.51.234.5678', '+966 (0) 51 234 5678'],
  ...[
    '+966\u00a051\u00a0234\u00a05678',
    '+966\u202f512\u202f345\u202f678',
    '+966\u2013512\u2013345\u2013678',
  ],
  ...['\u202a+966512345678\u202c', '\u200e+966\u200e512345678', '+9\u200b66512345678', '\uff0b966512345678'],
  ...['00966512345678', '00 966 51 234 5678', '966512345678', '966 51 234 5678', '(966) 512345678'],
  ...['9660512345678', '966-0-51-234-5678', '0512345678', '051 234 5678', '051-234-5678', '05 12 34 56 78'],
  ...['0 5 1 2 3 4 5 6 7 8', '(051) 234 5678', '(051)2345678', '051/2345678', '051.234.5678', '051_234_5678'],
  ...[
    '0512 345 678',
    '051\u2011234\u20115678',
    '051\t234\t5678',
    '051 - 234 - 5678',
    '512345678',
    '51 234 5678',
  ],
  ...[
    'tel:0512345678',
    'tel0512345678',
    'code0512345678',
    'phone=0512345678',
    '%2B966512345678',
    'whatsapp:+966512345678',
  ],
  ...['011 234 5678', '0112345678', '+966 11 234 5678', '920012345', '9200 12345', '800 123 4567'],
  ...['+44 20 7946 0958', '0044 20 7946 0958', '+1 (202) 555-0123', '+974 5012 3456', '+971 50 123 4567'],
  ...[
    '٠٥١٢٣٤٥٦٧٨',
    '٠٥١ ٢٣٤ ٥٦٧٨',
    '+٩٦٦٥١٢٣٤٥٦٧٨',
    '٠٠٩٦٦٥١٢٣٤٥٦٧٨',
    '۰۵۱۲۳۴۵۶۷۸',
    '０５１２３４５６７８',
    '०५१२३४५६७८',
  ],
  ...[
    '০৫১২৩৪৫৬৭৮',
    '05١٢٣٤5678',
    '𝟎𝟓𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
    'هاتفي٠٥١٢٣٤٥٦٧٨',
    'جوال:0512345678',
    '0512345678؟',
    '«0512345678»',
  ],
];
const IBANS = [
  ...['SA0380000000608010167519', 'SA03 8000 0000 6080 1016 7519', 'sa0380000000608010167519'],
  ...['SA03-8000-0000-6080-1016-7519', 'SA 03 8000 0000 6080 1016 7519', 'SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩'],
  ...[
    'SA03\u00a08000\u00a00000\u00a06080\u00a01016\u00a07519',
    'IBAN:SA0380000000608010167519',
    'SA4420000001234567891234',
  ],
  ...[
    'GB33BUKB20201555555555',
    'GB33 BUKB 2020 1555 5555 55',
    'DE89370400440532013000',
    'AE070331234567890123456',
  ],
  ...['KW81CBKU0000000000001234560101', 'JO94CBJO0010000000000131000302', 'EG380019000500000000263180002'],
];
const IDS = ['1098765432', '2456789012', '١٠٩٨٧٦٥٤٣٢', '1098 765 432', '109-876-5432', '۲۴۵۶۷۸۹۰۱۲'];
const ADDRESSES = [
  ...[
    'sara@example.sa',
    'Sara.AlQahtani+tag@mail.example.sa',
    'سارة@مثال.السعودية',
    'mailto:sara@example.sa',
  ],
  ...[
    '<sara@example.sa>',
    '"sara q"@example.sa',
    'sara＠example.sa',
    'sara%40example.sa',
    "o'hara@example.sa",
  ],
];

/** The digits and letters of a text that tell whom it is about. */
const left = (masked: string): string => masked.replace(/\[[a-z]+\]/gu, '').replace(/[^\p{Nd}]/gu, '');

describe('personal data in a text', () => {
  it.each(PHONES)('the telephone number %j is masked', (phone) => {
    for (const mask of [maskText, maskLogText])
      for (const around of [phone, `call ${phone}, please`, `اتصلوا على ${phone} شكرًا`, `a\n${phone}\nb`])
        expect(left(mask(around)), around).toBe('');
  });

  it.each(IBANS)('the account number %j is masked', (iban) => {
    for (const mask of [maskText, maskLogText])
      for (const around of [iban, `to ${iban}, please`, `الآيبان ${iban} شكرًا`])
        expect(left(mask(around)), around).toBe('');
  });

  it.each(IDS)('the identity %j is masked', (id) => {
    for (const mask of [maskText, maskLogText]) expect(left(mask(`هويتي ${id}.`))).toBe('');
  });

  it.each(ADDRESSES)('the address %j is masked', (address) => {
    for (const mask of [maskText, maskLogText]) {
      const masked = mask(`from ${address}, today`);
      expect(masked).toContain('[email]');
      expect(masked).not.toMatch(/sara|سارة|hara/iu);
    }
  });

  it('is masked one by one in a row of numbers', () => {
    const row = '0512345678 1098765432 SA0380000000608010167519 +966112345678 a@b.sa';
    expect(maskText(row)).toBe('[phone] [id] [iban] [phone] [email]');
  });
});

describe('other numbers', () => {
  it.each([
    'رقم المعاملة 4400123456',
    'رخصة 40123456789 لعام 1448',
    'المخطط 2137 القطعة 14',
    '2026-11-24T06:43:29.000Z',
    '24/11/2026',
    'العداد 30012345678',
    'مبلغ 1,250,000.50 ريال',
    'version 24.21.0',
    'SA03 of 12 is about the words in this text',
    'at 12 characters long something went wrong again',
    '4K7-R2M-0385',
  ])('stay in the words of a beneficiary: %j', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it.each([
    '01h5z3x9k2m4n6p8q0r2s4t6v8',
    '5a3b1c2d-1098-4e6f-8a7b-109876543210',
    '4K7-R2M-0385',
    '1764053009123',
    '2026-11-24T06:43:29.000Z',
    '2026-11-24',
    '2026-11-24 06:43:29',
    'cases/4K7-R2M-0385/01h5z3x9k2m4n6p8q0r2s4t6v8.json',
    'arn:aws:sqs:eu-central-1:123456789012:rida-prod-MailIntake',
    'commit#00000002',
    'file:///var/task/index.mjs:12:3456',
    'd41d8cd98f00b204e9800998ecf8427e',
    'ab12cd34ef56gh78ij90kl12mn',
  ])('stay in the log when they are technical: %j', (text) => {
    expect(maskLogText(text)).toBe(text);
  });

  it.each([
    '4400123456',
    '40123456789',
    '4111 1111 1111 1111',
    '447911123456',
    '٤٤٠٠١٢٣٤٥٦',
    '3-4012-345678',
  ])('do not stay in the log when they are long: %j', (text) => {
    expect(left(maskLogText(`number ${text} of a person`))).toBe('');
  });

  it('as values are masked only in the form of a telephone or identity number', () => {
    for (const one of [512345678, 966512345678, 966112345678, 1098765432, 2456789012n])
      expect(isPersonalNumber(one)).toBe(true);
    for (const one of [0, 12, 104_857_600, 1_764_053_009_123, 40_123_456_789, 1.5, Number.NaN, -5, 2n ** 64n])
      expect(isPersonalNumber(one)).toBe(false);
  });
});

test('no shape of a field shows a canary', () => {
  for (const canary of [...PHONES, ...IBANS, ...IDS, ...ADDRESSES]) {
    const log = recordedLog<CodesByLevel>();
    const error = Object.assign(new Error(canary, { cause: new TypeError(canary) }), { code: canary });
    log.logger.child({ requestId: canary }).info('told', 'Told.', {
      ...{ at: canary, list: [canary, [canary]], deep: { deeper: { deepest: canary } }, [canary]: canary },
      ...{ set: { [`x ${canary}`]: [{ y: canary }] }, json: JSON.stringify({ a: canary }) },
      ...{ url: `https://rida.example/t?contact=${encodeURIComponent(canary)}`, error },
    });
    log.logger.error('failed', 'Failed.', error, { given: `${'x'.repeat(990)} ${canary}` });
    const seen = log.text().replaceAll(/"time":"[^"]*"|"at [^"]*:\d+\)?"/gu, '""');
    expect(seen, canary).not.toContain(canary);
    expect(left(seen).length, seen).toBeLessThan(6);
  }
});
