import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { daysOfEvents } from '#shared/domain/reports/export/export-days.ts';
import { caseLine, eventLine } from '#shared/domain/reports/export/export-lines.ts';
import type { ExportedFiles, ExportedKind } from '#shared/domain/reports/export/export-schema.ts';
import type { ExportFiles } from '#shared/ports/export-files.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { toEnvelopes, UnpublishableEvent } from '#shared/runtime/envelopes.ts';
import { ExportParts } from './export-parts.ts';

export interface ExportDayDeps {
  readonly figures: Pick<FigureStore, 'subjectsOn'>;
  readonly store: Pick<Store, 'timeline'>;
  readonly files: ExportFiles;
}

/** How far a day was written. */
export interface WrittenDay {
  readonly files: ExportedFiles;
  readonly unreadable: number;
  /** The last subject that is in the files. Absent when all are. */
  readonly after?: string;
}

export interface AskedDay {
  readonly dt: string;
  readonly isCompressed: boolean;
  /** Where an earlier run of the same day stopped. */
  readonly resumed?: WrittenDay;
  readonly partBytes?: number;
}

/** Histories that are read at once. */
const PAGE = 32;

interface History {
  readonly kind: ExportedKind;
  readonly commits: readonly Commit[];
}

/** The kinds of subjects beside cases, the most frequent first. */
const OTHERS = ['call', 'call-out', 'task'] as const;

/** Return the history of a subject. The figures know its id only. */
async function historyOf({ store }: ExportDayDeps, subject: string): Promise<History> {
  if (parseReference(subject)) return { kind: 'case', commits: await store.timeline('case', subject) };
  for (const kind of OTHERS) {
    const commits = await store.timeline(kind, subject);
    if (commits.length > 0) return { kind, commits };
  }
  return { kind: 'call', commits: [] };
}

/** Return the state of a case after a commit, from its history alone, so that a repeated export has the same lines. */
const stateAfter = (commits: readonly Commit[], { version, id }: Commit): Case => {
  const patches = commits.filter((one) => one.version <= version).map(({ patch }) => Object.entries(patch));
  const fields = new Map(patches.flat());
  // A field that was removed is null.
  const present = [...fields].filter(([, value]) => value !== null);
  return { ...Object.fromEntries(present), id, version } as unknown as Case;
};

interface Lines {
  readonly events: readonly object[];
  readonly cases: readonly object[];
}

/** Return the lines of a subject in the files of a day. */
function linesOf({ kind, commits }: History, dt: string): Lines {
  const events = commits.flatMap((commit) => toEnvelopes(commit).map((event) => ({ event, commit })));
  const days = daysOfEvents(events.map(({ event }) => event));
  const ofDay = events.filter((_, at) => days[at] === dt);
  const last = ofDay.at(-1)?.commit;
  return {
    events: ofDay.map(({ event }) => eventLine(event, kind, dt)),
    cases: kind === 'case' && last ? [caseLine(stateAfter(commits, last), dt, last)] : [],
  };
}

/** Return the lines of a subject; undefined when its history is damaged. It must not stop the export of the others. */
async function readLines(deps: ExportDayDeps, subject: string, dt: string): Promise<Lines | undefined> {
  try {
    return linesOf(await historyOf(deps, subject), dt);
  } catch (error) {
    if (error instanceof UnpublishableEvent || (error instanceof StoreError && error.code === 'damaged'))
      return undefined;
    throw error;
  }
}

/** Return the subjects of a day once each, in their order. */
async function subjectsOf({ figures }: ExportDayDeps, dt: string): Promise<string[]> {
  const subjects = new Set<string>();
  for await (const piece of figures.subjectsOn(dt)) for (const subject of piece) subjects.add(subject);
  return [...subjects].sort();
}

/** The files of a day while they are written. */
interface Writing {
  readonly events: ExportParts;
  readonly cases: ExportParts;
}

/** Add the lines of some subjects to the files of a day. Return how many subjects could not be read. */
async function addLines(
  deps: ExportDayDeps,
  subjects: readonly string[],
  dt: string,
  { events, cases }: Writing,
): Promise<number> {
  const all = await Promise.all(subjects.map((subject) => readLines(deps, subject, dt)));
  for (const lines of all) {
    for (const line of lines?.events ?? []) await events.add(line);
    for (const line of lines?.cases ?? []) await cases.add(line);
  }
  return all.filter((lines) => lines === undefined).length;
}

/**
 * Write the events and cases of a day as lines of JSON, in files of bounded size. The same history gives the same
 * files. A run whose time is over returns how far it is, and the next one continues there.
 */
export async function exportDay(
  deps: ExportDayDeps,
  { dt, isCompressed, resumed, partBytes }: AskedDay,
  signal: AbortSignal,
): Promise<WrittenDay> {
  const given = { dt, isCompressed, ...(partBytes !== undefined && { partBytes }) };
  const parts = (table: keyof ExportedFiles): ExportParts =>
    new ExportParts(deps.files, { ...given, table, written: resumed?.files[table] ?? [] });
  const writing: Writing = { events: parts('events'), cases: parts('cases') };
  const subjects = (await subjectsOf(deps, dt)).filter((subject) => subject > (resumed?.after ?? ''));
  let unreadable = resumed?.unreadable ?? 0;
  let done = 0;
  // Each run writes something, so that a day ends however little time there is.
  while (done < subjects.length && !(signal.aborted && done > 0)) {
    unreadable += await addLines(deps, subjects.slice(done, done + PAGE), dt, writing);
    done += PAGE;
  }
  const { events, cases } = writing;
  const files = { events: [...(await events.finish())], cases: [...(await cases.finish())] };
  const after = done < subjects.length ? subjects[done - 1] : undefined;
  return { files, unreadable, ...(after !== undefined && { after }) };
}
