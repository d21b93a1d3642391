import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMessageOutbox } from '#shared/adapters/embedded/outbox-messages.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryMessages } from '#test/doubles/memory-messages.ts';
import { tempFolder } from './temp-folder.ts';

const message = (id: string) => ({ id, to: '+966512345678', text: `${id}\nhttps://rida.example/s/c/1` });
const provider = {
  ...{ url: 'https://api.provider.example.com/send', body: '{"to":"{number}","text":"{text}"}' },
  ...({ method: 'POST', contentType: 'application/json', number: 'plus' } as const),
};

test('text messages are kept without a provider, forgotten with their case, and after thirty days', async () => {
  const clock = fixedClock();
  const sending = new MemoryMessages();
  const outbox = openMessageOutbox(openDatabase(join(await tempFolder(), 'rida.db')), clock, sending);
  for (const id of ['m1', 'm2', 'm2', 'm3']) {
    clock.advance(DAY);
    await outbox.send(message(id), undefined);
  }
  await outbox.send(message('m4'), provider);
  expect(sending.sent.map(({ id }) => id)).toEqual(['m4']);
  expect(outbox.list(10).map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']);
  expect(outbox.list(1)).toMatchObject([{ to: '+966512345678', text: message('m3').text }]);
  await outbox.forget(['m3', 'other']);
  clock.advance(28 * DAY);
  await outbox.removeExpired();
  expect(outbox.list(10).map(({ id }) => id)).toEqual(['m2']);
});
