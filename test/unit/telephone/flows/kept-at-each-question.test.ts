import { describe, expect, it } from 'vitest';
import type { CallPurpose } from '#events/vocabulary.ts';
import { type AskedQuestion, type Leaving, questionsIn, stayAt } from './each-question.ts';
import { called, type Situation } from './keeping.ts';
import { calledOut } from './keeping-out.ts';

interface Row {
  readonly flow: string;
  readonly block: string;
  /** The moves of the caller before the question; see `called`. */
  readonly does: string;
  readonly keeps: Readonly<Record<Leaving, string>>;
  readonly when: readonly Situation[];
}

/** Return a row. The parts that are kept follow in the order: a hang-up, an error of the question, silence. */
const row = (
  flow: string,
  block: string,
  does: string,
  [hungUp, failed, silent]: readonly [string, string, string],
  ...when: readonly Situation[]
): Row => ({ flow, block, does, keeps: { 'hang up': hungUp, error: failed, 'time-out': silent }, when });

/** The same is kept however the question is left. */
const always = (kept: string) => [kept, kept, kept] as const;

/** The questions of the calls that come in, by hand. A request without words becomes an inquiry. */
const inbound: readonly Row[] = [
  row('main', 'ask language', '', always('')),
  row('main', 'ask blindly', '', ['', 'inquiry', 'inquiry'], 'down'),
  row('main', 'known arabic', '', always(''), 'known'),
  row('main', 'known english', '', always(''), 'known'),
  row('main', 'emergency', 'L', always('')),
  row('main', 'say case under way', '-', always(''), 'known'),
  row('main', 'choose', 'L, -', ['', 'inquiry', 'inquiry']),
  row('main', 'choose on own line', 'L, -', ['', 'inquiry', 'inquiry'], 'investor'),
  row('main', 'topic', 'L, -, 3', always('report')),
  row('main', 'district', 'L, -, 3, 2', always('report'), 'districts'),
  row('main', 'details or agent', 'L, -, 3, 2', always('report')),
  row('main', 'details or goodbye', 'L, -, 3, 2', always('report'), 'shut'),
  row('main', 'agent as well?', 'L, -, 3, 2, 1, #', always('report, message')),
  row('main', 'consent?', 'L, -, 2', always('inquiry')),
  row('leave-message', 'may we record?', 'L, -, 2, *', always('inquiry'), 'full'),
  row('leave-message', 'speak', 'L, -, 2, -', always('inquiry, message'), 'full'),
  row('leave-message', 'speak all the same', 'L, -, 3, 2, 1', always('report, message')),
  row('check-status', 'reference', 'L, -, 4', ['', 'inquiry', 'inquiry']),
  row('check-status', 'code', 'L, -, 4, mailed', ['', 'inquiry', '']),
  row('check-status', 'after status', 'L, -, 4, reference', always('')),
  row('check-status', 'is it finished?', 'L, -, 4, reference', always(''), 'finished'),
  row('check-status', 'which score?', 'L, -, 4, reference, 1', always('confirmed'), 'finished'),
  row('check-status', 'wrong reference', 'L, -, 4, 4572600386', ['', 'inquiry', 'inquiry']),
  row('check-status', 'unknown reference', 'L, -, 4, unknown', ['', 'inquiry', 'inquiry']),
  row('after-call', 'may we ask?', 'L, -, 2, agent, agent leaves', always('inquiry')),
  row('after-call', 'how satisfied?', 'L, -, 2, agent, agent leaves, 1', always('inquiry')),
  row('after-call', 'which of five?', 'L, -, 2, agent, agent leaves, 1, 9', always('inquiry')),
  row('after-call', 'finished?', 'L, -, 2, agent, agent leaves, 1, 2', always('inquiry, score 2')),
  row('waiting', 'closed while waiting', 'L, -, 2, late', always('inquiry')),
  row('waiting', 'call back or message', 'L, -, 2, wait', always('inquiry')),
  row('waiting', 'this number?', 'L, -, 2, wait, 1', always('inquiry, promise')),
  row('waiting', 'key in number', 'L, -, 2, wait, 1, 2', always('inquiry, promise')),
  row('waiting', 'may we record?', 'L, -, 2, *, wait, 2', always('inquiry')),
  row('waiting', 'speak', 'L, -, 2, wait, 2', always('inquiry, message')),
  row('waiting', 'speak all the same', 'L, -, 2, *, wait, 2, 1', always('inquiry, message')),
];

/**
 * The questions of one kind of call that goes out, by hand, after the notice of the recording.
 * @param asked the questions of its questionnaire, each with an answer to it
 */
const outbound = (purpose: CallPurpose, asked: readonly (readonly [string, string])[]): readonly Row[] => {
  const flow = `outbound/${purpose}-call`;
  const keys = (count: number) => ['1', '1', ...asked.slice(0, count).map(([, key]) => key)].join(', ');
  const said = (count: number) => asked.slice(0, count).map((answer) => answer.join(' '));
  const answered = [...said(asked.length), 'done'].join(', ');
  const after = keys(asked.length);
  return [
    row(flow, 'may we?', '', ['', '', 'silent']),
    row(flow, 'recording?', '1', always('')),
    ...asked.map(([question], index) => {
      const before = said(index);
      const silent = [...before, 'silent'].join(', ');
      return row(flow, `ask ${question}`, keys(index), [before.join(', '), before.join(', '), silent]);
    }),
    row(flow, 'remark?', after, always(answered)),
    row(flow, 'remark', `${after}, 1`, always(`${answered}, remark`)),
    row(flow, 'offer', `${after}, 2`, always(answered)),
    row(flow, 'when?', '2', always('later')),
    row(flow, 'mistake?', '3', always('notUser')),
  ];
};

/** The answer about the end of a case is kept on the case too, also when the call ends at the next question. */
const onCase = (one: Row): Row => {
  const add = (kept: string): string => (kept.includes('finished 2') ? `${kept}, contested` : kept);
  const { 'hang up': hungUp, error, 'time-out': silent } = one.keeps;
  // Without a score, the answer is stored and the call continues.
  const onward = one.block === 'ask satisfaction' ? silent.replace('silent', 'done') : silent;
  return { ...one, keeps: { 'hang up': add(hungUp), error: add(error), 'time-out': add(onward) } };
};

const rows: readonly Row[] = [
  ...inbound,
  ...outbound('evaluation', [
    ['satisfaction', '4'],
    ['ease', '3'],
    ['finished', '1'],
  ]),
  ...outbound('investor', [['finished', '1']]),
  // Words about the end of a case are kept on the case: by hanging up after the first answer too.
  ...outbound('follow-up', [
    ['finished', '2'],
    ['satisfaction', '1'],
  ]).map(onCase),
];

/** The branches of silence, also while a caller may speak or enter a number. */
const SILENCE = /^(InputTimeLimitExceeded|NoMatchingCondition|next)$/u;
const PURPOSE = /^outbound\/(?<purpose>evaluation|investor|follow-up)-call$/u;

/** Place the call of a row, up to its question. */
function callOf({ flow, does, when }: Row, language: 'ar' | 'en', broken?: string) {
  const purpose = PURPOSE.exec(flow)?.groups?.purpose as CallPurpose | undefined;
  const moves = does.split(', ');
  if (purpose) return calledOut(purpose, moves, language, broken);
  return called(moves, when, language === 'ar' ? '1' : '2', broken === undefined ? {} : { broken });
}

/** Return what is kept of a call that leaves its question at one of the actions that ask it. */
async function keptAt(row: Row, { question, language, action, leaving }: Departure): Promise<string> {
  const { call, end } = await callOf(row, language, leaving === 'error' ? action : undefined);
  const { at } = await stayAt(call, question, leaving === 'hang up' ? action : undefined);
  if (leaving === 'hang up') expect(at?.block).toBe(action);
  else {
    const left = call.steps.findLast(({ block }) => block === action)?.branch;
    expect(left).toEqual(leaving === 'error' ? 'NoMatchingError' : expect.stringMatching(SILENCE));
  }
  return (await end()).join(', ');
}

interface Departure {
  readonly question: AskedQuestion;
  readonly language: 'ar' | 'en';
  readonly action: string;
  readonly leaving: Leaving;
}

const nameOf = ({ flow, block }: Pick<Row, 'flow' | 'block'>): string => `${flow}: ${block}`;

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  const questions = new Map(questionsIn(language).map((one) => [nameOf(one), one]));
  const other = { ar: 'known english', en: 'known arabic' }[language];
  const asked = rows.filter(({ block }) => block !== other);

  it('each question of each flow has one row', () => {
    const all = [...questions.values()].filter(({ block }) => block !== other);
    expect(asked.map(nameOf).sort()).toEqual(all.map(nameOf).sort());
  });

  describe.each(asked)('$flow: $block, after "$does" $when', (one) => {
    const question = questions.get(nameOf(one)) ?? { ...one, actions: [] };
    const [first = ''] = question.actions;

    it.each(question.actions)(
      'keeps what was said when the caller hangs up or it fails at "%s"',
      async (action) => {
        const departure = { question, language, action };
        expect(await keptAt(one, { ...departure, leaving: 'hang up' })).toBe(one.keeps['hang up']);
        expect(await keptAt(one, { ...departure, leaving: 'error' })).toBe(one.keeps.error);
      },
    );

    it('keeps what was said when the caller stays silent', async () => {
      const departure = { question, language, action: first, leaving: 'time-out' } as const;
      expect(await keptAt(one, departure)).toBe(one.keeps['time-out']);
    });
  });
});
