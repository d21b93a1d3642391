/** Half-open time (epoch milliseconds) that does not count. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Sort and join pauses and drop empty ones. Return the same list when it is already sorted and joined. */
export function joinPauses(pauses: readonly Pause[]): readonly Pause[] {
  if (areJoined(pauses)) return pauses;
  const joined: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.to <= pause.from) continue;
    const last = joined.at(-1);
    if (last === undefined || pause.from > last.to) joined.push(pause);
    else if (pause.to > last.to) joined[joined.length - 1] = { from: last.from, to: pause.to };
  }
  return joined;
}

function areJoined(pauses: readonly Pause[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of pauses) {
    if (from <= end || to <= from) return false;
    end = to;
  }
  return true;
}
