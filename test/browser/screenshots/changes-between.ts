import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Whether two pictures differ in size or in a pixel. */
function areDifferent(before: Buffer, after: Buffer): boolean {
  if (before.equals(after)) return false;
  const [old, recent] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = old;
  if (width !== recent.width || height !== recent.height) return true;
  // The same pages have the same pixels: the smallest change of a colour counts.
  const options = { threshold: 0, includeAA: true };
  return pixelmatch(old.data, recent.data, undefined, width, height, options) > 0;
}

interface Run {
  /** The names of the pictures of the later run. Its folder may hold others of runs before it. */
  readonly pictures: readonly string[];
  /** Whether the run took every page, so that a picture that it lacks is a page that is gone. */
  readonly isWhole: boolean;
}

/** Return the pictures of a run that are new, changed, or missing since an earlier run in another folder. */
export function changesBetween(before: string, after: string, { pictures, isWhole }: Run): readonly string[] {
  const taken = new Set(pictures);
  const gone = isWhole ? readdirSync(before).filter((file) => file.endsWith('.png') && !taken.has(file)) : [];
  const changes = [...taken].flatMap((file) => {
    if (!existsSync(join(before, file))) return [`new: ${file}`];
    const differs = areDifferent(readFileSync(join(before, file)), readFileSync(join(after, file)));
    return differs ? [`changed: ${file}`] : [];
  });
  return [...changes, ...gone.map((file) => `missing: ${file}`)].sort();
}
