import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { ensureExample } from '#infra/local/example/ensure-example.ts';
import { EXAMPLE_NAMES } from '#infra/local/example/example-names.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { readOptions, USAGE } from '#infra/local/options.ts';
import { explainStartFailure, folderFailure, portFailure } from '#infra/local/start-failure.ts';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { writeVersion0 } from './data-version-0.ts';
import { aCentre, aFolder } from './support.ts';

/** Start a centre as `npm start` does, in this process, and return what it would print about the failure. */
async function failedStart(args: readonly string[]): Promise<string[]> {
  try {
    const options = readOptions(['--port', '0', '--smtp-port', '0', ...args], {});
    if (options === 'help') return [];
    const centre = await openCentre(options);
    onTestFinished(() => centre.close());
    return [];
  } catch (error) {
    return explainStartFailure(error).split('\n');
  }
}

const settingsFile = (content: string): string => {
  const file = join(aFolder(), 'settings.json');
  writeFileSync(file, content);
  return file;
};

test('wrong settings stop the start with the field and what was expected', async () => {
  const file = settingsFile(JSON.stringify({ survey: { delayHours: 'soon' } }));
  const lines = await failedStart(['--data', aFolder(), '--settings', file]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^--settings .*settings\.survey\.delayHours: .*expected number/u);
});

test('settings that are not JSON stop the start', async () => {
  const lines = await failedStart(['--data', aFolder(), '--settings', settingsFile('{')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('is not JSON');
});

const promptFile = (content: string): string => {
  const file = join(aFolder(), 'prompts.csv');
  writeFileSync(file, content);
  return file;
};

test('a centre speaks the prompts of its file', async () => {
  const greeting = 'أهلًا بكم في أمانة المدينة. للعربية اضغط الرقم واحد.';
  const prompts = promptFile(`\uFEFFflow;block;ar;en\r\nmain;ask language;${greeting};\r\n`);
  const { switchboard } = await aCentre({ prompts });
  const { lines } = await switchboard.call('+966500000009');
  expect(lines.map(({ text }) => text)).toEqual(
    expect.arrayContaining([greeting, 'For English, press two.']),
  );
});

test('a wrong file of prompts stops the start with the line and its problem, before a folder is made', async () => {
  const data = join(aFolder(), 'data');
  const file = promptFile('flow,block,ar,en\nmain,goodby,شكرًا.,\n');
  expect(await failedStart(['--data', data, '--prompts', file])).toEqual([
    `--prompts ${file}: line 2: there is no prompt main [goodby]`,
  ]);
  expect(existsSync(data)).toBe(false);
  expect(await failedStart(['--data', data, '--prompts', `${file}.old`])).toEqual([
    `--prompts ${file}.old: cannot be read (ENOENT)`,
  ]);
});

test('a busy port stops the start with one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  for (const option of ['--port', '--smtp-port']) {
    const lines = await failedStart(['--data', aFolder(), option, String(port)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toBe(`${option} ${port}: another program listens there; choose another one`);
  }
});

test('a folder that cannot be one stops the start with one line', async () => {
  const file = settingsFile('{}');
  const lines = await failedStart(['--data', file]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toBe(`--data ${file}: a file is in the way`);
});

test('a folder or port that may not be used is told in words', () => {
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
  expect(folderFailure('/srv/rida', denied).message).toBe('--data /srv/rida: this user may not write there');
  expect(portFailure('smtp-port', 25, denied).message).toBe(
    '--smtp-port 25: this user may not listen there; choose one above 1023',
  );
});

test('a folder that an earlier version wrote is refused with what to do, and left as it is', async () => {
  const data = aFolder();
  writeVersion0(data);
  const before = readFileSync(join(data, 'rida.db'));
  const lines = await failedStart(['--data', data]);
  expect(lines).toEqual([
    `--data ${data}: an earlier version of Rida wrote this folder, and no migration leads from it to this version; move it away, or name another one`,
  ]);
  expect(readFileSync(join(data, 'rida.db'))).toEqual(before);
});

test('a folder that a later version wrote is refused with what to do', async () => {
  const data = aFolder();
  const database = new DatabaseSync(join(data, 'rida.db'));
  database.exec(`PRAGMA user_version = ${DATA_VERSION + 1}`);
  database.close();
  const lines = await failedStart(['--data', data]);
  expect(lines).toEqual([
    `--data ${data}: a later version of Rida wrote this folder; start that version, or name another folder`,
  ]);
});

test('a folder of this version is opened again', async () => {
  const data = aFolder();
  await (await aCentre({ data })).close();
  const database = new DatabaseSync(join(data, 'rida.db'));
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: DATA_VERSION });
  database.close();
  await expect(aCentre({ data })).resolves.toBeDefined();
});

test('options come from the command line before the environment, and wrong ones are named', () => {
  const environment = { RIDA_PORT: '4000', RIDA_TRUST_MAIL: 'none' };
  expect(readOptions(['--port', '5000'], environment)).toMatchObject({ port: 5000, 'trust-mail': 'none' });
  expect(readOptions([])).toMatchObject({
    port: 3000,
    'smtp-port': 2525,
    data: '.data',
    'trust-mail': 'loopback',
  });
  expect(readOptions(['--help'])).toBe('help');
  expect(() => readOptions(['--port', 'x'])).toThrow('--port: expected a port number');
  expect(() => readOptions([], { RIDA_SMTP_PORT: '99999' })).toThrow(
    'RIDA_SMTP_PORT: expected a port number up to',
  );
  expect(() => readOptions(['--colour'])).toThrow("Unknown option '--colour'");
  expect(() => readOptions(['--relay', 'http://x'])).toThrow('--relay: expected an address such as smtp://');
  expect(readOptions(['--relay', 'smtps://u:p%40@relay.example.com'])).toMatchObject({
    relay: { host: 'relay.example.com', port: 465, tls: 'implicit', login: { user: 'u', password: 'p@' } },
  });
});

test('an example has one of the names that the usage lists', () => {
  expect(readOptions(['--example', 'year'])).toMatchObject({ example: 'year' });
  expect(readOptions([], { RIDA_EXAMPLE: 'day' })).toMatchObject({ example: 'day' });
  expect(() => readOptions(['--example', 'week'])).toThrow(
    '--example: expected "day", "year", "year-200-staff"',
  );
  for (const name of EXAMPLE_NAMES) expect(USAGE).toContain(`"${name}"`);
});

test('an example is not built over other data', async () => {
  const data = aFolder();
  await (await aCentre({ data })).close();
  await expect(ensureExample('day', data)).rejects.toThrow('choose an empty folder with --data');
});
