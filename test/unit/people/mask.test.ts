import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskEmail, maskName, maskPhone, maskText } from '#shared/domain/people/mask.ts';
import type { PersonalField } from '#shared/domain/staff/permissions.ts';

const all: ReadonlySet<PersonalField> = new Set(['name', 'email', 'phone']);
const people = { names: ['نورة عبد الله القحطاني', 'Norah Al-Qahtani'], phones: ['+966112345678'] };
const masked = (text: string, hidden = all): string => maskText(text, people, hidden);

describe('a masked field', () => {
  it.each([
    ['نورة القحطاني', 'ن••• ا•••'],
    ['  Norah   bint  Ali ', 'N••• b•••'],
    ['', '•••'],
    ['😀 7', '••• •••'],
  ])('of the name %j is %j', (name, expected) => {
    expect(maskName(name)).toBe(expected);
  });

  it('of an address shows its first letter, of a number its last two digits', () => {
    expect(maskEmail('norah@example.com')).toBe('n•••@•••');
    expect(maskPhone('+966551234567')).toBe('••••••67');
    expect(maskPhone('٠٥٥١٢٣٤٥٦٧')).toBe('••••••٦٧');
  });
});

describe('a masked text', () => {
  it.each([
    ['راسلني على norah.q+x@mail.example.com من فضلك', 'راسلني على ••• من فضلك'],
    ['<norah@example.com>, mailto:n%40example.com', '<•••>, mailto:•••'],
    ['جوالي0551234567', 'جوالي•••'],
    ['+966 55-123 (4567).', '+•••).'],
    ['٠٥٥ ١٢٣ ٤٥٦٧', '•••'],
    ['رقم الهوية 1098765432', 'رقم الهوية •••'],
    ['SA03 8000 0000 6080 1016 7519', 'SA•••'],
    ['هاتف 2345678', 'هاتف •••'],
    ['هاتف 7654321', 'هاتف 7654321'],
    ['المعاملة 4K7-2M9-0382 بتاريخ 2026-01-04 13:20 وحتى 05/02/2026', undefined],
    ['المعاملة في 1447-05-12، الساعة 8:30، بمبلغ 1,250,000', undefined],
    ['2026-01-04 0551234567', '2026-01-04 •••'],
    ['أنا نورة القحطاني', 'أنا ••• •••'],
    ['انا نوره قحطاني، ولنورة وبالقحطاني', 'انا ••• •••، ••• •••'],
    ['نورة عبدالله ونورة عبد الله', '••• ••• ••• ••• •••'],
    ['السلام عليكم ورحمة الله', undefined],
    ['NORAH al qahtani', '••• ••• •••'],
    ['إنارة الشارع لا تعمل أمام المبنى 12', undefined],
  ])('of %j is %j', (text, expected = text) => {
    expect(masked(text)).toBe(expected);
  });

  it('masks only the hidden fields', () => {
    const text = 'نورة، n@example.com، 0551234567';
    expect(masked(text, new Set(['name']))).toBe('•••، n@example.com، 0551234567');
    expect(masked(text, new Set(['phone']))).toBe('نورة، n@example.com، •••');
    expect(masked(text, new Set())).toBe(text);
  });

  it('contains a telephone number in no spelling', () => {
    const sign = fc.constantFrom('', ' ', '-', '.', ' - ', '\u200e', ') (');
    const digits = fc.constantFrom('0551234567', '٠٥٥١٢٣٤٥٦٧', '966551234567', '۰۵۵۱۲۳۴۵۶۷');
    fc.assert(
      fc.property(
        digits,
        fc.array(sign, { minLength: 12, maxLength: 12 }),
        fc.string(),
        (number, signs, around) => {
          const written = [...number].map((digit, at) => digit + signs[at]).join('');
          const left = masked(`${around.replace(/\d/gu, '')} x ${written} x`);
          expect(left.match(/\p{Nd}/gu)?.length ?? 0).toBeLessThan(7);
        },
      ),
    );
  });

  it('is read in a time that grows with its length only', () => {
    const long = `${'a'.repeat(20_000)}@ ${'0 '.repeat(20_000)} ${'عبد '.repeat(5_000)}`;
    expect(masked(long).length).toBeLessThan(long.length);
  });
});
