import { defineFlow } from '#shared/flow/builder.ts';
import { choices } from './main/caller-choices.ts';
import { blindGreeting, greeting } from './main/greeting.ts';
import { handingOver } from './main/handing-over.ts';
import { registering } from './main/registering.ts';

/**
 * The main flow of the centre, in Arabic first. A request is registered before an agent answers, so that
 * every call has a case. Callers with an active case hear its status.
 */
export const mainFlow = defineFlow('main', {
  kind: 'CONTACT_FLOW',
  start: 'log',
  // Set by the entry flows of the other lines. The language is also set by transfers to this flow. A value
  // that could not be stored is read as empty, which Rida treats as not given.
  attributes: ['line', 'language', 'chosen', 'recording', 'wanted'],
  blocks: { ...greeting, ...blindGreeting, ...choices, ...registering, ...handingOver },
});
