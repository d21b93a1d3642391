import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Actor } from '#events/vocabulary.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { commitItem } from '#shared/adapters/table/commit-item.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { aCentre, aFolder, allCases, aMail } from './support.ts';

const event = (by: string): EventDraft => ({
  type: 'rida.case.watched.v1',
  data: { user: 'salem', by: by as Actor },
});
const bodyOf = (by: string): string => {
  const { pk: _, sk: __, ...body } = commitItem(aCommit({ events: [event(by)] }));
  return JSON.stringify(body);
};

test('a commit that breaks its contract does not stop the others, and is published after its repair', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  // Another release wrote it.
  const other = new DatabaseSync(join(data, 'rida.db'), { timeout: 5000 });
  const [pk, sk] = ['case#4K7-2M9-0382', 'commit#00000002'];
  other.prepare('INSERT INTO items (pk, sk, body) VALUES (?, ?, ?)').run(pk, sk, bodyOf('nobody'));
  other.prepare('INSERT INTO outbox (pk, sk) VALUES (?, ?)').run(pk, sk);
  for (const n of [1, 2, 3]) await handIn(centre.smtpPort, aMail({ messageId: `<${n}@example.com>` }));
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(3);
  expect(centre.outbox?.list(10)).toHaveLength(3);
  expect(centre.bus.queueDepths()).toContainEqual(
    expect.objectContaining({ name: 'relay/republish', waiting: 0, dead: 1 }),
  );
  const page = await (await fetch(`${centre.url}/queues`)).text();
  expect(page).toContain('4K7-2M9-0382');

  other.prepare('UPDATE items SET body = ? WHERE pk = ? AND sk = ?').run(bodyOf('agent:salem'), pk, sk);
  other.close();
  expect(await centre.bus.redrive('relay/republish')).toBe(1);
  await centre.settle();
  expect(centre.bus.queueDepths().filter(({ waiting, dead }) => waiting + dead > 0)).toEqual([]);
});
