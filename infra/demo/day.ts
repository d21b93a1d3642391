import type { Case } from '#shared/domain/cases/case.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { LocalCentre } from '../local/centre.ts';
import { handIn } from '../local/mail/hand-in.ts';
import { activeCases } from './active-cases.ts';
import { type ConsoleAgent, signInAt } from './agent.ts';
import { type DeskDone, playDesk } from './desk-day.ts';
import { evaluationCalls } from './evaluation-calls.ts';
import { type CompanyDone, investorCompany } from './investor-scene.ts';
import { newLedger } from './ledger.ts';
import { morningMails } from './mails.ts';
import type { Narrator } from './narrator.ts';
import { type OutcomeCallsDone, outcomeCalls } from './outcome-calls.ts';
import { callsOfTheDay, type PhoneDone } from './phone-day.ts';
import { afterHours } from './phone-scenes-more.ts';
import { outcomeLink, respondToOutcome } from './respondent.ts';
import { Telephones } from './telephones.ts';
import { callersToMessage, type TextMessagesDone, textMessages } from './text-messages.ts';

/** The results of the day, for the summary and its check. */
export interface DayDone {
  readonly from: string;
  readonly to: string;
  readonly mails: number;
  readonly phone: PhoneDone;
  readonly invited: number;
  readonly answered: number;
  /** The report that was not answered in time, and the case whose beneficiary was dissatisfied. */
  readonly late: string;
  readonly reopened: string;
  readonly desk: DeskDone;
  readonly company: CompanyDone;
  readonly outcomes: OutcomeCallsDone;
  readonly messages: TextMessagesDone;
}

const ANSWER = 'شكرًا لتواصلك. استلمنا طلبك ويعمل عليه فريق الميدان الآن.';
const OUTCOME = 'عولج الموضوع اليوم وأُغلقت المعاملة. نسعد بتقييمك.';
const LATE_MAIL = 1;

async function mailsIn(centre: LocalCentre, tell: Narrator): Promise<number> {
  for (const mail of morningMails) await handIn(centre.smtpPort, mail);
  await centre.settle();
  const before = await activeCases(centre);
  tell(
    `وصلت ${morningMails.length} رسالة وأصبحت ${before.length} معاملة`,
    `${morningMails.length} mails arrived and became ${before.length} cases`,
  );
  for (const mail of morningMails.slice(0, 5)) await handIn(centre.smtpPort, mail);
  await centre.settle();
  const after = await activeCases(centre);
  tell(
    `سُلّمت خمس رسائل مرة ثانية: المعاملات ما زالت ${after.length}`,
    `five mails were delivered a second time: still ${after.length} cases`,
  );
  return morningMails.length + 5;
}

async function work(
  centre: LocalCentre,
  agent: ConsoleAgent,
  later: readonly string[],
  tell: Narrator,
): Promise<Case[]> {
  const cases = (await activeCases(centre)).filter(
    ({ id, quarantine, automatic }) => !later.includes(id) && !quarantine && !automatic,
  );
  // A reply to a beneficiary without an address is refused.
  const reachable = cases.filter(({ beneficiary }) => beneficiary.email !== undefined);
  for (const { id } of reachable.slice(0, 6)) await agent.act(id, 'reply', { text: ANSWER });
  for (const { id } of cases) await agent.act(id, 'resolve', { ended: 'done', outcome: OUTCOME });
  await centre.settle();
  tell(
    `أنجز الموظفون ${cases.length} معاملة وأُبلغ أصحابها`,
    `agents resolved ${cases.length} cases and the beneficiaries were informed`,
  );
  return cases;
}

async function lateness(centre: LocalCentre, late: string, tell: Narrator): Promise<void> {
  for (let days = 0; days < 6; days += 1) {
    const supportCase = await centre.store.load('case', late);
    if ((supportCase?.level ?? 0) >= 2) break;
    await centre.advance(DAY / 2);
  }
  const commits = await centre.store.timeline('case', late);
  const labels: Readonly<Record<string, readonly [string, string]>> = {
    'rida.sla.warned.v1': ['تنبيه قبل الموعد', 'warned before the deadline'],
    'rida.sla.breached.v1': ['تجاوز الموعد', 'deadline missed'],
    'rida.case.escalated.v1': ['تصعيد', 'escalated'],
  };
  for (const { at, events } of commits) {
    for (const { type, data } of events) {
      const label = labels[type];
      const to = 'tell' in data ? data.tell : '';
      const clock = 'clock' in data ? data.clock : '';
      if (label)
        tell(`${late}: ${label[0]} (${clock} ← ${to})`, `${late}: ${label[1]} (${clock}, to ${to})`, at);
    }
  }
}

async function surveys(
  centre: LocalCentre,
  tell: Narrator,
): Promise<{ links: readonly string[]; bad: string }> {
  await centre.advance(26 * HOUR);
  const mails = await Promise.all(
    (centre.outbox?.list(500) ?? []).map(async ({ id }) => {
      const raw = await centre.outbox?.raw(id);
      const parsed = raw && (await centre.parseMail(raw));
      return parsed?.kind === 'parsed' ? outcomeLink(parsed.text) : undefined;
    }),
  );
  const links = mails.filter((link) => link !== undefined).sort();
  tell(
    `سُئل ${links.length} مستفيدًا هل انتهت معاملاتهم، في رسالة الإنجاز نفسها`,
    `${links.length} beneficiaries were asked whether it is finished, in the message about the outcome itself`,
  );
  const reading = (ms: number) => centre.advance(ms);
  const [bad = '', ...good] = links;
  for (const [at, link] of good.slice(0, 9).entries())
    await respondToOutcome(link, { score: at % 3 === 0 ? 4 : 5, finished: 'yes' }, reading);
  await respondToOutcome(bad, { score: 1, finished: 'no', comment: 'لم يُصلح شيء' }, reading);
  await centre.settle();
  tell(
    'أكّد 9 مستفيدين انتهاء معاملاتهم، واعترض واحد فأُعيد فتح معاملته بموعد قصير وأُبلغ المشرف',
    '9 beneficiaries confirmed; one contested: the case was reopened with a short deadline and the supervisor alerted',
  );
  return { links, bad: /\/s\/c\/([A-Z0-9-]+)\./u.exec(bad)?.[1] ?? '' };
}

/**
 * Run the main day of the centre, from the mails in the morning to the surveys of the next days, then the day
 * of the desk.
 */
export async function playDay(centre: LocalCentre, tell: Narrator): Promise<DayDone> {
  const from = localDay(centre.clock.now());
  const mails = await mailsIn(centre, tell);
  const cases = await activeCases(centre);
  const written = morningMails[LATE_MAIL];
  const late = cases.find(({ subject }) => subject === written?.subject)?.id ?? '';
  const phones = new Telephones(centre, newLedger());
  const phoneCalls = await callsOfTheDay({ phones, tell });
  const agent = await signInAt(centre.url, 'salem', 'سالم الحارثي');
  const messaged = callersToMessage(await activeCases(centre));
  await work(centre, agent, [late, ...messaged], tell);
  const afternoon = centre.clock.now() + 6 * HOUR;
  const outcomes = await outcomeCalls(centre, tell);
  const messages = await textMessages(centre, agent, messaged, tell);
  await centre.advance(afternoon - centre.clock.now());
  const evaluations = await evaluationCalls(centre, tell);
  await afterHours({ phones, tell });
  await lateness(centre, late, tell);
  await agent.act(late, 'resolve', { ended: 'done', outcome: 'رُدمت الحفرة وأعيد رصف الطريق.' });
  const { links, bad } = await surveys(centre, tell);
  const desk = await playDesk(centre, agent, tell);
  const to = localDay(centre.clock.now());
  const company = await investorCompany(centre, agent, tell);
  return {
    from,
    to,
    mails: mails + desk.mails,
    phone: { day: from, ledger: phones.ledger, evaluations, ...phoneCalls },
    invited: links.length,
    answered: 10,
    late,
    reopened: bad,
    desk,
    company,
    outcomes,
    messages,
  };
}
