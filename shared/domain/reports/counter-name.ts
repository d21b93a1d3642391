/**
 * A counter's name: a measure and the values of its dimensions, `opened|mail|report`. One flat name a
 * counter, so that counting is one atomic addition and figures of any days and shards may be summed.
 */
export const counterName = (measure: Measure, ...values: readonly (string | number)[]): string =>
  [measure, ...values].join('|');

/** What is counted, with the dimensions that follow in the name. */
export const MEASURES = {
  /** `opened|<channel>|<type>` */
  opened: 2,
  /** `opened-in|<department>` */
  'opened-in': 1,
  /** `received|person` or `received|machine`: messages on existing cases */
  received: 1,
  /** `sent`: replies of agents */
  sent: 0,
  /** `mail-failed|<reason>|for-good` or `|for-now`: mails of ours that did not arrive or were not wanted */
  'mail-failed': 2,
  /** `resolved|<department>` */
  resolved: 1,
  /** `first-response|kept` or `|late`, then the department: once a case */
  'first-response': 2,
  /** `resolution|kept` or `|late`, then the department: once a resolution */
  resolution: 2,
  /** `worked|<bucket>`: working time to resolution, see `time-bucket.ts` */
  worked: 1,
  /** `reopened|<because>` */
  reopened: 1,
  /** `closed|<reason>` */
  closed: 1,
  /** `warned|<clock>`, `breached|<clock>` */
  warned: 1,
  breached: 1,
  /** `retracted|<clock>`: breaches taken back from `breached`: what was owed had been done in time */
  retracted: 1,
  /** `promise|kept` or `promise|late`: promises to get back to beneficiaries */
  promise: 1,
  /** `department-answer|in-time` or `|late`, then the department */
  'department-answer': 2,
  /** `merged` and `unmerged`: cases that told of a matter already told */
  merged: 0,
  unmerged: 0,
  /** `corrected|<type or category>|<from>|<to>`: what agents corrected of what was registered */
  corrected: 3,
  /** `contact|<means>`: beneficiaries reached outside mail */
  contact: 1,
  /** `escalated|<level>` */
  escalated: 1,
  /** `quarantined`: mails that could not be read, or were set aside as spam or dangerous */
  quarantined: 0,
  /** `restored`: what was set aside and is a case after all; counted as `opened` from then on */
  restored: 0,
  /** `calls`: calls that began */
  calls: 0,
  /**
   * `call|served`, `call|abandoned` (left while waiting), `call|callback` (to be called back, not reached),
   * `call|message` (left one after waiting) or `call|machine` (never asked for a person)
   */
  call: 1,
  /** `call-line|<line>|<outcome>` and `call-hour|<00..23>|<outcome>` */
  'call-line': 2,
  'call-hour': 2,
  /** `call-short`: of the abandoned, those who left within moments */
  'call-short': 0,
  /** `service-level|within`, `|late` (answered after the threshold) or `|left` (after it) */
  'service-level': 1,
  /** `call-wait-seconds`: of calls answered on the line, summed */
  'call-wait-seconds': 0,
  /** `call-called-back`: served calls that were answered by calling back */
  'call-called-back': 0,
  /** `call-handled`: calls whose talk, hold and after-call work are in the sums */
  'call-handled': 0,
  'call-talk-seconds': 0,
  'call-hold-seconds': 0,
  'call-work-seconds': 0,
  'call-transfers': 0,
  /** `call-callback|kept` or `|asked`: asked for and not reached */
  'call-callback': 1,
  /** `call-message`: spoken messages */
  'call-message': 0,
  /** `call-out|<purpose>|<disposition>`: calls out that ended for good */
  'call-out': 2,
  /** `call-out-attempt|<purpose>|<outcome>`: times that somebody was called */
  'call-out-attempt': 2,
  /** `call-answer|<purpose>|<question>|<value>`: answers in calls out, pooled with no other mode */
  'call-answer': 3,
  /** `invited|<mode>`: surveys sent */
  invited: 1,
  /** `suppressed|<reason>`: surveys not sent */
  suppressed: 1,
  /** `score|<mode>|<1..5>`: answers in time */
  score: 2,
  /** `score-in|<department>|<1..5>` */
  'score-in': 2,
  /** `finished|<mode>|yes` or `|no` */
  finished: 2,
  /** `late-answer|<mode>`: kept, counted in nothing else */
  'late-answer': 1,
} as const;

export type Measure = keyof typeof MEASURES;
