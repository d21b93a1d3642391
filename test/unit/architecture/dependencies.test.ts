import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>;

test('the README gives the reason of every package, except for types of a package that it names', () => {
  const [, table = ''] = read('README.md').split('## Dependencies and why\n');
  const [section = ''] = table.split('\n## ');
  const named = (name: string): boolean =>
    section.includes(`\`${name}\``) || section.includes(`\`${name.replace(/^@(aws-sdk|types)\//u, '')}\``);
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named(name))).toEqual([]);
});

test('every package is pinned to one version', () => {
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/u.test(version),
  );
  expect(ranges).toEqual([]);
});
