import type { ActionResult, Machine } from './machine.ts';
import type { FlowEffect } from './world.ts';

/** Execute an effect in the world and record it. A rejected effect takes the error branch. */
export async function perform(effect: FlowEffect, machine: Machine): Promise<ActionResult> {
  try {
    await machine.world.effect(effect);
  } catch {
    return { kind: 'error', type: 'NoMatchingError' };
  }
  machine.effects.push(effect);
  return { kind: 'next' };
}
