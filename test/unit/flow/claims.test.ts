import { describe, expect, it } from 'vitest';
import { defineFlow, disconnect, invoke, say } from '#shared/flow/builder.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { lintFlow } from '#shared/flow/linter.ts';

const bye = { next: 'bye', onError: 'bye' } as const;
const done = { ar: 'سجّلنا طلبك.', en: 'Your request is registered.' };
const sorry = { ar: 'نعتذر، تعذّر ذلك.', en: 'Sorry, that failed.' };

interface Ways {
  readonly onError?: 'done' | 'sorry';
  readonly start?: 'register' | 'done';
  readonly provenBy?: string;
  readonly words?: typeof done;
}

/** A flow that registers something and tells the caller. */
const telling = ({
  onError = 'sorry',
  start = 'register',
  provenBy = 'register',
  words = done,
}: Ways): Flow =>
  defineFlow('telling', {
    kind: 'CONTACT_FLOW',
    start,
    blocks: {
      register: invoke('register', { attributes: {}, timeoutSeconds: 3, next: 'done', onError }),
      done: say(words, { ...bye, ...(provenBy && { provenBy }) }),
      sorry: say(sorry, bye),
      bye: disconnect(),
    },
  }).toFlow();

const found = (flow: Flow): string[] => [
  ...new Set(lintFlow(flow).errors.flatMap(({ rule }) => (rule === 'unreachable-block' ? [] : [rule]))),
];

describe('words of success', () => {
  it('are said only where the block that they name has succeeded', () => {
    expect(lintFlow(telling({}))).toMatchObject({ errors: [], warnings: [] });
  });

  it.each<[string, Ways]>([
    ['after the failure of that block', { onError: 'done' }],
    ['on a way around that block', { start: 'done' }],
    ['for a block that is not there', { provenBy: 'registration' }],
    ['for no block', { provenBy: '' }],
    ['that a message has come', { provenBy: '', words: { ar: 'وصلت رسالتك.', en: 'We have your message.' } }],
    ['that a place is kept', { provenBy: '', words: { ar: 'حفظنا لك دورك.', en: 'We keep your place.' } }],
    ['in the passive', { provenBy: '', words: { ar: 'تم تسجيل طلبك.', en: 'It has been recorded.' } }],
  ])('are rejected %s', (_, ways) => expect(found(telling(ways))).toEqual(['unproven-success']));

  it.each([
    { ar: 'سنسجّل طلبك بعد المكالمة.', en: 'We will register your request after this call.' },
    { ar: 'تمتد ساعات العمل إلى الرابعة.', en: 'We are open until four.' },
    { ar: 'لتسجيل بلاغ اضغط واحد.', en: 'To register a report, press one.' },
    { ar: 'الرقم المسجّل في المعاملة', en: 'The number on the case.' },
  ])('are not seen in $en', (words) => expect(found(telling({ provenBy: '', words }))).toEqual([]));
});

it('an error that an action of Rida may raise has its branch', () => {
  const flow = telling({});
  const Actions = flow.Actions.map((action) =>
    action.Identifier === 'register'
      ? {
          ...action,
          Type: 'AuthenticateParticipant',
          Parameters: {},
          Transitions: {
            NextAction: 'done',
            Errors: [{ ErrorType: 'TimeLimitExceeded', NextAction: 'sorry' }],
          },
        }
      : action,
  );
  const { errors } = lintFlow({ ...flow, Actions });
  expect(errors.map(({ message }) => message)).toEqual([
    'AuthenticateParticipant has no branch for NoMatchingError',
    'AuthenticateParticipant has no branch for InputTimeLimitExceeded',
  ]);
});
