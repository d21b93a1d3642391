import type { Case } from '#shared/domain/cases/case.ts';
import { isSaudiMobile } from '#shared/domain/surveys/outcome-text.ts';
import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { ConsoleAgent } from './agent.ts';
import { changeSettings } from './change-settings.ts';
import type { Narrator } from './narrator.ts';
import { about, answerByKey, FINISHED } from './outcome-calls.ts';
import { outcomeLink, respondToOutcome } from './respondent.ts';

/** The results of the text messages: the states of the two cases. */
export interface TextMessagesDone {
  readonly sent: number;
  /** How each case was confirmed. */
  readonly confirmed: readonly (string | undefined)[];
}

const OUTCOME = 'أُصلح العطل في الموقع.';

async function sendMessages(centre: LocalCentre, use: 'off' | 'before-call'): Promise<void> {
  const { settings } = await centre.rules.inForce();
  const messages = { ...settings.messages, use, callAfterHours: 1 };
  await changeSettings(centre, 'maha', { messages }, 'الرسائل النصية');
}

/** Return two callers without mail for this scene. */
export const callersToMessage = (cases: readonly Case[]): readonly string[] =>
  cases
    .filter(({ beneficiary: { email, phone } }) => email === undefined && isSaudiMobile(phone))
    .map(({ id }) => id)
    .slice(0, 2);

/**
 * Two callers get a text message instead of a call. One confirms by its link. The other does not, as if the message had
 * been accepted and never delivered: a call follows, and they confirm by key. Afterwards text messages are off again.
 */
export async function textMessages(
  centre: LocalCentre,
  agent: ConsoleAgent,
  references: readonly string[],
  tell: Narrator,
): Promise<TextMessagesDone> {
  await sendMessages(centre, 'before-call');
  for (const id of references) await agent.act(id, 'resolve', { ended: 'done', outcome: OUTCOME });
  await centre.settle();
  const sent = centre.messages.list(9);
  const [first = '', second = ''] = references;
  const link = sent.map(({ text }) => outcomeLink(text)).find((one) => one?.includes(`/${first}.`)) ?? '';
  await respondToOutcome(link, { finished: 'yes' }, (ms) => centre.advance(ms));
  await centre.advance(HOUR);
  await centre.settle();
  await centre.advance(10 * SECOND);
  const ringing = centre.switchboard
    .calls()
    .find((call) => call.state === 'ringing' && about(centre, call) === second);
  await answerByKey(centre, ringing, FINISHED);
  await sendMessages(centre, 'off');
  const cases = await Promise.all(references.map((id) => centre.store.load('case', id)));
  const confirmed = cases.map((one) =>
    one?.confirmation?.state === 'confirmed' ? one.confirmation.mode : undefined,
  );
  tell(
    `وصلت رسالة نصية إلى ${sent.length} متصلين: أكّد أحدهما من رابطها انتهاء ${first}، ولم يُجب الآخر فاتصل به المركز بعد ساعة وأكّد انتهاء ${second} بمفتاح الهاتف`,
    `${sent.length} callers got a text message: one confirmed ${first} by its link; the other did not answer it, was called after an hour and confirmed ${second} by key`,
  );
  return { sent: sent.length, confirmed };
}
