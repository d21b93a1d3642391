import { contactRunners } from './contact.ts';
import { controlRunners } from './control.ts';
import { interactionRunners } from './interaction.ts';
import type { ActionRunner } from './machine.ts';
import { participantRunners } from './participant.ts';

const runners: Readonly<Record<string, ActionRunner>> = {
  ...participantRunners,
  ...controlRunners,
  ...contactRunners,
  ...interactionRunners,
};

/** Return the runner of an action type, or undefined when the interpreter does not simulate it. */
export const runnerOf = (type: string): ActionRunner | undefined =>
  Object.hasOwn(runners, type) ? runners[type] : undefined;
