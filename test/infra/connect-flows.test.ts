import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import type { ConnectInstance } from '#infra/aws/connect-instance.ts';
import { ContactFlows } from '#infra/aws/contact-flows.ts';
import { defineFlow, endModule, invokeModule } from '#shared/flow/builder.ts';
import { parseFlow } from '#shared/flow/flow-schema.ts';
import { type Resource, refersTo, resolved, synthesise } from './synthesise.ts';

const INSTANCE = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
const made = synthesise();
const given = synthesise({ connectInstanceArn: INSTANCE });
const serviceOf = ({ Metadata }: Resource) => String(Metadata?.['rida:service']);

describe('the flows', () => {
  it('are all there, each name in them resolved, as JSON that parses, within what Connect takes', () => {
    const deployed = [
      ...made.ofType('AWS::Connect::ContactFlow'),
      ...made.ofType('AWS::Connect::ContactFlowModule'),
    ];
    expect(deployed).toHaveLength(flows.length + outboundFlows.length + 1);
    for (const [id, { Properties }] of deployed) {
      const content = resolved(Properties.Content);
      expect(content, id).not.toContain('${');
      expect(content.length, id).toBeLessThan(256_000);
      expect(parseFlow(JSON.parse(content)), id).toMatchObject({ ok: true });
    }
  });

  it('speak the prompts of the file of the stage', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rida-prompts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const prompts = join(folder, 'prompts.csv');
    writeFileSync(prompts, 'flow,block,ar,en\nmain,goodbye,نشكر لك اتصالك.,\n');
    const main = (template: typeof made) =>
      template
        .ofType('AWS::Connect::ContactFlow')
        .map(([, { Properties }]) => resolved(Properties.Content))
        .find((content) => content.includes('"Identifier":"ask language"')) ?? '';
    const expected = main(made).replace('شكرًا لتواصلك معنا. في أمان الله.', 'نشكر لك اتصالك.');
    expect(expected === main(made)).toBe(false);
    expect(main(synthesise({ prompts })) === expected).toBe(true);
  });

  it('come after what they lead to', () => {
    for (const [id, { Properties }] of made.ofType('AWS::Connect::ContactFlow'))
      expect(refersTo(Properties.Content), id).not.toContain(id);
  });

  it('do not lead to something that is not there, nor back to themselves', () => {
    const stack = new Stack(new App(), 'Flows');
    const instance = { arn: INSTANCE, inTurn: <T>(resource: T) => resource } as ConnectInstance;
    const named = (id: string, definitions: typeof flows) =>
      new ContactFlows(stack, id, { instance, flows: definitions, prefix: 'Rida' });
    expect(() => named('Missing', flows).makeAll({})).toThrow(
      /flow .+ leads to the lambda "telephone\/inbound-flow", which is not there/u,
    );
    const circle = ['a', 'b'].map((name, index) =>
      defineFlow(name, {
        kind: 'MODULE',
        start: 'go',
        blocks: {
          go: invokeModule(index === 0 ? 'b' : 'a', { next: 'end', onError: 'end' }),
          end: endModule(),
        },
      }),
    );
    expect(() => named('Circle', circle).makeAll({})).toThrow(/flow a leads back to itself/u);
  });

  it('ask functions that Connect may call for this instance alone, and knows', () => {
    const asked = new Set(
      made.ofType('AWS::Connect::ContactFlow').flatMap(([, { Properties }]) => refersTo(Properties.Content)),
    );
    const functions = made.ofType('AWS::Lambda::Function').filter(([id]) => asked.has(id));
    expect(functions.map(([, fn]) => serviceOf(fn))).toContain('telephone/inbound-flow');
    for (const [id] of functions) {
      const permissions = given
        .ofType('AWS::Lambda::Permission')
        .filter(([, { Properties }]) => refersTo(Properties.FunctionName).includes(id));
      expect(
        permissions.map(([, { Properties }]) => Properties),
        id,
      ).toMatchObject([{ Principal: 'connect.amazonaws.com', SourceArn: INSTANCE }]);
      const associations = made
        .ofType('AWS::Connect::IntegrationAssociation')
        .filter(([, { Properties }]) => refersTo(Properties.IntegrationArn).includes(id));
      expect(
        associations.map(([, { Properties }]) => Properties.IntegrationType),
        id,
      ).toEqual(['LAMBDA_FUNCTION']);
    }
  });
});

describe('numbers that are fixed in flows', () => {
  it('are the stage’s', () => {
    const { ofType } = synthesise({ flows: { messageSeconds: 45 } });
    const contents = [
      ...ofType('AWS::Connect::ContactFlow'),
      ...ofType('AWS::Connect::ContactFlowModule'),
    ].map(([, { Properties }]) => resolved(Properties.Content));
    expect(contents.some((content) => content.includes('"InputTimeLimitSeconds":"45"'))).toBe(true);
    expect(contents.some((content) => content.includes('"InputTimeLimitSeconds":"120"'))).toBe(false);
  });
});
