import { describe, expect, test } from 'vitest';
import type { AskedReport } from '#shared/domain/reports/asked-report.ts';
import type { NotedChange } from '#shared/domain/reports/noted-change.ts';
import { type CountedEvent, type FigureStore, MOST_COUNTED_AT_ONCE } from '#shared/ports/figure-store.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { causeOf } from './changes.ts';

/** The contract of the stores of figures and settings. Settings are empty at first. */
export function keepersSuite(
  open: () => { readonly figures: FigureStore; readonly settings: SettingsStore },
): void {
  const day = (date: string, shard = 0, version = 1) => ({
    day: date,
    shard,
    version,
    counts: { n: version },
  });

  const countedOf =
    (date: string) =>
    (id: string): CountedEvent => ({
      ...{ id, day: date, recordedAt: WORKING_MORNING, at: WORKING_MORNING, subject: `case ${id}` },
      counters: { 'opened|mail|بلاغ': 1, 'left|2026-01-01': -1 },
    });

  describe('figures', () => {
    test('are read back, with the proof of each event that was counted', async () => {
      const { figures } = open();
      const ids = Array.from({ length: MOST_COUNTED_AT_ONCE }, (_, at) => causeOf(`event ${at}`));
      const counted = countedOf('2026-01-01');
      const counts = { 'opened|mail|بلاغ': 3, 'sum|score': 4.5 };
      expect(await figures.load('2026-01-01', 0)).toBeUndefined();
      expect(await figures.counted(ids.map(counted))).toEqual(new Set());
      expect(await figures.countedOn('2026-01-01')).toEqual([]);
      expect(await figures.save({ ...day('2026-01-01'), counts }, ids.map(counted))).toBe(true);
      expect(await figures.load('2026-01-01', 0)).toEqual({ ...day('2026-01-01'), counts });
      expect(await figures.counted([...ids, causeOf('never')].map(counted))).toEqual(new Set(ids));
      expect(await figures.countedOn('2026-01-01')).toEqual([...ids].sort().map(counted));
      expect(await figures.countedOn('2026-01-02')).toEqual([]);
      expect(await figures.save(day('2026-01-01', 0, 2), [])).toBe(true);
      expect(await figures.load('2026-01-01', 0)).toEqual(day('2026-01-01', 0, 2));
    });

    test('of a range are those of now, also when they were read before a late fact, a new shard or a recount', async () => {
      const { figures } = open();
      const read = () => figures.range('2026-07-01', '2026-07-03');
      const first = { ...day('2026-07-01'), counts: { calls: 1 } };
      const second = { ...day('2026-07-03'), counts: { calls: 2 } };
      for (const one of [first, second]) await figures.save(one, []);
      expect(await read()).toEqual([first, second]);
      expect(await read()).toEqual([first, second]);
      const late = { ...first, version: 2, counts: { calls: 5 } };
      const shard = { ...day('2026-07-01', 1), counts: { calls: 3 } };
      for (const one of [late, shard]) await figures.save(one, []);
      expect(await read()).toEqual([late, shard, second]);
      await figures.save({ ...second, version: 2, counts: {} }, []);
      expect((await read()).at(-1)).toEqual({ ...second, version: 2, counts: {} });
    });

    test('name the subjects of the counted events of a day, however many there are', async () => {
      const { figures } = open();
      const subjectsOn = async (date: string): Promise<string[]> => {
        const found: string[] = [];
        for await (const piece of figures.subjectsOn(date)) found.push(...piece);
        return found.sort();
      };
      expect(await subjectsOn('2026-01-05')).toEqual([]);
      const ids = Array.from({ length: 1100 }, (_, at) => causeOf(`subject ${at}`));
      const counted = countedOf('2026-01-05');
      for (let at = 0; at < ids.length; at += MOST_COUNTED_AT_ONCE)
        await figures.save(
          day('2026-01-05', 0, 1 + at / MOST_COUNTED_AT_ONCE),
          ids.slice(at, at + MOST_COUNTED_AT_ONCE).map(counted),
        );
      expect(await subjectsOn('2026-01-05')).toEqual(ids.map((id) => counted(id).subject).sort());
      expect(await subjectsOn('2026-01-06')).toEqual([]);
    });

    test('with an event that was counted before, in whatever shard, are not stored', async () => {
      const { figures } = open();
      const [once, other] = [causeOf('once'), causeOf('other')];
      const counted = countedOf('2026-01-03');
      expect(await figures.save(day('2026-01-03'), [counted(once)])).toBe(true);
      expect(await figures.save(day('2026-01-03', 1), [counted(other), counted(once)])).toBe(false);
      expect(await figures.load('2026-01-03', 1)).toBeUndefined();
      expect(await figures.counted([counted(other)])).toEqual(new Set());
      expect(await figures.save(day('2026-01-03', 1), [counted(other)])).toBe(true);
    });

    test('of two writers of a version one is told no', async () => {
      const { figures } = open();
      const first = await Promise.all([1, 2, 3].map(() => figures.save(day('2026-02-01'), [])));
      expect(first.filter((saved) => saved)).toHaveLength(1);
      expect(await figures.save(day('2026-02-01', 0, 3), [])).toBe(false);
      expect(await figures.save(day('2026-02-01', 0, 2), [])).toBe(true);
      expect(await figures.load('2026-02-01', 0)).toEqual(day('2026-02-01', 0, 2));
    });

    test('of a range come in order of day and shard, both ends included', async () => {
      const { figures } = open();
      for (const date of ['2026-03-31', '2026-02-28', '2026-03-01', '2026-04-01'])
        await figures.save(day(date), []);
      await figures.save(day('2026-03-01', 1), []);
      const range = await figures.range('2026-02-28', '2026-03-31');
      expect(range.map((one) => [one.day, one.shard])).toEqual([
        ['2026-02-28', 0],
        ['2026-03-01', 0],
        ['2026-03-01', 1],
        ['2026-03-31', 0],
      ]);
      expect(await figures.range('2027-01-01', '2027-12-31')).toEqual([]);
    });
  });

  describe('changes of the work and asked reports', () => {
    const change = (id: string, date: string): NotedChange => ({
      ...{ id, day: date, name: { ar: 'نموذج جديد', en: 'New form' }, kind: 'form' },
      ...{ department: 'operations', by: 'huda', at: WORKING_MORNING },
    });

    test('are read back by their day, and a new one is stored once', async () => {
      const { figures } = open();
      expect(await figures.changes()).toEqual([]);
      const [later, earlier] = [change('a', '2026-02-01'), change('b', '2026-01-01')];
      expect(await figures.saveChange(later, 'new')).toBe(true);
      expect(await figures.saveChange(earlier, 'new')).toBe(true);
      expect(await figures.saveChange({ ...later, by: 'noor' }, 'new')).toBe(false);
      expect(await figures.changes()).toEqual([earlier, later]);
      const withdrawn = { ...later, withdrawn: { by: 'noor', at: WORKING_MORNING + 1 } };
      expect(await figures.saveChange(withdrawn, 'known')).toBe(true);
      const { department: _, ...everywhere } = change('c', '2026-03-01');
      expect(await figures.saveChange(everywhere, 'new')).toBe(true);
      expect(await figures.changes()).toEqual([earlier, withdrawn, everywhere]);
    });

    test('an asked report is stored once, and says when it was sent', async () => {
      const { figures } = open();
      const asked = (id: string, at: number): AskedReport => ({
        ...{ id, from: '2026-01-01', to: '2026-01-31', compare: 'before', by: 'huda', at },
        recipients: ['leader@rida.example', 'ops@rida.example'],
      });
      const [first, second] = [asked('z', WORKING_MORNING), asked('a', WORKING_MORNING + 1)];
      expect(await figures.saveAsked(second, 'new')).toBe(true);
      expect(await figures.saveAsked(first, 'new')).toBe(true);
      expect(await figures.saveAsked(first, 'new')).toBe(false);
      const sent = { ...first, sentAt: WORKING_MORNING + 5 };
      expect(await figures.saveAsked(sent, 'known')).toBe(true);
      expect(await figures.askedReports()).toEqual([sent, second]);
    });
  });

  describe('settings', () => {
    test('are versioned, and a version is written once', async () => {
      const { settings } = open();
      const version = (n: number, by = 'salem') => ({
        version: n,
        by,
        at: n,
        document: { hours: [], نص: '', n },
      });
      expect(await settings.read()).toBeUndefined();
      expect(await settings.write(version(2))).toBe(false);
      expect(await settings.write(version(1))).toBe(true);
      expect(await settings.write(version(1, 'noor'))).toBe(false);
      const both = await Promise.all([settings.write(version(2)), settings.write(version(2, 'noor'))]);
      expect(both.filter((written) => written)).toHaveLength(1);
      expect(await settings.read()).toMatchObject({ version: 2, document: { hours: [], نص: '', n: 2 } });
    });

    test('keep why they changed and what it did, and every version of the past', async () => {
      const { settings } = open();
      const before = await settings.read();
      const version = (before?.version ?? 0) + 1;
      const announced = {
        version,
        by: 'huda',
        at: 1_790_000_000_123,
        document: { desk: { reopenDays: 3 } },
        note: 'تعديل ساعات العمل في رمضان',
        effect: { moved: 3, looked: 120 },
        formerStaff: { salem: { ar: 'سالم', en: 'Salem' } },
        formerNames: { 'services/permit': { ar: 'رخصة', en: 'Permit' } },
      };
      expect(await settings.version(version)).toBeUndefined();
      expect(await settings.write(announced)).toBe(true);
      expect(await settings.read()).toEqual(announced);
      const bare = { version: version + 1, by: 'huda', at: 2, document: {} };
      expect(await settings.write(bare)).toBe(true);
      expect(await settings.read()).toEqual(bare);
      expect(await settings.version(version)).toEqual(announced);
      expect(await settings.version(version + 1)).toEqual(bare);
      expect(await settings.version(version + 2)).toBeUndefined();
    });

    test('remember how far they were carried to the open cases', async () => {
      const { settings } = open();
      const places = [
        { version: 7, place: { from: 4, shard: 0 } },
        { version: 7, place: { from: 4, shard: 2, cursor: 'eyJh' } },
        { version: 7 },
        { version: 8, place: { from: 7, shard: 0 } },
      ];
      expect(await settings.retiming()).toBeUndefined();
      for (const retiming of places) {
        await settings.saveRetiming(retiming);
        expect(await settings.retiming()).toEqual(retiming);
      }
    });
  });
}
