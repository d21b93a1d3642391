import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settings as settingsCommand } from '#infra/tools/settings-command.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteSettingsStore } from '#shared/adapters/embedded/sqlite-settings-store.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { aCase } from '#test/builders/a-case.ts';
import { runHere } from '#test/builders/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-settings-'));
const database = openDatabase(join(folder, 'rida.db'));
const supportCase = aCase({ openedAt: Date.now(), facts: [{ at: Date.now(), type: 'opened' }] });

function settings(...args: string[]) {
  const [input = '', ...rest] = args[0]?.startsWith('{') ? args : ['', ...args];
  return runHere(settingsCommand, rest, { input, env: { RIDA_DATA: folder, RIDA_SETTINGS: '' } });
}

describe('settings on the command line', () => {
  beforeAll(async () => {
    const { id, openedAt: at } = supportCase;
    await new SqliteStore(database, 1).commit({
      ...{ kind: 'case', id, cause: 'opened-it', by: 'beneficiary', at, recordedAt: at, events: [] },
      ...{ correlationId: 'opened-it', causationId: 'opened-it', before: undefined, after: supportCase },
    });
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are checked, whole or in part, and what is wrong is named', async () => {
    const file = join(folder, 'part.json');
    writeFileSync(file, '\uFEFF{"desk":{"reopenDays":7}}');
    expect(await settings('check', file)).toMatchObject({ status: 0, out: `${file}: valid\n` });
    const wrong = await settings(
      '{"desk":{"calendar":"moon"},"retention":{"eraseAfterDays":"x"}}',
      'check',
      '-',
    );
    expect(wrong.status).toBe(1);
    expect(wrong.err).toContain('settings.retention.eraseAfterDays: ');
    expect((await settings('{"desk":{"calendar":"moon"}}', 'check', '-')).err).toBe(
      'settings.desk.calendar: expected the id of a calendar, got "moon"\n',
    );
  });

  it('are previewed, applied beside an open database, and shown', async () => {
    const policies = defaultSettings.policies.map((policy) => ({
      ...policy,
      targets: {
        ...policy.targets,
        normal: {
          resolutionMinutes: 7,
          firstResponseMinutes: 9,
          departmentMinutes: 9,
          nextResponseMinutes: 9,
        },
      },
    }));
    const document = JSON.stringify({ policies });
    const preview = await settings(document, 'preview', '-');
    expect(preview.status).toBe(0);
    expect(preview.out).toContain('Would move the deadlines of 1 of 1 open cases: 1 to earlier');
    expect(preview.out).toContain(supportCase.id);
    expect(preview.out).toContain('policies report targets normal resolutionMinutes: 1260 -> 7');
    const store = new SqliteSettingsStore(database);
    expect(await store.read()).toBeUndefined();
    expect(await settings(document, 'apply', '-', '--note', 'faster', '--by', 'huda')).toMatchObject({
      status: 0,
    });
    expect(await store.read()).toMatchObject({
      version: 1,
      by: 'huda',
      note: 'faster',
      effect: { moved: 1, looked: 1 },
    });
    const shown = await settings('show');
    expect(shown.err).toContain('Version 1 by huda');
    expect(JSON.parse(shown.out).policies.map(({ version }: { version: number }) => version)).toContain(2);
  });

  it('are refused over another version, and when open cases use what would go away', async () => {
    const stale = await settings(
      '{"desk":{"reopenDays":7}}',
      'apply',
      '-',
      '--note',
      'because',
      '--base',
      '0',
    );
    expect(stale).toMatchObject({ status: 1 });
    expect(stale.err).toContain('version 1 is in force; nothing was applied');
    const categories = defaultSettings.categories.filter(({ id }) => id !== 'lighting');
    const used = await settings(JSON.stringify({ categories }), 'apply', '-', '--note', 'because');
    expect(used).toMatchObject({ status: 1 });
    expect(used.out).toContain(`categories "lighting" is used by 1 open cases: ${supportCase.id}`);
  });

  it.each([
    ['nothing', []],
    ['an unknown option', ['show', '--moon']],
    ['no reason', ['apply', 'x.json']],
    ['AWS without a table', ['show', '--aws']],
    ['a version in words', ['apply', '-', '--note', 'because', '--base', 'one']],
  ])('with %s say what was expected', async (_, args) => {
    expect((await settings(...args)).status).toBe(2);
  });

  it('of a folder without a centre fail', async () => {
    expect(await settings('show', '--data', join(folder, 'none'))).toMatchObject({ status: 1 });
  });
});
