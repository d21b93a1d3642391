import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesBetween } from '#test/browser/screenshots/changes-between.ts';

type Colour = readonly [number, number, number];
const GREEN: Colour = [27, 131, 84];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rida-changed-pictures-'));
  for (const run of ['before', 'after']) mkdirSync(join(folder, run));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Store a picture of one colour, with one pixel of another. */
function picture(run: 'before' | 'after', name: string, colour = GREEN, dot = colour, width = 8): void {
  const png = new PNG({ width, height: 6 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([...(at === 40 ? dot : colour), 255], at);
  writeFileSync(join(folder, run, name), PNG.sync.write(png));
}

const changes = (pictures: readonly string[], isWhole = true) =>
  changesBetween(join(folder, 'before'), join(folder, 'after'), { pictures, isWhole });

describe('the pictures that changed between two runs', () => {
  it('do not exist when nothing changed, also when a file is compressed otherwise', () => {
    for (const run of ['before', 'after'] as const) picture(run, 'a.png');
    const after = join(folder, 'after', 'a.png');
    const same = PNG.sync.write(PNG.sync.read(readFileSync(after)), { deflateLevel: 0 });
    expect(same.equals(readFileSync(after))).toBe(false);
    writeFileSync(after, same);
    expect(changes(['a.png'])).toEqual([]);
  });

  it.each<readonly [string, Parameters<typeof picture>]>([
    ['one colour by one step', ['after', 'a.png', [27, 130, 84]]],
    ['one pixel', ['after', 'a.png', GREEN, [30, 40, 50]]],
    ['the width', ['after', 'a.png', GREEN, GREEN, 9]],
  ])('are named after a change of %s, and no others', (_what, changed) => {
    for (const name of ['a.png', 'b.png']) picture('before', name);
    picture('after', 'b.png');
    picture(...changed);
    expect(changes(['a.png', 'b.png'])).toEqual(['changed: a.png']);
  });

  it('are new or missing by name; pages that a partial run left out are not missing', () => {
    picture('before', 'old.png');
    picture('after', 'recent.png');
    expect(changes(['recent.png'])).toEqual(['missing: old.png', 'new: recent.png']);
    expect(changes(['recent.png'], false)).toEqual(['new: recent.png']);
  });

  it('are those of the run: a folder may hold pictures of an earlier run', () => {
    for (const run of ['before', 'after'] as const) picture(run, 'a.png');
    picture('after', 'stale.png');
    expect(changes(['a.png'])).toEqual([]);
  });
});
