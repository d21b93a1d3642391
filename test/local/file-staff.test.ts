import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

const colleague = (user: string) => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, departments: ['operations'] },
  ...{ skills: [], languages: ['ar', 'en'], capacity: 10 },
});

/** Start on a folder with these colleagues in the settings file, do something, and stop. */
async function started(
  data: string,
  users: readonly string[],
  during: (centre: Awaited<ReturnType<typeof aCentre>>) => Promise<void> = async () => {},
): Promise<string | undefined> {
  const settings = join(data, 'settings-of-the-test.json');
  writeFileSync(
    settings,
    JSON.stringify({ staff: users.map(colleague), assignment: { mode: 'least-loaded' } }),
  );
  const centre = await aCentre({ data, settings });
  await during(centre);
  await centre.settle();
  const { assignee } = await onlyCase(centre);
  await centre.close();
  return assignee;
}

test('the cases of a member who is removed from the settings file are handed over at the next start', async () => {
  const data = aFolder();
  const mail = (centre: { smtpPort: number }) => handIn(centre.smtpPort, aMail());
  expect(await started(data, ['huda'], mail)).toBe('huda');
  expect(await started(data, ['huda', 'salem'])).toBe('huda');
  expect(await started(data, ['salem'])).toBe('salem');
  expect(await started(data, [])).toBeUndefined();
  // A new member takes the case that waits.
  expect(await started(data, ['noura'])).toBe('noura');
});
