import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { CallView } from '../local/phone/call-view.ts';
import type { Narrator } from './narrator.ts';

/** The results of the calls to beneficiaries without mail. */
export interface OutcomeCallsDone {
  /** The number of people whose phone rang. */
  readonly rang: number;
  /** Reference of the case that was confirmed by key. */
  readonly confirmed: string;
  /** Reference of the case that was contested by key. */
  readonly contested: string;
}

/** It is a good time, and no recording. */
const TO_THE_QUESTION = ['1', '2'] as const;
/** Whether the matter is finished. */
export const FINISHED = '1';
const NOT_FINISHED = '2';

export const about = (centre: LocalCentre, { id }: CallView): string =>
  centre.switchboard.find(id)?.leg.contact.attributes.caseRef ?? '';

/** Pick up a call about an outcome, listen, and answer by key. Return the reference of the case. */
export async function answerByKey(
  centre: LocalCentre,
  call: CallView | undefined,
  key: string,
): Promise<string> {
  if (call === undefined) throw new Error('no phone rings about an outcome');
  const { switchboard } = centre;
  const reference = about(centre, call);
  await switchboard.pickUp(call.id, 'person');
  for (const one of [...TO_THE_QUESTION, key]) await switchboard.find(call.id)?.press(one);
  await switchboard.find(call.id)?.hangUp();
  await centre.settle();
  return reference;
}

/**
 * Callers without mail are called an hour after the resolution: one confirms, and one contests. The others do not
 * answer and are called again at other hours.
 */
export async function outcomeCalls(centre: LocalCentre, tell: Narrator): Promise<OutcomeCallsDone> {
  const { switchboard, store } = centre;
  // A phone rings for half a minute.
  await centre.advance(HOUR);
  await centre.settle();
  await centre.advance(10 * SECOND);
  const ringing = switchboard
    .calls()
    .filter((call) => call.state === 'ringing' && about(centre, call) !== '');
  const confirmed = await answerByKey(centre, ringing[0], FINISHED);
  const contested = await answerByKey(centre, ringing[1], NOT_FINISHED);
  const [ended, reopened] = await Promise.all([confirmed, contested].map((id) => store.load('case', id)));
  tell(
    `اتصل المركز بمن لا بريد له (${ringing.length}) وأخبره بما تم: أُكّد انتهاء ${confirmed} بمفتاح الهاتف (${ended?.status})، واعتُرض على ${contested} فأُعيد فتحها (${reopened?.status})`,
    `people without mail were called and told how it ended (${ringing.length}): ${confirmed} was confirmed by key (${ended?.status}), ${contested} was contested and reopened (${reopened?.status})`,
  );
  return { rang: ringing.length, confirmed, contested };
}
