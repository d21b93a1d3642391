import { Stack } from 'aws-cdk-lib';
import { CfnTestCase } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import { idAfter } from './id-after.ts';
import type { Platform } from './platform.ts';

export interface ConnectTestCasesProps {
  readonly instance: ConnectInstance;
  /** ARNs of the flows, by name. */
  readonly flows: ReadonlyMap<string, string>;
  readonly inboundFlowArn: string;
  readonly hoursArn: string;
}

/** The entry flows of the phone numbers, and the line that each flow sets. */
const ENTRIES = { main: undefined, investors: 'investors', staff: 'staff' } as const;

const noFurther = { Transitions: {} };
const seen = (id: string, properties: object) => ({
  Identifier: id,
  Type: 'FlowActionStarted',
  Actor: 'System',
  Properties: properties,
});

/**
 * Simulated calls that Connect runs (developer guide, "Testing language"), one for each entry flow. The
 * caller presses no key, the function of Rida does not answer, and the flow uses the hours in Connect. The
 * tests check the path through the flow, not its texts. They register nothing, and end before a call reaches
 * an agent.
 */
export class ConnectTestCases extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: ConnectTestCasesProps) {
    super(scope, id);
    const { instance, flows, inboundFlowArn, hoursArn } = props;
    for (const [flow, line] of Object.entries(ENTRIES)) {
      const flowArn = flows.get(flow);
      if (flowArn === undefined)
        throw new Error(`the test case starts at the flow "${flow}", which does not exist`);
      instance.inTurn(
        new CfnTestCase(this, flow, {
          instanceArn: instance.arn,
          name: `Rida ${platform.stage.name} ${flow} without Rida`,
          description: 'Created by a deployment. Manual changes are overwritten by the next deployment.',
          status: 'PUBLISHED',
          entryPoint: {
            type: 'VOICE_CALL',
            voiceCallEntryPointParameters: { flowId: idAfter(flowArn, '/contact-flow/') },
          },
          content: Stack.of(this).toJsonString({
            Version: '2019-10-30',
            Metadata: {},
            Observations: observations(inboundFlowArn, hoursArn, line),
          }),
        }),
      );
    }
  }
}

const observations = (inboundFlowArn: string, hoursArn: string, line: string | undefined) => {
  const asking = {
    ActionType: 'InvokeLambdaFunction',
    ActionParameters: { LambdaFunctionARN: inboundFlowArn },
  };
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
