import type { Item } from '#shared/adapters/table/item.ts';
import type { Ground } from './ground.ts';

/** An act whose cost must not depend on a size. It runs once at each size, and does something new each time. */
export type Act = (ground: Ground, size: number) => Promise<unknown>;

/** Something that grows, and the acts that must not cost more for it. */
export interface Growth {
  readonly what: string;
  /** The items that make it grow from a size to another. */
  items(from: number, to: number): Iterable<Item>;
  readonly acts: Readonly<Record<string, Act>>;
  /**
   * The first act of a process, before the others. It may read everything once: its cost grows with the size, but not
   * faster.
   */
  readonly atStart?: { readonly act: Act; readonly readUnitsOfThousand: number };
}
