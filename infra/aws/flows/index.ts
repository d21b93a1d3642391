import type { FlowDefinition } from '#shared/flow/builder.ts';
import { mainFlow } from './main.ts';
import { waitingFlow } from './waiting.ts';

/** Every flow of the centre, by the order in which Connect must know them. */
export const flows: readonly FlowDefinition[] = [waitingFlow, mainFlow];
