import type { Case } from '#shared/domain/case/case.ts';
import type { Store } from '#shared/ports/store.ts';

/** Open cases that a preview looks at; what it says beyond them is a share. */
export const MOST_CASES = 20_000;
const PAGE = 500;

export interface LiveCases {
  readonly cases: readonly Case[];
  /** There are more than were read. */
  readonly partial: boolean;
}

/** The open cases of every shard, up to `most`; one more than that is looked for, to know. */
export async function liveCases(
  store: Pick<Store, 'live'>,
  shards: number,
  most = MOST_CASES,
): Promise<LiveCases> {
  const cases: Case[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await store.live(shard, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
      cases.push(...page.items);
      if (cases.length > most) return { cases: cases.slice(0, most), partial: true };
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return { cases, partial: false };
}
