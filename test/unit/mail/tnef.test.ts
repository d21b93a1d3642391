import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTnef } from '#shared/domain/mail/tnef.ts';
import { encodeIn } from './eml.ts';
import { attribute, long, named, properties, sized, tnef, tnefFile, unicode } from './tnef-bytes.ts';

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const windows = attribute(1, 0x0006_9007, Buffer.concat([long(1256), long(0)]));
const PDF = Buffer.from('%PDF-1.7');
const sample = tnef(
  attribute(1, 0x0008_9006, Buffer.from([0, 0, 1, 0])),
  windows,
  attribute(1, 0x0002_800c, Buffer.concat([encodeIn('windows-1256', 'حفرة أمام المدرسة'), Buffer.from([0])])),
  attribute(
    1,
    0x0006_9003,
    properties(
      [0x8005_0003, named(long(3))],
      [0x3fde_0003, long(65001)],
      [0x0039_0040, Buffer.alloc(8)],
      [0x1013_0102, sized(Buffer.from('<p>حفرة</p>'))],
    ),
  ),
  tnefFile(
    encodeIn('windows-1256', 'رخصة~1.pdf'),
    PDF,
    properties([0x3707_001f, unicode('رخصة البناء.pdf')], [0x370e_001f, unicode('application/pdf')]),
  ),
  tnefFile(Buffer.from('plan.dwg\0'), Buffer.from('dwg')),
);

describe('Outlook’s wrapper', () => {
  it('gives its text, its HTML and its files under their long names', () => {
    const read = readTnef(sample);
    expect([read?.text, read?.html]).toEqual(['حفرة أمام المدرسة', '<p>حفرة</p>']);
    expect(read?.files.map(({ name, type, content }) => [name, type, textOf(content)])).toEqual([
      ['رخصة البناء.pdf', 'application/pdf', '%PDF-1.7'],
      ['plan.dwg', '', 'dwg'],
    ]);
  });

  it('that is damaged gives the content before the damage, and other bytes nothing', () => {
    const cut = readTnef(sample.subarray(0, sample.length - 5));
    expect(cut?.files.map(({ name }) => name)).toEqual(['رخصة البناء.pdf']);
    expect(readTnef(Buffer.from('tnef'))).toBeUndefined();
    expect(readTnef(new Uint8Array())).toBeUndefined();
    expect(readTnef(tnef())).toEqual({ text: '', html: '', files: [] });
  });

  it('of any bytes is read without a failure and never announces more than there is', () => {
    const anywhere = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(anywhere, (changes) => {
        const bytes = Buffer.from(sample);
        for (const [at, byte] of changes) bytes[at] = byte;
        const read = readTnef(bytes);
        const size = read?.files.reduce((sum, { content }) => sum + content.length, 0) ?? 0;
        expect(size).toBeLessThanOrEqual(sample.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
