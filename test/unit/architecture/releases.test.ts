import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { lastVersion, MIGRATIONS, stepsFrom } from '#shared/adapters/embedded/migrations.ts';

const changelog = readFileSync('.github/CHANGELOG.md', 'utf8');
const released = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gmu)].map(([, version]) => version);

/** The data version of the first release, to which no step leads. */
const FIRST = lastVersion([]);

const versionIn = (path: string): unknown =>
  (JSON.parse(readFileSync(path, 'utf8')) as { version: unknown }).version;

test('the newest release of the changelog is the version of the package, and its data folder is kept', () => {
  expect(versionIn('package.json')).toBe(released[0]);
  expect(versionIn('package-lock.json')).toBe(released[0]);
  expect(released.filter((version) => !existsSync(`test/releases/${version}.folder`))).toEqual([]);
});

test('steps lead from the first release to the data version of the code, one after the other', () => {
  expect(MIGRATIONS.map(({ from }) => from)).toEqual(
    MIGRATIONS.map((_, at) => MIGRATIONS[at - 1]?.to ?? FIRST),
  );
  expect(MIGRATIONS.filter(({ from, to }) => to <= from)).toEqual([]);
  expect(lastVersion(MIGRATIONS)).toBe(DATA_VERSION);
  expect(stepsFrom(FIRST)).toEqual(MIGRATIONS);
  expect([stepsFrom(FIRST - 1), stepsFrom(DATA_VERSION + 1)]).toEqual([undefined, undefined]);
});
