import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import type { LocalCentre } from '../../local/centre.ts';
import { handIn } from '../../local/mail/hand-in.ts';
import { type ConsoleAgent, signInAt } from '../agent.ts';
import { newLedger } from '../ledger.ts';
import * as menus from '../menus.ts';
import { goOn } from '../scripted-caller.ts';
import { demoSettings } from '../staff.ts';
import { Telephones } from '../telephones.ts';
import { daysOf, type ReferenceLoad, type ReplayDay } from './reference-load.ts';

/** Sunday 4 October 2026, 10:00 in Riyadh. The eleven weeks after it have no holiday. */
export const REPLAY_BEGINS = Date.UTC(2026, 9, 4, 7, 0);

/** The staff of the demonstration, and more lines than the calls of a week need: no call waits for one. */
export const replaySettings = {
  ...demoSettings,
  outbound: { ...defaultSettings.outbound, perSecond: 50, concurrent: 250 },
};

/** The keys of a person who has a minute, used the service, is satisfied, and has nothing to add. */
const EVALUATES = ['1', '1', '5', '4', '1', '2'];
/** The keys of an investor who has a minute, whose procedure is finished, and who has nothing to add. */
const INVESTOR = ['1', '1', '2'];
const LONGEST_WAIT_MINUTES = 30;

const number = (prefix: string, index: number): string => `+9665${prefix}${String(index).padStart(7, '0')}`;
const evaluated = (index: number): string => number('4', index);
const caller = (index: number): string => number('5', index);

/** Plays the days of a load. */
class Replay {
  readonly #centre: LocalCentre;
  readonly #supervisor: ConsoleAgent;
  readonly #phones: Telephones;
  #mails = 0;
  #evaluations = 0;

  constructor(centre: LocalCentre, supervisor: ConsoleAgent) {
    this.#centre = centre;
    this.#supervisor = supervisor;
    this.#phones = new Telephones(centre, newLedger());
  }

  async day(day: ReplayDay): Promise<void> {
    await this.#receiveMails(day.mails);
    const references = await this.#answerCalls(day.calls);
    if (day.evaluations > 0) await this.#draw(day.evaluations);
    for (const reference of references.slice(0, day.investorCalls))
      await this.#supervisor.send('/calls-out', '/calls-out/call-back', { reference, purpose: 'investor' });
    await this.#callOut();
  }

  /** Send the list of a week’s transactions, and draw its sample: everybody on it. */
  async #draw(count: number): Promise<void> {
    const { clock } = this.#centre;
    const today = localDay(clock.now());
    const from = this.#evaluations;
    this.#evaluations += count;
    const rows = Array.from({ length: count }, (_, index) => `${evaluated(from + index)},رخصة بناء,${today}`);
    const list = new File([['الجوال,الخدمة,التاريخ', ...rows].join('\n')], `${today}.csv`);
    await this.#supervisor.upload('/calls-out/lists', list, { id: crypto.randomUUID() });
    const order = { target: String(count), completion: '100', mode: 'flow', seed: today };
    await this.#supervisor.send('/calls-out/week', '/calls-out/week/draw', order);
  }

  async #receiveMails(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) {
      this.#mails += 1;
      const name = `writer-${this.#mails}`;
      await handIn(this.#centre.smtpPort, {
        from: { name, address: `${name}@example.com` },
        to: 'help@rida.example',
        subject: `إنارة الشارع رقم ${this.#mails} مطفأة`,
        text: `بلاغ: إنارة الشارع رقم ${this.#mails} مطفأة منذ يومين والحي مظلم ليلًا.`,
        date: new Date(this.#centre.clock.now()),
      });
    }
    await this.#centre.settle();
  }

  /** Answer the calls of a day. Return the references of their cases. */
  async #answerCalls(count: number): Promise<readonly string[]> {
    const references: string[] = [];
    for (let answered = 0; answered < count; answered += 1) {
      const phone = caller(this.#phones.ledger.calls);
      const call = await this.#phones.call([...menus.arabic, ...menus.inquiry], { number: phone });
      await this.#phones.answered(call, { wait: 5, talk: 60, work: 10, afterwards: ['hang up'] });
      if (call.reference === undefined) throw new Error(`the call of ${phone} has no case`);
      references.push(call.reference);
    }
    return references;
  }

  /** Let the planned calls ring, and answer all of them, until no call to a person is planned for today. */
  async #callOut(): Promise<void> {
    const { switchboard } = this.#centre;
    for (let minutes = 0; minutes < LONGEST_WAIT_MINUTES; minutes += 1) {
      await this.#centre.advance(minutes === 0 ? SECOND : MINUTE);
      await this.#centre.settle();
      const ringing = switchboard.calls().filter(({ state }) => state === 'ringing');
      for (const { id, caller: to } of ringing) {
        const call = await switchboard.pickUp(id, 'person');
        if (call === undefined) throw new Error(`the call to ${to} cannot be answered`);
        await goOn(switchboard, call, to?.startsWith('+96654') ? EVALUATES : INVESTOR);
        await switchboard.find(id)?.hangUp();
      }
      await this.#centre.settle();
      if (ringing.length === 0 && (await this.#isDone())) return;
    }
    throw new Error(`calls are still planned after ${LONGEST_WAIT_MINUTES} minutes`);
  }

  async #isDone(): Promise<boolean> {
    const { store, clock } = this.#centre;
    const lists = (['evaluation', 'investor'] as const).map((purpose) =>
      store.callsOut(purpose, 'live', { limit: 1000 }),
    );
    const soon = clock.now() + LONGEST_WAIT_MINUTES * MINUTE;
    return (await Promise.all(lists)).every(({ items }) =>
      items.every(({ state }) => state.is === 'planned' && state.at > soon),
    );
  }
}

/** Play a load with moving time, each working day in its place. Return the first and the last day. */
export async function replay(
  centre: LocalCentre,
  load: ReferenceLoad,
  tell: (day: ReplayDay) => void = () => {},
): Promise<{ readonly from: string; readonly to: string }> {
  const from = localDay(centre.clock.now());
  const begins = centre.clock.now();
  const supervisor = await signInAt(centre.url, 'huda', 'هدى القرني', 'supervisor');
  const played = new Replay(centre, supervisor);
  for (const day of daysOf(load)) {
    await centre.advance(begins + day.offset * DAY - centre.clock.now());
    await played.day(day);
    tell(day);
  }
  await centre.settle();
  return { from, to: localDay(centre.clock.now()) };
}
