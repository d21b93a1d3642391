import { expect, test } from 'vitest';
import { phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';

test('a call is described as far as the phone has told', async () => {
  const exchange = phoneExchange();
  expect(await exchange.describe('c-1')).toBeUndefined();
  exchange.register('c-1', { initiatedAt: 1 });
  exchange.update('c-1', { queuedAt: 2 });
  expect(await exchange.describe('c-1')).toEqual({ initiatedAt: 1, queuedAt: 2 });
  exchange.update('c-1', { endedAt: 3, reason: 'CUSTOMER_DISCONNECT' });
  expect(await exchange.describe('c-1')).toMatchObject({ initiatedAt: 1, endedAt: 3 });
});

test('calls are open until they end', () => {
  const exchange = phoneExchange();
  exchange.register('c-1', { initiatedAt: 1 });
  exchange.register('c-2', { initiatedAt: 2 });
  exchange.update('c-1', { endedAt: 3 });
  expect(exchange.open()).toEqual(['c-2']);
});

test('nothing can become known of a call that never was', () => {
  expect(() => phoneExchange().update('c-1', { endedAt: 1 })).toThrow('no such contact');
});

test('only the newest calls are kept', async () => {
  const exchange = phoneExchange(2);
  for (const id of ['c-1', 'c-2', 'c-3']) exchange.register(id, {});
  expect(await exchange.describe('c-1')).toBeUndefined();
  expect(exchange.open()).toEqual(['c-2', 'c-3']);
});
