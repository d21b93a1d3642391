import type { Language } from '#events/vocabulary.ts';
import type { Selection } from '#shared/domain/reports/selection.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import { conversationForm } from '#shared/domain/tasks/conversation-form.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { leadingTo } from './behind-link.ts';
import { departmentOrNone } from './department-or-none.ts';
import type { PeriodFigures } from './read-figures.ts';
import { shareCell, shareText } from './share-text.ts';

const ar = {
  title: 'مراجعة المعاملات المغلقة وجودة المحادثات',
  hint: 'عينة عشوائية من كل أسبوع بدأ في هذه الفترة، راجعها من لم يعمل عليها.',
  errors: 'أُغلقت ولم تنتهِ فعلًا',
  checked: 'روجع من المعاملات المختارة',
  reviewed: 'قُيّم من المحادثات المختارة',
  department: 'الإدارة',
};

const en: typeof ar = {
  title: 'Closure audit and quality of conversations',
  hint: 'A random sample of each week that began in this period, checked by staff who did not work on it.',
  errors: 'Closed, and not really finished',
  checked: 'Of the drawn cases, checked',
  reviewed: 'Of the drawn conversations, reviewed',
  department: 'Department',
};

const text: Readonly<Record<Language, typeof ar>> = { ar, en };

/** Return the results of the checks of a period. Absent while nothing is drawn. */
export function checksFiguresCard({ figures, period }: PeriodFigures, view: View): Html {
  const { closures, conversations, closureErrors, byDepartment, questions } = figures.checks;
  if (closures.drawn === 0 && conversations.drawn === 0) return html``;
  const w = text[view.language];
  const part = ({ drawn, checked }: typeof closures, kind: string): Html =>
    html`<bdi dir="ltr">${leadingTo(checked, [`check|${kind}|checked`], period, checked === 0)} / ${leadingTo(
      drawn,
      [`check|${kind}|drawn`],
      period,
      drawn === 0,
    )}</bdi>`;
  const share = (of: Share | null, selection: Selection, shown: Html): Html =>
    leadingTo(shown, selection, period, of === null);
  const closed = (department?: string): Selection =>
    ['closure|not-finished', 'closure|finished'].map((name) =>
      department === undefined ? name : `${name}|${department}`,
    );
  const shareFor = (id: string): Share | null => questions.find((one) => one.id === id)?.share ?? null;
  return html`<section class="card wide" id="checks"><h2>${w.title}</h2><dl class="facts">
<div><dt>${w.errors}</dt><dd>${share(closureErrors, closed(), shareText(closureErrors, view))}</dd></div>
<div><dt>${w.checked}</dt><dd>${part(closures, 'closure-audit')}</dd></div>
<div><dt>${w.reviewed}</dt><dd>${part(conversations, 'conversation-review')}</dd></div>
${conversationForm().map(
  ({ id, text: question }) =>
    html`<div><dt>${question[view.language]}</dt><dd>${share(
      shareFor(id),
      [`conversation|${id}|yes`, `conversation|${id}|no`],
      shareText(shareFor(id), view),
    )}</dd></div>`,
)}</dl>${
    byDepartment.length > 0 &&
    html`<div class="scroll" tabindex="0"><table class="numbers"><thead><tr><th scope="col">${w.department}</th><th
  scope="col">${w.errors}</th></tr></thead><tbody>${byDepartment.map(
    ({ department, errors }) =>
      html`<tr><th scope="row">${departmentOrNone(department, view)}</th><td>${share(
        errors,
        closed(department),
        shareCell(errors),
      )}</td></tr>`,
  )}</tbody></table></div>`
  }<p class="faint"><small>${w.hint}</small></p></section>`;
}
