import { defineFlow } from '#shared/flow/builder.ts';
import { choices } from './main/choices.ts';
import { blindGreeting, greeting } from './main/greeting.ts';
import { handingOver } from './main/handing-over.ts';
import { registering } from './main/registering.ts';

/**
 * The centre's line. Arabic first; what callers bring is registered before anybody answers, so that no call is
 * without a case, and known callers hear how their case stands.
 */
export const mainFlow = defineFlow('main', {
  kind: 'CONTACT_FLOW',
  start: 'log',
  // Set by the entry flows of the other lines; the language also by whoever transfers a call here.
  // What could not be kept reads as nothing, which Rida takes as not said.
  attributes: ['line', 'language', 'chosen', 'recording', 'wanted'],
  blocks: { ...greeting, ...blindGreeting, ...choices, ...registering, ...handingOver },
});
