import { expect, test } from 'vitest';
import { phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';

test('a call is described as far as the phone has told', async () => {
  const exchange = phoneExchange(() => 0);
  expect(await exchange.describe('c-1')).toBeUndefined();
  exchange.register('c-1', { initiatedAt: 1 });
  exchange.update('c-1', { queuedAt: 2 });
  expect(await exchange.describe('c-1')).toEqual({ initiatedAt: 1, queuedAt: 2 });
  exchange.update('c-1', { endedAt: 3, reason: 'CUSTOMER_DISCONNECT' });
  expect(await exchange.describe('c-1')).toMatchObject({ initiatedAt: 1, endedAt: 3 });
});

test('calls are open until they end', () => {
  const exchange = phoneExchange(() => 0);
  exchange.register('c-1', { initiatedAt: 1 });
  exchange.register('c-2', { initiatedAt: 2 });
  exchange.update('c-1', { endedAt: 3 });
  expect(exchange.open()).toEqual(['c-2']);
});

test('nothing can become known of a call that never was', () => {
  expect(() => phoneExchange(() => 0).update('c-1', { endedAt: 1 })).toThrow('no such contact');
});

test('only the newest calls are kept', async () => {
  const exchange = phoneExchange(() => 0, 2);
  for (const id of ['c-1', 'c-2', 'c-3']) exchange.register(id, {});
  expect(await exchange.describe('c-1')).toBeUndefined();
  expect(exchange.open()).toEqual(['c-2', 'c-3']);
});

const order = {
  ...{ token: 't-1', to: '+966500000001', flow: 'outbound/evaluation-call', ringSeconds: 45 },
  attributes: { callOutId: 'co-1' },
};

test('a call that goes out rings at the browser phone, and is not placed when it cannot', async () => {
  const exchange = phoneExchange(() => 5);
  expect(await exchange.dial(order)).toEqual({ refused: 'misconfigured' });
  exchange.onDial({
    ring: () => {
      throw new Error('no browser');
    },
    end: () => {},
  });
  await expect(exchange.dial(order)).rejects.toThrow('no browser');
  expect(exchange.open()).toEqual([]);
  const rung: string[] = [];
  exchange.onDial({ ring: ({ contactId }) => void rung.push(contactId), end: () => {} });
  const dialled = await exchange.dial(order);
  expect(dialled).toEqual({ contactId: rung[0] });
  expect(await exchange.describe(rung[0] ?? '')).toEqual({ initiatedAt: 5 });
});

test('a task is shown from its time on until it is ended', async () => {
  let now = 0;
  const exchange = phoneExchange(() => now);
  const given = await exchange.task({
    ...{
      token: 'k',
      name: 'n',
      description: 'd',
      url: 'https://rida.example/cases/1',
      flow: 'outbound/task',
    },
    ...{ at: 1000, attributes: {} },
  });
  expect(exchange.tasks()).toEqual([]);
  now = 1000;
  expect(exchange.tasks()).toEqual([expect.objectContaining(given)]);
  await exchange.stop(exchange.tasks()[0]?.contactId ?? '');
  expect(exchange.tasks()).toEqual([]);
});
