import type { CheckKind } from '#shared/domain/tasks/decide-check.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { can } from '../shell/access.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { frameText } from '../shell/text/frame-text.ts';
import type { View } from '../shell/view.ts';
import { checksCard, ownReviewsCard, weeksCard } from './checks-cards.ts';
import { recoveriesCard } from './recovery-page.ts';

export interface QualityShown {
  readonly recoveries: readonly Task[];
  readonly checks: Readonly<Record<CheckKind, readonly Task[]>>;
}

/** Return the first page of quality. The results of one member of staff are shown to them and to those who check. */
export function qualityPage(view: View, { recoveries, checks }: QualityShown): Html {
  const { quality } = frameText[view.language];
  const card = can(view, 'quality.check') ? checksCard : weeksCard;
  return consolePage(view, {
    title: quality,
    here: 'quality',
    body: html`<div class="head"><h1>${quality}</h1></div>
<div class="grid">${recoveriesCard(recoveries, view)}
${card('closure-audit', checks['closure-audit'], view)}
${card('conversation-review', checks['conversation-review'], view)}
${can(view, 'cases.work') && ownReviewsCard(checks['conversation-review'], view)}</div>`,
  });
}
