import { expect, test } from 'vitest';
import { memorySemaphore } from '#infra/local/mail/memory-semaphore.ts';

test('work enters while there is room, in order, and the largest goes alone', async () => {
  const gate = memorySemaphore(100);
  const started: string[] = [];
  const open = new Map<string, () => void>();
  const work = (name: string, bytes: number) =>
    gate.run(bytes, async () => {
      started.push(name);
      await new Promise<void>((resolve) => open.set(name, resolve));
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  const all = [work('a', 60), work('b', 40), work('huge', 500), work('c', 10)];
  await turn();
  expect(started).toEqual(['a', 'b']);
  open.get('a')?.();
  await turn();
  expect(started).toEqual(['a', 'b']);
  open.get('b')?.();
  await turn();
  expect(started).toEqual(['a', 'b', 'huge']);
  open.get('huge')?.();
  await turn();
  expect(started).toEqual(['a', 'b', 'huge', 'c']);
  open.get('c')?.();
  await Promise.all(all);
});

test('work that fails makes room too', async () => {
  const gate = memorySemaphore(10);
  await expect(gate.run(10, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await gate.run(10, async () => 'in')).toBe('in');
});
