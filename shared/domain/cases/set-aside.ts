import type { AutomaticKind } from '../mail/automatic.ts';
import { type Case, isActive } from './case.ts';

export const VIRUS = 'virus-verdict';
/** Feedback and own mail that nothing ties to a case: stored for a supervisor, without a clock. */
export const MACHINE_MAIL = 'machine-mail';
const VERDICTS: ReadonlySet<string | undefined> = new Set(['spam-verdict', VIRUS, MACHINE_MAIL]);

/** Return true when the quarantine reason is a verdict on the mail, not a parsing error. */
export const isVerdict = (reason: string | undefined): boolean => VERDICTS.has(reason);

/** Return true when only a supervisor may restore mail that was set aside for this reason. */
export const isForSupervisor = (reason: string | undefined): boolean =>
  reason === VIRUS || reason === MACHINE_MAIL;

/** Return true when a verdict closed the case on arrival and the case was not restored. */
export const isSetAside = ({ quarantine, status }: Pick<Case, 'quarantine' | 'status'>): boolean =>
  status === 'closed' && isVerdict(quarantine);

/** Newsletters, lists and absences. They need no answer. */
const CLOCKLESS: ReadonlySet<string | undefined> = new Set<AutomaticKind>([
  'mailing-list',
  'bulk',
  'out-of-office',
  'auto-reply',
]);

/** Return true when the beneficiary wrote or called again, here or in a case that was merged into this one. */
export const hasFollowUp = ({ facts }: Pick<Case, 'facts'>): boolean =>
  facts.some(({ type }) => type === 'beneficiary-contact' || type === 'absorbed' || type === 'settled');

/**
 * Return true when no clock of an open case runs, because a machine opened it and no person has written since, neither
 * here nor in a case that was merged into it.
 */
export const runsNoClock = ({
  automatic,
  facts,
  status,
}: Pick<Case, 'automatic' | 'facts' | 'status'>): boolean =>
  CLOCKLESS.has(automatic) && isActive(status) && !hasFollowUp({ facts });
