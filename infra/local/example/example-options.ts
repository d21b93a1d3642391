import type { ExampleName } from './example-names.ts';

/** How large an example is. */
export interface ExampleSize {
  /** Cases in all. Some are opened by splitting others, beyond this number. */
  readonly cases: number;
  /** Working days of the centre before the end. */
  readonly days: number;
  readonly staff: number;
}

/** The examples by the names that `npm start -- --example` takes. */
export const EXAMPLES = {
  day: { cases: 90, days: 1, staff: 20 },
  year: { cases: 100_000, days: 365, staff: 20 },
  'year-200-staff': { cases: 100_000, days: 365, staff: 200 },
} as const satisfies Readonly<Record<ExampleName, ExampleSize>>;

export interface ExampleOptions extends ExampleSize {
  /** An empty folder. */
  readonly data: string;
  /** The end of the example, epoch milliseconds. A centre that opens the folder continues from there. */
  readonly until: number;
  /** The same seed, end and key give the same centre. */
  readonly seed?: string;
  /** The key of the folder, 32 bytes. Without it, the folder draws its own, so that it may later have real data. */
  readonly key?: Uint8Array;
  readonly onProgress?: (done: number, of: number) => void;
  /** Write every item at once, as a running centre does. It is slow; a test compares the items of both ways. */
  readonly writesAtOnce?: boolean;
}
