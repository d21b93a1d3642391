import fc from 'fast-check';
import type { CellValue } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { contactFrom } from '#functions/web/shell/contact-from.ts';
import { bytesSource, listRows } from '#shared/adapters/csv/list-rows.ts';
import { MOST_LISTED, readList } from '#shared/domain/outreach/read-list.ts';

const phoneOf = (typed: string) => {
  const contact = contactFrom(typed);
  return contact && 'phone' in contact ? contact.phone : undefined;
};
const read = (list: string | Uint8Array) =>
  readList(listRows(bytesSource(typeof list === 'string' ? new TextEncoder().encode(list) : list)), {
    ...{ phoneOf, today: '2026-11-24' },
  });
const WINDOWS_1256 = new TextDecoder('windows-1256').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);
const inWindows1256 = (text: string) => Uint8Array.from(text, (letter) => WINDOWS_1256.indexOf(letter));

/** A workbook as a spreadsheet program saves it. */
const workbook = (rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'قائمة', rows: rows.map((row) => [...row]) }] });

describe('a workbook', () => {
  it('is read with its dates, numbers and empty rows, and its faulty rows are named by their row', async () => {
    const { calls, issues } = await read(
      await workbook([
        ['رقم الجوال', 'الخدمة', 'تاريخ الإنجاز', 'ملاحظات', 'اللغة'],
        [512345678, 'رخصة بناء', new Date('2026-11-20T00:00:00Z'), null, 'ar'],
        [],
        ['0512345679', 'نقل ملكية', '1448/06/01', 'x', 'EN'],
        ['05', 'نقل ملكية', '2026-11-20', null, null],
        ['0512345670', '=HYPERLINK("x")', '2026-11-20', null, null],
        ['0512345671', 7, '2026-11-20', null, null],
        ['0512345672', 'نقل ملكية', true, null, null],
        ['٠٥١٢٣٤٥٦٧٨', 'نقل ملكية', '2026-11-20', null, null],
      ]),
    );
    expect(calls.map(({ line, phone, service, language }) => [line, phone, service.on, language])).toEqual([
      [2, '+966512345678', '2026-11-20', 'ar'],
      [4, '+966512345679', '2026-11-11', 'en'],
    ]);
    expect(issues.map(({ line, fault }) => [line, fault])).toEqual([
      [5, 'phone'],
      [6, 'formula'],
      [7, 'service'],
      [8, 'date'],
      [9, 'repeated'],
    ]);
  });

  it('without rows is empty, and a cut one is damaged', async () => {
    const whole = await workbook([['0512345678', 'رخصة بناء', '2026-11-20']]);
    expect((await read(whole)).calls).toHaveLength(1);
    expect((await read(await workbook([]))).issues).toEqual([{ line: 0, fault: 'nothing', given: '' }]);
    for (const size of [30, Math.floor(whole.byteLength / 2), whole.byteLength - 30]) {
      const [issue] = (await read(whole.slice(0, size))).issues;
      expect(issue?.fault).toBe('workbook');
    }
  });
});

describe('a list of people to call', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['Arabic commas', '،'],
    ['commas and spaces', ' , '],
  ])('is read with %s', async (_, separator) => {
    const rows = [
      ['0512345678', 'رخصة بناء', '2026-11-20'],
      ['٠٥١٢٣٤٥٦٧٩', 'نقل ملكية', '٢٠/١١/٢٠٢٦', 'en'],
      ['+966 11 234 5678', 'تصريح حفر', '3.11.2026', 'ar'],
      ['00966512345670', 'رخصة محل', '2026-1-5', ''],
      ['512345671', '"رخصة بناء, دور؛ ثان"', '2026-11-24 09:30', 'EN'],
    ];
    const { calls, issues } = await read(`${rows.map((row) => row.join(separator)).join('\r\n')}\r\n\r\n`);
    expect(issues).toEqual([]);
    expect(calls).toEqual([
      { line: 1, phone: '+966512345678', service: { name: 'رخصة بناء', on: '2026-11-20' }, language: 'ar' },
      { line: 2, phone: '+966512345679', service: { name: 'نقل ملكية', on: '2026-11-20' }, language: 'en' },
      { line: 3, phone: '+966112345678', service: { name: 'تصريح حفر', on: '2026-11-03' }, language: 'ar' },
      { line: 4, phone: '+966512345670', service: { name: 'رخصة محل', on: '2026-01-05' }, language: 'ar' },
      {
        ...{ line: 5, phone: '+966512345671', language: 'en' },
        service: { name: 'رخصة بناء, دور؛ ثان', on: '2026-11-24' },
      },
    ]);
  });

  it.each([
    ['الجوال,الخدمة,التاريخ,اللغة', '0512345678,رخصة بناء,2026-11-20,en'],
    [
      'تاريخ الخدمة;اسم المستفيد;رقم الجوال;اسم الخدمة;لغة التواصل',
      '2026-11-20;سارة;0512345678;رخصة بناء;en',
    ],
    ['Service\tMobile number\tUsed on (date)\tLang', 'رخصة بناء\t0512345678\t2026-11-20\ten'],
    ['م,Phone 1,الخِدمة,تأريخ التقديم,التاريخ,اللغة', '1,0512345678,رخصة بناء,2026-11-20,2026-11-20,en'],
    ['رقم الهاتف,نوع الإجراء,التاريخ,Language,,', '0512345678,رخصة بناء,2026-11-20,en,,'],
    [
      '{"phone":"0512345678","service":"رخصة بناء","date":"2026-11-20","language":"en"}',
      '{"date":"2026-11-21","phone":"0512345679","service":"نقل ملكية"}',
    ],
  ])('is read by its headings %s', async (...lines) => {
    const { calls, issues } = await read(lines.join('\n'));
    expect(issues).toEqual([]);
    expect(calls[0]).toMatchObject({
      ...{ phone: '+966512345678', service: { name: 'رخصة بناء', on: '2026-11-20' }, language: 'en' },
    });
  });

  it.each(['الاسم,المدينة,العمر', 'رقم الجوال,الاسم', 'service,when,who'])(
    'with unknown headings %s is not guessed',
    async (headings) => {
      expect(await read(`${headings}\n0512345678,رخصة,2026-11-20`)).toEqual({
        ...{ calls: [], issues: [{ line: 1, fault: 'headings', given: headings.replaceAll(',', ', ') }] },
      });
    },
  );

  it('keeps the right lines and names each wrong one', async () => {
    const lines = [
      ...['0512345678,رخصة,2026-11-20', '12,رخصة,2026-11-20', '0512345670,,2026-11-20'],
      ...['0512345671,رخصة,2026-02-30', '0512345672,رخصة,2026-12-01', '0512345673,رخصة,2026-11-20,fr'],
      ...['+966512345678,رخصة,2026-11-20', '0512345674 رخصة', '0512345675,رخصة,2016-11-20'],
      ...[
        '0512345676,"=HYPERLINK(""x"")",2026-11-20',
        '0512345677,+cmd,2026-11-20',
        '0512345680,2026,2026-11-20',
      ],
      '0512345679,رخصة محل,2026-11-20',
    ];
    const { calls, issues } = await read(lines.join('\n'));
    expect(calls.map(({ line }) => line)).toEqual([1, 13]);
    expect(issues).toEqual([
      { line: 2, fault: 'phone', given: '12' },
      { line: 3, fault: 'service', given: '' },
      { line: 4, fault: 'date', given: '2026-02-30' },
      { line: 5, fault: 'future', given: '2026-12-01' },
      { line: 6, fault: 'language', given: 'fr' },
      { line: 7, fault: 'repeated', given: '+966512345678' },
      { line: 8, fault: 'fields', given: '0512345674 رخصة' },
      { line: 9, fault: 'old', given: '2016-11-20' },
      { line: 10, fault: 'formula', given: '=HYPERLINK("x")' },
      { line: 11, fault: 'formula', given: '+cmd' },
      { line: 12, fault: 'service', given: '2026' },
    ]);
  });

  // 1448-06-10 is 20 November 2026 in the Umm al-Qura calendar.
  it.each([
    ['1448-06-10', '2026-11-20'],
    ['1448/6/10', '2026-11-20'],
    ['10/06/1448', '2026-11-20'],
    ['١٠/٦/١٤٤٨هـ', '2026-11-20'],
    ['10-06-1448 هـ', '2026-11-20'],
    ['1448-06-10T00:00:00', '2026-11-20'],
    ['1448-05-29', '2026-11-09'],
    ['\u200f10\u200f/06/1448\u200e', '2026-11-20'],
    ['20-11-2026م', '2026-11-20'],
    ['2026/11/20', '2026-11-20'],
    ['2026.11.20', '2026-11-20'],
    ['20/11/2026 13:45:00', '2026-11-20'],
  ])('has %s as %s', async (typed, on) => {
    expect((await read(`0512345678,رخصة,${typed}`)).calls[0]?.service.on).toBe(on);
  });

  it.each([
    ['1448-06-31', 'date'],
    ['1448-13-01', 'date'],
    ['1448-07-10', 'future'],
    ['1437-02-08', 'old'],
    ['2126-11-20', 'future'],
    ['1026-11-20', 'date'],
    ['46346', 'date'],
    ['20/11/26', 'date'],
    ['', 'date'],
    ['أمس', 'date'],
  ])('refuses the date "%s"', async (typed, fault) => {
    expect((await read(`0512345678,رخصة,${typed},ar`)).issues).toEqual([{ line: 1, fault, given: typed }]);
  });

  const LIST = 'الجوال,الخدمة,التاريخ\r\n0512345678,رخصة بناء,2026-11-20\r\n';
  it.each([
    ['UTF-8', LIST],
    ['UTF-8 with a mark', `\uFEFF${LIST}`],
    ['UTF-16', Buffer.from(`\uFEFF${LIST}`, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${LIST}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(LIST, 'utf16le')],
    ['windows-1256, as Excel saves Arabic', inWindows1256(LIST)],
    ['UTF-8 with invisible marks', LIST.replaceAll(',', '\u200f,\u200e').replace('رخصة', '\u202bرخصة\u202c')],
    ['UTF-8 with trailing separators', LIST.replaceAll('\r\n', ',,,\r\n')],
    ['UTF-8 with the text form of Excel', LIST.replace('0512345678', '="0512345678"')],
    ['UTF-8 with old Mac line ends', LIST.replaceAll('\r\n', '\r')],
  ])('is read in %s', async (_, list) => {
    expect(await read(list)).toEqual({
      calls: [
        {
          ...{ line: 2, phone: '+966512345678', language: 'ar' },
          service: { name: 'رخصة بناء', on: '2026-11-20' },
        },
      ],
      issues: [],
    });
  });

  const spoiled = (encoding: string) =>
    new TextDecoder(encoding).decode(new TextEncoder().encode('رخصة بناء'));
  it.each([
    ['question marks', '???? ????'],
    ['replacement signs', '\ufffd\ufffd\ufffd'],
    ['UTF-8 read as windows-1252', spoiled('windows-1252')],
    ['UTF-8 read as windows-1256', spoiled('windows-1256')],
  ])('is not spoken with %s', async (_, name) => {
    const [issue] = (await read(`0512345678,${name},2026-11-20`)).issues;
    expect(issue?.fault).toMatch(/^(?:spoiled|service)$/u);
  });

  it.each([
    ['a damaged Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 0, 'workbook'],
    ['an old Excel workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 0, 'workbook'],
    [
      'an unknown encoding',
      Buffer.from('0512345678,caf\xe9 cr\xe8me br\xfbl\xe9e,2026-11-20', 'latin1'),
      0,
      'encoding',
    ],
    ['nothing', '', 0, 'nothing'],
    ['white space', ' \n,,\n', 0, 'nothing'],
    ['headings only', 'الجوال,الخدمة,التاريخ\n', 0, 'nothing'],
    ['text that is no JSON', '{"phone":\n', 1, 'json'],
    [
      'a quotation mark that is not closed',
      '0512345678,رخصة,2026-11-20\n0512345679,"رخصة,x\n0,y,z\n',
      2,
      'quote',
    ],
  ])('says that it is %s', async (_, list, line, fault) => {
    const { calls, issues } = await read(list);
    expect(issues).toEqual([{ line, fault, given: '' }]);
    expect(calls).toHaveLength(fault === 'quote' ? 1 : 0);
  });

  it('is refused whole when it is too long', async () => {
    const many = Array.from(
      { length: MOST_LISTED + 1 },
      (_, n) => `05${String(n).padStart(8, '0')},s,2026-01-01`,
    );
    expect(await read(many.join('\n'))).toEqual({
      calls: [],
      issues: [{ line: 0, fault: 'too-many', given: '' }],
    });
    expect((await read(many.slice(1).join('\n'))).calls).toHaveLength(MOST_LISTED);
  });

  it('never throws, and takes lines or names what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'05٠٥12،,;\t\n"-/.aس ={'), maxLength: 200 }),
        async (text) => {
          const { calls, issues } = await read(text);
          expect(calls.length + issues.length).toBeGreaterThan(0);
        },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { calls, issues } = await read(bytes);
        expect(calls.length + issues.length).toBeGreaterThan(0);
      }),
    );
  });
});
