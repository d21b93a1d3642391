import { expect, test } from 'vitest';
import { causeItem } from '#shared/adapters/table/cause-item.ts';
import { commitItem, commitOf } from '#shared/adapters/table/commit-item.ts';
import { effectItem, effectOf } from '#shared/adapters/table/effect-item.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import type { Kind } from '#shared/ports/store.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

test.each<[Kind, number | undefined]>([
  ['digest', 90],
  ['lines', 90],
  ['frame', 90],
  ['week', 730],
  ['replicate', 730],
  ['call', 400],
  ['case', undefined],
  ['person', undefined],
  ['staff', undefined],
  ['call-out', 730],
])('the history of a %s is kept for %s days', (kind, days) => {
  const commit = aCommit({ kind, recordedAt: T, patch: {} });
  const item = commitItem(commit);
  const expiry = days === undefined ? undefined : (T + days * DAY) / SECOND;
  expect(item.expiresAt).toBe(expiry);
  expect(causeItem(kind, 'x', 'cause', { commit: 1, recordedAt: T }).expiresAt).toBe(expiry);
  const effect = { id: 'e', at: T, what: 'mail', to: 'a@b.example', token: 't' };
  expect(effectItem(kind, 'x', effect).expiresAt).toBe(expiry);
  expect(effectOf(effectItem(kind, 'x', effect))).toEqual(effect);
  expect(commitOf(item)).toEqual(commit);
});
