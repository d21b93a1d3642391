import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { exportedPeriod, exportPeriod } from '#infra/tools/export-figures.ts';
import { figures } from '#infra/tools/figures-command.ts';
import { plainFiles } from '#shared/adapters/embedded/plain-files.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { runHere } from '#test/builders/run-command.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aCentre, aFolder, aMail, onlyCase } from './support.ts';

const hasPython = spawnSync('python3', ['-c', 'import json']).status === 0;

/** Run the command some days after the centre of the test, whatever the day is. */
async function rebuild(data: string, ...more: string[]) {
  vi.useFakeTimers({ toFake: ['Date'], now: WORKING_MORNING + 5 * DAY });
  try {
    return await runHere(figures, ['rebuild', '--data', data, ...more]);
  } finally {
    vi.useRealTimers();
  }
}

test('figures are those of the events, also after an erasure; a wrong number is printed and mended', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  await agent.act(id, 'reply', { text: 'نصلحه غدًا.' });
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.advance(25 * HOUR);
  await centre.settle();
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });

  await agent.act(id, 'erase', { sure: '1' });
  await centre.settle();
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });

  const database = new DatabaseSync(join(data, 'rida.db'));
  const { changes } = database
    .prepare(
      `UPDATE items SET body = json_set(body, '$.counts."opened|mail|report"', 5)
       WHERE pk LIKE 'figures#%' AND json_extract(body, '$.counts."opened|mail|report"') = 1`,
    )
    .run();
  database.close();
  expect(changes).toBe(1);
  const checked = await rebuild(data, '--check');
  expect(checked.status).toBe(1);
  expect(checked.out).toContain('2026-01-04 opened|mail|report: stored 5, events 1');
  expect(await rebuild(data)).toMatchObject({ status: 0, err: '' });
  expect(await rebuild(data, '--check')).toMatchObject({ status: 0, err: '' });
});

/** Reads the exported lines as another program would, and prints how many there are of each file. */
const READER = `
import gzip, json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
index = json.loads((folder / 'index.json').read_text('utf-8'))
found = {}
for day in index['days']:
    for table, files in day['files'].items():
        for one in files:
            rows = [json.loads(line) for line in gzip.open(folder / one['name'], 'rt', encoding='utf-8')]
            assert len(rows) == one['lines'] and all(row['dt'] == day['dt'] for row in rows)
            found.setdefault(table, []).extend(rows)
print(json.dumps({table: [row.get('type') for row in rows] for table, rows in found.items()}))
`;

test('a day is exported by hand as the daily export does it, and another program reads it', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  const agent = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.advance(25 * HOUR);
  await centre.settle();
  const place = { ...centre, items: async function* () {}, close: () => {} };
  const into = aFolder();
  const period = exportedPeriod({ from: '2026-01-04' }, centre.clock.now());
  const { lines, unreadable } = await exportPeriod(place, plainFiles(into), { period, isCompressed: true });
  expect(unreadable).toBe(0);
  expect(lines).toBeGreaterThan(3);
  if (hasPython) {
    const read = JSON.parse(execFileSync('python3', ['-c', READER, into], { encoding: 'utf8' }));
    expect(read.cases).toEqual(['report']);
    expect(read.events).toEqual(expect.arrayContaining(['rida.case.opened.v1', 'rida.case.resolved.v1']));
  }
});

test.each([
  [{ from: '2026-02-31' }, '--from: expected a date'],
  [{ from: '1447-06-01' }, '--from: expected a date'],
  [{ from: '2026-01-04', to: 'أمس' }, '--to: expected a date'],
  [{ from: '2026-01-05' }, '--from: expected a day that has ended'],
  [{ from: '2026-01-04', to: '2026-01-03' }, '--to: expected the last day'],
  [{ from: '2026-01-04', to: '2026-01-09' }, '--to: 2026-01-04 is the last day that has ended'],
  [{ from: '2024-06-01', to: '2024-06-01' }, '--from: the events are kept since 2024-12-02'],
  [{}, 'expected --from'],
])('the period of an export by hand %j is refused', (typed, error) => {
  expect(() => exportedPeriod(typed, Date.parse('2026-01-05T08:00:00Z'))).toThrow(error);
});

test('an export by hand overwrites nothing', async () => {
  const data = aFolder();
  const centre = await aCentre({ data });
  await centre.settle();
  const day = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
  const into = ['--data', data, '--from', day, '--into', join(data, 'day')];
  expect(await runHere(figures, ['export', ...into, '--gzip'])).toMatchObject({ status: 0, err: '' });
  expect(await runHere(figures, ['export', ...into])).toMatchObject({
    status: 1,
    err: expect.stringContaining('the folder is not empty'),
  });
});

test.each([
  { args: [] },
  { args: ['rebuilt'] },
  { args: ['rebuild', 'all'] },
  { args: ['rebuild', '--all'] },
  { args: ['rebuild', '--aws'] },
])('a wrong command line is refused: $args', async ({ args }) => {
  expect((await runHere(figures, args)).status).toBe(2);
});

test('a folder without a centre is named', async () => {
  expect(await rebuild(aFolder(), '--check')).toMatchObject({
    status: 1,
    err: expect.stringContaining('no centre'),
  });
});
