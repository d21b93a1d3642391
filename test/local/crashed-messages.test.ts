import { expect, test } from 'vitest';
import { messageTable } from '#infra/local/bus/message-table.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';

async function aQueue(...bodies: string[]) {
  const database = openDatabase(':memory:');
  const queue = new SqliteQueue(database);
  const table = messageTable(database);
  await queue.send('work', bodies);
  return { database, queue, table };
}

test('a message in process at many crashes stays in its queue', async () => {
  const { queue, table } = await aQueue('a', 'b');
  for (let crash = 1; crash <= 19; crash += 1) {
    expect(await queue.receive('work', 10, 0, 1000)).toMatchObject([{ receives: 1 }, { receives: 1 }]);
    await table.showAll();
  }
  expect([queue.depth('work'), queue.depth('work-dlq')]).toEqual([2, 0]);
});

test('a message that was in process at twenty crashes is set aside, and the others stay', async () => {
  const { queue, table } = await aQueue('poison');
  for (let crash = 1; crash <= 20; crash += 1) {
    await queue.receive('work', 1, 0, 1000);
    if (crash === 20) await queue.send('work', ['innocent']);
    await table.showAll();
  }
  expect(table.deadLettersOf('work', 9)).toMatchObject([{ body: 'poison' }]);
  expect(await queue.receive('work', 9, 0, 1000)).toMatchObject([{ body: 'innocent', receives: 1 }]);
  expect(await queue.redrive('work')).toBe(1);
  expect(queue.depth('work')).toBe(2);
});

test('a message that failed keeps its receives over a restart, and a hidden message does not count as crashed', async () => {
  const { queue, table } = await aQueue('fails');
  for (let restart = 1; restart <= 25; restart += 1) {
    const [one] = await queue.receive('work', 1, restart, 1000);
    if (!one) break;
    expect(one.receives).toBe(restart);
    await queue.settle([], [{ id: one.id, visibleAt: 99_999, receives: one.receives }]);
    await table.showAll();
  }
  expect([queue.depth('work'), queue.depth('work-dlq')]).toEqual([0, 1]);
});

test('a table of an earlier version gets the columns of crashes', async () => {
  const database = openDatabase(':memory:');
  database.sql.exec(
    `CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
       visible_at INTEGER NOT NULL DEFAULT 0, receives INTEGER NOT NULL DEFAULT 0);
     INSERT INTO messages (queue, body) VALUES ('work', 'a')`,
  );
  const queue = new SqliteQueue(database);
  await messageTable(database).showAll();
  expect(await queue.receive('work', 9, 0, 1000)).toMatchObject([{ body: 'a', receives: 1 }]);
});
