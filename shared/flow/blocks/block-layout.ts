import type { Action, Position } from '../flow-language.ts';
import { targetsOf } from '../flow-language.ts';

const ORIGIN = { x: 40, y: 40 } as const;
const STEP = { x: 300, y: 220 } as const;

/**
 * Compute the positions of actions on the console: one column for each step from the start, and one row for
 * each action of a column. Unreachable actions are in the first column.
 */
export function layOutBlocks(start: string, actions: readonly Action[]): Map<string, Position> {
  const byId = new Map(actions.map((each) => [each.Identifier, each]));
  const columns = new Map([[start, 1]]);
  for (const [id, column] of columns) {
    for (const target of targetsOf(byId.get(id)?.Transitions ?? {})) {
      if (!columns.has(target)) columns.set(target, column + 1);
    }
  }
  const rows = new Map<number, number>();
  return new Map(
    actions.map(({ Identifier }) => {
      const column = columns.get(Identifier) ?? 1;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      return [Identifier, { x: ORIGIN.x + column * STEP.x, y: ORIGIN.y + row * STEP.y }];
    }),
  );
}
