import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { streamCommit } from '#shared/adapters/aws/stream-commit.ts';
import { commitItem, IMPORTED } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { aCommit } from '#test/builders/a-commit.ts';

const commit = commitItem(aCommit({ id: '4K7-2M9-0382' }));
const record = ({ pk, sk, ...rest }: Item, eventName = 'INSERT') => ({
  eventName,
  dynamodb: {
    Keys: marshall({ pk, sk }),
    NewImage: marshall({ pk, sk, ...rest }, { removeUndefinedValues: true }),
    SequenceNumber: '7',
  },
});

test('a new commit is published', () => {
  expect(streamCommit(record(commit))).toMatchObject({
    record: { commit: { id: '4K7-2M9-0382', cause: 'moved-it' } },
    sequence: '7',
  });
});

test.each([
  ['an imported commit', record({ ...commit, [IMPORTED]: true })],
  ['a commit that an erasure stored again', record(commit, 'MODIFY')],
  ['a removed commit', { ...record(commit, 'REMOVE'), dynamodb: {} }],
  ['a state', record({ ...commit, sk: 'state' })],
  ['a record without an image', { eventName: 'INSERT', dynamodb: { Keys: {} } }],
  ['a record without content', {}],
])('%s is not published', (_, given) => {
  expect(streamCommit(given)).toBeUndefined();
});
