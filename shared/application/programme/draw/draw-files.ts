import type { Language } from '#events/vocabulary.ts';
import type { UsedService } from '#shared/domain/outreach/call-out.ts';
import { drawBlobs } from '#shared/domain/outreach/frame.ts';
import type { Exclusion, Transaction } from '#shared/domain/outreach/week/population.ts';
import type { WeekDraw } from '#shared/domain/outreach/week/week-draw.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { decodeLines, encodeLines, JSON_LINES } from '../stored-rows.ts';

/** A transaction as it was found, for a number. */
export interface FoundRow extends Transaction {
  /** Pseudonymous id of the number. */
  readonly id: string;
  readonly language: Language;
  readonly used: UsedService;
  readonly listedAt: number;
}

/** A number with the person behind it, and its transactions that were listed since an erasure. */
export interface NumberOfPerson {
  readonly person: string;
  readonly reasons: readonly Exclusion[];
  /** The newest evaluation call to the person, which names the next one. */
  readonly earlier?: string;
  readonly rows: readonly FoundRow[];
}

/** A person who can be asked, with the newest transaction of each service. */
export interface Askable {
  readonly person: string;
  readonly earlier?: string;
  readonly rows: readonly FoundRow[];
}

/** A person of the population with the transaction that they are asked about. */
export interface WeekUnit {
  readonly person: string;
  readonly stratum: string;
  readonly key: string;
  /** Id of the call to them. */
  readonly call: string;
  readonly row: FoundRow;
}

/** The part of a unit that the choice reads: stratum, key, id of the call. */
type UnitKey = readonly [string, string, string];
/** A drawn unit of a bucket: its line, and its replicate. */
export type ChosenLine = readonly [number, number];
export type ServiceCount = readonly [string, number];

/** The files of a draw. A step writes each once, so that a repeated step changes nothing. */
interface DrawFiles {
  readonly rows: FoundRow;
  readonly persons: NumberOfPerson;
  readonly moved: NumberOfPerson;
  readonly arrived: NumberOfPerson;
  readonly askable: Askable;
  /** Users of each service in the buckets up to this one. */
  readonly users: ServiceCount;
  readonly units: WeekUnit;
  readonly keys: UnitKey;
  /** Persons of each stratum in the buckets up to this one. */
  readonly strata: ServiceCount;
  readonly chosen: ChosenLine;
  /** The calls of a replicate. */
  readonly replicates: readonly string[];
}
type DrawFile = keyof DrawFiles;

export async function putLines<F extends DrawFile>(
  blobs: BlobStore,
  draw: Pick<WeekDraw, 'id'>,
  file: F,
  part: string | number,
  lines: readonly DrawFiles[F][],
): Promise<void> {
  await blobs.putOnce(drawBlobs(draw.id).file(file, part), encodeLines(lines), JSON_LINES);
}

/** Read the lines of a file. A file that no step wrote has none. */
export const getLines = <F extends DrawFile>(
  blobs: BlobStore,
  draw: Pick<WeekDraw, 'id'>,
  file: F,
  part: string | number,
): Promise<readonly DrawFiles[F][]> => decodeLines(blobs, drawBlobs(draw.id).file(file, part));
