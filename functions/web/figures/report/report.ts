/** A table of a report. Every cell is text, so that a page, a mail and a sheet show the same. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** For each cell of the rows the path of the page with its cases. Cells without one have no list. */
  readonly paths: readonly (readonly (string | undefined)[])[];
}

/** A picture of a report, with a sentence for people who do not see it. */
export interface ReportPicture {
  /** Unique within a report: letters and hyphens. */
  readonly name: string;
  /** A complete SVG document in fixed light colours. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly sentence: string;
}

/** The content of a report in one language, in the order in which it is read. */
export interface Report {
  readonly title: string;
  /** The days, in words. */
  readonly period: string;
  /** The most important sentences. They claim only what the data carry. */
  readonly sentences: readonly string[];
  readonly tiles: ReportTable;
  readonly pictures: readonly ReportPicture[];
  readonly weeks: ReportTable;
  readonly departments: ReportTable;
  /** Missed deadlines, and open cases with their age. */
  readonly late: ReportTable;
  readonly changesTitle: string;
  readonly changes: readonly string[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
}
