import { describe, expect, it } from 'vitest';
import { ingestMail, type MailIntakeDeps } from '#functions/mail/mail-intake.ts';
import type { ReceivedMail } from '#functions/mail/received-mail.ts';
import { unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { FaultPlan, faulty, Outage } from '#test/doubles/faulty.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, PostRoom, received } from './post-room.ts';

const file = {
  name: 'a.jpg',
  type: 'image/jpeg',
  size: 1,
  content: Uint8Array.of(1),
  inline: false,
  contentId: null,
};
const reply = aMail({
  messageId: '<second@example.com>',
  inReplyTo: '<first@example.com>',
  attachments: [file],
});

/** Stores and keys that fail by the plan. */
const failing = (deps: MailIntakeDeps, plan: FaultPlan): MailIntakeDeps => ({
  ...deps,
  store: faulty(deps.store, plan),
  blobs: faulty(deps.blobs, plan),
  keys: faulty(deps.keys, plan),
});

interface Scene {
  /** Prepare the initial state, and return the delivery under test. */
  set(room: PostRoom): Promise<ReceivedMail>;
  /** The number of commits at the end. */
  readonly commits: number;
  readonly messages: number;
}

const SCENES: Readonly<Record<string, Scene>> = {
  'a first mail with a file': {
    set: (room) => room.keep(aMail({ attachments: [file] })),
    commits: 1,
    messages: 1,
  },
  'a reply with a file': {
    set: async (room) => {
      await room.opened();
      return room.keep(reply, received({ rawKey: 'mail/2', receivedAt: T + HOUR }));
    },
    commits: 2,
    messages: 2,
  },
  'a reply that comes too late': {
    set: async (room) => {
      const { id } = await room.opened();
      await room.do(id, { do: 'close', reason: 'duplicate', by: 'agent:salem' }, T + 1);
      return room.keep(reply, received({ rawKey: 'mail/2', receivedAt: T + HOUR }));
    },
    commits: 3,
    messages: 2,
  },
  'a mail no machine can read': {
    set: (room) => room.keep(unreadable('malformed', 'no')),
    commits: 1,
    messages: 0,
  },
};

describe.each(Object.entries(SCENES))('%s, whatever fails once', (_, { set, commits, messages }) => {
  it.each(['before', 'after'] as const)(
    '(%s it took effect) becomes one case and one message',
    async (when) => {
      let points = 0;
      for (let failAt = 1; ; failAt += 1) {
        const room = new PostRoom();
        const delivery = await set(room);
        const plan = new FaultPlan(failAt, when);
        const first = await ingestMail(failing(room.deps(), plan), delivery).catch((error: unknown) => error);
        if (plan.calls < failAt) break;
        points += 1;
        expect(first, `fault ${failAt}`).toBeInstanceOf(Outage);
        // A message in an event can be read, also before the mail is retried.
        const announced = await room.messages();
        for (const { message } of messages > 0 ? announced : []) expect(message).toBeDefined();
        await ingestMail(room.deps(), delivery);
        await ingestMail(room.deps(), delivery);
        expect(room.store.commits, `fault ${failAt}`).toHaveLength(commits);
        const read = (await room.messages()).filter(({ message }) => message !== undefined);
        expect(read).toHaveLength(messages);
        for (const { message } of read) {
          for (const { key } of message?.attachments ?? []) expect(await room.blobs.get(key)).toBeDefined();
        }
      }
      expect(points).toBeGreaterThanOrEqual(4);
    },
  );
});

describe('a message', () => {
  it('is stored, files first, before the commit that refers to it', async () => {
    const room = new PostRoom();
    const order: string[] = [];
    const deps = room.deps();
    const { blobs } = deps;
    const delivery = await room.keep(aMail({ attachments: [file] }));
    await ingestMail(
      {
        ...deps,
        blobs: {
          get: (key) => blobs.get(key),
          remove: (keys) => blobs.remove(keys),
          put: (key, bytes, type) => blobs.put(key, bytes, type),
          putOnce: async (key, bytes, type) => {
            const first = await blobs.putOnce(key, bytes, type);
            order.push(key.endsWith('.json') ? 'message' : 'file');
            expect(room.store.commits).toEqual([]);
            return first;
          },
        },
      },
      delivery,
    );
    expect(order).toEqual(['file', 'message']);
    expect(room.store.commits).toHaveLength(1);
  });
});
