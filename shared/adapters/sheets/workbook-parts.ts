import type { CellKind } from '#shared/domain/reports/sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The indexes of the formats in `STYLES`. */
export const STYLE_OF: Readonly<Record<CellKind, number>> = {
  ...{ text: 1, whole: 2, decimal: 3, share: 4, day: 5, instant: 6 },
};
export const HEADER_STYLE = 7;

/** The number formats: those below 164 are built into spreadsheets (ECMA-376 part 1, 18.8.30). */
const FORMATS = [0, 49, 1, 164, 165, 166, 167] as const;

/** Two fonts (plain and bold), and one format for each kind of cell. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164"
 formatCode="0.####"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166"
 formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts
 count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name
 val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill
 patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border
></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs
 count="${FORMATS.length + 1}">${FORMATS.map(
   (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
 ).join('')}<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles
 count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const escapeAttribute = (value: string): string =>
  value.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** List the sheets by their names. */
export const workbookXml = (names: readonly string[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names
    .map((name, at) => `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

const sheetNumbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Name the file of each sheet. */
export const workbookRelations = (count: number): string =>
  `${HEAD}<Relationships xmlns="${RELATIONS}">${sheetNumbers(count)
    .map((n) => `<Relationship Id="rId${n}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join(
      '',
    )}<Relationship Id="rId${count + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`;

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1"
 Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** Name the type of each file. */
export const contentTypes = (count: number): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"
 ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml"
 ContentType="${TYPES}.styles+xml"/>${sheetNumbers(count)
   .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
   .join('')}</Types>`;
