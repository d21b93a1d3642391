import type { Arrow } from './arrows.ts';
import { importsOf } from './import-scan.ts';

const matches = (patterns: readonly RegExp[] | undefined, target: string): boolean =>
  patterns?.some((pattern) => pattern.test(target)) ?? false;

/** Return the imports that no arrow allows, as `file -> target`, and the files that belong to no part. */
export function violations(files: ReadonlyMap<string, string>, arrows: readonly Arrow[]): string[] {
  return [...files].flatMap(([file, text]) => {
    const arrow = arrows.find(({ part }) => part.test(file));
    if (arrow === undefined) return [`${file} belongs to no part`];
    return importsOf(file, text)
      .filter(
        ({ target, typeOnly }) =>
          !matches(arrow.may, target) && !(typeOnly && matches(arrow.mayType, target)),
      )
      .map(({ target }) => `${file} -> ${target}`);
  });
}
