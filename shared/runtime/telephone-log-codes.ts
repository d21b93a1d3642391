import { type LogCodeEntry, NO_ACTION } from './log-code-entry.ts';

/** The codes about calls and the telephone. They are a part of `logCodes`. */
export const telephoneLogCodes = {
  'agent-event-recorded': {
    level: 'info',
    meaning:
      'An event of an agent workspace was added to its calls. `calls` is the number of calls that it changed.',
    action: NO_ACTION,
  },
  'call-out': {
    level: 'info',
    meaning:
      'An outbound call was due. `callAttempt` and `outcome` say which attempt it was and how it ended.',
    action: NO_ACTION,
  },
  'call-out-concluded': {
    level: 'info',
    meaning: 'The result of an outbound call was stored.',
    action: NO_ACTION,
  },
  'connect-hours-differ': {
    level: 'error',
    alarm: true,
    meaning:
      'The opening hours in Amazon Connect differ from the calendar of the settings on the dates in `differing`.',
    action:
      'In the Connect console, open Routing → Hours of operation and delete overrides that were entered by hand for these dates. The next hourly run of `telephone/connect-hours` checks again.',
  },
  'connect-hours-kept': {
    level: 'info',
    meaning: 'The opening hours in Amazon Connect match the calendar up to the date in `until`.',
    action: NO_ACTION,
  },
  'contact-event-recorded': {
    level: 'info',
    meaning: 'A contact event of Amazon Connect was added to its call. `outcome` says whether it was new.',
    action: NO_ACTION,
  },
  'contact-record-recorded': {
    level: 'info',
    meaning: 'A contact record of Amazon Connect was added to its call. `outcome` says whether it was new.',
    action: NO_ACTION,
  },
  'flow-answered': {
    level: 'info',
    meaning: 'A question of a Connect flow was answered. `step` is what the flow asked.',
    action: NO_ACTION,
  },
} as const satisfies Readonly<Record<string, LogCodeEntry>>;
