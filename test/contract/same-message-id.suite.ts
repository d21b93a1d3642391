import { expect, test } from 'vitest';
import { ingestMail, type MailIntakeDeps } from '#functions/mail/mail-intake.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { rulesOf } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { testKeys } from '#test/doubles/test-keys.ts';

const MAILS = 10;

/** Mails of one author with one Message-ID and different texts, processed at the same time. */
export function sameMessageIdSuite(open: () => { store: Store; blobs: BlobStore }): void {
  const deps = ({ store, blobs }: { store: Store; blobs: BlobStore }): MailIntakeDeps => ({
    ...{ store, blobs, inbox: memoryInbox(blobs), rules: rulesOf(), keys: testKeys, clock: fixedClock() },
    parseMail: (raw) => parseMail(raw),
    cleanHtml,
  });

  async function deliver(from: string, n: number, dmarc: 'PASS' | 'FAIL', relay: string) {
    const { blobs, store } = open();
    const rawKey = `mail/${relay}-${from}-${n}`;
    const raw = [
      `Received: from ${relay}`,
      ...[`From: ${from}`, 'To: help@rida.example', 'Message-ID: <1@localhost>', 'Subject: بلاغ'],
      ...['Content-Type: text/plain; charset=utf-8', '', `الكلمات ${n}`],
    ].join('\r\n');
    await blobs.putOnce(rawKey, new TextEncoder().encode(raw), 'message/rfc822');
    const receipt = { rawKey, envelopeFrom: from, recipients: ['help@rida.example'], dmarc };
    return ingestMail(deps({ blobs, store }), { ...receipt, spam: false, virus: false, receivedAt: T });
  }

  /** The queue retries a delivery that failed because of concurrent writes. */
  const delivered = async (...mail: Parameters<typeof deliver>) => {
    for (let tries = 0; ; tries += 1) {
      const done = await deliver(...mail).catch((error: unknown) => error);
      if (!(done instanceof Error)) return done as Awaited<ReturnType<typeof deliver>>;
      if (tries === 5) throw done;
    }
  };

  /** Return the texts of all messages of the cases. */
  async function wordsIn(cases: ReadonlySet<string>): Promise<string[]> {
    const { store, blobs } = open();
    const texts: string[] = [];
    for (const id of cases) {
      for (const { cause } of await store.timeline('case', id)) {
        const message = await readMessage(blobs, id, cause);
        if (message) texts.push(message.text);
      }
    }
    return texts.sort();
  }

  test.each([
    ['authenticated, to one case', 'norah@example.com', 'PASS'],
    ['not authenticated, each to a case of its own', 'form@example.com', 'FAIL'],
  ] as const)('ten mails with one Message-ID and ten bodies are ten messages: %s', async (_, from, dmarc) => {
    const numbers = Array.from({ length: MAILS }, (_each, n) => n);
    const first = await Promise.all(numbers.map((n) => delivered(from, n, dmarc, 'first')));
    const cases = new Set(first.map(({ caseRef }) => caseRef));
    expect(cases.size).toBe(dmarc === 'PASS' ? 1 : MAILS);
    const texts = numbers.map((n) => `الكلمات ${n}`);
    expect(await wordsIn(cases)).toEqual(texts);

    const again = await Promise.all(numbers.map((n) => delivered(from, n, dmarc, 'second')));
    expect(again.map(({ outcome }) => outcome)).toEqual(numbers.map(() => 'duplicate'));
    expect(again.map(({ caseRef }) => caseRef)).toEqual(first.map(({ caseRef }) => caseRef));
    expect(await wordsIn(cases)).toEqual(texts);
  });

  test('ten mails that are each delivered twice at the same time are ten messages', async () => {
    const numbers = Array.from({ length: MAILS }, (_each, n) => n);
    const both = ['first', 'second'].flatMap((relay) =>
      numbers.map((n) => delivered('huda@example.com', n, 'PASS', relay)),
    );
    const outcomes = await Promise.all(both);
    const cases = new Set(outcomes.map(({ caseRef }) => caseRef));
    expect(cases.size).toBe(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(MAILS);
    expect(await wordsIn(cases)).toEqual(numbers.map((n) => `الكلمات ${n}`));
  });
}
