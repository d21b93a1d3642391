import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedContent } from '#shared/domain/mail/signed-content.ts';
import { ENCRYPTED, SIGNED, SIGNED_STREAM } from './cms-bytes.ts';

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('an opaque signature', () => {
  it.each([
    ['told', SIGNED],
    ['untold', SIGNED_STREAM],
  ])('gives the mail inside, its lengths %s', (_, bytes) => {
    const inside = textOf(signedContent(bytes));
    expect(inside).toMatch(/^Content-Type: multipart\/mixed; boundary=b\r\n/u);
    expect(inside).toContain('حفرة كبيرة أمام المدرسة');
    expect(inside.endsWith('--b--\r\n')).toBe(true);
  });

  it('that is invalid gives nothing: encrypted, cut, other bytes', () => {
    expect(signedContent(ENCRYPTED)).toBeUndefined();
    expect(signedContent(SIGNED.subarray(0, 400))).toBeUndefined();
    expect(signedContent(Buffer.from('-----BEGIN PKCS7-----'))).toBeUndefined();
    expect(signedContent(new Uint8Array())).toBeUndefined();
  });

  it('of any bytes is read without a failure, and gives no more than there is', () => {
    const anywhere = fc.array(fc.tuple(fc.nat(SIGNED_STREAM.length - 1), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(anywhere, fc.boolean(), (changes, stream) => {
        const bytes = Buffer.from(stream ? SIGNED_STREAM : SIGNED);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        expect(signedContent(bytes)?.length ?? 0).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of values inside values without end is given up', () => {
    const nested = Buffer.alloc(200_000, Buffer.from([0x30, 0x80]));
    expect(signedContent(nested)).toBeUndefined();
  });
});
