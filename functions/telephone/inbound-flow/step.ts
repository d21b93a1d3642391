import type { Language } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';
import type { Store } from '#shared/ports/store.ts';
import type { FlowAnswer } from '#shared/runtime/lambda.ts';
import type { Logger } from '#shared/runtime/logger.ts';

export interface InboundFlowDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly queues: QueuePlaces;
  readonly logger: Logger;
}

/** Who is on the line. */
export interface Caller {
  /** The initial contact's: a call is one record under it. */
  readonly callId: string;
  /** The contact the flow runs for. */
  readonly contactId: string;
  readonly initiationMethod: string;
  readonly line: CallLine;
  /** What they chose, or have been greeted in. */
  readonly language?: Language;
  /** What they said about being recorded. */
  readonly recording?: 'on' | 'off';
  /** Pseudonymous. */
  readonly beneficiary: string;
  /** E.164, when the number was not withheld. */
  readonly phone?: string;
}

/** What a step works with. */
export interface InboundContext extends Omit<InboundFlowDeps, 'rules'> {
  readonly rules: Rules;
  readonly now: number;
  readonly caller: Caller;
  /** The caller's, or Arabic. */
  readonly language: Language;
}

type Parameters = Readonly<Record<string, string>>;

/** One thing a flow may ask. The same contact asking it again gets the same answer. */
export type InboundStep = (desk: InboundContext, parameters: Parameters) => Promise<FlowAnswer>;

/** Where there is nothing to say: Connect takes no empty attribute. */
export const NOTHING = '-';

/** How many there were before, as the flow hands it back; whatever is no such number is none. */
export const countOf = (given: string | undefined): number =>
  /^\d{1,2}$/u.test(given ?? '') ? Number(given) : 0;
