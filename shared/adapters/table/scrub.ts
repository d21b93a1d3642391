import type { Commit, Effect } from '#shared/ports/store.ts';

/** Clean a commit. Its identity and its cause stay, whatever `clean` returns. */
export function scrubbedCommit(commit: Commit, clean: (commit: Commit) => Commit): Commit {
  const { kind, id, version, cause } = commit;
  return { ...clean(commit), kind, id, version, cause };
}

/** Remove the recipient of an effect. */
export const scrubbedEffect = (effect: Effect): Effect => ({ ...effect, to: '' });
