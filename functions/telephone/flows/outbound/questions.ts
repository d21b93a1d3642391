import type { KeyQuestion, Questionnaire } from '#shared/domain/outreach/questionnaire.ts';
import { type Block, invoke, menu, setAttributes } from '#shared/flow/builder.ts';
import { notUnderstood } from '../shared-prompts.ts';

type Blocks = Readonly<Record<string, Block>>;

const KEYS: Readonly<Record<KeyQuestion['keys'], readonly string[]>> = {
  '1-5': ['1', '2', '3', '4', '5'],
  'yes-no': ['1', '2'],
};

interface QuestionRoutes {
  /** The block after silence. */
  readonly silent?: string;
  /** Attributes that a key sets too. */
  readonly more?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The blocks of one question: ask it, store the key as an attribute, and send it to the function. */
export function questionBlocks(
  { id, ask, scale, keys }: KeyQuestion,
  next: string,
  { silent = 'note silence', more = {} }: QuestionRoutes = {},
): Blocks {
  const answers = KEYS[keys];
  return {
    [`ask ${id}`]: menu({
      prompt: scale === undefined ? ask : [ask, scale],
      keys: Object.fromEntries(answers.map((key) => [key, `${id} ${key}`])),
      retry: notUnderstood,
      timeoutSeconds: 7,
      onGiveUp: silent,
      onError: 'trouble',
    }),
    ...Object.fromEntries(
      answers.map((key) => [
        `${id} ${key}`,
        setAttributes({ answer: key, ...more[key] }, { next: `keep ${id}`, onError: 'trouble' }),
      ]),
    ),
    [`keep ${id}`]: invoke('telephone/outbound-flow', {
      attributes: {
        ...{ step: 'answer', question: id, key: '$.Attributes.answer' },
        language: '$.Attributes.language',
      },
      timeoutSeconds: 3,
      next,
      onError: 'trouble',
    }),
  };
}

/** The blocks of all questions of a questionnaire, one after the other. */
export const questionsOf = ({ questions }: Questionnaire, next: string): Blocks =>
  Object.assign(
    {},
    ...questions.map((question, index) => {
      const following = questions[index + 1];
      return questionBlocks(question, following ? `ask ${following.id}` : next);
    }),
  );

/** The name of the first block of a questionnaire. */
export const firstOf = ({ questions: [first] }: Questionnaire): string => `ask ${first?.id}`;
