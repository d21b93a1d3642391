/** Half-open minutes of a local day, `from < to`. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** Sort the spans and join those that overlap or touch. */
export function joinSpans(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const joined: MinuteSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else if (span.to > last.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** Remove `hole` from the spans. */
export function cutSpan(spans: readonly MinuteSpan[], hole: MinuteSpan): MinuteSpan[] {
  return spans.flatMap(({ from, to }) => {
    if (hole.to <= from || hole.from >= to) return [{ from, to }];
    return [
      { from, to: hole.from },
      { from: hole.to, to },
    ].filter((part) => part.from < part.to);
  });
}
