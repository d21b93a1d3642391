import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactFrom } from '#functions/web/shell/contact-from.ts';
import { MOST_LISTED, readList } from '#shared/domain/outreach/read-list.ts';

const phoneOf = (typed: string) => {
  const contact = contactFrom(typed);
  return contact && 'phone' in contact ? contact.phone : undefined;
};
const read = (text: string) => readList(text, { phoneOf, today: '2026-11-24' });

describe('a list of people to call', () => {
  it('is read from what people paste: any separator, Arabic digits, a heading, a byte order mark', () => {
    expect(
      read(
        [
          '\uFEFFالجوال,الخدمة,التاريخ,اللغة',
          '0512345678,رخصة بناء,2026-11-20',
          '٠٥١٢٣٤٥٦٧٩;نقل ملكية;٢٠/١١/٢٠٢٦;en',
          '+966 11 234 5678\tتصريح حفر\t3.11.2026\tar',
          '00966512345670، رخصة محل، 2026-1-5',
          '"0512345671","رخصة بناء, دور ثان",2026-11-24,EN',
          '',
        ].join('\r\n'),
      ),
    ).toEqual({
      calls: [
        { phone: '+966512345678', service: { name: 'رخصة بناء', on: '2026-11-20' }, language: 'ar' },
        { phone: '+966512345679', service: { name: 'نقل ملكية', on: '2026-11-20' }, language: 'en' },
        { phone: '+966112345678', service: { name: 'تصريح حفر', on: '2026-11-03' }, language: 'ar' },
        { phone: '+966512345670', service: { name: 'رخصة محل', on: '2026-01-05' }, language: 'ar' },
        { phone: '+966512345671', service: { name: 'رخصة بناء, دور ثان', on: '2026-11-24' }, language: 'en' },
      ],
    });
  });

  it('names every wrong line and takes nothing', () => {
    const lines = [
      ...['0512345678,رخصة,2026-11-20', '12,رخصة,2026-11-20', '0512345670,,2026-11-20'],
      ...['0512345671,رخصة,2026-02-30', '0512345672,رخصة,2026-12-01', '0512345673,رخصة,2026-11-20,fr'],
      ...['+966512345678,رخصة,2026-11-20', '0512345674 رخصة'],
    ];
    expect(read(lines.join('\n'))).toEqual({
      issues: [
        { line: 2, fault: 'phone', given: '12' },
        { line: 3, fault: 'service', given: '' },
        { line: 4, fault: 'date', given: '2026-02-30' },
        { line: 5, fault: 'date', given: '2026-12-01' },
        { line: 6, fault: 'language', given: 'fr' },
        { line: 7, fault: 'repeated', given: '+966512345678' },
        { line: 8, fault: 'fields', given: '0512345674 رخصة' },
      ],
    });
  });

  it('is refused whole when it is empty or too long', () => {
    expect(read(' \n')).toEqual({ issues: [{ line: 0, fault: 'nothing', given: '' }] });
    const many = Array.from(
      { length: MOST_LISTED + 1 },
      (_, n) => `05${String(n).padStart(8, '0')},s,2026-01-01`,
    );
    expect(read(many.join('\n'))).toEqual({ issues: [{ line: 0, fault: 'too-many', given: '501' }] });
  });

  it('never throws, and takes all of it or names what is wrong', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'05٠٥12،,;\t\n"-/.aس '), maxLength: 200 }), (text) => {
        const list = read(text);
        expect('calls' in list ? list.calls.length : list.issues.length).toBeGreaterThan(0);
      }),
    );
  });
});
