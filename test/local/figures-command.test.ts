import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { figures } from '#infra/tools/figures-command.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { runHere } from '#test/builders/run-command.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

const rebuild = (data: string, ...more: string[]) => runHere(figures, ['rebuild', '--data', data, ...more]);

test('figures are those of the events, also after an erasure; a wrong number is printed and mended', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  await agent.act(id, 'reply', { text: 'نصلحه غدًا.' });
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.advance(25 * HOUR);
  await centre.settle();
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });

  await agent.act(id, 'erase', { sure: '1' });
  await centre.settle();
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });

  const database = new DatabaseSync(join(data, 'rida.db'));
  const { changes } = database
    .prepare(
      `UPDATE items SET body = json_set(body, '$.counts."opened|mail|report"', 5)
       WHERE pk LIKE 'figures#%' AND json_extract(body, '$.counts."opened|mail|report"') = 1`,
    )
    .run();
  database.close();
  expect(changes).toBe(1);
  const checked = await rebuild(data, '--check');
  expect(checked.status).toBe(1);
  expect(checked.out).toContain('2026-01-04 opened|mail|report: stored 5, events 1');
  expect(await rebuild(data)).toMatchObject({ status: 0, err: '' });
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });
});

test.each([
  { args: [] },
  { args: ['rebuilt'] },
  { args: ['rebuild', 'all'] },
  { args: ['rebuild', '--all'] },
  { args: ['rebuild', '--aws'] },
])('a wrong command line is refused: $args', async ({ args }) => {
  expect((await runHere(figures, args)).status).toBe(2);
});

test('a folder without a centre is named', async () => {
  expect(await rebuild(aFolder(), '--check')).toMatchObject({
    status: 1,
    err: expect.stringContaining('no centre'),
  });
});
