import { describe, expect, it } from 'vitest';
import { byName, defineFlow, disconnect, invoke, menu, say } from '#shared/flow/builder.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { sampleFlow } from './sample-flow.ts';

const greeting = { ar: 'أهلًا بك.', en: 'Welcome.' };

describe('a flow written as blocks', () => {
  it('is legal for the linter, without errors or warnings', () => {
    expect(lintFlow(sampleFlow.toFlow())).toEqual({ errors: [], warnings: [], actions: 49 });
  });

  it('compiles to the same JSON each time', () => {
    expect(JSON.stringify(sampleFlow.toFlow())).toBe(JSON.stringify(sampleFlow.toFlow()));
  });

  it('leaves references by name, or asks the resolver for them', () => {
    const arns = sampleFlow.toFlow(({ kind, name }) => `arn:${kind}:${name}`);
    const lambda = (flow: ReturnType<typeof sampleFlow.toFlow>) =>
      flow.Actions.find(({ Identifier }) => Identifier === 'lookup')?.Parameters.LambdaFunctionARN;
    expect(lambda(sampleFlow.toFlow())).toBe(byName({ kind: 'lambda', name: 'case-status' }));
    expect(lambda(arns)).toBe('arn:lambda:case-status');
  });

  it('gives every action its own place on the console', () => {
    const flow = sampleFlow.toFlow();
    const places = flow.Actions.map(({ Identifier }) => {
      const place = flow.Metadata?.ActionMetadata?.[Identifier]?.position;
      return `${place?.x},${place?.y}`;
    });
    expect(new Set(places).size).toBe(flow.Actions.length);
  });

  it('wires each error of a menu and puts the question three times', () => {
    const flow = defineFlow('menu', {
      kind: 'CONTACT_FLOW',
      start: 'ask',
      blocks: {
        ask: menu({
          prompt: greeting,
          keys: { 1: 'bye' },
          timeoutSeconds: 5,
          onGiveUp: 'bye',
          onError: 'bye',
        }),
        bye: disconnect(),
      },
    }).toFlow();
    const asked = flow.Actions.filter(({ Type }) => Type === 'GetParticipantInput');
    expect(asked.map(({ Identifier }) => Identifier)).toEqual([
      'ask ar',
      'ask ar 2',
      'ask ar 3',
      'ask en',
      'ask en 2',
      'ask en 3',
    ]);
    expect(asked[0]?.Transitions).toEqual({
      NextAction: 'ask ar 2',
      Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      Errors: [
        { ErrorType: 'InputTimeLimitExceeded', NextAction: 'ask ar 2' },
        { ErrorType: 'NoMatchingCondition', NextAction: 'ask ar 2' },
        { ErrorType: 'NoMatchingError', NextAction: 'bye' },
      ],
    });
  });

  it('turns a prompt said in both languages into one SSML message with its markup escaped', () => {
    const flow = defineFlow('both', {
      kind: 'CONTACT_FLOW',
      start: 'say',
      blocks: {
        say: say({ ar: 'أ & ب', en: 'a < b', together: true }, { next: 'bye', onError: 'bye' }),
        bye: disconnect(),
      },
    }).toFlow();
    expect(flow.Actions[0]?.Parameters).toEqual({
      SSML: '<speak>أ &amp; ب<break time="400ms"/><lang xml:lang="en-US">a &lt; b</lang></speak>',
    });
  });

  it('refuses identifiers Connect would not take', () => {
    const long = 'a'.repeat(49);
    const flow = defineFlow('long', {
      kind: 'CONTACT_FLOW',
      start: long,
      blocks: { [long]: say(greeting, { next: long, onError: long }) },
    });
    expect(() => flow.toFlow()).toThrow(/longer than 50/);
  });

  it('does not compile when a block leads nowhere, or a Lambda may take too long', () => {
    const flow = defineFlow('wrong', {
      kind: 'CONTACT_FLOW',
      start: 'call',
      blocks: {
        // @ts-expect-error nine seconds are more than Connect waits
        call: invoke('lookup', { timeoutSeconds: 9, next: 'bye', onError: 'bye' }),
        // @ts-expect-error there is no block called nowhere
        bye: say(greeting, { next: 'nowhere', onError: 'bye' }),
      },
    }).toFlow();
    expect(lintFlow(flow).errors.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['lambda-timeout', 'dangling-transition']),
    );
  });
});
