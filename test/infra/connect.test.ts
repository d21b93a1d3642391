import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createContactFlows } from '#infra/aws/contact-flows.ts';
import { flows } from '#infra/aws/flows/index.ts';
import { list, refersTo, synthesise } from './synthesise.ts';

const INSTANCE = 'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555';
const NUMBER = 'arn:aws:connect:eu-central-1:123456789012:phone-number/66666666-7777-8888-9999-000000000000';
const made = synthesise();
const given = synthesise({ connectInstanceArn: INSTANCE, connectPhoneNumberArn: NUMBER });

describe('the telephone', () => {
  it('makes an instance that keeps recordings under the content key', () => {
    made.template.resourceCountIs('AWS::Connect::Instance', 1);
    made.template.hasResourceProperties('AWS::Connect::InstanceStorageConfig', {
      ResourceType: 'CALL_RECORDINGS',
      S3Config: { EncryptionConfig: { EncryptionType: 'KMS' } },
    });
  });

  it('or uses the one that exists, and leaves its storage alone', () => {
    given.template.resourceCountIs('AWS::Connect::Instance', 0);
    given.template.resourceCountIs('AWS::Connect::InstanceStorageConfig', 0);
    given.template.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'connect.amazonaws.com',
      SourceArn: INSTANCE,
    });
    given.template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.connect'], detail: { instanceArn: [INSTANCE] } },
    });
  });

  it('gives the main flow to a number only when there is one', () => {
    const numbered = { Properties: { PhoneNumberId: '66666666-7777-8888-9999-000000000000' } };
    expect(Object.keys(given.template.findResources('Custom::RidaDeployStep', numbered))).toHaveLength(1);
    expect(Object.keys(made.template.findResources('Custom::RidaDeployStep', numbered))).toHaveLength(0);
  });

  it('deploys every flow with each name in it resolved', () => {
    const deployed = made.ofType('AWS::Connect::ContactFlow');
    expect(deployed).toHaveLength(flows.length);
    for (const [, { Properties }] of deployed) expect(JSON.stringify(Properties.Content)).not.toContain('${');
  });

  it('makes one thing after another, because Connect throttles', () => {
    const own = Object.entries(made.resources).filter(
      ([, { Type }]) => Type.startsWith('AWS::Connect::') && !/Instance(StorageConfig)?$/u.test(Type),
    );
    const isOwn = (id: string) => own.some(([known]) => known === id);
    const first = own.filter(
      ([, { DependsOn = [], Properties }]) => ![...list(DependsOn), ...refersTo(Properties)].some(isOwn),
    );
    const successors = own.flatMap(([, { DependsOn = [] }]) => list(DependsOn).filter(isOwn));
    expect(first).toHaveLength(1);
    expect(new Set(successors).size).toBe(own.length - 1);
  });

  it('does not deploy a flow that leads to something that is not there', () => {
    const stack = new Stack(new App(), 'Flows');
    const build = () => createContactFlows(stack, flows, { instanceArn: INSTANCE, prefix: 'Rida', arns: {} });
    expect(build).toThrow(/flow main leads to the lambda "call-desk", which is not there/u);
  });

  it('gives the flows the function they name', () => {
    const [desk] = made
      .ofType('AWS::Lambda::Function')
      .filter(([, { Metadata }]) => Metadata?.['rida:service'] === 'intake/call-desk');
    const main = Object.values(
      Template.fromStack(made.stack).findResources('AWS::Connect::ContactFlow'),
    ).find(({ Properties }) => String(Properties.Name).endsWith(' main'));
    expect(refersTo(main?.Properties)).toContain(desk?.[0]);
  });
});
