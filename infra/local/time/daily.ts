import { type ApplyRetentionDeps, applyRetention } from '#functions/cases/apply-retention.ts';
import { type MailSweepDeps, sweepMail } from '#functions/mail/mail-sweep.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Logger } from '#shared/runtime/logger.ts';

type DailyDeps = ApplyRetentionDeps & MailSweepDeps & { readonly logger: Logger };

/**
 * Once a day by the centre's own clock: cases whose retention time is over, and mail that was accepted and
 * became nothing.
 */
export function daily(deps: DailyDeps): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = deps.clock.now();
    if (now < next) return;
    next = now + DAY;
    const found = await sweepMail(deps);
    if (found > 0)
      deps.logger.warn('mail-forgotten', 'Mail that nobody had taken in was handed on.', { found });
    await applyRetention(deps);
  };
}
