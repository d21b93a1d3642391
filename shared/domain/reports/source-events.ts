import type { MeasureEntry } from './measure-entry.ts';

/** Return the names of the events that a measure counts, without the prefix and version of their types. */
export const sourceEvents = ({ events }: Pick<MeasureEntry, 'events'>): readonly string[] => [
  ...new Set(events.map((type) => type.replace(/^rida\./u, '').replace(/\.v\d+$/u, ''))),
];
