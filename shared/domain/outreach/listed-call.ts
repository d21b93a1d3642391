import type { Language } from '#events/vocabulary.ts';
import type { UsedService } from './call-out.ts';

/** Where the reading of a list may continue: a byte of a piece of its file, after some lines. */
export interface Place {
  readonly piece: number;
  readonly byte: number;
  readonly line: number;
}

/** A row of a list. `line` counts from 1. */
export interface ListRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** The row cannot be read. Its fields are its text, if there is any. */
  readonly fault?: 'quote' | 'json';
  /** The reading may continue here, after the row. */
  readonly next?: Place;
}

/** A person on a list, to be asked about a service. */
export interface ListedCall {
  readonly line: number;
  readonly phone: string;
  readonly service: UsedService;
  readonly language: Language;
}

/** Why a file, or the rest of it, cannot be read. Earlier versions stopped at a quotation mark without its partner. */
export type UnreadableFault = 'quote' | 'workbook' | 'long-workbook' | 'encoding' | 'json';

/** Why no call to a listed person is planned. */
export type PlanFault =
  | 'planned'
  | 'recent'
  | 'complaint'
  | 'unwanted'
  | 'staff'
  | 'invalid-number'
  | 'abroad';

/** The rows of a list end here. Line 0 means the whole list. */
export class UnreadableList extends Error {
  readonly fault: UnreadableFault;
  readonly line: number;

  constructor(fault: UnreadableFault, line: number) {
    super(`line ${line}: ${fault}`);
    this.fault = fault;
    this.line = line;
  }
}

export type ListFault =
  | 'headings'
  | 'fields'
  | 'phone'
  | 'service'
  | 'formula'
  | 'spoiled'
  | 'date'
  | 'future'
  | 'old'
  | 'language'
  | 'repeated'
  | 'nothing'
  | 'too-many'
  | UnreadableFault
  | PlanFault;

/** A fault in a line, counted from 1. Line 0 means the whole list. */
export interface ListIssue {
  readonly line: number;
  readonly fault: ListFault;
  readonly given: string;
}

export interface ListContext {
  /** Parse a typed number to E.164, or return undefined for an invalid number. */
  phoneOf(typed: string): string | undefined;
  /** Today's local date. */
  readonly today: string;
}
