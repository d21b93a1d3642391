import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { heldDataOf } from '#shared/application/held-data.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { Store } from '#shared/ports/store.ts';
import { aPlan } from '#test/builders/a-call-out.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { createTable, localClient } from './table-definition.ts';

const by = 'agent:salem' as const;
const trace = { by, at: T, recordedAt: T };
/** Words of the person, each in another place: all are in the copy. */
const OWN = [
  ...['canary-subject', 'canary-own-words', 'canary-answer', 'norah@example.com', 'other-norah@example.com'],
  ...['+966500000001', 'canary-service', 'canary-outcome', 'canary-second-address', 'نورة'],
];
/** Data of other people: none of it is in the copy. */
const OTHERS = [
  ...['canary-neighbour-words', 'canary-neighbour-subject', 'neighbour@example.com', '0555123456'],
  ...['canary-other-case', 'salem', 'sara@example.com', 'canary-neighbour-file'],
];

const message = (id: string, over: Partial<Message>): Message => ({
  ...{
    id,
    direction: 'in',
    channel: 'mail',
    at: T,
    to: [],
    subject: '',
    text: '',
    attachments: [],
    reasons: [],
  },
  ...over,
});

/** Write what a centre holds about two people, through the use cases. */
async function written(store: Store): Promise<MemoryBlobs> {
  const blobs = new MemoryBlobs();
  const rules = shippedRules;
  const open = async (
    id: string,
    beneficiary: { id: string; email: string; name: string },
    subject: string,
  ) => {
    const opened = await openCase(
      { store, rules, keys: testKeys },
      {
        openCaseFrom: {
          ...{ type: 'data-request', category: 'other', subject, segment: 'citizen', channel: 'mail' },
          ...{
            language: 'ar',
            department: 'care',
            priority: 'normal',
            beneficiary: { ...beneficiary, authenticated: true },
          },
        },
        ...{ cause: id, correlationId: id, causationId: id, ...trace },
      },
    );
    return opened.case.id;
  };
  const act = async (id: string, command: CaseCommand, cause: string) => {
    const request = { id, command, cause, correlationId: 'x', causationId: 'x', ...trace };
    await handleCommand({ store, rules }, request);
  };
  const norah = { id: 'norah', email: 'norah@example.com', name: 'نورة' };
  const first = await open('first', norah, 'canary-subject');
  await open(
    'second',
    { ...norah, id: 'norah-2', email: 'other-norah@example.com' },
    'canary-second-address',
  );
  await open('third', { id: 'ali', email: 'sara@example.com', name: 'علي' }, 'canary-other-case');
  await saveMessage(
    blobs,
    first,
    message('first', { from: { name: 'نورة', address: 'Norah@example.com' }, text: 'canary-own-words' }),
  );
  await act(first, { do: 'receive', channel: 'mail' }, 'neighbour');
  await saveMessage(
    blobs,
    first,
    message('neighbour', {
      ...{ from: { name: 'جار', address: 'neighbour@example.com' }, subject: 'canary-neighbour-subject' },
      ...{ text: 'canary-neighbour-words' },
      attachments: [{ name: 'canary-neighbour-file', type: 'image/png', size: 1, key: 'k' }],
    }),
  );
  await act(first, { do: 'note', by }, 'note');
  await saveMessage(
    blobs,
    first,
    message('note', {
      ...{ direction: 'note', channel: 'console' },
      text: 'canary-answer: اتصلنا بجارك 0555123456 neighbour@example.com، ورقمك 0500000001 وبريدك norah@example.com',
    }),
  );
  await act(
    first,
    { do: 'resolve', as: 'done', outcome: 'canary-outcome neighbour@example.com', by },
    'resolve',
  );
  await updateCallOut(store, rules.outbound, {
    ...{ id: 'call', correlationId: 'x', cause: 'plan', ...trace },
    command: aPlan({ beneficiaryId: 'norah', service: { name: 'canary-service', on: '2026-01-01' } }),
  });
  const person = (id: string, command: Parameters<typeof updatePerson>[1]['command']) =>
    updatePerson(store, { id, command, cause: `${command.do} ${id}`, ...trace });
  await person('norah', {
    ...{ do: 'describe', name: 'نورة' },
    contacts: [{ kind: 'phone', value: '+966500000001', beneficiaryId: 'norah' }],
  });
  await person('norah', { do: 'join', other: 'norah-2', by });
  await person('norah', { do: 'verify', means: 'document', by });
  return blobs;
}

function suite(open: () => Store): void {
  test('the copy has everything of the person from all places, and nothing of anybody else', async () => {
    const store = open();
    const blobs = await written(store);
    const held = await heldDataOf({ store, blobs }, 'norah', T);
    const text = JSON.stringify(held);
    expect(OWN.filter((canary) => !text.includes(canary))).toEqual([]);
    expect(OTHERS.filter((canary) => text.includes(canary))).toEqual([]);
    expect(held.cases.map(({ messages }) => messages.filter(({ withheld }) => withheld).length)).toEqual([
      1, 0,
    ]);
    expect(text).toContain('0500000001');
    expect(held).toMatchObject({
      name: 'نورة',
      identityProven: { by: 'document' },
      callsOut: [{ purpose: 'evaluation' }],
    });
    // The other address of the person leads to the same copy.
    expect(JSON.stringify(await heldDataOf({ store, blobs }, 'ali', T))).not.toContain('norah');
  });
}

describe('MemoryStore', () => suite(() => new MemoryStore()));
describe('SqliteStore', () => suite(() => new SqliteStore(openDatabase(':memory:'))));

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoStore', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, 'held-data'));
  suite(() => new DynamoStore({ client, table: 'held-data' }));
});
