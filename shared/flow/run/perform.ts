import type { ActionResult, Machine } from './machine.ts';
import type { Effect } from './world.ts';

/** Has the outside do something, and keeps it; what the outside refuses takes the error branch. */
export async function perform(effect: Effect, machine: Machine): Promise<ActionResult> {
  try {
    await machine.world.effect(effect);
  } catch {
    return { kind: 'error', type: 'NoMatchingError' };
  }
  machine.effects.push(effect);
  return { kind: 'next' };
}
