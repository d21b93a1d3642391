import {
  type AskedNumber,
  type BehindDeps,
  type BehindRow,
  everythingBehind,
} from '#shared/application/reports/behind.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import type { FilePart } from '#shared/domain/reports/selection.ts';
import {
  SHEET_ZONE,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetPieces,
} from '#shared/domain/reports/sheet.ts';
import { hiddenFrom } from '#shared/domain/staff/permissions.ts';
import {
  channelLabel,
  outcomeLabel,
  priorityLabel,
  segmentLabel,
  statusLabel,
  typeLabel,
} from '../shell/text/labels.ts';
import { languageName } from '../shell/text/language-name.ts';
import {
  categoryName,
  departmentName,
  districtName,
  serviceName,
  staffName,
  type View,
} from '../shell/view.ts';
import { behindText } from './behind-text.ts';

interface CaseColumn extends SheetColumn {
  readonly of: (found: Case, view: View) => SheetCell | undefined;
}

/** The facts of a case. Personal data is masked for roles that do not see it. */
function caseColumns({ language }: View): readonly CaseColumn[] {
  const w = behindText[language];
  const text = (name: string, of: CaseColumn['of']): CaseColumn => ({ name, kind: 'text', of });
  return [
    text(w.type, ({ type }) => typeLabel[type][language]),
    text(w.category, ({ category }, view) => categoryName(view, category)),
    text(w.service, ({ service }, view) => service && serviceName(view, service)),
    text(w.district, ({ place }, view) => place?.district && districtName(view, place.district)),
    text(w.department, ({ department }, view) => departmentName(view, department)),
    text(w.channel, ({ channel }) => channelLabel[channel][language]),
    text(w.segment, ({ segment }) => segmentLabel[segment][language]),
    text(w.language, (found) => languageName(found.language, language)),
    text(w.priority, ({ priority }) => priorityLabel[priority][language]),
    text(w.status, ({ status }) => statusLabel[status][language]),
    text(w.assignee, ({ assignee }, view) => assignee && staffName(view, assignee)),
    { name: w.opened, kind: 'instant', of: ({ openedAt }) => openedAt },
    { name: w.resolved, kind: 'instant', of: ({ resolution }) => resolution?.at },
    text(w.outcome, ({ resolution }) => resolution && outcomeLabel[resolution.as ?? 'unknown'][language]),
    text(w.name, ({ beneficiary }) => beneficiary.name),
    text(w.email, ({ beneficiary }) => beneficiary.email),
    text(w.phone, ({ beneficiary }) => beneficiary.phone),
  ];
}

/**
 * Return everything behind a number as a sheet of any size: one row for each time that something was counted. The
 * opened cases have a row each.
 */
export function behindSheet(
  deps: BehindDeps,
  asked: AskedNumber & Pick<FilePart, 'rows'>,
  view: View,
): Sheet<SheetPieces> {
  const w = behindText[view.language];
  const columns = caseColumns(view);
  const hidden = hiddenFrom(view.agent.roles);
  const rowOf = ({ subject, at, by, case: found }: BehindRow): SheetCell[] => {
    const shown = found && maskedCase(found, hidden);
    return [subject, at, SHEET_ZONE, by, ...columns.map(({ of }) => (shown && of(shown, view)) ?? null)];
  };
  async function* rows() {
    for await (const piece of everythingBehind(deps, asked)) yield piece.map(rowOf);
  }
  return {
    name: w.title,
    columns: [
      { name: w.reference, kind: 'text' },
      { name: w.when, kind: 'instant' },
      { name: w.zone, kind: 'text' },
      { name: w.counted, kind: 'whole' },
      ...columns,
    ],
    rows: rows(),
  };
}
