/**
 * An event that is counted, as the proof of it says. The proof also leads from a number to its cases. It expires some
 * time after the event was recorded.
 */
export interface CountedEvent {
  readonly id: string;
  readonly recordedAt: number;
  /** The local day of the figures, `YYYY-MM-DD`. */
  readonly day: string;
  /** When it happened. */
  readonly at: number;
  /** The reference of the case, or the id of the call, that it is about. */
  readonly subject: string;
  /** Counter names with the amount that it added. */
  readonly counters: Readonly<Record<string, number>>;
}

/** Return counters with the additions. */
export function addCounters(
  before: Readonly<Record<string, number>>,
  additions: readonly Pick<CountedEvent, 'counters'>[],
): Record<string, number> {
  const counts: Record<string, number> = { ...before };
  for (const { counters } of additions)
    for (const [name, by] of Object.entries(counters)) counts[name] = (counts[name] ?? 0) + by;
  return counts;
}
