import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { causeId, eventId } from '#shared/runtime/ids.ts';

/** Base 32 by text: an independent implementation. */
const independent = (text: string): string => {
  const bits = [...createHash('sha256').update(text).digest()].map((byte) =>
    byte.toString(2).padStart(8, '0'),
  );
  const groups = bits.join('').slice(0, 130).match(/.{5}/gu) ?? [];
  return groups.map((group) => '0123456789abcdefghjkmnpqrstvwxyz'[Number.parseInt(group, 2)]).join('');
};

test.each(['', 'a', '<mail-1@example.sa>', 'رسالة'])(
  'the id of %j is the first 130 bits of its digest',
  (text) => {
    expect(causeId(text)).toBe(independent(text));
    expect(causeId(text)).toMatch(/^[0-9a-z]{26}$/u);
  },
);

test('ids are spread over all characters and never meet', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => causeId(`cause ${n}`));
  expect(new Set(ids).size).toBe(ids.length);
  for (const at of [0, 25]) expect(new Set(ids.map((id) => id[at])).size).toBe(32);
});

test('an event id changes with every part and joins no two parts by accident', () => {
  const ids = [
    eventId('case', 'a', 'b', 0),
    eventId('case', 'a', 'b', 1),
    eventId('call', 'a', 'b', 0),
    eventId('case', 'a|b', '', 0),
    eventId('case', 'a', '|b', 0),
    eventId('case', 'ab', '', 0),
    causeId('b'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(eventId('case', 'a', 'b', 0)).toBe(ids[0]);
});
