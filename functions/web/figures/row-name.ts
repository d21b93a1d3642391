import type { Holder } from '#events/sla-breached.v1.ts';
import type { RowKind } from '#shared/domain/reports/report-table.ts';
import { conversationForm } from '#shared/domain/tasks/conversation-form.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { channelLabel, clockLabel, outcomeLabel, segmentLabel } from '../shell/text/labels.ts';
import { languageName } from '../shell/text/language-name.ts';
import { recoveryLabel } from '../shell/text/recovery-label.ts';
import { suppressionLabel } from '../shell/text/suppression-label.ts';
import { textFor } from '../shell/text/text-for.ts';
import { categoryName, districtName, serviceName, staffName, type View } from '../shell/view.ts';
import { callFiguresText } from './call-figures-text.ts';
import { departmentOrNone } from './department-or-none.ts';
import { figuresText } from './figures-text.ts';

type NameView = Pick<View, 'language' | 'rules'>;

const holderLabel: Readonly<Record<Holder | 'terms', Bilingual>> = {
  unassigned: { ar: 'لم تُسند إلى أحد', en: 'Assigned to no agent' },
  agent: { ar: 'لدى المركز', en: 'With an agent of the centre' },
  department: { ar: 'لدى الإدارة المختصة', en: 'With a department' },
  outside: { ar: 'لدى جهة أخرى', en: 'With a body outside' },
  terms: { ar: 'غيّرت الإعدادات الموعد', en: 'New settings moved the deadline' },
};

/** A value of an earlier release may have no label; then it is its own name. */
const labelled =
  (labels: Readonly<Record<string, Bilingual>>) =>
  (row: string, { language }: NameView): string =>
    labels[row]?.[language] ?? row;

const NAMES: Readonly<Record<RowKind, (row: string, view: NameView) => string>> = {
  day: (row) => row,
  hour: (row) => `${row}:00`,
  channel: labelled(channelLabel),
  segment: labelled(segmentLabel),
  clock: labelled(clockLabel),
  holder: labelled(holderLabel),
  outcome: labelled(outcomeLabel),
  suppression: labelled(suppressionLabel),
  recovery: labelled(recoveryLabel),
  question: (row, { language }) => conversationForm().find(({ id }) => id === row)?.text[language] ?? row,
  mode: (row, { language }) => textFor(figuresText[language].modes, row),
  line: (row, { language }) => textFor(callFiguresText[language].lines, row),
  language: (row, { language }) => languageName(row, language),
  category: (row, view) => categoryName(view, row),
  service: (row, view) => serviceName(view, row),
  district: (row, view) => districtName(view, row),
  department: (row, view) => departmentOrNone(row, view),
  user: (row, view) => staffName(view, row),
};

/**
 * Return the name of a row of a table. A renamed department has its new name, and a removed one
 * its id.
 */
export const rowName = (kind: RowKind, row: string, view: NameView): string => NAMES[kind](row, view);
