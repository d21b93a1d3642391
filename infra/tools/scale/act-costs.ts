/** The cost of one act on DynamoDB, its events, and their deliveries to consumers. */
export interface ActCost {
  readonly writes: number;
  readonly reads: number;
  readonly events: number;
  readonly deliveries: number;
  readonly mails: number;
}

/**
 * The costs of acts. `test/contract/act-costs.test.ts` counts them on DynamoDB Local and fails when one of them
 * differs.
 */
export const ACT_COSTS = {
  /** A case by mail from its opening to its survey. */
  'mail case': { writes: 45, reads: 11, events: 8, deliveries: 24, mails: 3 },
  /** A call that opens a case, with its record and its end. */
  'call case': { writes: 18, reads: 5.5, events: 3, deliveries: 7, mails: 0 },
  /** A case whose first response falls due: warned before, now late. */
  'overdue case': { writes: 5, reads: 0.5, events: 2, deliveries: 5, mails: 0 },
} as const satisfies Readonly<Record<string, ActCost>>;
