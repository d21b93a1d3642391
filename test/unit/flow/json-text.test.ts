import { describe, expect, it } from 'vitest';
import { parseBytes, parseJson } from '#shared/flow/json-text.ts';

describe('JSON text', () => {
  it('is read with a byte order mark too', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 }, repeated: [] });
  });

  const long = `{\n${Array.from({ length: 30 }, (_, at) => `  "key ${at}": ${at},\n`).join('')}  "last": ?\n}`;

  it.each([
    ['{"a": 1,\n "b": !}', /line 2 column 7/],
    [long, /line 32 column 11/],
    ['{"a" 1}', /line 1 column 6/],
    ['', /Unexpected end/],
    ['[1,', /Unexpected end|line 1/],
  ])('names the place of what is wrong with %j', (text, message) => {
    expect(parseJson(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('tells which keys an object has twice, whatever its strings hold', () => {
    const text = '{"a": "\\"b\\": {", "b": [{"a": 1},\n{"a": 2, "a": 3}],\n "b": 4}';
    expect(parseJson(text)).toMatchObject({
      value: { a: '"b": {', b: 4 },
      repeated: ['line 2 repeats the key "a"', 'line 3 repeats the key "b"'],
    });
  });
});

describe('JSON as it is in a file', () => {
  const text = '{"a":"أهلًا"}';
  const utf16 = [...text].map((sign) => sign.charCodeAt(0));

  it.each<[string, number[]]>([
    ['UTF-8', [...new TextEncoder().encode(text)]],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]],
    ['UTF-16, low byte first', [0xff, 0xfe, ...utf16.flatMap((code) => [code & 0xff, code >> 8])]],
    ['UTF-16, high byte first', [0xfe, 0xff, ...utf16.flatMap((code) => [code >> 8, code & 0xff])]],
  ])('is read from %s', (_, bytes) => {
    expect(parseBytes(Uint8Array.from(bytes))).toMatchObject({ ok: true, value: { a: 'أهلًا' } });
  });

  it('is refused in any other encoding', () => {
    expect(parseBytes(Uint8Array.from([0x22, 0xe9, 0x22]))).toEqual({
      ok: false,
      message: 'is not text (expected utf-8)',
    });
  });
});
