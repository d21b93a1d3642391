import {
  type AskedNumber,
  type BehindDeps,
  type BehindRow,
  everythingBehind,
} from '#shared/application/reports/behind.ts';
import { SHEET_ZONE, type Sheet, type SheetCell, type SheetPieces } from '#shared/domain/reports/sheet.ts';
import { channelLabel, statusLabel, typeLabel } from '../shell/text/labels.ts';
import { categoryName, departmentName, type View } from '../shell/view.ts';
import { behindText } from './behind-text.ts';

function rowOf({ subject, at, by, case: found }: BehindRow, view: View): SheetCell[] {
  const { language } = view;
  const facts = found && [
    ...[typeLabel[found.type][language], categoryName(view, found.category)],
    ...[departmentName(view, found.department), statusLabel[found.status][language]],
    ...[channelLabel[found.channel][language], found.openedAt],
  ];
  return [subject, at, SHEET_ZONE, by, ...(facts ?? [null, null, null, null, null, null])];
}

async function* pieces(deps: BehindDeps, asked: AskedNumber, view: View) {
  for await (const rows of everythingBehind(deps, asked)) yield rows.map((row) => rowOf(row, view));
}

/** Return everything behind a number as a sheet of any size: one row for each time that something was counted. */
export function behindSheet(deps: BehindDeps, asked: AskedNumber, view: View): Sheet<SheetPieces> {
  const w = behindText[view.language];
  const text = (name: string) => ({ name, kind: 'text' }) as const;
  return {
    name: w.title,
    columns: [
      ...[text(w.reference), { name: w.when, kind: 'instant' } as const, text(w.zone)],
      { name: w.counted, kind: 'whole' },
      ...[w.type, w.category, w.department, w.status, w.channel].map(text),
      { name: w.opened, kind: 'instant' },
    ],
    rows: pieces(deps, asked, view),
  };
}
