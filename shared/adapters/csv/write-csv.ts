import { stringify } from 'csv-stringify/sync';

/**
 * Write rows as a file that spreadsheets open with Arabic letters: UTF-8 with a mark, lines that end with CR LF, and no
 * field that is a formula (OWASP, CSV injection).
 */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  new TextEncoder().encode(
    stringify(rows as string[][], { bom: true, record_delimiter: '\r\n', escape_formulas: true }),
  );
