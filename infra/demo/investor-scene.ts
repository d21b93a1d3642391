import type { Case } from '#shared/domain/cases/case.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { CallView } from '../local/phone/call-view.ts';
import type { ConsoleAgent } from './agent.ts';
import { handles } from './answering.ts';
import { arabic, inquiry } from './menus.ts';
import type { Narrator } from './narrator.ts';
import { callIn } from './scripted-caller.ts';

/** The days on which an investor was kept company, and their case at the end. */
export interface CompanyDone {
  readonly from: string;
  readonly to: string;
  /** Hours between the escalation of the next contact and its due time. */
  readonly escalatedHoursBefore: number;
  readonly case: Case | undefined;
}

const NUMBER = '+966505550019';
/** The answers of the closing call: has a minute, is finished, is satisfied, has nothing to add. */
const ANSWERS = ['1', '1', '1', '2'] as const;
const field = (at: number): string => formatInZone(RIYADH, at).slice(0, 16);

/** An investor calls, and the case gets a plan with one procedure that an obstacle holds up. */
async function begin(centre: LocalCentre, agent: ConsoleAgent): Promise<{ id: string; dueAt: string }> {
  const { switchboard } = centre;
  const call = await callIn(switchboard, NUMBER, [...arabic, ...inquiry], 'investors');
  await handles(switchboard.desk, 'salem', {
    talkMs: MINUTE,
    pass: (ms) => centre.advance(ms),
    left: async () => void (await switchboard.find(call.id)?.hangUp()),
  });
  await centre.settle();
  const id = call.reference ?? '';
  const dueAt = field(centre.clock.now() + 20 * DAY);
  const page = `/investors/${id}`;
  await agent.send(page, `${page}/start`, {});
  await agent.send(page, `${page}/procedure`, { kind: 'licence', department: 'licensing', dueAt });
  await agent.send(page, `${page}/obstacle`, { procedure: 'p1', kind: 'missing-documents' });
  return { id, dueAt };
}

/** Wait until the next contact is escalated. Return the hours that are left until it is due. */
async function escalated(centre: LocalCentre, id: string): Promise<number> {
  for (let halfDays = 0; halfDays < 14; halfDays += 1) {
    const supportCase = await centre.store.load('case', id);
    const dueAt = supportCase?.plan?.next?.dueAt ?? 0;
    const commits = await centre.store.timeline('case', id);
    const early = commits.find(({ events }) =>
      events.some(
        ({ type, data }) => type === 'rida.case.escalated.v1' && 'clock' in data && data.clock === 'touch',
      ),
    );
    if (early) return (dueAt - early.at) / HOUR;
    await centre.advance(DAY / 2);
  }
  return 0;
}

/** Wait for the hours in which the centre calls people. Return the ringing call. */
async function rings(centre: LocalCentre): Promise<CallView | undefined> {
  for (let hours = 0; hours < 24; hours += 1) {
    await centre.advance(10 * SECOND);
    const ringing = centre.switchboard.calls().find(({ state }) => state === 'ringing');
    if (ringing) return ringing;
    await centre.advance(HOUR);
  }
  return undefined;
}

/** Keep an investor company from the first call to the call that asks whether everything is finished. */
export async function investorCompany(
  centre: LocalCentre,
  agent: ConsoleAgent,
  tell: Narrator,
): Promise<CompanyDone> {
  const { switchboard, clock, store } = centre;
  // The weekend is over.
  await centre.advance(2 * DAY - HOUR);
  const from = localDay(clock.now());
  const { id, dueAt } = await begin(centre, agent);
  const page = `/investors/${id}`;
  tell(
    `بدأت خطة متابعة للمستثمر ${id}: رخصة النشاط لدى إدارة التراخيص، وتنقصها مستندات`,
    `a plan was started for the investor of ${id}: the licence is with its department and lacks documents`,
  );
  const escalatedHoursBefore = await escalated(centre, id);
  tell(
    `صُعِّد التواصل التالي مع المستثمر قبل فوات موعده بيوم عمل (${Math.round(escalatedHoursBefore)} ساعة)`,
    `the next contact was escalated a working day before it was late (${Math.round(escalatedHoursBefore)} hours)`,
  );
  await agent.send(page, `${page}/contact`, {});
  await agent.send(page, `${page}/clear`, { obstacle: 'o1' });
  await agent.send(page, `${page}/change`, {
    procedure: 'p1',
    state: 'done',
    department: 'licensing',
    dueAt,
  });
  await centre.settle();
  const ringing = await rings(centre);
  await switchboard.pickUp(ringing?.id ?? '', 'person');
  for (const key of ANSWERS) await switchboard.find(ringing?.id ?? '')?.press(key);
  await switchboard.find(ringing?.id ?? '')?.hangUp();
  await centre.settle();
  await centre.advance(5 * MINUTE);
  const supportCase = await store.load('case', id);
  tell(
    `اكتملت الإجراءات، واتصل المركز بالمستثمر فأكد أنها انتهت (${supportCase?.plan?.state})`,
    `all procedures ended, and the investor confirmed it in a call (${supportCase?.plan?.state})`,
  );
  return { from, to: localDay(clock.now()), escalatedHoursBefore, case: supportCase };
}
