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
}

/** It is a good time, no recording, and the matter is finished. */
const KEYS = ['1', '2', '1'] as const;

const about = (centre: LocalCentre, { id }: CallView): string =>
  centre.switchboard.find(id)?.leg.contact.attributes.caseRef ?? '';

/** Pick up a call about an outcome, listen, and confirm by key. Return the case. */
async function confirmByKey(centre: LocalCentre, call: CallView | undefined): Promise<string> {
  if (call === undefined) throw new Error('no phone rings about an outcome');
  const { switchboard } = centre;
  const reference = about(centre, call);
  await switchboard.pickUp(call.id, 'person');
  for (const key of KEYS) await switchboard.find(call.id)?.press(key);
  await switchboard.find(call.id)?.hangUp();
  await centre.settle();
  return reference;
}

/**
 * Callers without mail are called an hour after the resolution: one confirms. The others do not answer and are called
 * again at other hours.
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
  const confirmed = await confirmByKey(centre, ringing[0]);
  const ended = await store.load('case', confirmed);
  tell(
    `اتصل المركز بمن لا بريد له (${ringing.length}) وأخبره بما تم: أُكّد انتهاء ${confirmed} بمفتاح الهاتف (${ended?.status})`,
    `people without mail were called and told how it ended (${ringing.length}): ${confirmed} was confirmed by key (${ended?.status})`,
  );
  return { rang: ringing.length, confirmed };
}
