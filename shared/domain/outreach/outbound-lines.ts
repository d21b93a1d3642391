/** An outgoing call that occupies one of the lines, and until when at the latest. */
export interface TakenLine {
  readonly callOut: string;
  readonly attempt: number;
  readonly until: number;
}

/** The occupied outgoing lines. They limit the number of concurrent calls. */
export interface OutboundLines {
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly taken: readonly TakenLine[];
}

/** One set of lines is shared by all calls. */
export const OUTBOUND_LINES = 'outbound';

const same = (
  a: Pick<TakenLine, 'callOut' | 'attempt'>,
  b: Pick<TakenLine, 'callOut' | 'attempt'>,
): boolean => a.callOut === b.callOut && a.attempt === b.attempt;

const begun: Omit<OutboundLines, 'taken'> = { id: OUTBOUND_LINES, version: 0, causes: [] };

/**
 * Take a line for an attempt. An attempt that already has a line keeps it. Lines past their time are free:
 * their call has ended, and only its end event was lost.
 */
export function takeLine(
  lines: OutboundLines | undefined,
  line: TakenLine,
  { now, most }: { readonly now: number; readonly most: number },
): OutboundLines | 'held' | 'full' {
  const taken = (lines?.taken ?? []).filter(({ until }) => until > now);
  if (taken.some((one) => same(one, line))) return 'held';
  return taken.length >= most ? 'full' : { ...(lines ?? begun), taken: [...taken, line] };
}

/** Free a line. Return undefined when the attempt had none. */
export function freeLine(
  lines: OutboundLines | undefined,
  line: Pick<TakenLine, 'callOut' | 'attempt'>,
): OutboundLines | undefined {
  const taken = lines?.taken.filter((one) => !same(one, line));
  return lines && taken && taken.length < lines.taken.length ? { ...lines, taken } : undefined;
}
