import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { CallView } from '../local/phone/call-view.ts';
import type { Narrator } from './narrator.ts';

/** The results of the calls to beneficiaries without mail. */
export interface OutcomeCallsDone {
  /** The number of people whose phone rang. */
  readonly rang: number;
  /** References of the cases that were confirmed and contested by key. */
  readonly confirmed: string;
  readonly contested: string;
}

/** The keys before the question: it is a good time, and no recording. */
const BEFORE = ['1', '2'] as const;

const about = (centre: LocalCentre, { id }: CallView): string =>
  centre.switchboard.find(id)?.leg.contact.attributes.caseRef ?? '';

/** Pick up a call about an outcome, listen, and answer by key whether it is finished. Return the case. */
async function answerByKey(centre: LocalCentre, call: CallView | undefined, key: '1' | '2'): Promise<string> {
  if (call === undefined) throw new Error('no phone rings about an outcome');
  const { switchboard } = centre;
  const reference = about(centre, call);
  await switchboard.pickUp(call.id, 'person');
  for (const pressed of [...BEFORE, key]) await switchboard.find(call.id)?.press(pressed);
  await switchboard.find(call.id)?.hangUp();
  await centre.settle();
  return reference;
}

/**
 * Callers without mail are called an hour after the resolution: one confirms, one contests. The others do not answer
 * and are called again at other hours.
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
  const confirmed = await answerByKey(centre, ringing[0], '1');
  const contested = await answerByKey(centre, ringing[1], '2');
  const [ended, open] = [await store.load('case', confirmed), await store.load('case', contested)];
  tell(
    `اتصل المركز بمن لا بريد له (${ringing.length}) وأخبره بما تم: أُكّد انتهاء ${confirmed} بمفتاح الهاتف (${ended?.status})`,
    `people without mail were called and told how it ended (${ringing.length}): ${confirmed} was confirmed by key (${ended?.status})`,
  );
  tell(
    `واعتُرض على ${contested} بمفتاح الهاتف، فأُعيد فتحها (${open?.status}). ومن لم يُجب يُتصل به في وقت آخر`,
    `${contested} was contested by key and is open again (${open?.status}). The others are called at other hours`,
  );
  return { rang: ringing.length, confirmed, contested };
}
