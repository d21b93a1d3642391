import { contactRunners } from './contact-runners.ts';
import { controlRunners } from './control-runners.ts';
import { interactionRunners } from './interaction-runners.ts';
import type { ActionRunner } from './machine.ts';
import { participantRunners } from './participant-runners.ts';

const runners: Readonly<Record<string, ActionRunner>> = {
  ...participantRunners,
  ...controlRunners,
  ...contactRunners,
  ...interactionRunners,
};

/** Return the runner of an action type, or undefined when the interpreter does not simulate it. */
export const runnerOf = (type: string): ActionRunner | undefined =>
  Object.hasOwn(runners, type) ? runners[type] : undefined;
