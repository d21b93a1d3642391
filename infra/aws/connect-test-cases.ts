import { Stack } from 'aws-cdk-lib';
import { CfnTestCase } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import { idAfter } from './id-after.ts';
import type { Platform } from './platform.ts';

export interface ConnectTestCasesProps {
  readonly instance: ConnectInstance;
  /** ARNs of the flows by name. */
  readonly flows: ReadonlyMap<string, string>;
  readonly callDeskArn: string;
  readonly hoursArn: string;
}

/** The flows of the numbers people call, and the line those of a line of their own say the call is on. */
const ENTRIES = { main: undefined, investors: 'investors', staff: 'staff' } as const;

const noFurther = { Transitions: {} };
const seen = (id: string, properties: object) => ({
  Identifier: id,
  Type: 'FlowActionStarted',
  Actor: 'System',
  Properties: properties,
});

/**
 * Simulated calls that Connect itself plays (developer guide, "Testing language"), one for each number's flow: a
 * caller who presses nothing is asked for at Rida, Rida does not answer, and the flow goes by Connect's hours. They
 * look at what the flow does, not at its words, register nothing, and end before anybody's telephone rings.
 */
export class ConnectTestCases extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: ConnectTestCasesProps) {
    super(scope, id);
    const { instance, flows, callDeskArn, hoursArn } = props;
    for (const [flow, line] of Object.entries(ENTRIES)) {
      const flowArn = flows.get(flow);
      if (flowArn === undefined)
        throw new Error(`a test call begins at the flow "${flow}", which is not there`);
      instance.inTurn(
        new CfnTestCase(this, flow, {
          instanceArn: instance.arn,
          name: `Rida ${foundation.stage.name} ${flow} without Rida`,
          description: 'Made from code: a change by hand is undone by the next deployment',
          status: 'PUBLISHED',
          entryPoint: {
            type: 'VOICE_CALL',
            voiceCallEntryPointParameters: { flowId: idAfter(flowArn, '/contact-flow/') },
          },
          content: Stack.of(this).toJsonString({
            Version: '2019-10-30',
            Metadata: {},
            Observations: observations(callDeskArn, hoursArn, line),
          }),
        }),
      );
    }
  }
}

const observations = (callDeskArn: string, hoursArn: string, line: string | undefined) => {
  const asking = { ActionType: 'InvokeLambdaFunction', ActionParameters: { LambdaFunctionARN: callDeskArn } };
  return [
    {
      Identifier: 'begin',
      Event: { Identifier: 'begun', Type: 'TestInitiated', Actor: 'System', Properties: {} },
      Actions: [
        {
          Identifier: 'silence Rida',
          Type: 'OverrideSystemBehavior',
          Parameters: {
            ActionType: 'OverrideSystemBehavior',
            Behavior: {
              Type: 'FlowAction',
              Properties: {
                ...asking,
                Strategy: {
                  Type: 'MockResponse',
                  Response: { Type: 'Error', Error: { Value: 'NoMatchingError' } },
                },
              },
            },
          },
          ...noFurther,
        },
      ],
      Transitions: { NextObservations: ['ask Rida'] },
    },
    {
      Identifier: 'ask Rida',
      Event: seen('asked', asking),
      Actions:
        line === undefined
          ? []
          : [
              {
                Identifier: 'know the line',
                Type: 'Assert',
                Parameters: { Namespace: '$.Attributes.line', Operator: 'Equals', Operand: line },
                ...noFurther,
              },
            ],
      Transitions: { NextObservations: ['ask Connect'] },
    },
    {
      Identifier: 'ask Connect',
      Event: seen('hours asked', {
        ActionType: 'CheckHoursOfOperation',
        ActionParameters: { HoursOfOperationId: hoursArn },
      }),
      Actions: [
        {
          Identifier: 'hang up',
          Type: 'TestControl',
          Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
          ...noFurther,
        },
      ],
      Transitions: { NextObservations: [] },
    },
  ];
};
