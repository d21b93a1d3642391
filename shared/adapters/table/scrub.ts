import type { Commit, Effect } from '#shared/ports/store.ts';

/** A commit as it was cleaned; what it is and what caused it stay, whatever the cleaning answers. */
export function scrubbedCommit(commit: Commit, clean: (commit: Commit) => Commit): Commit {
  const { kind, id, version, cause } = commit;
  return { ...clean(commit), kind, id, version, cause };
}

/** An effect that no longer says to whom it went. */
export const scrubbedEffect = (effect: Effect): Effect => ({ ...effect, to: '' });
