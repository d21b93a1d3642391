import { questionnaires } from '#shared/domain/outreach/questionnaire.ts';
import { type Block, compare, say } from '#shared/flow/builder.ts';
import { askOutboundFlow } from './ask-outbound-flow.ts';
import * as prompts from './outbound-prompts.ts';
import { questionBlocks } from './questions.ts';

const [finished, satisfaction] = questionnaires['follow-up'].questions;

/** The first block of a follow-up call after its consent. */
export const TELL_OUTCOME = 'tells?';

/**
 * The questions of a follow-up call. A call about the end of a case tells first how it ended. Its answer confirms or
 * contests the end, and is noted before it is stored, so that hanging up does not lose it. The score is asked where the
 * person may be asked for an opinion.
 */
export const outcomeBlocks: Readonly<Record<string, Block>> = {
  [TELL_OUTCOME]: compare<string>('$.Attributes.stands', { '-': 'ask finished' }, 'say outcome'),
  'say outcome': say<string>(prompts.outcomeStands, { next: 'more?', onError: 'ask finished' }),
  'more?': compare<string>('$.Attributes.rest', { '-': 'ask finished' }, 'say more'),
  'say more': say<string>(prompts.outcomeRest, { next: 'ask finished', onError: 'ask finished' }),
  ...questionBlocks(finished, 'rate?', {
    more: { '1': { intent: 'outcome:yes' }, '2': { intent: 'outcome:no' } },
  }),
  'rate?': compare<string>('$.Attributes.rate', { true: 'ask satisfaction' }, 'outcome'),
  ...questionBlocks(satisfaction, 'outcome', { silent: 'outcome' }),
  outcome: askOutboundFlow({ step: 'outcome' }, { next: 'said?', onError: 'noted for later' }),
  'said?': compare<string>(
    '$.External.said',
    { confirmed: 'say confirmed', contested: 'say contested' },
    'done',
  ),
  'say confirmed': say<string>(prompts.confirmed, { provenBy: 'outcome', next: 'done', onError: 'done' }),
  'say contested': say<string>(prompts.contested, { provenBy: 'outcome', next: 'done', onError: 'done' }),
};
