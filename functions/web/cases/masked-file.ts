import { knownPeople, maskedCase, maskedMessage } from '#shared/domain/cases/masked-case.ts';
import { type Hidden, type KnownPerson, maskEmail, maskText } from '#shared/domain/people/mask.ts';
import type { Commit } from '#shared/ports/store.ts';
import type { CaseFile } from './load-case.ts';

/** Mask each text in the changed fields of a commit. */
function maskedPatch(value: unknown, people: KnownPerson, hidden: Hidden): unknown {
  if (typeof value === 'string') return maskText(value, people, hidden);
  if (Array.isArray(value)) return value.map((one) => maskedPatch(one, people, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, maskedPatch(one, people, hidden)]),
  );
}

/** Return everything that the page of a case shows, for a reader who may not see the hidden fields. */
export function maskedFile(file: CaseFile, hidden: Hidden): CaseFile {
  if (hidden.size === 0) return file;
  const { supportCase, messages, commits, effects, others, similar } = file;
  const people = knownPeople([supportCase, ...others], messages.values());
  const patched = (commit: Commit): Commit => ({
    ...commit,
    patch: maskedPatch(commit.patch, people, hidden) as Commit['patch'],
  });
  return {
    ...file,
    supportCase: maskedCase(supportCase, hidden, people),
    messages: new Map([...messages].map(([id, one]) => [id, maskedMessage(one, people, hidden)])),
    commits: commits.map(patched),
    effects: effects.map((one) => (hidden.has('email') ? { ...one, to: maskEmail(one.to) } : one)),
    others: others.map((one) => maskedCase(one, hidden, people)),
    similar: similar.map((one) => ({ ...one, found: maskedCase(one.found, hidden) })),
  };
}
