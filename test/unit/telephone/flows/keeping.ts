import { telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import { parseReference, referenceAt } from '#shared/domain/cases/reference.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { FlowCall } from '#shared/flow/interpreter.ts';
import { aCase } from '#test/builders/a-case.ts';
import { keysOf } from '#test/builders/reference-keys.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { act, type Dialling, FlowTelephone, offeringDistricts, play } from './telephone.ts';

const FRIDAY = 5 * DAY;

/**
 * `shut`: on a Friday. `silent`: with a recording that is empty. `hidden`: with a withheld number. `down`: Rida
 * never answers. `failing`: Rida answers only the greeting. `investor`: on the line for investors.
 * `finished`: the case was resolved, and its beneficiary may be asked for an opinion.
 */
export type Situation =
  | 'shut'
  | 'silent'
  | 'hidden'
  | 'known'
  | 'full'
  | 'down'
  | 'failing'
  | 'investor'
  | 'districts'
  | 'finished';

const FULL = {
  ...{ contacts: 9, capacity: 9, oldestAgeSeconds: 9 },
  agents: { online: 0, staffed: 0, available: 0 },
};

/** Return what is stored of a call, in the words of the table. */
async function kept(line: FlowTelephone, call: FlowCall, id: string, before: number): Promise<string[]> {
  const commits = line.store.commits.slice(before);
  const events = commits.flatMap((commit) => commit.events.map(({ type }) => type));
  const cases = commits.filter(({ kind, version }) => kind === 'case' && version === 1);
  const opened = await Promise.all(cases.map((commit) => line.store.load('case', commit.id)));
  const score = (await line.store.load('call', id))?.facts?.answers.score?.value;
  const has = (type: string, word: string) => (events.some((one) => one === type) ? [word] : []);
  return [
    ...opened.map((one) => one?.type ?? ''),
    ...has('rida.message.spoken.v1', 'message'),
    ...has('rida.promise.made.v1', 'promise'),
    ...(call.effects.some(({ type }) => type === 'callback') ? ['callback'] : []),
    ...(score === undefined ? [] : [`score ${score}`]),
    ...has('rida.call.rated.v1', 'rated'),
    ...has('rida.outcome.answered.v1', 'confirmed'),
  ];
}

/** A case that was opened by mail. */
const mailed = aCase({ beneficiary: { id: 'writer', email: 'a@example.com', authenticated: true } });

/** Accept the recording, if the call is there, and let time pass in the queue. */
async function waitInQueue(line: FlowTelephone, call: FlowCall, ms: number): Promise<void> {
  await play(call);
  line.clock.advance(ms);
}

/** Resolve a case, and ask about it. */
async function finish(line: FlowTelephone, reference: string): Promise<void> {
  const supportCase = await line.store.load('case', reference);
  if (!supportCase) throw new Error('the case was opened');
  const at = line.clock.now();
  line.store.seed({
    ...supportCase,
    status: 'resolved',
    resolution: { at, by: 'agent:salem', as: 'done', outcome: 'تم' },
    confirmation: { state: 'asked', question: 'c0', by: 'call' },
    survey: { state: 'invited', invitation: 's0', at, expiresAt: at + DAY },
  });
}

/** A line in a situation, on which a case of somebody is open. */
async function aLine(when: readonly string[], language: string) {
  const line = new FlowTelephone(when.includes('full') ? { queue: () => FULL } : {});
  await play(await line.dial(), language, 'silence', '3', '1');
  const [reference = ''] = line.opened;
  if (when.includes('finished')) await finish(line, reference);
  if (when.includes('shut')) line.clock.advance(FRIDAY);
  if (when.includes('districts')) line.rules = offeringDistricts;
  if (when.includes('down')) line.fails = () => true;
  if (when.includes('failing')) line.fails = (step) => step !== 'greet';
  line.store.seed(mailed);
  return { line, reference: parseReference(reference) };
}

const numberOf = (when: readonly string[]): string | null => {
  if (when.includes('hidden')) return null;
  return when.includes('known') || when.includes('finished') ? '+966500000001' : '+966500000009';
};

/**
 * Place a call in a situation, and make the moves of its caller. `L` is the key of the language, `-` silence,
 * `wait` five minutes in the queue, `late` a wait past closing, `reference` the digits of a case of another
 * caller, `unknown` those of none, `mailed` those of a case of a mail, and `code` its telephone code.
 */
export async function called(
  does: readonly string[],
  when: readonly Situation[],
  language: '1' | '2',
  over: Pick<Dialling, 'broken'> = {},
) {
  const { line, reference } = await aLine(when, language);
  const before = line.store.commits.length;
  const flow = when.includes('investor') ? 'investors' : 'main';
  const call = await line.dial({ number: numberOf(when), flow, ...over });
  const words: Readonly<Record<string, string>> = {
    ...{ L: language, '-': 'silence', late: 'wait', unknown: keysOf(referenceAt(7)) },
    ...(reference && { reference: keysOf(reference) }),
    mailed: keysOf(mailed.id),
    code: await telephoneCode(testKeys, mailed.id),
  };
  for (const deed of does.filter((one) => one !== '')) {
    if (deed === 'wait') await waitInQueue(line, call, 5 * MINUTE);
    if (deed === 'late') await waitInQueue(line, call, 8 * HOUR);
    await act(call, words[deed] ?? deed);
  }
  return {
    call,
    /** Hang up, deliver the record, which may come twice, and return the parts that are kept. */
    async end(): Promise<string[]> {
      await call.hangUp();
      await line.record(call, { said: !when.includes('silent') });
      await line.record(call, { said: !when.includes('silent') });
      return kept(line, call, 'c-2', before);
    },
  };
}
