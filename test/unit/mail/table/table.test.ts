import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailReader } from '#shared/adapters/mail/parse-mail.ts';
import { TABLE } from './all.ts';
import { compared, explained } from './judge.ts';
import { plain } from './row.ts';

const reader = createMailReader();
beforeAll(() => reader.parseMail(plain('the thread loads its parser')), 60_000);
afterAll(() => reader.close());

describe('the table of mails', () => {
  it('has at least 150 mails, each under its own name', () => {
    const names = Object.entries(TABLE).flatMap(([kind, rows]) => rows.map(({ name }) => `${kind}: ${name}`));
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
  });

  for (const [kind, rows] of Object.entries(TABLE)) {
    describe(kind, () => {
      it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, { raw, out }) => {
        expect(compared(await explained(reader, raw), out)).toEqual(out);
      });
    });
  }
});
