import { posix } from 'node:path';

/** One edge of the import graph. */
export interface Import {
  /** A path inside the project, or the name of a package as written. */
  readonly target: string;
  readonly typeOnly: boolean;
}

// Statements start at the beginning of a line, as formatted by biome, so that comments never match.
const STATEMENT = /^(?:import|export)\s+(?<type>type\s)?[^;'"`]*?from\s+'(?<target>[^']+)'/gmu;
const BARE = /^import\s+'(?<target>[^']+)'/gmu;
const CALL = /(?<type>:\s*|<|typeof\s+)?\bimport\(\s*'(?<target>[^']+)'/gu;
const WORKER = /new URL\(\s*'(?<target>\.[^']+\.ts)',\s*import\.meta\.url/gu;

const placed = (file: string, target: string): string => {
  if (target.startsWith('#')) return target.slice(1);
  return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
};

/**
 * Return every import of a TypeScript file, including `import type`, re-exports, dynamic imports and workers.
 */
export const importsOf = (file: string, text: string): Import[] =>
  [STATEMENT, BARE, CALL, WORKER].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups }) => ({
      target: placed(file, groups?.target ?? ''),
      typeOnly: groups?.type !== undefined,
    })),
  );
