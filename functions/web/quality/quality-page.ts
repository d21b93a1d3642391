import type { Task } from '#shared/domain/tasks/task.ts';
import { consolePage } from '../shell/console-page.ts';
import { type Html, html } from '../shell/http/html.ts';
import { frameText } from '../shell/text/frame-text.ts';
import type { View } from '../shell/view.ts';
import { recoveriesCard } from './recovery-page.ts';

export interface QualityShown {
  readonly recoveries: readonly Task[];
}

/** Return the first page of quality. */
export function qualityPage(view: View, { recoveries }: QualityShown): Html {
  const { quality } = frameText[view.language];
  return consolePage(view, {
    title: quality,
    here: 'quality',
    body: html`<div class="head"><h1>${quality}</h1></div>
<div class="grid">${recoveriesCard(recoveries, view)}</div>`,
  });
}
