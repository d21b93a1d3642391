import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { registry } from '#events/registry.ts';
import { exportDay } from '#functions/reports/export-day.ts';
import { exportDays } from '#functions/reports/export-days.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { exportSchemas } from '#infra/tools/export-docs.ts';
import { scrubbed } from '#shared/domain/cases/decisions/erase-data.ts';
import type {
  CaseLine,
  EventLine,
  ExportedFiles,
  ExportIndex,
} from '#shared/domain/reports/export/export-schema.ts';
import { exportedData, LEFT_OUT, LEFT_OUT_OF } from '#shared/domain/reports/export/exported-data.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCommit } from '#test/builders/a-commit.ts';
import { World } from '../functions/world.ts';

const SUNDAY = '2026-01-04';
const MONDAY = '2026-01-05';
const signal = new AbortController().signal;
const by = 'agent:salem' as const;

let world: World;
let written: string[];

beforeEach(() => {
  world = new World();
  world.set({ dataExport: { isOn: true, isCompressed: false } });
  written = [];
  const put = world.exports.put.bind(world.exports);
  world.exports.put = async (name, bytes, type) => {
    written.push(name);
    await put(name, bytes, type);
  };
});

/** Count all events, as the bus delivers them. */
const count = () =>
  rollUp(
    world,
    world.store.commits.flatMap((commit) => toEnvelopes(commit)),
  );
const run = () => exportDays(world, undefined, { signal });

const textOf = (name: string): string => {
  const bytes = Buffer.from(world.exports.blobs.get(name)?.bytes ?? []);
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const linesOf = <T>(name: string): T[] =>
  textOf(name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const index = (): ExportIndex => JSON.parse(textOf('index.json'));
const eventsName = (dt: string): string => `events/dt=${dt}/part-00000.jsonl`;
const eventsOn = (dt: string) => linesOf<EventLine>(eventsName(dt));
const casesOn = (dt: string) => linesOf<CaseLine>(`cases/dt=${dt}/part-00000.jsonl`);
const allText = (): string => [...world.exports.blobs.keys()].map(textOf).join('\n');

/** A case that is opened on Sunday and resolved on Monday, with a note between that no figure counts. */
async function twoDays() {
  const { id } = await world.open();
  await world.do(id, { do: 'assign', to: 'huda', by, isListed: true } as never);
  world.clock.advance(DAY);
  await world.do(id, { do: 'resolve', as: 'done', outcome: 'استُبدل مصباح بيت أم خالد', by });
  world.clock.advance(DAY);
  await count();
  return id;
}

describe('the daily export', () => {
  it('writes the events and the cases of each day that ended, as its published schemas say', async () => {
    const id = await twoDays();
    expect(await run()).toMatchObject({ days: 2, waiting: 0, unreadable: 0 });
    expect(eventsOn(SUNDAY).map(({ type }) => type)).toContain('rida.case.opened.v1');
    expect(casesOn(SUNDAY)).toMatchObject([
      { reference: id, status: 'new', resolved_at: null, survey: null },
    ]);
    expect(casesOn(MONDAY)).toMatchObject([{ reference: id, status: 'resolved', outcome: 'done' }]);
    for (const [name, text] of exportSchemas()) {
      const file = new URL(`../../../functions/reports/export-schemas/${name}`, import.meta.url);
      expect(readFileSync(file, 'utf8'), 'npm run export:build').toBe(text);
    }
    const published = (name: string) =>
      z.fromJSONSchema(JSON.parse(exportSchemas().get(`rida.export.${name}.1.schema.json`) ?? ''));
    for (const line of [...eventsOn(SUNDAY), ...eventsOn(MONDAY)]) published('event').parse(line);
    for (const line of [...casesOn(SUNDAY), ...casesOn(MONDAY)]) published('case').parse(line);
    published('index').parse(index());
  });

  it('names the lines, bytes and hash of each file in its index', async () => {
    await twoDays();
    await run();
    const [sunday] = index().days;
    expect(sunday).toMatchObject({ dt: SUNDAY, files: { cases: [{ lines: 1 }] } });
    const files: ExportedFiles['events'] = [...(sunday?.files.events ?? []), ...(sunday?.files.cases ?? [])];
    for (const { name, lines, bytes } of files) {
      expect(linesOf(name)).toHaveLength(lines);
      expect(Buffer.byteLength(textOf(name))).toBe(bytes);
    }
  });

  it('has an event that no figure counts in the file of the next one that counts', async () => {
    const { id } = await world.open();
    world.clock.advance(DAY);
    await world.do(id, { do: 'note', by });
    world.clock.advance(DAY);
    await count();
    await run();
    expect(allText()).not.toContain('rida.note.added.v1');
    await world.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
    world.clock.advance(DAY);
    await count();
    await run();
    expect(eventsOn('2026-01-06').map(({ type, time }) => [type, time.slice(0, 10)])).toContainEqual([
      'rida.note.added.v1',
      MONDAY,
    ]);
  });

  it('has no person and no words, neither of beneficiaries nor of staff', async () => {
    await twoDays();
    await run();
    for (const word of ['salem', 'huda', 'كلمات', 'خالد', '@', '+9665', '<first'])
      expect(allText()).not.toContain(word);
    expect(eventsOn(SUNDAY).every(({ data }) => !('beneficiaryId' in data))).toBe(true);
    expect(eventsOn(MONDAY).find(({ type }) => type === 'rida.case.resolved.v1')?.data).toMatchObject({
      by: 'agent',
    });
  });

  it('writes nothing when it is repeated, and only the day of a late fact afterwards', async () => {
    const id = await twoDays();
    await run();
    written.length = 0;
    expect(await run()).toMatchObject({ days: 0, lines: 0, waiting: 0 });
    expect(written).toEqual([]);

    const late = toEnvelopes(
      aCommit({
        ...{ kind: 'case', id, version: 9, cause: 'late', at: Date.parse(`${SUNDAY}T12:00:00Z`) },
        ...{ recordedAt: world.clock.now(), patch: {} },
        events: [{ type: 'rida.contact.logged.v1', data: { by, means: 'phone', message: 'm9' } }],
      }),
    );
    await rollUp(world, late);
    expect(await run()).toMatchObject({ days: 1 });
    expect(written).toEqual([expect.stringContaining(SUNDAY), expect.stringContaining(SUNDAY), 'index.json']);
  });

  it('makes up the days that were missed, the newest first, those without events too', async () => {
    await twoDays();
    world.clock.advance(3 * DAY);
    await run();
    expect(written.filter((name) => name.startsWith('events'))).toEqual([
      `events/dt=${MONDAY}/part-00000.jsonl`,
      `events/dt=${SUNDAY}/part-00000.jsonl`,
    ]);
    expect(index().days.map(({ dt, files }) => [dt, files.events.length])).toEqual([
      ...[
        [SUNDAY, 1],
        [MONDAY, 1],
      ],
      ...['2026-01-06', '2026-01-07', '2026-01-08'].map((dt) => [dt, 0]),
    ]);
  });

  it('waits an hour after the end of a day, for its last events', async () => {
    await world.open();
    await count();
    world.clock.set(Date.parse('2026-01-04T21:30:00Z'));
    expect(await run()).toMatchObject({ days: 0 });
    world.clock.advance(HOUR);
    expect(await run()).toMatchObject({ days: 1 });
  });

  it('is off at first', async () => {
    world.set({ dataExport: { isOn: false, isCompressed: true } });
    await twoDays();
    expect(await run()).toMatchObject({ days: 0, waiting: 0 });
    expect(written).toEqual([]);
  });

  it('stays the same when the person of a case is erased, and says when', async () => {
    const id = await twoDays();
    await run();
    const before = new Map([...world.exports.blobs.keys()].map((name) => [name, textOf(name)]));
    await world.do(id, { do: 'erase', because: 'request', by });
    await world.store.scrub('case', id, scrubbed);
    await count();
    world.clock.advance(DAY);
    world.exports.blobs.clear();
    await run();
    for (const [name, text] of before) if (name.includes(SUNDAY)) expect(textOf(name)).toBe(text);
    // The survey about the resolution is not sent any more, which counts on the day of the resolution.
    const added = eventsOn(MONDAY).filter((line) => !before.get(eventsName(MONDAY))?.includes(line.id));
    expect(added.map(({ type, data }) => [type, data.reason])).toEqual([
      ['rida.survey.suppressed.v1', 'erased'],
    ]);
    expect(casesOn('2026-01-06')).toMatchObject([
      { reference: id, status: 'closed', erased_at: expect.any(String) },
    ]);
  });

  it('continues a large day where a run stopped, and ends with the same lines', async () => {
    for (let n = 0; n < 70; n += 1) await world.open();
    world.clock.advance(DAY);
    await count();
    await run();
    const whole = { events: eventsOn(SUNDAY), cases: casesOn(SUNDAY) };
    world.exports.blobs.clear();
    const over = AbortSignal.abort();
    const runs = [];
    for (let n = 0; n < 3; n += 1) runs.push(await exportDays(world, undefined, { signal: over }));
    expect(runs.map(({ days, waiting }) => [days, waiting])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
    const { days, unfinished } = index();
    expect(unfinished).toBeUndefined();
    const all = <T>(table: keyof ExportedFiles) =>
      days[0]?.files[table].flatMap(({ name }) => linesOf<T>(name));
    expect(all('events')).toEqual(whole.events);
    expect(all('cases')).toEqual(whole.cases);
    expect(days[0]?.files.cases).toHaveLength(3);
  });

  it('divides a day into parts of bounded size', async () => {
    for (let n = 0; n < 20; n += 1) await world.open();
    await count();
    const asked = { dt: SUNDAY, isCompressed: true, partBytes: 2000 };
    const { files } = await exportDay({ ...world, files: world.exports }, asked, signal);
    expect(files.cases.length).toBeGreaterThan(5);
    expect(files.cases.flatMap(({ name }) => linesOf(name))).toHaveLength(20);
  });

  it('replaces files that are named otherwise, and removes those of days that cannot be written again', async () => {
    const id = await twoDays();
    await run();
    world.set({ dataExport: { isOn: true, isCompressed: true } });
    await world.do(id, { do: 'reopen', because: 'agent', by } as never, Date.parse(`${MONDAY}T12:00:00Z`));
    await count();
    await run();
    const names = [...world.exports.blobs.keys()].filter((name) => name.includes(MONDAY));
    expect(names.sort()).toEqual([
      `cases/dt=${MONDAY}/part-00000.jsonl.gz`,
      `events/dt=${MONDAY}/part-00000.jsonl.gz`,
    ]);
    world.clock.advance(500 * DAY);
    await run();
    expect([...world.exports.blobs.keys()]).toEqual(['index.json']);
    expect(index().days).toEqual([]);
  });

  it.each(['', '{', '{"schema":"rida.export.index.9"}', 'ملف'])(
    'writes all days again after the index %j',
    async (text) => {
      await twoDays();
      await world.exports.put('index.json', Buffer.from(text), 'application/json');
      expect(await run()).toMatchObject({ days: 2 });
    },
  );
});

describe('each text of an event', () => {
  /** Texts that name a thing of Rida or of the settings, and no person. */
  const REFERENCES = new Set(
    `about automatic by caseRef category changes.from changes.to children contactId definition department district
     duplicateOf from from.department holding initiationMethod into invitation message next obstacle passedFrom procedure
     question reason reasons registered related request response.department service status to week`.split(
      /\s+/u,
    ),
  );
  /** Events about persons, staff and digests, whose aggregates are not exported. */
  const OTHERS = /^rida\.(?:agent|beneficiary|notices)\./u;

  interface Schema {
    readonly type?: string;
    readonly enum?: unknown;
    readonly const?: unknown;
    readonly format?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
    readonly anyOf?: readonly Schema[];
  }
  const textsOf = (schema: Schema, path: string): string[] => [
    ...(schema.anyOf ?? []).flatMap((one) => textsOf(one, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      textsOf(one, path ? `${path}.${name}` : name),
    ),
    ...(schema.items ? textsOf(schema.items, path) : []),
    ...(schema.type === 'string' &&
    !schema.enum &&
    schema.const === undefined &&
    schema.format !== 'date-time'
      ? [path]
      : []),
  ];

  const exported = registry.filter(({ event }) => !OTHERS.test(event.type));

  it.each(exported.map(({ event }) => event))('of $type is a reference, or is left out', ({ type, data }) => {
    const texts = textsOf(z.toJSONSchema(data, { reused: 'inline' }) as Schema, '');
    const unknown = texts.filter((path) => {
      const name = path.split('.').at(-1) ?? '';
      return !LEFT_OUT.has(name) && !LEFT_OUT_OF[type]?.has(name) && !REFERENCES.has(path);
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    [
      'rida.case.assigned.v1',
      { from: 'huda', to: 'salem', by: 'agent:huda', department: 'roads' },
      { by: 'agent', department: 'roads' },
    ],
    ['rida.case.linked.v1', { to: '7M2-4K9-0131', by: 'agent:huda' }, { to: '7M2-4K9-0131', by: 'agent' }],
    ['rida.department.answered.v1', { by: 'department:roads' }, { by: 'department:roads' }],
    ['rida.message.received.v1', { staffToNotify: ['salem'], thanks: true }, { thanks: true }],
    ['x', { list: [{ number: '7', at: 1 }], none: null }, { list: [{ at: 1 }], none: null }],
  ])('%s: %j', (type, data, shown) => {
    expect(exportedData(type, data)).toEqual(shown);
  });
});
