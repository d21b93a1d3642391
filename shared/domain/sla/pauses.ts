/** Half-open time (epoch ms) that does not count. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Sorted, joined, without the empty ones. */
export function joinPauses(pauses: readonly Pause[]): readonly Pause[] {
  const joined: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.to <= pause.from) continue;
    const last = joined.at(-1);
    if (last === undefined || pause.from > last.to) joined.push(pause);
    else if (pause.to > last.to) joined[joined.length - 1] = { from: last.from, to: pause.to };
  }
  return joined;
}
