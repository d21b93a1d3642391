import { describe, expect, it } from 'vitest';
import { parseFlow } from '#shared/flow/parse.ts';
import { sampleFlow } from './sample-flow.ts';

const flow = sampleFlow.toFlow();

describe('reading foreign flow JSON', () => {
  it('reads back what the builder wrote', () => {
    expect(parseFlow(JSON.parse(JSON.stringify(flow)))).toEqual({ ok: true, flow });
  });

  it.each([
    ['a DescribeContactFlow answer', { ContactFlow: { Name: 'x', Content: JSON.stringify(flow) } }],
    ['a template resource', { Name: 'x', Content: flow }],
  ])('finds the flow in %s', (_, json) => {
    expect(parseFlow(json)).toMatchObject({ ok: true, flow: { StartAction: 'voice' } });
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
    });
  });

  it.each([
    [{ modules: [] }, /old console export/],
    [{ Version: '2019-10-30', StartAction: 'a', Actions: [{}] }, /Actions\.0\.Identifier/],
    [[], /no flow/],
    [null, /no flow/],
    [{ Content: '{' }, /no flow/],
  ])('says what is wrong with %j', (json, message) => {
    expect(parseFlow(json)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
