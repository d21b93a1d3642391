import { beforeAll, expect, it } from 'vitest';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import { indexWholeCase } from '#shared/application/search/index-case.ts';
import { rebuildIndex } from '#shared/application/search/rebuild-index.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { searchEntryOf } from '#shared/domain/search/search-entry.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { searchWords } from '#shared/domain/search/search-words.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { SearchFilter, SearchIndex } from '#shared/ports/search-index.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { Desk } from '#test/unit/cases/desk-of.ts';
import { type CorpusCase, type CorpusKey, corpus, misses, searches } from './corpus.ts';
import { hostile } from './hostile.ts';

const by = 'agent:salem' as const;

/** A desk with the cases of the corpus in its index. */
async function filledDesk(search: SearchIndex): Promise<{ desk: Desk; refs: Map<string, string> }> {
  const desk = new Desk(shippedRules, search);
  const refs = new Map<string, string>();
  const { store, keys, blobs, clock } = desk;
  const say = async (
    id: string,
    message: string,
    direction: 'in' | 'out' | 'note',
    one: CorpusCase,
    text: string,
  ) =>
    saveMessage(blobs, id, {
      ...{ id: message, direction, channel: 'mail', at: clock.now(), to: [], subject: one.subject, text },
      ...(one.email && direction === 'in' && { from: { name: one.name, address: one.email } }),
      ...{ attachments: [], reasons: [] },
    });
  for (const [key, one] of Object.entries<CorpusCase>(corpus)) {
    const at = clock.now();
    const cause = `mail ${key}`;
    const { name, email, phone, subject, text, note, outcome } = one;
    const { case: opened } = await openCase(
      { store, rules: shippedRules, keys },
      {
        ...{ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
        openCaseFrom: {
          ...{ type: key === 'thanks' ? 'thanks' : 'report', category: 'lighting', department: 'operations' },
          ...{
            segment: 'citizen',
            channel: email ? 'mail' : 'phone',
            language: 'ar',
            priority: 'normal',
            subject,
          },
          beneficiary: {
            ...{ id: `b-${key}`, name, authenticated: true },
            ...(email && { email }),
            ...(phone && { phone }),
          },
        },
        before: (reference) => say(reference, cause, 'in', one, text),
      },
    );
    refs.set(key, opened.id);
    if (note !== undefined) {
      const noted = `note ${store.commits.length}`;
      await say(opened.id, noted, 'note', one, note);
      await desk.do(opened.id, { do: 'note', by });
    }
    if (outcome !== undefined) await desk.do(opened.id, { do: 'resolve', as: 'done', outcome, by });
    clock.advance(HOUR);
  }
  await desk.settle();
  return { desk, refs };
}

/** The contract of the search indexes. The index is empty at first. */
export function searchSuite(open: () => SearchIndex): void {
  let search: SearchIndex;
  let desk: Desk;
  let refs: Map<string, string>;
  const refOf = (key: CorpusKey): string => refs.get(key) ?? '';
  const keyOf = (ref: string): string => [...refs].find(([, one]) => one === ref)?.[0] ?? ref;

  beforeAll(async () => {
    search = open();
    ({ desk, refs } = await filledDesk(search));
  });

  const find = async (
    typed: string,
    filter: SearchFilter = {},
    order: 'relevance' | 'time' = 'relevance',
  ) => {
    for (const query of searchQueries(typed)) {
      const { hits } = await search.find({ query, filter, order });
      if (hits.length > 0) return hits.map(({ caseRef }) => keyOf(caseRef));
    }
    return [];
  };

  it.each(searches)('%s: finds %s first', async (typed, first) => {
    expect((await find(typed))[0]).toBe(first);
  });

  it.each(hostile)('%j: finds %s first', async (typed, first) => {
    expect((await find(typed))[0]).toBe(first);
  });

  it('finds a reference in any spelling', async () => {
    const ref = refOf('market');
    expect(parseReference(ref)).toBe(ref);
    const plain = ref.replaceAll('-', '');
    for (const typed of [
      ref,
      plain.toLowerCase(),
      `#${ref}`,
      `[Rida ${ref}] رد: سوق`,
      `Re: [رضا ${ref}]`,
      plain.slice(0, 6),
    ])
      expect([typed, (await find(typed))[0]]).toEqual([typed, 'market']);
  });

  it.each(misses)('%j: finds nothing', async (typed) => {
    expect(await find(typed)).toEqual([]);
  });

  it('finds every case with all words, the best first or the newest first', async () => {
    expect((await find('القحطاني')).sort()).toEqual(['light', 'newer']);
    expect(await find('إنارة')).toEqual(['newer', 'light', 'market']);
    expect(await find('إنارة', {}, 'time')).toEqual(['newer', 'market', 'light']);
    expect(await find('شكر OR حفرة')).toEqual([]);
  });

  it('finds only cases that pass the filters', async () => {
    expect(await find('إنارة', { state: 'resolved' })).toEqual([]);
    expect(await find('ماء', { state: 'resolved' })).toEqual(['water']);
    expect(await find('شارع', { channel: 'phone' })).toEqual(['sewage']);
    expect(await find('شكرا', { type: 'report' })).toEqual([]);
    expect(await find('شكرا', { type: 'thanks', department: 'operations', category: 'lighting' })).toEqual([
      'thanks',
    ]);
    const { openedAt = 0 } = (await desk.store.load('case', refOf('newer'))) ?? {};
    expect(await find('إنارة', { from: openedAt })).toEqual(['newer']);
    expect(await find('إنارة', { until: openedAt })).toEqual(['light', 'market']);
    expect(await find('إنارة', { from: openedAt + 1, until: openedAt + DAY })).toEqual([]);
  });

  it('follows a change of the state, and does not fall back to an older version', async () => {
    const id = refOf('dogs');
    const opened = desk.store.commits.find((commit) => commit.id === id);
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'نُقلت الكلاب إلى المأوى.', by });
    await desk.settle();
    expect(await find('المأوى', { state: 'resolved' })).toEqual(['dogs']);
    const stale = await desk.store.load('case', id);
    if (!stale || !opened) throw new Error('no case');
    await search.write(
      searchEntryOf({ ...stale, version: 1, status: 'open', subject: 'قديم' }),
      searchWords('زرافة'),
    );
    expect(await find('كلاب', { state: 'resolved' })).toEqual(['dogs']);
    expect(await find('قديم')).toEqual([]);
    expect(await find('زرافه')).toEqual(['dogs']);
    await search.write(searchEntryOf({ ...stale, version: 50, subject: 'حيوانات سائبة' }), []);
    expect(await find('سائبة')).toEqual(['dogs']);
    await search.replace(searchEntryOf({ ...stale, version: 51 }), ['كلاب']);
    expect(await find('سائبة')).toEqual([]);
    expect(await find('زرافة')).toEqual([]);
    // The made-up version is newer than that of the store.
    await search.remove(id);
    await indexWholeCase(desk, id);
  });

  it('finds nothing of an erased person, also when an event arrives late', async () => {
    const id = refOf('ramp');
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'رُكّب منحدر.', by });
    await desk.do(id, { do: 'close', reason: 'finished', by });
    await desk.settle();
    expect(await find('منى الرشيد')).toEqual(['ramp']);
    await desk.do(id, { do: 'erase', because: 'request', by });
    await desk.settle(2);
    for (const typed of ['منى الرشيد', 'mona@example.com', 'كرسي متحرك', 'منحدر', id])
      expect([typed, await find(typed)]).toEqual([typed, []]);
    await desk.search.remove(id);
  });

  it('finds the words of a merged case, until their author is erased from both cases', async () => {
    const [source, into] = [refOf('market'), refOf('fee')];
    await desk.do(source, { do: 'merge', into, by });
    await desk.settle();
    const late = `late ${desk.store.commits.length}`;
    const from = { name: corpus.market.name, address: corpus.market.email };
    await saveMessage(desk.blobs, into, {
      ...{ id: late, direction: 'in', channel: 'mail', at: desk.clock.now(), from, to: [], subject: 'رد' },
      ...{ text: 'بسطات مخالفة', attachments: [], reasons: [] },
    });
    await desk.append(into, late);
    await desk.settle();
    expect((await find('سوق الخضار'))[0]).toBe('market');
    expect(await find('بسطات')).toEqual(['fee']);
    await desk.do(source, { do: 'erase', because: 'request', by });
    await desk.settle(2);
    for (const typed of ['بسطات', 'سوق الخضار', corpus.market.name, corpus.market.email])
      expect([typed, await find(typed)]).toEqual([typed, []]);
    expect(await find('INV-2026-00417')).toEqual(['fee']);
  });

  it('that was lost is built again from the cases, and answers the same', async () => {
    const asked = [...searches.map(([typed]) => typed), 'إنارة', 'القحطاني', 'منى الرشيد', 'شارع'];
    const answers = async () => Promise.all(asked.map((typed) => find(typed)));
    const before = await answers();
    for (const ref of refs.values()) await search.remove(ref);
    expect(new Set((await answers()).flat())).toEqual(new Set());
    const indexed = await rebuildIndex(desk, shippedRules.departments.keys());
    expect(indexed).toBe(refs.size - 2);
    expect(await answers()).toEqual(before);
  });

  it('finds the newest cases of very frequent words', async () => {
    const one = await desk.store.load('case', refOf('light'));
    if (!one) throw new Error('no case');
    const many = Array.from({ length: 12 }, (_, n) => ({
      ...searchEntryOf(one),
      caseRef: `many-${n}`,
      openedAt: one.openedAt + n * MINUTE,
      subject: [],
    }));
    for (const entry of many) await search.write(entry, searchWords(`شائعة رقم${entry.caseRef.slice(5)}`));
    expect((await find('شائعة'))[0]).toBe('many-11');
    expect(await find('شائعة رقم3')).toEqual(['many-3']);
    for (const { caseRef } of many) await search.remove(caseRef);
    expect(await find('شائعة')).toEqual([]);
  });
}
