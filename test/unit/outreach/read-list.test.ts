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
    ['bars', '|'],
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
    ['{"mobileNo":"0512345678","serviceName":"رخصة بناء","completedAt":"2026-11-20","lang":"English"}'],
    ['sep=;', 'الجوال;الخدمة;التاريخ;اللغة', '0512345678;رخصة بناء;2026-11-20;en'],
    [
      'بلدية الرس: المعاملات المنجزة 1448',
      '',
      'الجوال,الخدمة,التاريخ,اللغة',
      '0512345678,رخصة بناء,2026-11-20,الإنجليزية',
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
    ['46346', '2026-11-20'],
    ['46346.5625', '2026-11-20'],
    ['٤٦٣٤٦', '2026-11-20'],
    ['20/11/2026 13:45:00', '2026-11-20'],
    ...[
      ...[
        '١٠ جمادى الآخرة ١٤٤٨',
        '10 جمادى الآخرة 1448هـ',
        '١٠ جمادى الثانية ١٤٤٨ هـ',
        '10 جمادي الاخره 1448',
      ],
      ...['10/جمادى الآخرة/1448', '10-جماد الثاني-1448', '10 جمادى 2 1448', '10 جُمادى الآخِرة 1448'],
      ...['١٠ من شهر جمادى الآخرة عام ١٤٤٨هـ', '1448 جمادى الآخرة 10', '1448-06-10 (2026-11-20)', '14480610'],
      ...[
        '"الجمعة، ١٠ جمادى الآخرة ١٤٤٨هـ الموافق ٢٠ نوفمبر ٢٠٢٦م"',
        '20 نوفمبر 2026',
        '20 نوفمبر 2026 الساعة 10:30 صباحًا',
        '20 تشرين الثاني 2026',
      ],
      ...[
        '20 Nov 2026',
        '20-Nov-26',
        '"Nov 20, 2026"',
        '"Friday, November 20th, 2026"',
        '20th of November 2026',
      ],
      ...['10 Jumada al-Thani 1448', '10 Jumada II 1448 AH', '10 Jumādá al-ākhirah 1448', '20261120'],
      ...['2026-11-20T08:15:00.123', '2026-11-20T08:15:00+03:00', '2026-11-19T22:30:00Z', '13:45 20/11/2026'],
      ...['20/11/2026 ١:٤٥ م', '20\u201311\u20132026', '20\u060d11\u060d2026', '۲۰۲۶-۱۱-۲۰'],
    ].map((typed): [string, string] => [typed, '2026-11-20']),
    ['١ محرم ١٤٤٨', '2026-06-16'],
    ['1 ذو القعدة 1447', '2026-04-18'],
    ['5 ذي الحجة 1447', '2026-05-22'],
    ['3 ربيع 1 1448', '2026-08-16'],
    ['3 ربيع الثاني 1448', '2026-09-14'],
    ['12 رمضان 1447', '2026-03-01'],
    ['15 شوّال 1447', '2026-04-03'],
    ['7 Sha‘ban 1447', '2026-01-26'],
    ['1 Dhu al-Hijjah 1447', '2026-05-18'],
    ['9 كانون الثاني 2026', '2026-01-09'],
    ['3 يونيه 2026', '2026-06-03'],
    ['3 اغسطس 2026', '2026-08-03'],
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
    ['45000', 'date'],
    ['99999', 'date'],
    ['46400', 'future'],
    ['20/11/26', 'date'],
    ['', 'date'],
    ['أمس', 'date'],
    ['11/20/2026', 'date'],
    ['10 جمادى الآخرة 2026', 'date'],
    ['20 نوفمبر 1448', 'date'],
    ['31 نوفمبر 2026', 'date'],
    ['1448-06-10 الموافق 2026-11-21', 'date'],
    ['نوفمبر 2026', 'date'],
    ['10 جمادى 1448', 'date'],
    ['20/11/2026 - 25/11/2026', 'date'],
    ['2026-13-45T99:99:99Z', 'date'],
    ['10 رجب 1448', 'future'],
    ['20 نوفمبر 2016', 'old'],
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
    ['a document of JSON', '[\n {"phone":"0512345678","service":"رخصة","date":"2026-11-20"}\n]', 1, 'json'],
  ])('says that it is %s', async (_, list, line, fault) => {
    const { calls, issues } = await read(list);
    expect(issues).toEqual([{ line, fault, given: '' }]);
    expect(calls).toEqual([]);
  });

  it.each([
    [
      'a quotation mark without a partner',
      ['0512345678,رخصة,2026-11-20', '0512345679,"رخصة,2026-11-20', '0512345670,رخصة,2026-11-20'],
      ['quote'],
      [1, 3],
    ],
    [
      'two of them, and a field of two lines',
      ['0512345678,"رخصة,2026-11-20', '0512345679,"رخصة,2026-11-20', '0512345670,"رخصة', 'بناء",2026-11-20'],
      ['quote', 'quote'],
      [4],
    ],
    [
      'text after a quotation mark',
      ['0512345678,"رخصة" بناء,2026-11-20', '0512345679,رخصة,2026-11-20'],
      ['quote'],
      [2],
    ],
    [
      'a line that is no JSON',
      [
        '{"phone":"0512345678","service":"رخصة","date":"2026-11-20"}',
        '{"phone":"0512345679","service":',
        '7',
        '{"phone":"0512345670","service":"رخصة","date":"2026-11-20"}',
      ],
      ['json', 'json'],
      [1, 4],
    ],
    [
      'line ends of two kinds',
      ['0512345678,رخصة,2026-11-20\r', '0512345679,رخصة,2026-02-30', '0512345670,رخصة,2026-11-20\r'],
      ['date'],
      [1, 3],
    ],
  ])('keeps the right rows beside %s', async (_, lines, faults, right) => {
    const { calls, issues } = await read(lines.join('\n'));
    expect(issues.map(({ fault }) => fault)).toEqual(faults);
    expect(calls.map(({ line }) => line)).toEqual(right);
  });

  it.each([
    ['a name in two lines', '0512345678,"رخصة\r\nبناء",2026-11-20', 'رخصة بناء'],
    ['a name with several spaces', '0512345678,رخصة \u00a0 بناء,2026-11-20', 'رخصة بناء'],
    ['a name in brackets, kept as text', '0512345678,"=""رخصة (بناء)""",2026-11-20', 'رخصة (بناء)'],
    ['a number with a fraction', '512345678.0,رخصة بناء,2026-11-20', 'رخصة بناء'],
    ['a number with all digits and an exponent', '5.12345678E8,رخصة بناء,2026-11-20', 'رخصة بناء'],
    ['a number kept as text', "'0512345678,رخصة بناء,2026-11-20", 'رخصة بناء'],
    ['a number as a formula', '=966512345678,رخصة بناء,2026-11-20', 'رخصة بناء'],
    [
      'a title with another separator',
      'تقرير | ١٤٤٨، ربيع\nالجوال,الخدمة,التاريخ\n0512345678,رخصة بناء,2026-11-20',
      'رخصة بناء',
    ],
  ])('reads %s', async (_, list, name) => {
    const { calls, issues } = await read(list);
    expect(issues).toEqual([]);
    expect(calls).toMatchObject([{ phone: '+966512345678', service: { name, on: '2026-11-20' } }]);
  });

  it.each([
    ['a formula', '0512345678,=A1,2026-11-20', 'formula', '=A1'],
    ['a formula of another sheet', '0512345678,=قائمة!A2,2026-11-20', 'formula', '=قائمة!A2'],
    ['a sum', '0512345678,=1+1,2026-11-20', 'service', '=1+1'],
    ['a rounded number', '5.12346E+08,رخصة,2026-11-20', 'phone', '5.12346E+08'],
    ['two numbers', '0512345678 / 0512345679,رخصة,2026-11-20', 'phone', '0512345678 / 0512345679'],
    [
      'a name that took in a row',
      '0512345678,"رخصة,2026-11-20\n0512345679,محل",2026-11-20',
      'spoiled',
      'رخصة,2026-11-20\n0512345679,محل',
    ],
    [
      'an object in place of a name',
      '{"phone":"0512345678","service":{"ar":"رخصة"},"date":"2026-11-20"}',
      'json',
      '{"phone":"0512345678","service":{"ar":"رخصة"},"date":"2026-11-20"}',
    ],
    ['headings of a wrong encoding', 'Ø§Ù„Ø¬ÙˆØ§Ù„,Ø§Ù„Ø®Ø¯Ù…Ø©', 'encoding', 'Ø§Ù„Ø¬ÙˆØ§Ù„, Ø§Ù„Ø®Ø¯Ù…Ø©'],
  ])('names %s', async (_, list, fault, given) => {
    const { calls, issues } = await read(list);
    expect(calls).toEqual([]);
    expect(issues).toMatchObject([{ fault, given }]);
  });

  it('reads a list whose parts are in different encodings', async () => {
    const line = (n: number) => `051234567${n},رخصة بناء,2026-11-20\n`;
    const mixed = Buffer.concat([
      new TextEncoder().encode(`الجوال,الخدمة,التاريخ\n${line(1)}`),
      inWindows1256(line(2)),
      new TextEncoder().encode(line(3)),
      Buffer.from('0512345674,caf\xe9 cr\xe8me,2026-11-20\n', 'latin1'),
      inWindows1256(`${line(5)}${line(6)}`),
    ]);
    const { calls, issues } = await read(mixed);
    expect(calls.map(({ line: at, service }) => [at, service.name])).toEqual(
      [2, 3, 4, 6, 7].map((at) => [at, 'رخصة بناء']),
    );
    expect(issues).toMatchObject([{ line: 5, fault: 'spoiled' }]);
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
