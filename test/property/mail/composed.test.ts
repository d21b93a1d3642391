import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeForSending } from '#shared/adapters/mail/compose.ts';
import { isMessageId } from '#shared/domain/mail/message-id.ts';
import { writableAddress } from '#shared/domain/mail/writable-address.ts';
import { aMailOut } from '#test/builders/a-mail-out.ts';
import { violations } from '#test/doubles/strict-relay.ts';

/** Any text, with the characters that break headers more often than chance brings them. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', '\0', '"', '\\', '<', '>', ',', ';', '=?utf-8?q?a?=', ' ', 'س', '😀'),
  }),
  fc.integer({ min: 1, max: 3_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 600 }).map((length) => 'بلاغ '.repeat(length)),
);
const local = fc.string({ unit: fc.constantFrom(...'ab.;,[]"\\ @س!'), minLength: 1, maxLength: 70 });

test('every composed mail is taken by a relay that refuses all that the standards let it refuse', async () => {
  const parts = fc.record({
    ...{ subject: hostile, name: hostile, text: hostile, file: hostile, body: fc.boolean() },
    ...{
      recipients: fc.array(local, { minLength: 1, maxLength: 3 }),
      ids: fc.array(hostile, { maxLength: 3 }),
    },
  });
  await fc.assert(
    fc.asyncProperty(parts, async ({ subject, name, text, file, recipients, ids, body }) => {
      const to = recipients.flatMap((one) => {
        const address = `${one}@example.com`;
        return writableAddress(address) === undefined ? [] : [address];
      });
      const references = ids.map((id) => `<${id}@example.com>`).filter(isMessageId);
      const content = new TextEncoder().encode(text);
      const sent = await composeForSending({
        ...aMailOut(['sara@example.com', ...to]),
        ...{ subject, from: { name, address: 'help@rida.example' }, references },
        text: body ? text : 'x',
        html: `<p>${text}</p>`,
        attachments: [{ name: file, type: 'application/pdf', content }],
      });
      expect(violations(sent.raw)).toEqual([]);
      expect(sent.to.join('')).toMatch(/^[ -~]+$/u);
    }),
    { numRuns: 150 },
  );
});
