import type { Case } from './case.ts';

export const VIRUS = 'virus-verdict';
const VERDICTS: ReadonlySet<string | undefined> = new Set(['spam-verdict', VIRUS]);

/** Whether a reason for quarantine is a verdict of the mail service, and no trouble in reading. */
export const isVerdict = (reason: string | undefined): boolean => VERDICTS.has(reason);

/** Whether a case is kept apart: opened at its end by a verdict, until somebody restores it. */
export const isSetAside = ({ quarantine, status }: Pick<Case, 'quarantine' | 'status'>): boolean =>
  status === 'closed' && isVerdict(quarantine);
