import { describe, expect, it } from 'vitest';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { createCall } from '#shared/flow/interpreter.ts';
import { refersTo, resolved, synthesise } from './synthesise.ts';

interface Observation {
  readonly Identifier: string;
  readonly Event: { readonly Type: string; readonly Properties: { readonly ActionType?: string } };
  readonly Transitions: { readonly NextObservations: readonly string[] };
}

const made = synthesise({ connectTestCases: true });
const cases = made.ofType('AWS::Connect::TestCase').map(([id, { Properties }]) => ({
  id,
  properties: Properties,
  content: JSON.parse(resolved(Properties.Content)) as {
    readonly Version: string;
    readonly Observations: readonly Observation[];
  },
}));

describe("Connect's own test calls", () => {
  it('are made only when a stage asks for them', () => {
    synthesise().template.resourceCountIs('AWS::Connect::TestCase', 0);
    expect(cases).toHaveLength(3);
  });

  it('begin at the flow of each number, silence Rida and end before anybody is called', () => {
    for (const { id, properties, content } of cases) {
      expect(content.Version, id).toBe('2019-10-30');
      const [first, ...others] = content.Observations;
      expect(first?.Event.Type, id).toBe('TestInitiated');
      expect(
        content.Observations.map(({ Transitions }) => Transitions.NextObservations),
        id,
      ).toEqual([...others.map(({ Identifier }) => [Identifier]), []]);
      expect(JSON.stringify(content.Observations.at(-1)), id).toContain('EndTest');
      const [flow = ''] = refersTo(properties.EntryPoint);
      expect(made.resources[flow]?.Type, id).toBe('AWS::Connect::ContactFlow');
    }
  });

  it.each(['main', 'investors', 'staff'])(
    'expect what the flow %s does when Rida is silent and so is the caller',
    async (name) => {
      const byName = Object.fromEntries(flows.map((flow) => [flow.name, flow.toFlow()]));
      const flow = byName[name];
      if (!flow) throw new Error(`no flow ${name}`);
      const lines: (string | undefined)[] = [];
      const call = createCall({
        flow,
        flows: byName,
        contact: { contactId: 'c-1', customer: '+966500000001', attributes: {} },
        world: {
          lambda: async () => {
            lines.push(call.attributes.line);
            throw new Error('down');
          },
          after: () => new Promise(() => undefined),
        },
      });
      const steps = () => call.steps.map(({ type }) => type);
      let status = await call.run();
      for (
        let waits = 0;
        status.state !== 'ended' && !steps().includes('CheckHoursOfOperation') && waits < 30;
        waits++
      )
        status = await call.timeout();
      expect(steps().indexOf('InvokeLambdaFunction')).toBeGreaterThan(-1);
      expect(steps().indexOf('CheckHoursOfOperation')).toBeGreaterThan(
        steps().indexOf('InvokeLambdaFunction'),
      );
      if (name !== 'main') expect(lines[0]).toBe(name);
    },
  );
});
