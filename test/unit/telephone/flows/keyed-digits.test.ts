import { describe, expect, it } from 'vitest';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import type { FlowDefinition } from '#shared/flow/builder.ts';

interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: {
    readonly NextAction?: string;
    readonly Conditions?: readonly { NextAction: string }[];
    readonly Errors?: readonly { NextAction: string }[];
  };
}

/** Attributes with a choice of a menu or a score, which identify no person. */
const HARMLESS = ['topic', 'district', 'score'];

const nextOf = ({ Transitions: { NextAction, Conditions = [], Errors = [] } }: Action): string[] =>
  [NextAction, ...Conditions.map((one) => one.NextAction), ...Errors.map((one) => one.NextAction)].filter(
    (next) => next !== undefined,
  );

/** Return the actions of a flow that handle digits of a caller while the log is on. */
function logged(flow: FlowDefinition): string[] {
  const { StartAction, Actions } = flow.toFlow() as unknown as {
    StartAction: string;
    Actions: readonly Action[];
  };
  const byId = new Map(Actions.map((action) => [action.Identifier, action]));
  const keeps = ({ Type, Parameters }: Action): boolean =>
    Type === 'UpdateContactAttributes' &&
    Object.entries(Parameters.Attributes as Record<string, string>).some(
      ([name, value]) => value === '$.StoredCustomerInput' && !HARMLESS.includes(name),
    );
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (id: string, on: boolean): void => {
    const action = byId.get(id);
    if (!action || seen.has(`${id} ${on}`)) return;
    seen.add(`${id} ${on}`);
    if (on && keeps(action)) found.add(id);
    const set = action.Type === 'UpdateFlowLoggingBehavior';
    const after = set ? action.Parameters.FlowLoggingBehavior === 'Enabled' : on;
    for (const next of nextOf(action)) walk(next, after);
  };
  // A flow or module may start with the log of the flow before it.
  walk(StartAction, true);
  return [...found];
}

describe('the log of flows', () => {
  it('is off while a caller enters a reference, a code or a number', () => {
    for (const flow of [...flows, ...outboundFlows]) expect(logged(flow), flow.name).toEqual([]);
  });

  it('would be found to contain them', () => {
    const [module] = flows.filter(({ name }) => name === 'check-status');
    if (!module) throw new Error('no module check-status');
    const open = {
      ...module,
      toFlow: () =>
        JSON.parse(JSON.stringify(module.toFlow()).replaceAll('"Disabled"', '"Enabled"')) as never,
    };
    expect(logged(open).length).toBeGreaterThan(1);
  });
});
