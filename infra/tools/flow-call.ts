import type { parseArgs } from 'node:util';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Flow } from '#shared/flow/flow-language.ts';
import { type CallContact, createCall, quietWorld, seeded, type World } from '#shared/flow/interpreter.ts';
import { nameOf } from '#shared/flow/run/names.ts';
import { comesWithQueue } from '#shared/flow/run/presumed-queue.ts';
import { parseHours, parseQueues } from '#shared/flow/run/script-words.ts';
import { readJson, readNamed, ToolError } from './flow-files.ts';

/** Parse `name=value` options into a map. */
function pairs(option: string, given: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new ToolError(`--${option} ${pair}: NAME=VALUE is expected`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found === undefined)
    throw new ToolError(`--${option} ${given}: one of ${allowed.join(', ')} is expected`);
  return found;
}

function wholeNumber(option: string, given: string): number {
  if (!/^\d+$/.test(given)) throw new ToolError(`--${option} ${given}: a number is expected`);
  return Number(given);
}

/**
 * Return the configured answers of a function: those for its exact name, for a part of it (deployed names are
 * longer than in the code), or for any name.
 */
function answersFor(name: string, answers: ReadonlyMap<string, unknown[]>): unknown[] | undefined {
  const part = [...answers.keys()].find((each) => name.toLowerCase().includes(each.toLowerCase()));
  return answers.get(name) ?? answers.get(part ?? '*') ?? answers.get('*');
}

/** Return the configured answers: each call uses the next of the list, and then repeats the last. */
function lambdasOf(given: readonly string[] | undefined): World['lambda'] {
  const answers = new Map<string, unknown[]>();
  for (const [name, value] of Object.entries(pairs('lambda', given))) {
    const answer = value === 'error' || value === 'timeout' ? value : readJson(value);
    answers.set(nameOf(name), Array.isArray(answer) ? answer : [answer]);
  }
  return async (name, event, signal) => {
    const list = answersFor(name, answers);
    if (list === undefined) return quietWorld.lambda(name, event, signal);
    const answer = list.length > 1 ? list.shift() : list[0];
    if (answer === 'timeout') return new Promise(() => undefined);
    if (answer === 'error') throw new Error(`${name} is configured to fail`);
    return answer as Record<string, unknown>;
  };
}

/** Parse a phone number as Connect does: it must be valid in the numbering plan of its country. */
const phoneNumber: World['phoneNumber'] = (keys, country) => {
  const home = country?.toUpperCase();
  if (home !== undefined && !isSupportedCountry(home)) return undefined;
  const number = parsePhoneNumberFromString(home === undefined ? `+${keys}` : keys, home);
  return number?.isValid() === true ? number.number : undefined;
};

function flowsOf(files: readonly string[], given: readonly string[] | undefined): Record<string, Flow> {
  const named = Object.entries(pairs('flow', given)).map(([name, file]) => [
    nameOf(name),
    readNamed(file).flow,
  ]);
  const found = files.flatMap((file) => {
    const { flow, names } = readNamed(file);
    return names.map((name) => [nameOf(name), flow]);
  });
  return Object.fromEntries([...found, ...named]);
}

/** The options of `play`; see the usage of the tool. */
export const PLAY_OPTIONS = {
  keys: { type: 'string' },
  lambda: { type: 'string', multiple: true },
  flow: { type: 'string', multiple: true },
  attribute: { type: 'string', multiple: true },
  hours: { type: 'string', multiple: true },
  queue: { type: 'string', multiple: true },
  in: { type: 'string' },
  result: { type: 'string', multiple: true },
  dial: { type: 'string', default: 'answered' },
  data: { type: 'string' },
  caller: { type: 'string', default: '+966500000000' },
  channel: { type: 'string' },
  seed: { type: 'string' },
  'max-steps': { type: 'string' },
} as const;

export type PlayOptions = ReturnType<typeof parseArgs<{ options: typeof PLAY_OPTIONS }>>['values'];

/**
 * Return the channel. A flow with views is a guide for a chat or a task; other flows are calls, unless an
 * option says otherwise.
 */
function channelOf(flow: Flow, given: string | undefined): NonNullable<CallContact['channel']> {
  if (given !== undefined) return oneOf('channel', given, ['VOICE', 'CHAT', 'TASK', 'EMAIL']);
  return flow.Actions.some(({ Type }) => Type === 'ShowView') ? 'CHAT' : 'VOICE';
}

const queueOf = (flow: Flow, given: string | undefined): Pick<CallContact, 'queue'> => {
  if (given !== undefined) return { queue: given };
  return comesWithQueue(flow) ? { queue: 'BasicQueue' } : {};
};

/** Build the call that the options describe: the first file is played, and the others are found by name. */
export function callOf([file = '', ...more]: readonly string[], options: PlayOptions) {
  const { flow } = readNamed(file);
  const results = pairs('result', options.result);
  const dial = oneOf('dial', options.dial, ['answered', 'failed', 'no-answer']);
  return createCall({
    flow,
    flows: flowsOf([file, ...more], options.flow),
    contact: {
      contactId: '00000000-0000-4000-8000-000000000000',
      customer: options.caller,
      attributes: pairs('attribute', options.attribute),
      channel: channelOf(flow, options.channel),
      ...queueOf(flow, options.in),
      ...(options.data !== undefined && { data: readJson(options.data) as Record<string, unknown> }),
    },
    world: {
      lambda: lambdasOf(options.lambda),
      isOpen: parseHours(options.hours ?? []),
      queue: parseQueues(options.queue ?? []),
      result: ({ block, type }) => results[block] ?? results[type],
      dial: async () => dial,
      phoneNumber,
      random: options.seed === undefined ? quietWorld.random : seeded(wholeNumber('seed', options.seed)),
      after: () => new Promise((resolve) => setImmediate(resolve)),
    },
    ...(options['max-steps'] !== undefined && { maxSteps: wholeNumber('max-steps', options['max-steps']) }),
  });
}
