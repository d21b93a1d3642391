import { describe, expect, it } from 'vitest';
import { parseFlow } from '#shared/flow/flow-schema.ts';
import { sampleFlow } from './sample-flow.ts';

const flow = sampleFlow.toFlow();

describe('reading foreign flow JSON', () => {
  it('reads back what the builder wrote', () => {
    expect(parseFlow(JSON.parse(JSON.stringify(flow)))).toEqual({ ok: true, flow, names: [] });
  });

  it.each([
    ['a DescribeContactFlow answer', { ContactFlow: { Name: 'x', Content: JSON.stringify(flow) } }],
    ['a template resource', { Name: 'x', Content: flow }],
  ])('finds the flow in %s', (_, json) => {
    expect(parseFlow(json)).toMatchObject({ ok: true, flow: { StartAction: 'voice' } });
  });

  it.each([
    ['CUSTOMER_QUEUE', 'CUSTOMER_QUEUE'],
    ['AWS::Connect::ContactFlow', undefined],
  ])('takes the kind of its surroundings: %s', (Type, kind) => {
    const { Metadata: _, ...bare } = flow;
    const parsed = parseFlow({ ContactFlow: { Name: 'x', Type, Content: JSON.stringify(bare) } });
    expect(parsed.ok && parsed.flow.Metadata?.kind).toBe(kind);
  });

  it('takes an empty name for nothing that follows', () => {
    const last = { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { NextAction: '' } };
    const parsed = parseFlow({ Version: '2019-10-30', StartAction: 'go', Actions: [last] });
    expect(parsed).toMatchObject({ ok: true, flow: { Actions: [{ Transitions: {} }] } });
  });

  it('takes actions without parameters, conditions or errors', () => {
    const end = { Identifier: 'end', Type: 'DisconnectParticipant' };
    expect(parseFlow({ Version: '2019-10-30', StartAction: 'end', Actions: [end] })).toEqual({
      ok: true,
      flow: {
        Version: '2019-10-30',
        StartAction: 'end',
        Actions: [{ ...end, Parameters: {}, Transitions: {} }],
      },
      names: [],
    });
  });

  it.each([
    [{ modules: [], metadata: {} }, 'legacy-export', /old console export.*not the Flow language/],
    [{ Version: '2019-10-30', StartAction: 'a', Actions: [{}] }, 'unreadable', /Actions\.0\.Identifier/],
    [
      {
        Version: '2019-10-30',
        StartAction: 'a',
        Actions: [{ Identifier: 'a', Type: 'Wait', Parameters: 3 }],
      },
      'unreadable',
      /Actions\.0\.Parameters \(action a\)/,
    ],
    [[], 'unreadable', /not a flow: the file/],
    [null, 'unreadable', /not a flow/],
    [{ Content: '{' }, 'unreadable', /not a flow/],
  ])('says what is wrong with %j', (json, reason, message) => {
    expect(parseFlow(json)).toEqual({ ok: false, reason, message: expect.stringMatching(message) });
  });

  it('keeps what the surroundings call a flow, and the names the console shows', () => {
    const content = {
      Version: '2019-10-30',
      StartAction: 'q',
      Metadata: {
        type: 'customerQueue',
        ActionMetadata: {
          q: { Position: { x: 1, y: 2 }, parameters: { QueueId: { displayName: 'General' } } },
          h: { position: { x: 3, y: 4 }, Hours: { id: 'arn', text: 'Basic Hours' } },
        },
      },
      Actions: [{ Identifier: 'q', Type: 'UpdateContactTargetQueue' }],
    };
    const arn = 'arn:aws:connect:x:1:instance/i/contact-flow/f';
    const parsed = parseFlow({ ContactFlow: { Name: 'Main', Arn: arn, Content: JSON.stringify(content) } });
    expect(parsed).toMatchObject({
      names: ['Main', arn],
      flow: {
        Metadata: {
          type: 'customerQueue',
          ActionMetadata: {
            q: { position: { x: 1, y: 2 }, displayNames: { QueueId: 'General' } },
            h: { displayNames: { HoursOfOperationId: 'Basic Hours' } },
          },
        },
      },
    });
  });
});
