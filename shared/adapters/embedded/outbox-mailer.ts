import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Clock, Mailer } from '#shared/ports/outside.ts';
import { writeDurably } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

const sentMail = z.object({
  id: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  sentAt: z.int(),
});
/** A mail in the outbox; `sentAt` in epoch milliseconds. */
export type SentMail = z.infer<typeof sentMail>;

export interface Outbox extends Mailer {
  /** What was sent, newest first. */
  list(limit: number): readonly SentMail[];
  /** A mail as it went out. */
  raw(id: string): Promise<Uint8Array | undefined>;
}

const idOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 32);

const readIndex = async (folder: string): Promise<SentMail[]> => {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  const notes = names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  return Promise.all(
    notes.map(async (name) => sentMail.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
};

/**
 * Keeps mail instead of sending it, for the web mailbox: a file a mail and a note beside it. The same
 * Message-ID again is the same mail again and takes the place of the first.
 */
export async function openOutbox(folder: string, clock: Clock): Promise<Outbox> {
  const index = new Map((await readIndex(folder)).map((mail) => [mail.id, mail]));
  const fileOf = (id: string, kind: 'eml' | 'json'): string => join(folder, `${id}.${kind}`);

  return {
    async send({ from, to, messageId, raw }) {
      const mail = { id: idOf(messageId), messageId, from, to: [...to], sentAt: clock.now() };
      await writeDurably(fileOf(mail.id, 'eml'), raw);
      await writeDurably(fileOf(mail.id, 'json'), Buffer.from(JSON.stringify(mail)));
      index.set(mail.id, mail);
      return {};
    },
    list: (limit) => [...index.values()].sort((a, b) => b.sentAt - a.sentAt).slice(0, limit),
    raw: async (id) => (index.has(id) ? unlessMissing(readFile(fileOf(id, 'eml'))) : undefined),
  };
}
