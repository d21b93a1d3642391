import type { ScriptEntry } from './script.ts';
import { type FlowWorld, type QueueLoad, quietWorld } from './world.ts';

/** Words of a script that are not keys. */
const WORDS: Readonly<Record<string, ScriptEntry>> = {
  '': 'silence',
  silence: 'silence',
  timeout: 'silence',
  hangup: 'hang-up',
  'hang-up': 'hang-up',
  answer: 'agent-answers',
  leave: 'agent-leaves',
};

/** Parse a script: `1,2,123#,timeout,hangup`, one entry for each question. */
export const scriptOf = (keys: string): ScriptEntry[] =>
  keys.split(/[,،]/).map((entry) => {
    const word = entry.trim();
    return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? 'silence') : { keys: word };
  });

/** A wrong word on the command line. */
export class WordError extends Error {}

const isOpenWord = (word: string): boolean => {
  if (word !== 'open' && word !== 'closed') throw new WordError(`${word}: expected open or closed`);
  return word === 'open';
};

/** Parse opening hours: `closed`, or `NAME=closed` for the hours or queue of that name. */
export function parseHours(words: readonly string[]): FlowWorld['isOpen'] {
  const named = new Map<string, boolean>();
  let all = true;
  for (const word of words) {
    const at = word.lastIndexOf('=');
    if (at < 0) all = isOpenWord(word);
    else named.set(word.slice(0, at), isOpenWord(word.slice(at + 1)));
  }
  return ({ hours = '', queue = '' }) => named.get(hours) ?? named.get(queue) ?? all;
}

type Change = (state: QueueLoad, value: number) => QueueLoad;

const METRICS: Readonly<Record<string, Change>> = {
  contacts: (state, contacts) => ({ ...state, contacts }),
  capacity: (state, capacity) => ({ ...state, capacity }),
  oldest: (state, oldestAgeSeconds) => ({ ...state, oldestAgeSeconds }),
  online: (state, online) => ({ ...state, agents: { ...state.agents, online } }),
  staffed: (state, staffed) => ({ ...state, agents: { ...state.agents, staffed } }),
  available: (state, available) => ({ ...state, agents: { ...state.agents, available } }),
};

/** Parse queue states: `contacts=3`, or `NAME.contacts=3` for one queue. */
export function parseQueues(words: readonly string[]): FlowWorld['queue'] {
  const changes = words.map((word) => {
    const [, name = '', metric = '', number = ''] = /^(?:(.*)\.)?(\w+)=(\d+)$/.exec(word) ?? [];
    const change = Object.hasOwn(METRICS, metric) ? METRICS[metric] : undefined;
    if (change === undefined)
      throw new WordError(
        `${word}: expected [QUEUE.]METRIC=NUMBER with a metric of ${Object.keys(METRICS).join(', ')}`,
      );
    return { name, apply: (state: QueueLoad) => change(state, Number(number)) };
  });
  return (queue) =>
    changes
      .filter(({ name }) => name === '' || name === queue)
      .reduce((state, { apply }) => apply(state), quietWorld.queue(queue));
}
