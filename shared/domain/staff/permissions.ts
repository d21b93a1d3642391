import type { CaseCommand } from '../cases/case-command.ts';
import type { CallOutCommand } from '../outreach/decide-call-out.ts';
import type { PersonCommand } from '../people/decide-person.ts';
import type { CheckCommand } from '../tasks/decide-check.ts';
import type { RecoveryCommand } from '../tasks/recovery.ts';
import type { StaffCommand } from './decide-staff.ts';
import type { Role } from './role.ts';

/**
 * The matrix of roles: each permission, and the roles that have it. The routes of the pages (`route-access.ts`) and
 * the commands below name permissions of this list and no roles.
 * @internal exported for tests
 */
export const PERMISSIONS = {
  /** Read cases, the list of work, the search and the pages of people. Personal data depends on `FIELDS`. */
  'cases.read': ['agent', 'supervisor', 'quality', 'leader'],
  /** Act on cases and open them by hand. */
  'cases.work': ['agent', 'supervisor'],
  /** Open mail as sent, attachments and the markup of senders. They contain personal data. */
  'cases.files': ['agent', 'supervisor'],
  /** Erase cases and persons, restore mail with a virus verdict or of machines, remove lists, see agents' work. */
  'cases.supervise': ['supervisor'],
  /** Read the list of calls and the page of a call. */
  'calls.read': ['agent', 'supervisor', 'quality', 'leader'],
  'recordings.play': ['agent', 'supervisor', 'quality'],
  /** Check closed cases and conversations, and see the results of all staff. Others see their own. */
  'quality.check': ['supervisor', 'quality'],
  'calls-out.read': ['agent', 'supervisor', 'quality', 'leader'],
  /** Plan and stop a call to the beneficiary of a case. */
  'calls-out.plan': ['agent', 'supervisor'],
  'calls-out.plan-list': ['supervisor'],
  'figures.read': ['agent', 'supervisor', 'quality', 'leader'],
  /** Note changes of the work, and mail reports to others. */
  'figures.note': ['supervisor', 'leader'],
  'absence.own': ['agent', 'supervisor'],
  'absence.others': ['supervisor'],
  'settings.read': ['supervisor', 'quality', 'leader', 'administrator'],
  'settings.edit': ['supervisor', 'administrator'],
  /** Give and take roles in the staff directory. */
  'roles.edit': ['administrator'],
  /** Change how the provider of text messages is called: its address gets the numbers of beneficiaries. */
  'provider.edit': ['administrator'],
  /** Look at the record of reads of personal data. */
  'accesses.read': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** Check whether one of the roles has a permission. */
export const may = (roles: readonly Role[], permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).some((role) => roles.includes(role));

/** The personal data of beneficiaries, and the roles that see it. All others see it masked. */
const FIELDS = {
  name: ['agent', 'supervisor'],
  email: ['agent', 'supervisor'],
  phone: ['agent', 'supervisor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type PersonalField = keyof typeof FIELDS;

/** Return the fields that none of the roles sees. */
export const hiddenFrom = (roles: readonly Role[]): ReadonlySet<PersonalField> =>
  new Set(
    (Object.keys(FIELDS) as PersonalField[]).filter(
      (field) => !(FIELDS[field] as readonly Role[]).some((role) => roles.includes(role)),
    ),
  );

/** `rida`: only the system sends the command. */
type Sender = Permission | 'rida';

/** The permission of a member of staff for each command. A new command without a row does not compile. */
const COMMANDS = {
  case: {
    open: 'cases.work',
    receive: 'rida',
    reply: 'cases.work',
    'hold-reply': 'cases.work',
    'undo-reply': 'cases.work',
    note: 'cases.work',
    'mail-failed': 'rida',
    'return-outcome': 'rida',
    'withhold-acknowledgement': 'rida',
    assign: 'cases.work',
    unassign: 'cases.work',
    reclassify: 'cases.work',
    correct: 'cases.work',
    'log-contact': 'cases.work',
    'attach-recording': 'rida',
    promise: 'cases.work',
    'withdraw-promise': 'cases.work',
    'ask-department': 'cases.work',
    'answer-request': 'cases.work',
    'withdraw-request': 'cases.work',
    'hear-department': 'rida',
    'ask-time': 'rida',
    'decide-time': 'cases.work',
    'pass-on': 'rida',
    'hand-over': 'cases.work',
    'take-back': 'cases.work',
    'extend-period': 'cases.work',
    'start-plan': 'cases.work',
    'add-procedure': 'cases.work',
    'change-procedure': 'cases.work',
    'meet-obstacle': 'cases.work',
    'clear-obstacle': 'cases.work',
    'hand-over-plan': 'cases.work',
    'hear-investor': 'cases.work',
    'end-plan': 'cases.work',
    merge: 'cases.work',
    unmerge: 'cases.work',
    absorb: 'rida',
    release: 'rida',
    link: 'cases.work',
    unlink: 'cases.work',
    split: 'cases.work',
    watch: 'cases.work',
    unwatch: 'cases.work',
    retime: 'rida',
    erase: 'cases.supervise',
    'set-status': 'cases.work',
    resolve: 'cases.work',
    reopen: 'cases.work',
    restore: 'cases.work',
    close: 'cases.work',
    'answer-survey': 'rida',
    'answer-outcome': 'rida',
    'suspect-outcome': 'rida',
    'fail-check': 'rida',
    tick: 'rida',
  } satisfies Readonly<Record<CaseCommand['do'], Sender>>,
  person: {
    describe: 'rida',
    join: 'cases.work',
    part: 'cases.work',
    adopt: 'rida',
    'join-into': 'rida',
    'stand-alone': 'rida',
    prefer: 'cases.work',
    'opt-out': 'rida',
    'opt-in': 'rida',
    'mark-failing': 'rida',
    verify: 'cases.work',
    speak: 'rida',
    ask: 'rida',
    'take-back': 'rida',
    erase: 'cases.supervise',
    'come-back': 'rida',
  } satisfies Readonly<Record<PersonCommand['do'], Sender>>,
  'call-out': {
    plan: 'calls-out.plan',
    release: 'rida',
    take: 'calls-out.plan',
    record: 'calls-out.plan',
    unwanted: 'calls-out.plan',
    tick: 'rida',
    postpone: 'rida',
    dialled: 'rida',
    'give-up': 'rida',
    tell: 'rida',
    end: 'rida',
    stop: 'calls-out.plan',
    erase: 'rida',
  } satisfies Readonly<Record<CallOutCommand['do'], Sender>>,
  task: {
    hear: 'rida',
    assign: 'cases.work',
    attempt: 'cases.work',
    record: 'cases.work',
    erase: 'rida',
    draw: 'rida',
    check: 'quality.check',
  } satisfies Readonly<Record<RecoveryCommand['do'] | CheckCommand['do'], Sender>>,
  staff: {
    'plan-absence': 'absence.own',
    'end-absence': 'absence.own',
    tick: 'rida',
    list: 'rida',
    remove: 'rida',
    'go-on': 'rida',
  } satisfies Readonly<Record<StaffCommand['do'], Sender>>,
};

type Commands = typeof COMMANDS;

/** Check whether a member of staff with these roles may send a command. */
export function mayCommand<S extends keyof Commands>(
  roles: readonly Role[],
  subject: S,
  command: keyof Commands[S] & string,
): boolean {
  const needed = COMMANDS[subject][command] as Sender;
  return needed !== 'rida' && may(roles, needed);
}
