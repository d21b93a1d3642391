/**
 * Build a counter's name: a measure and the values of its dimensions, `opened|mail|report`. Names are flat,
 * so that counting is one atomic addition and the figures of any days and shards can be summed.
 */
export const counterName = (measure: Measure, ...values: readonly (string | number)[]): string =>
  [measure, ...values].join('|');

/** The measures, with the number of dimensions in the name. */
export const MEASURES = {
  /**
   * `arrived|case`, `|follow-up` (a message of a person on an existing case), `|set-aside` (spam or a virus),
   * `|quarantined` (a case whose mail could not be read) or `|machine`: each contact counts in exactly one of them
   */
  arrived: 1,
  /** `opened|<channel>|<type>` */
  opened: 2,
  /** `opened-hour|<00..23>`: opened cases by the local hour */
  'opened-hour': 1,
  /** `left|<YYYY-MM-DD>`: cases that ended, by the day of their opening; reopened ones are subtracted */
  left: 1,
  /** `opened-in|<department>` */
  'opened-in': 1,
  /** `opened-at|<district>` and `opened-about|<service>`, for cases of which they are in the record */
  'opened-at': 1,
  'opened-about': 1,
  /** `opened-category|<category>`, `opened-segment|<segment>`, `opened-language|<language>`: as they were registered */
  'opened-category': 1,
  'opened-segment': 1,
  'opened-language': 1,
  /** `voiced|complaint` or `voiced|thanks`, then the department: opened cases of these types */
  voiced: 2,
  /** `contacted-again|<service>`: messages and calls of beneficiaries on existing cases, without mere thanks */
  'contacted-again': 1,
  /** `resolved-at|<district>` and `resolved-about|<service>` */
  'resolved-at': 1,
  'resolved-about': 1,
  /** `received|person`, `received|thanks` or `received|machine`: messages on existing cases */
  received: 1,
  /** `sent`: replies of agents */
  sent: 0,
  /** `mail-failed|<reason>|for-good` or `|for-now`: mails from Rida that bounced or got a complaint */
  'mail-failed': 2,
  /** `resolved|<department>` */
  resolved: 1,
  /** `outcome|<outcome>`, then the department: how cases were resolved; `unknown` for events without it */
  outcome: 2,
  /** `asked|<how or why not>`: resolutions by how the beneficiary is asked to confirm them */
  asked: 1,
  /** `confirmation|confirmed` or `|contested`, then the mode: the answers of beneficiaries about resolutions */
  confirmation: 2,
  /** `outcome-beside|later` or `|unproven`: answers that are stored and not counted as confirmations */
  'outcome-beside': 1,
  /** `outcome-suspect|<because>`: answers that looked like those of programs */
  'outcome-suspect': 1,
  /** `first-response|kept` or `|late`, then the department: once for each case */
  'first-response': 2,
  /** `resolution|kept` or `|late`, then the department: once for each resolution */
  resolution: 2,
  /** `worked|<bucket>`: working time to resolution, see `time-bucket.ts` */
  worked: 1,
  /**
   * `speed|<plain, escalated, finished or at-once>|<type>|<department>|<priority>|<band>`: first resolutions by working
   * age, see `speed-counters.ts`
   */
  speed: 5,
  /** `speed-after|<type>|<department>|<priority>`: sum of the working minutes from the escalation to the resolution */
  'speed-after': 3,
  /** `worked-in|<department>|<bucket>` and `worked-by|<user>|<bucket>`: `worked`, by department and by agent */
  'worked-in': 2,
  'worked-by': 2,
  /** `answered|<clock>|kept` or `|late`, then the department: responses that ended a wait, on the day they were sent */
  answered: 3,
  /** `answered-in|<clock>|<department>|<bucket>`, `answered-by|<clock>|<user>|<bucket>`: working time to a response */
  'answered-in': 3,
  /** `answered-in-clock|<clock>|<bucket>`: the same of all departments */
  'answered-in-clock': 2,
  'answered-by': 3,
  /** `first-contact|yes` or `|no`, then the department: first resolutions, by whether the beneficiary wrote again */
  'first-contact': 2,
  /** `reopened|<because>` */
  reopened: 1,
  /** `closed|<reason>` */
  closed: 1,
  /** `warned|<clock>` */
  warned: 1,
  /** `breached|<clock>`, then the department, which days before this dimension do not have */
  breached: 2,
  /** `breached-while|<clock>|<holder>`: missed deadlines by where the work was, `terms` when new terms moved it */
  'breached-while': 2,
  /** `missed-unannounced|<department>`: resolutions that were late, without a breach before */
  'missed-unannounced': 1,
  /** `retracted|<clock>`: retracted breaches, because the work was done in time */
  retracted: 1,
  /** `promise|kept` or `promise|late`: follow-up promises to beneficiaries */
  promise: 1,
  /** `department-answer|in-time`, `|extended` (within time granted later) or `|late`, then the department */
  'department-answer': 2,
  /** `department-asked|<department>`: requests, those passed on by another department included */
  'department-asked': 1,
  /** `department-worked|<department>|<bucket>`: the department's working time to its answer */
  'department-worked': 2,
  /** `department-wrote|<because>|<department>`: words of departments that ended no request */
  'department-wrote': 2,
  /** `department-time|asked`, `|granted` or `|refused`, then the department */
  'department-time': 2,
  /** `department-passed|<from>|<to>` */
  'department-passed': 2,
  /** `plan|started`, `|finished`, `|withdrawn` or `|case-ended`: plans of investors */
  plan: 1,
  /** `touch|kept` or `|late`, then the means: contacts with investors by their plan */
  touch: 2,
  /** `plan-promise|kept` or `|late`: promises to investors with a plan, also counted in `promise` */
  'plan-promise': 1,
  /** `procedure|added`, `|in-time`, `|late` or `|withdrawn`, then the department */
  procedure: 2,
  /** `obstacle|<department>|<kind>`: obstacles of investors that appeared */
  obstacle: 2,
  /** `obstacle-minutes|<department>|<kind>`: working minutes of obstacles that are out of the way */
  'obstacle-minutes': 2,
  /** `merged` and `unmerged`: duplicate cases */
  merged: 0,
  unmerged: 0,
  /** `corrected|<type or category>|<from>|<to>`: corrections by agents */
  corrected: 3,
  /** `contact|<means>`: contacts with beneficiaries outside mail */
  contact: 1,
  /** `escalated|<level>` */
  escalated: 1,
  /** `quarantined`: mails that could not be read, or got a spam or virus verdict */
  quarantined: 0,
  /** `restored`: cases restored after a verdict; counted as `opened` from then on */
  restored: 0,
  /** `calls`: started calls */
  calls: 0,
  /**
   * `call|served`, `call|abandoned` (left while waiting), `call|callback` (callback outstanding or not
   * reached), `call|message` (left a message after waiting) or `call|machine` (never asked for a person)
   */
  call: 1,
  /** `call-line|<line>|<outcome>` and `call-hour|<00..23>|<outcome>` */
  'call-line': 2,
  'call-hour': 2,
  /** `call-short`: abandoned calls that were too short to judge the centre by */
  'call-short': 0,
  /** `service-level|within`, `|late` (answered after the threshold) or `|left` (abandoned after it) */
  'service-level': 1,
  /** `call-wait-seconds`: sum over calls answered on the line */
  'call-wait-seconds': 0,
  /** `call-called-back`: served calls that were answered by a callback */
  'call-called-back': 0,
  /** `call-handled`: number of calls in the sums of talk, hold and after-call work */
  'call-handled': 0,
  'call-talk-seconds': 0,
  'call-hold-seconds': 0,
  'call-work-seconds': 0,
  'call-transfers': 0,
  /** `call-callback|kept` or `|asked`: callbacks that reached the caller, and those that did not */
  'call-callback': 1,
  /** `call-message`: voice messages */
  'call-message': 0,
  /** `call-out|<purpose>|<disposition>`: finished outgoing calls */
  'call-out': 2,
  /** `call-out-attempt|<purpose>|<outcome>`: attempts of outgoing calls */
  'call-out-attempt': 2,
  /** `call-answer|<purpose>|<question>|<value>`: answers in outgoing calls, not pooled with other modes */
  'call-answer': 3,
  /** `invited|<mode>`: surveys sent */
  invited: 1,
  /** `suppressed|<reason>`: surveys not sent */
  suppressed: 1,
  /** `survey-eligible|<case, call or evaluation>`: surveys that were possible; the sum of sent and suppressed */
  'survey-eligible': 1,
  /** `survey-sent|<case, call or evaluation>|<channel>` */
  'survey-sent': 2,
  /** `survey-suppressed|<case, call or evaluation>|<reason>` */
  'survey-suppressed': 2,
  /** `score|<mode>|<1..5>`: answers in time */
  score: 2,
  /** `score-in|<department>|<1..5>` */
  'score-in': 2,
  /** `finished|<mode>|yes` or `|no` */
  finished: 2,
  /** `loop-opened|<department, or - without one>|<source>`: dissatisfied answers, on the day of the answer */
  'loop-opened': 2,
  /** `loop-ended|<outcome>|<department>`: their recoveries, also on the day of the answer */
  'loop-ended': 2,
  /** `loop-in-time|<department>`: recoveries that reached the person by the due time */
  'loop-in-time': 1,
  /** `loop-about|opened|<service>`, `|closed` and `|in-time`: the same of those about an e-service */
  'loop-about': 2,
  /** `loop-worked|<bucket>`: working time from the answer to the recovery that reached the person */
  'loop-worked': 1,
  /** `check|<closure-audit or conversation-review>|drawn` or `|checked`, on the first day of the checked week */
  check: 2,
  /** `closure|<verdict>|<department>`: checked closures */
  closure: 2,
  /** `conversation|<question>|<mark>`: checked conversations */
  conversation: 2,
  /** `ease|<mode>|<1..5>` and `dissatisfied-because|<reason>`: of first answers in time */
  ease: 2,
  'dissatisfied-because': 1,
  /** `answer-beside|<mode>`: answers after the time for corrections; not in any other counter */
  'answer-beside': 1,
  /** `late-answer|<mode>`: answers after the expiry; not in any other counter */
  'late-answer': 1,
} as const;

export type Measure = keyof typeof MEASURES;
