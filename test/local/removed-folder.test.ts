import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { recordedLog } from '../unit/runtime/recorded-log.ts';
import { aCentre, aFolder, allCases, aMail } from './support.ts';

const large = 'الإنارة مطفأة. '.repeat(10_000);

/** Ways in which the files of a running centre disappear. */
const LOSSES: Readonly<Record<string, (data: string) => void>> = {
  'the folder is removed': (data) => rmSync(data, { recursive: true }),
  'the folder is removed and made again': (data) => {
    rmSync(data, { recursive: true });
    mkdirSync(data);
  },
  'the folder is moved away': (data) => renameSync(data, `${data}-moved`),
  'its content is removed': (data) => {
    for (const name of ['rida.db', 'rida.db-wal', 'rida.db-shm', 'mail', 'blobs', 'key', 'centre.json'])
      rmSync(join(data, name), { recursive: true, force: true });
  },
  'the database is removed': (data) => rmSync(join(data, 'rida.db')),
  'the log beside the database is removed': (data) => rmSync(join(data, 'rida.db-wal')),
  'the database is replaced': (data) => {
    rmSync(join(data, 'rida.db'));
    writeFileSync(join(data, 'rida.db'), '');
  },
};

test.each(Object.entries(LOSSES))('no mail is acknowledged after %s', async (_, lose) => {
  const data = join(aFolder(), 'centre');
  const { logger, codes } = recordedLog();
  const centre = await aCentre({ data, logger });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(1);
  lose(data);
  for (const [n, text] of ['short', large, 'short'].entries()) {
    const mail = aMail({ messageId: `<lost${n}@example.com>`, text });
    await expect(handIn(centre.smtpPort, mail)).rejects.toMatchObject({ responseCode: 451 });
  }
  expect(codes().filter((code) => code === 'local-failure').length).toBeGreaterThanOrEqual(3);
  await centre.close();
  expect(existsSync(join(data, 'centre.json'))).toBe(
    existsSync(join(data, 'rida.db')) || existsSync(join(data, 'key')),
  );
});
