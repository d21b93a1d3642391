import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf } from '#shared/adapters/aws/batches.ts';

const size = (text: string): number => text.length;

test('batches keep the order, lose nothing and stay within both limits', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 8 })), (items) => {
      const batches = batchesOf(items, size, { most: 3, bytes: 10 });
      expect(batches.flat()).toEqual(items);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(3);
        expect(batch.reduce((sum, item) => sum + size(item), 0)).toBeLessThanOrEqual(10);
      }
    }),
  );
});

test('batches are as full as their limits allow', () => {
  expect(batchesOf(['aaaaa', 'bbbbb', 'c', 'd', 'e', 'f'], size, { most: 3, bytes: 10 })).toEqual([
    ['aaaaa', 'bbbbb'],
    ['c', 'd', 'e'],
    ['f'],
  ]);
});

test('an item that alone is too large goes alone', () => {
  expect(batchesOf(['a', 'b'.repeat(20), 'c'], size, { most: 10, bytes: 10 })).toEqual([
    ['a'],
    ['b'.repeat(20)],
    ['c'],
  ]);
});
