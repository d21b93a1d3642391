import { expect, test } from 'vitest';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';

/** An inbox with a clock that a test can read. */
export interface InboxUnderTest {
  readonly inbox: MailInbox;
  /** Store a mail as the receiving server does, and return its key. */
  arrive(text: string): Promise<string>;
  now(): number;
}

/** The contract of every inbox. */
export function inboxSuite(make: () => Promise<InboxUnderTest>): void {
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
  const keysOf = async ({ inbox }: InboxUnderTest, before: number, most = 10): Promise<string[]> =>
    (await inbox.waiting(before, most)).map(({ rawKey }) => rawKey);

  test('a mail waits until it is done, by the time it came', async () => {
    const place = await make();
    const key = await place.arrive('first');
    expect(await keysOf(place, place.now() + 1)).toEqual([key]);
    expect(await keysOf(place, place.now())).toEqual([]);
    await place.inbox.done(key);
    await place.inbox.done(key);
    await expect.poll(() => keysOf(place, place.now() + 1)).toEqual([]);
  });

  test('a mail is read under one key before and after it is done', async () => {
    const place = await make();
    const key = await place.arrive('words');
    const before = await place.inbox.read(key);
    expect(text(before?.bytes)).toBe('words');
    expect(await keysOf(place, place.now() + 1)).toEqual([key]);
    await place.inbox.done(key);
    expect(await place.inbox.read(key)).toEqual(before);
  });

  test('a mail that is kept for the administrator is not in the inbox, and can still be read and become a case', async () => {
    const place = await make();
    const rawKey = await place.arrive('certificate');
    const mail = {
      rawKey,
      envelopeFrom: 'ca@example.org',
      recipients: ['admin@rida.example'],
      receivedAt: 1,
    };
    await place.inbox.keep(mail);
    await place.inbox.keep(mail);
    await expect.poll(() => keysOf(place, place.now() + 1)).toEqual([]);
    const later = rawKey.replace('raw/', 'administrator/');
    expect(text((await place.inbox.read(later))?.bytes)).toBe('certificate');
    await place.inbox.done(later);
    expect(text((await place.inbox.read(later))?.bytes)).toBe('certificate');
  });

  test('reading alone takes nothing out, and what is not there is not read', async () => {
    const place = await make();
    expect(await place.inbox.read('raw/00000000-0000-0000-0000-000000000000')).toBeUndefined();
    const keys = [await place.arrive('a'), await place.arrive('b'), await place.arrive('c')];
    await place.inbox.read(keys[0] ?? '');
    expect((await keysOf(place, place.now() + 1)).toSorted()).toEqual(keys.toSorted());
    expect(await keysOf(place, place.now() + 1, 2)).toHaveLength(2);
  });
}
