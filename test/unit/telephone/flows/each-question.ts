import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import type { CallStatus, FlowCall } from '#shared/flow/interpreter.ts';

/** How a question is left without an answer. */
export type Leaving = 'hang up' | 'error' | 'time-out';

/** The actions that ask one question in one language: its parts and its repetitions, in their order. */
export interface AskedQuestion {
  readonly flow: string;
  readonly block: string;
  readonly actions: readonly string[];
}

const asksOf = (flow: Flow, language: string) =>
  flow.Actions.filter(({ Type }) => Type === 'GetParticipantInput').flatMap(({ Identifier }) => {
    const { block = '', language: spoken } = flow.Metadata?.ActionMetadata?.[Identifier] ?? {};
    return spoken === language || spoken === 'both' || spoken === undefined ? [{ block, Identifier }] : [];
  });

const compiled = [...flows, ...outboundFlows, transferFlow].map((definition) => ({
  name: definition.name,
  flow: definition.toFlow(),
}));

/** Return every question of every flow, in the words of a language. */
export const questionsIn = (language: 'ar' | 'en'): readonly AskedQuestion[] =>
  compiled.flatMap(({ name, flow }) =>
    [...Map.groupBy(asksOf(flow, language), ({ block }) => block)].map(([block, asks]) => ({
      ...{ flow: name, block },
      actions: asks.map(({ Identifier }) => Identifier),
    })),
  );

const isIn = ({ actions }: AskedQuestion, { at }: CallStatus): boolean =>
  at !== undefined && actions.includes(at.block);

/** Be silent while a question is asked, at most until one of its actions. */
export async function stayAt(call: FlowCall, question: AskedQuestion, until?: string): Promise<CallStatus> {
  let status = await call.run();
  while (isIn(question, status) && status.at?.block !== until) status = await call.timeout();
  return status;
}
