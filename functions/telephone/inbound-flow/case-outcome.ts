import { handleCommand } from '#shared/application/handle-command.ts';
import { asksScore } from '#shared/application/surveys/asks-score.ts';
import { isProvenCaller } from '#shared/application/telephone/proven-caller.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type InboundContext, type InboundStep, NOTHING } from './inbound-step.ts';

const SAID: Readonly<Record<string, 'confirmed' | 'contested'>> = { yes: 'confirmed', no: 'contested' };
const NOT_ASKED = { said: NOTHING, rate: 'false' } as const;
const SCORE = /^[1-5]$/u;

/** Return whether the caller is asked for a score too. */
const rateOf = async (desk: InboundContext, supportCase: Case): Promise<string> =>
  String(await asksScore(desk, supportCase, { ...desk, channel: 'after-call' }));

/**
 * Store what a proven caller says about the end of their case, with the score by key, if it is one. `said` is
 * `confirmed`, `contested`, or `-` when the question is not open any more; `rate` is `true` when a score is asked.
 *
 * @param parameters `reference`: from the earlier response; `finished`: `yes` or `no`; `score`: the key
 */
export const outcome: InboundStep = async (desk, { reference = '', finished = '', score = '' }) => {
  const { store, rules, now, caller, language } = desk;
  const id = parseReference(reference);
  const supportCase = id && (await store.load('case', id));
  const said = SAID[finished];
  if (!supportCase || said === undefined) return NOT_ASKED;
  const { confirmation } = supportCase;
  const proven = await isProvenCaller(store, supportCase, caller);
  if (!mayCaller('answer-outcome', { proven })) return NOT_ASKED;
  const key = toLatinDigits(score);
  const isScored = SCORE.test(key) && supportCase.survey?.state === 'invited';
  // A repeated request finds the answer stored, and a score follows it.
  if (confirmation?.state === said && !isScored) return { said, rate: await rateOf(desk, supportCase) };
  if (confirmation?.state !== 'asked' && confirmation?.state !== said) return NOT_ASKED;
  const { question } = confirmation;
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, by: 'beneficiary', at: now, recordedAt: now },
      cause: causeId(`flow:${caller.callId}:outcome:${supportCase.id}:${question}:${isScored}`),
      command: {
        ...{ do: 'answer-outcome', question, finished: finished === 'yes' },
        ...{ language, mode: 'phone' },
        ...(isScored && { score: Number(key) }),
      },
      ...{ correlationId: caller.callId, causationId: caller.callId },
    },
  );
  return done.outcome === 'rejected' ? NOT_ASKED : { said, rate: await rateOf(desk, done.case) };
};
