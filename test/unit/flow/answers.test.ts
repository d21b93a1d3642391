import { describe, expect, it } from 'vitest';
import type { Action, Flow } from '#shared/flow/flow-language.ts';
import { createCall, flowOutcomeText, playScript, type World } from '#shared/flow/interpreter.ts';
import { scriptOf } from '#shared/flow/run/script-words.ts';
import { action, flowOf } from './flow-of.ts';
import { contact } from './sample-call.ts';

const on = (result: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: 'Equals', Operands: [result] },
});

const failing = (NextAction: string, ...types: string[]) =>
  types.map((ErrorType) => ({ ErrorType, NextAction }));

const say = (id: string, Text: string): Action =>
  action(id, 'MessageParticipant', { Parameters: { Text }, Transitions: { NextAction: 'end' } });

const end = action('end', 'DisconnectParticipant');

async function play(
  flow: Flow,
  keys: string,
  world: Partial<World> = {},
  channel: 'VOICE' | 'CHAT' = 'CHAT',
) {
  const call = createCall({ flow, contact: { ...contact, channel }, world });
  const status = await playScript(call, scriptOf(keys));
  return {
    outcome: flowOutcomeText(status, call.steps),
    texts: call.spoken.map(({ text }) => text),
    first: call.steps[0],
    call,
  };
}

const bot = flowOf(
  action('bot', 'ConnectParticipantWithLexBot', {
    Parameters: { Text: 'How can I help?', LexSessionAttributes: { caller: '$.CustomerEndpoint.Address' } },
    Transitions: {
      NextAction: 'sorry',
      Conditions: [on('Refund', 'refund')],
      Errors: failing('sorry', 'NoMatchingCondition', 'NoMatchingError'),
    },
  }),
  say('refund', 'Refund of $.Lex.Slots.order for $.Lex.SessionAttributes.caller.'),
  say('sorry', 'Sorry.'),
  end,
);

describe('a bot', () => {
  it('understands the intent it is told, with its slots', async () => {
    const { texts, first } = await play(bot, 'Refund?order=42', {}, 'VOICE');
    expect(texts).toEqual(['How can I help?', 'Refund of 42 for +966500000001.']);
    expect(first).toEqual({ block: 'bot', type: 'ConnectParticipantWithLexBot', branch: 'Refund' });
  });

  it.each(['Weather', 'timeout'])('takes the default branch for %s', async (answer) => {
    const { texts, first } = await play(bot, answer);
    expect(texts.at(-1)).toBe('Sorry.');
    expect(first?.branch).toBe('NoMatchingCondition');
  });
});

const view = flowOf(
  action('view', 'ShowView', {
    Parameters: { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '400' },
    Transitions: {
      NextAction: 'end',
      Conditions: [on('Next', 'thanks')],
      Errors: failing('late', 'NoMatchingError', 'NoMatchingCondition', 'TimeLimitExceeded'),
    },
  }),
  say('thanks', '$.Views.Action: $.Views.ViewResultData.name'),
  say('late', 'Nothing came.'),
  end,
);

describe('a view', () => {
  it('gives what was chosen and filled in', async () => {
    expect((await play(view, 'Next?name=Sara')).texts).toEqual(['Next: Sara']);
  });

  it('runs out of time, and fails where there is no screen', async () => {
    expect((await play(view, '')).first?.branch).toBe('TimeLimitExceeded');
    expect((await play(view, 'Next', {}, 'VOICE')).first?.branch).toBe('NoMatchingError');
  });
});

const wait = flowOf(
  action('wait', 'Wait', {
    Parameters: { TimeLimitSeconds: '900', Events: ['CustomerReturned'] },
    Transitions: {
      NextAction: 'end',
      Conditions: [on('CustomerReturned', 'back'), on('WaitCompleted', 'ask')],
      Errors: failing('end', 'NoMatchingError'),
    },
  }),
  say('back', 'Welcome back.'),
  action('ask', 'GetParticipantInput', {
    Parameters: { Text: 'Press 1.', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: 'end',
      Conditions: [on('1', 'back')],
      Errors: failing('end', 'NoMatchingError'),
    },
  }),
  end,
);

describe('a wait', () => {
  it('ends early with the event it is for', async () => {
    expect((await play(wait, 'CustomerReturned')).first?.branch).toBe('CustomerReturned');
  });

  it('passes by itself and leaves the keys to the next question', async () => {
    const { texts, first } = await play(wait, '1');
    expect(first?.branch).toBe('WaitCompleted');
    expect(texts).toEqual(['Press 1.', 'Welcome back.']);
  });
});

describe('branches outside', () => {
  const profile = flowOf(
    action('profile', 'GetCustomerProfile', {
      Parameters: { ProfileRequestData: {} },
      Transitions: { NextAction: 'known', Errors: failing('unknown', 'NoneFoundError', 'NoMatchingError') },
    }),
    say('known', 'Hello.'),
    say('unknown', 'Who are you?'),
    end,
  );

  it('is taken to succeed, and is named', async () => {
    const { texts, call } = await play(profile, '');
    expect(texts).toEqual(['Hello.']);
    expect(call.notSimulated).toEqual(['GetCustomerProfile (profile)']);
  });

  it('does what the world says', async () => {
    const result: World['result'] = ({ type }) =>
      type === 'GetCustomerProfile' ? 'NoneFoundError' : undefined;
    expect((await play(profile, '', { result })).texts).toEqual(['Who are you?']);
  });

  it('takes the first result there is when success has several', async () => {
    const voice = flowOf(
      action('check', 'CheckVoiceId', {
        Transitions: { NextAction: 'end', Conditions: [on('Authenticated', 'known'), on('OptedOut', 'end')] },
      }),
      say('known', 'Verified.'),
      end,
    );
    expect((await play(voice, '')).texts).toEqual(['Verified.']);
    expect((await play(voice, '', { result: () => 'OptedOut' })).texts).toEqual([]);
  });
});

describe('a module', () => {
  it('continues by the result it gives', async () => {
    const main = flowOf(
      action('call', 'InvokeFlowModule', {
        Parameters: { FlowModuleId: 'arn:aws:connect:x:1:instance/i/flow-module/hours:$LATEST' },
        Transitions: { NextAction: 'end', Conditions: [on('Open', 'open')] },
      }),
      say('open', 'Open until $.Modules.ResultData.until.'),
      end,
    );
    const hours = flowOf(
      action('back', 'EndFlowModuleExecution', {
        Parameters: { Result: 'Open', ResultData: { until: 'noon' } },
      }),
    );
    const call = createCall({ flow: main, flows: { hours }, contact });
    await playScript(call, []);
    expect(call.spoken.map(({ text }) => text)).toEqual(['Open until noon.']);
    const alone = createCall({ flow: hours, contact });
    expect(flowOutcomeText(await alone.run(), alone.steps)).toBe('ended-module');
  });
});

describe('where a call ends', () => {
  it.each<[string, Flow, string]>([
    ['unknown-action:PlayPrompt', flowOf(action('play', 'PlayPrompt')), ''],
    ['no-branch:go', flowOf(action('go', 'TransferContactToQueue')), ''],
    ['ended', flowOf(action('end', 'EndFlowExecution')), ''],
    [
      'step-limit',
      flowOf(action('a', 'UpdateFlowLoggingBehavior', { Transitions: { NextAction: 'a' } })),
      '',
    ],
    [
      'transferred-to-flow:other',
      flowOf(action('t', 'TransferToFlow', { Parameters: { ContactFlowId: 'other' } })),
      '',
    ],
    [
      'transferred:+966110000000',
      flowOf(
        action('t', 'TransferParticipantToThirdParty', {
          Parameters: { ThirdPartyPhoneNumber: '+966110000000', ContinueFlowExecution: 'False' },
        }),
      ),
      '',
    ],
    [
      'transferred-to-agent:sara',
      flowOf(
        action('q', 'UpdateContactTargetQueue', {
          Parameters: { AgentId: 'sara' },
          Transitions: { NextAction: 't' },
        }),
        action('t', 'TransferContactToAgent'),
      ),
      '',
    ],
    [
      'queued:general',
      flowOf(action('q', 'TransferContactToQueue', { Parameters: { QueueId: 'general' } })),
      '',
    ],
    [
      'with-agent',
      flowOf(action('q', 'TransferContactToQueue', { Parameters: { QueueId: 'general' } })),
      'answer',
    ],
    [
      'agent-completed',
      flowOf(action('q', 'TransferContactToQueue', { Parameters: { QueueId: 'general' } })),
      'answer,leave',
    ],
    ['hung-up', wait, 'hangup'],
  ])('%s', async (outcome, flow, keys) => {
    expect((await play(flow, keys)).outcome).toBe(outcome);
  });
});
