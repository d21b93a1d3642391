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

/** The caller of a request. */
export interface Caller {
  /** The id of the initial contact, under which the call is stored. */
  readonly callId: string;
  /** The contact that runs the flow. */
  readonly contactId: string;
  readonly initiationMethod: string;
  readonly line: CallLine;
  /** The language of the greeting or of the choice. */
  readonly language?: Language;
  /** The response to the recording notice. */
  readonly recording?: 'on' | 'off';
  /** The pseudonymous id of the beneficiary. */
  readonly beneficiary: string;
  /** The case for which the caller entered the code in this call. Only the flow can set it. */
  readonly provenFor?: string;
  /** The phone number in E.164. Absent when it was withheld. */
  readonly phone?: string;
}

/** The data that a step uses. */
export interface InboundContext extends Omit<InboundFlowDeps, 'rules'> {
  readonly rules: Rules;
  readonly now: number;
  readonly caller: Caller;
  /** The language of the caller, or Arabic. */
  readonly language: Language;
}

type StepParameters = Readonly<Record<string, string>>;

/** A step that a flow can request. A repeated request of the same contact returns the same response. */
export type InboundStep = (desk: InboundContext, parameters: StepParameters) => Promise<FlowAnswer>;

/** The value for an empty attribute, which Connect does not accept. */
export const NOTHING = '-';

/** Parse a count that the flow returns. An invalid value is zero. */
export const countOf = (given: string | undefined): number =>
  /^\d{1,2}$/u.test(given ?? '') ? Number(given) : 0;
