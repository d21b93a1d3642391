export type Level = 'debug' | 'info' | 'warn' | 'error';

/** How an operator reads a log code. The text becomes a row of `infra/aws/LOG-CODES.md`. */
export interface LogCodeEntry {
  readonly level: Level;
  /** The event, in one or two sentences. */
  readonly meaning: string;
  /** Instruction for the operator. For `info` codes: `NO_ACTION`. */
  readonly action: string;
  /** Whether a CloudWatch alarm counts this code. */
  readonly alarm?: true;
}

export const NO_ACTION = 'None: normal operation.';
