import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import { signInAt } from './agent.ts';
import type { Narrator } from './narrator.ts';
import type { PhoneDone } from './phone-day.ts';

const NUMBERS = ['0504440001', '0504440002', '0504440003', '0504440004'] as const;
/** The answers: has a minute, used the service, is satisfied (5, 4), and is done. */
const ANSWERS = ['1', '1', '5', '4', '1', '2'] as const;

/**
 * Call four users of an e-service: one answers all questions, one has an answering machine, one is busy, one
 * does not answer.
 */
export async function evaluationCalls(
  centre: LocalCentre,
  tell: Narrator,
): Promise<PhoneDone['evaluations']> {
  const { switchboard, store } = centre;
  const supervisor = await signInAt(centre.url, 'huda', 'هدى القرني', 'supervisor');
  const list = NUMBERS.map((number) => `${number},رخصة بناء,2026-01-02`).join('\n');
  await supervisor.send('/calls-out', '/calls-out/list', { list });
  await centre.advance(10 * SECOND);
  await centre.settle();
  const ringing = switchboard.calls().filter(({ state }) => state === 'ringing');
  const [content, machine, busy] = ringing.map(({ id }) => id);
  await switchboard.pickUp(content ?? '', 'person');
  for (const key of ANSWERS) await switchboard.find(content ?? '')?.press(key);
  await switchboard.find(content ?? '')?.hangUp();
  await switchboard.pickUp(machine ?? '', 'machine');
  await switchboard.find(machine ?? '')?.hangUp();
  await switchboard.decline(busy ?? '');
  await centre.advance(5 * MINUTE);
  const { items } = await store.callsOut('evaluation', 'finished', { limit: 10 });
  const completed = items.filter(
    ({ state }) => state.is === 'finished' && state.disposition === 'completed',
  ).length;
  tell(
    `اتصل المركز بـ ${ringing.length} مستفيدين من خدمة إلكترونية: أجاب واحد عن الأسئلة كلها، والبقية مجيب آلي وخط مشغول وهاتف لا يُرد عليه`,
    `the centre called ${ringing.length} users of an e-service: one answered all questions; the others were an answering machine, a busy line and no answer`,
  );
  return { rang: ringing.length, completed };
}
