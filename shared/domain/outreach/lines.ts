/** A call out that occupies one of the lines, and until when at the latest. */
export interface Line {
  readonly callOut: string;
  readonly attempt: number;
  readonly until: number;
}

/** The lines that calls out occupy: so many of them go on at a time. */
export interface Lines {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly taken: readonly Line[];
}

/** Everybody shares one set of lines. */
export const OUTBOUND_LINES = 'outbound';

const same = (a: Pick<Line, 'callOut' | 'attempt'>, b: Pick<Line, 'callOut' | 'attempt'>): boolean =>
  a.callOut === b.callOut && a.attempt === b.attempt;

const begun: Omit<Lines, 'taken'> = { id: OUTBOUND_LINES, version: 0, causes: [] };

/**
 * Takes a line for an attempt; one it has already stays its own. Lines whose time is over are free: whoever
 * held one is long done, and only the news of it was lost.
 */
export function takeLine(
  lines: Lines | undefined,
  line: Line,
  { now, most }: { readonly now: number; readonly most: number },
): Lines | 'held' | 'full' {
  const taken = (lines?.taken ?? []).filter(({ until }) => until > now);
  if (taken.some((one) => same(one, line))) return 'held';
  return taken.length >= most ? 'full' : { ...(lines ?? begun), taken: [...taken, line] };
}

/** Gives a line back; undefined when nobody had it. */
export function freeLine(
  lines: Lines | undefined,
  line: Pick<Line, 'callOut' | 'attempt'>,
): Lines | undefined {
  const taken = lines?.taken.filter((one) => !same(one, line));
  return lines && taken && taken.length < lines.taken.length ? { ...lines, taken } : undefined;
}
