import type { Case } from './case.ts';

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
