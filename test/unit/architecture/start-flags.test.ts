import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const heapFlags = (script: string): string[] => script.split(' ').filter((word) => /semi-space/u.test(word));

test('a centre and its watch mode run without __proto__', () => {
  for (const script of [scripts.start, scripts.dev]) expect(script).toContain(' --disable-proto=delete ');
});

test('a centre, its watch mode and the benchmarks run with the same heap', () => {
  const { start = '', dev = '', bench = '' } = scripts;
  expect(heapFlags(start)).toHaveLength(2);
  expect(heapFlags(dev)).toEqual(heapFlags(start));
  expect(heapFlags(bench)).toEqual(heapFlags(start));
});
