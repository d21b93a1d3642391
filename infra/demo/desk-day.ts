import type { Case } from '#shared/domain/cases/case.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import { handIn } from '../local/mail/hand-in.ts';
import { activeCases } from './active-cases.ts';
import { type ConsoleAgent, signInAt } from './agent.ts';
import { darkStreets, deskMails } from './desk-mails.ts';
import {
  askedPlanning,
  type Cast,
  dissatisfied,
  endsAtNoon,
  hudaIsAway,
  oneOutage,
  onePipe,
  promises,
  type Scene,
  twelve,
  wishes,
} from './desk-story.ts';
import type { Narrator } from './narrator.ts';
import { STORY_BEGINS } from './story-clock.ts';

/** The results of the day of the desk. */
export interface DeskDone {
  readonly mails: number;
  readonly calls: number;
  /** The number of beneficiaries of the merged cases who were informed of the resolution. */
  readonly pipeNotices: number;
  readonly children: readonly string[];
  /** The number of dissatisfied people who were contacted. */
  readonly recovered: number;
  readonly handedOver: number;
  /** The case that an outside body held until its time was over. */
  readonly followed: string;
  readonly inOneMail: number;
  readonly movedByDecree: number;
  /** When the supervisor received the notice of the missed promise. */
  readonly missedNoticeAt: number;
  readonly cast: Cast;
}

/** Wednesday 7 January 2026, 08:00 in Riyadh. */
const BEGINS = STORY_BEGINS + 3 * DAY;
const NEXT_MORNING = BEGINS + DAY;

const ANSWER = 'شكرًا لتواصلك. استلمنا طلبك ونعمل عليه.';
const OUTCOME = 'عولج الموضوع.';

async function castOf(centre: LocalCentre): Promise<Cast> {
  const names = Object.keys(deskMails) as (keyof Cast)[];
  for (const name of names) await handIn(centre.smtpPort, deskMails[name]);
  await centre.settle();
  const active = await activeCases(centre);
  const found = names.map((name): [keyof Cast, Case] => {
    const supportCase = active.find(({ beneficiary }) => beneficiary.email === deskMails[name].from.address);
    if (!supportCase) throw new Error(`the mail of ${deskMails[name].from.address} did not become a case`);
    return [name, supportCase];
  });
  return Object.fromEntries(found) as Record<keyof Cast, Case>;
}

/** Hand a case over to an outside body and resolve it so. The centre follows it anyway. */
async function heldElsewhere(centre: LocalCentre, agent: ConsoleAgent, id: string): Promise<void> {
  const dueAt = formatInZone(RIYADH, NEXT_MORNING + 20 * HOUR).slice(0, 16);
  await agent.act(id, 'hand-over', { holder: 'بلدي', number: '4402-118', dueAt });
  await agent.act(id, 'resolve', { ended: 'handed-over', outcome: 'أُحيلت إلى منصة بلدي، ونتابعها معها.' });
  await centre.settle();
}

/** Resolve the cases that this day left open. */
async function finish(centre: LocalCentre, agent: ConsoleAgent, tell: Narrator): Promise<string> {
  const [held, ...open] = (await activeCases(centre)).filter(({ openedAt }) => openedAt >= BEGINS);
  if (held) await heldElsewhere(centre, agent, held.id);
  for (const { id } of open) await agent.act(id, 'resolve', { ended: 'done', outcome: OUTCOME });
  await centre.settle();
  tell(`أُنجزت ${open.length} معاملة باقية`, `the other ${open.length} cases were resolved`);
  return held?.id ?? '';
}

/** Run a day with all features of the desk, and the surveys that follow. */
export async function playDesk(centre: LocalCentre, agent: ConsoleAgent, tell: Narrator): Promise<DeskDone> {
  await centre.advance(BEGINS - centre.clock.now());
  const supervisor = await signInAt(centre.url, 'maha', 'مها العنزي', 'supervisor');
  const cast = await castOf(centre);
  const scene: Scene = { centre, cast, agent, supervisor, tell };
  for (const { id } of Object.values(cast)) await agent.act(id, 'reply', { text: ANSWER });
  const recovered = await dissatisfied(scene);
  const children = await oneOutage(scene);
  await askedPlanning(scene);
  const handedOver = await hudaIsAway(scene);
  const pipeNotices = await onePipe(scene);
  await wishes(scene);
  const inOneMail = await twelve(scene);
  const movedByDecree = await endsAtNoon(scene);
  const missedNoticeAt = await promises(scene);
  await centre.advance(NEXT_MORNING - centre.clock.now());
  const followed = await finish(centre, agent, tell);
  await centre.advance(26 * HOUR);
  const returned = await centre.store.load('case', followed);
  tell(
    `حان موعد متابعة بلدي في المعاملة ${followed}، فعادت إلى صاحبها في الفريق (${returned?.status})`,
    `the time to ask Balady about ${followed} came: it returned to its owner (${returned?.status})`,
  );
  const silent = await centre.store.load('case', cast.pipe.id);
  tell(
    `خرجت استبيانات هذا اليوم، ولم يُسأل صاحب ${cast.pipe.id} (${silent?.survey?.state})`,
    `the surveys of this day were sent; the reporter of ${cast.pipe.id} received none (${silent?.survey?.state})`,
  );
  return {
    mails: Object.keys(deskMails).length + darkStreets.length + 1,
    calls: 2 * children.length,
    followed,
    ...{ pipeNotices, children, recovered, handedOver, inOneMail, movedByDecree, missedNoticeAt, cast },
  };
}
