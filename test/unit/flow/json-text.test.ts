import { describe, expect, it } from 'vitest';
import { parseJson } from '#shared/flow/json-text.ts';

describe('JSON text', () => {
  it('is read with a byte order mark too', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
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
});
