import type { Flow } from '#shared/flow/flow-language.ts';
import { bilingualFlow } from '../bilingual-flow.ts';
import { action } from '../flow-of.ts';
import { changed, type Faults, failing, hangUp, leading, withMore } from './change.ts';

const named = (id: string): Flow => withMore(hangUp(id));

/** Faults of the flow as a graph. */
export const structureFaults: Faults = {
  version: [
    ['an older one', '', { ...bilingualFlow, Version: '2018-01-01' }],
    ['none', '', { ...bilingualFlow, Version: '' }],
    ['another way of writing it', '', { ...bilingualFlow, Version: '2019/10/30' }],
  ],
  'start-action': [
    ['a name that is not there', '', { ...bilingualFlow, StartAction: 'nowhere' }],
    ['none', '', { ...bilingualFlow, StartAction: '' }],
    ['another case', '', { ...bilingualFlow, StartAction: 'Ask' }],
  ],
  'too-many-actions': [
    [
      'one more than the limit',
      '',
      withMore(...Array.from({ length: 240 }, (_, at) => hangUp(`more ${at}`))),
    ],
    ['many more', '', withMore(...Array.from({ length: 900 }, (_, at) => hangUp(`more ${at}`)))],
  ],
  'duplicate-identifier': [
    ['at the end', 'end', withMore(hangUp('end'))],
    ['at the start', 'ask', withMore(hangUp('ask'))],
    ['three times', 'end', withMore(hangUp('end'), hangUp('end'))],
  ],
  'identifier-too-long': [
    ['51 letters', 'y'.repeat(51), named('y'.repeat(51))],
    ['200 letters', 'y'.repeat(200), named('y'.repeat(200))],
    ['Arabic', 'ا'.repeat(51), named('ا'.repeat(51))],
  ],
  'illegal-identifier': [
    ['a sign', 'a=b', named('a=b')],
    ['a bracket', 'a(b', named('a(b')],
    ['a slash', 'a/b', named('a/b')],
    ['what every object has', 'constructor', named('constructor')],
  ],
  'dangling-transition': [
    ['where it goes on', 'call', leading('call', (of) => ({ ...of, NextAction: 'lost' }))],
    ['an error', 'call', failing('call', (of) => ({ ...of, NextAction: 'lost' }))],
    [
      'a condition',
      'hours',
      leading('hours', (of) => ({
        ...of,
        Conditions: of.Conditions?.map((each) => ({ ...each, NextAction: 'lost' })) ?? [],
      })),
    ],
    ['an empty name', 'call', leading('call', (of) => ({ ...of, NextAction: '' }))],
  ],
  'unreachable-block': [
    ['an end', 'island', withMore(hangUp('island'))],
    [
      'a circle of its own',
      'one',
      withMore(
        action('one', 'UpdateFlowLoggingBehavior', {
          Parameters: { FlowLoggingBehavior: 'Enabled' },
          Transitions: { NextAction: 'two' },
        }),
        action('two', 'UpdateFlowLoggingBehavior', {
          Parameters: { FlowLoggingBehavior: 'Enabled' },
          Transitions: { NextAction: 'one' },
        }),
      ),
    ],
    [
      'what an end would lead to',
      'after',
      {
        ...bilingualFlow,
        Actions: [
          ...bilingualFlow.Actions.map((each) =>
            each.Identifier === 'end' ? { ...each, Transitions: { NextAction: 'after' } } : each,
          ),
          hangUp('after'),
        ],
      },
    ],
    [
      'a leftover the console has drawn',
      'left',
      {
        ...withMore(hangUp('left')),
        Metadata: { type: 'contactFlow', ActionMetadata: { left: { position: { x: 1, y: 1 } } } },
      },
    ],
  ],
  'missing-next-action': [
    ['of a function', 'call', leading('call', ({ Errors = [] }) => ({ Errors }))],
    ['of a message', 'welcome en', leading('welcome en', ({ Errors = [] }) => ({ Errors }))],
    ['of a queue', 'queue', leading('queue', ({ Errors = [] }) => ({ Errors }))],
  ],
  'branch-after-end': [
    ['of a disconnect', 'end', leading('end', () => ({ NextAction: 'end' }))],
    [
      'an error of a disconnect',
      'end',
      leading('end', () => ({ Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] })),
    ],
    [
      'of an end of the flow',
      'end',
      changed('end', () => ({ Type: 'EndFlowExecution', Transitions: { NextAction: 'ask' } })),
    ],
  ],
  'endless-loop': [
    [
      'a message to itself',
      'welcome en',
      leading('welcome en', (of) => ({ ...of, NextAction: 'welcome en' })),
    ],
    ['a function to itself', 'call', leading('call', (of) => ({ ...of, NextAction: 'call' }))],
    [
      'a loop that goes on when it is done',
      'again',
      leading('again', (of) => ({
        ...of,
        NextAction: 'transfer',
        Conditions: of.Conditions?.map((each) => ({ ...each, NextAction: 'transfer' })) ?? [],
      })),
    ],
    [
      'two that lead to each other, out of which only a failure leads',
      'english',
      leading('welcome en', (of) => ({ ...of, NextAction: 'english' })),
    ],
    [
      'a question whose every key leads back',
      'ask',
      leading('ask', (of) => ({
        NextAction: 'ask',
        Conditions: of.Conditions?.map((each) => ({ ...each, NextAction: 'ask' })) ?? [],
        Errors: of.Errors?.map((each) => ({ ...each, NextAction: 'ask' })) ?? [],
      })),
    ],
  ],
  'endless-silence': [
    [
      'silence asks again',
      'ask',
      failing('ask', (each) =>
        each.ErrorType === 'InputTimeLimitExceeded' ? { ...each, NextAction: 'ask' } : each,
      ),
    ],
    [
      'silence asks again after a word',
      'ask',
      {
        ...bilingualFlow,
        Actions: [
          ...failing('ask', (each) =>
            each.ErrorType === 'InputTimeLimitExceeded' ? { ...each, NextAction: 'sorry' } : each,
          ).Actions,
          action('sorry', 'MessageParticipant', {
            Parameters: { SSML: '<speak>عذرًا. Sorry.</speak>' },
            Transitions: {
              NextAction: 'ask',
              Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
            },
          }),
        ],
      },
    ],
  ],
};
