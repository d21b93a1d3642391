import type { Notice } from '#events/vocabulary.ts';
import { decideDigest } from '#shared/domain/notice/decide-digest.ts';
import { addressOfReader, type Reader } from '#shared/domain/notice/reader.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { changeHead } from './change-head.ts';

export interface GatherDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

/** Something a reader is to be told. */
export interface Told {
  readonly reader: Reader;
  readonly notice: Notice;
}

const effectOf = ({ reader, notice }: Told): string => causeId(`${notice.event}#notice#${reader}`);

/**
 * Adds notices to their readers' digests, each once however often its event is delivered: the proof lies
 * with the case. Between adding and proof a crash may only repeat what still waits, which a digest notices
 * itself. Answers how many were added.
 */
export async function gatherNotices(
  { store, rules, clock }: GatherDeps,
  all: readonly Told[],
): Promise<number> {
  const inForce = await rules.current();
  const fresh: Told[] = [];
  for (const told of all) {
    if (!(await store.effect('case', told.notice.case, effectOf(told)))) fresh.push(told);
  }
  for (const [reader, theirs] of Map.groupBy(fresh, (told) => told.reader)) {
    const notices = theirs.map(({ notice }) => notice);
    const now = clock.now();
    const cause = causeId(`notices:${reader}:${notices.map(({ event }) => event).sort()}`);
    await changeHead(
      store,
      { kind: 'digest', id: reader, cause, by: 'rida', at: now, recordedAt: now },
      (before) => decideDigest(reader, before, { do: 'add', notices }, { now, rules: inForce }),
    );
    for (const told of theirs) {
      const id = effectOf(told);
      const to = addressOfReader(reader, inForce);
      await store.recordEffect('case', told.notice.case, {
        ...{ id, at: now, what: told.notice.kind, to, token: id },
      });
    }
  }
  return fresh.length;
}
