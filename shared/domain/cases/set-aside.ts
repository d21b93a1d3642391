import type { Case } from './case.ts';

export const VIRUS = 'virus-verdict';
const VERDICTS: ReadonlySet<string | undefined> = new Set(['spam-verdict', VIRUS]);

/** Return true when the quarantine reason is a spam or virus verdict, not a parsing error. */
export const isVerdict = (reason: string | undefined): boolean => VERDICTS.has(reason);

/** Return true when a verdict closed the case on arrival and the case was not restored. */
export const isSetAside = ({ quarantine, status }: Pick<Case, 'quarantine' | 'status'>): boolean =>
  status === 'closed' && isVerdict(quarantine);
